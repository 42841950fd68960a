import Synchronization
import Testing

@testable import Columns

/// Kernels stop where the work of their thread was asked to stop.
@Suite struct CancellationTests {
  /// A kernel and what it is given.
  struct Kernel: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let run: @Sendable () throws -> Void

    init(_ name: String, _ run: @escaping @Sendable () throws -> Void) {
      testDescription = name
      self.run = run
    }
  }

  private static let count = 3000
  private static let numbers = Vector(
    (0..<count).map { .integer(Int128($0 * 7919 % 3001)) }, type: .bigint)
  private static let doubles = Vector(
    (0..<count).map { .double(Double($0 * 7919 % 3001)) }, type: .double)
  private static let wide = Vector(
    (0..<count).map { .integer(Int128($0 * 7919 % 3001) << 70) }, type: .hugeint)
  private static let texts = Vector(
    (0..<count).map { .text("text \($0 * 7919 % 3001)") }, type: .varchar)
  private static let some = Vector(constant: .text("text 17"), type: .varchar, count: count)
  private static let all = RowSelection(range: 0..<count)
  private static let chunk = Chunk(count: count, columns: [numbers, texts])

  private static func term(_ vector: Vector) -> SortTerm {
    SortTerm(vector: vector, isDescending: false, nullsFirst: false)
  }

  private static func order() throws -> WindowOrder {
    try Cancellation().governing {
      try WindowOrder(partition: [], order: [term(numbers)], count: count)
    }
  }

  private static func frames() throws -> WindowFrames {
    let specification = FrameSpecification(
      unit: .rows, start: .unbounded, end: .currentRow, exclusion: .none, key: nil,
      isDescending: false)
    let order = try Self.order()
    return try Cancellation().governing { try WindowFrames(specification, order) }
  }

  private static let sorting = [
    Kernel("order of numbers") { _ = try RowOrder.rows(by: [term(numbers)], count: count) },
    Kernel("order of doubles") { _ = try RowOrder.rows(by: [term(doubles)], count: count) },
    Kernel("order of 128 bits") { _ = try RowOrder.rows(by: [term(wide)], count: count) },
    Kernel("order of texts") { _ = try RowOrder.rows(by: [term(texts)], count: count) },
    Kernel("first rows") { _ = try RowOrder.rows(by: [term(texts)], count: count, limit: 9) },
    Kernel("ranks of a dictionary") {
      _ = try TextDictionary(texts: TextStore((0..<count).map { "text \($0)" })).ranks()
    },
    Kernel("sorted array") {
      var values = (0..<100_000).map { $0 * 7919 % 100_003 }
      try values.sortStoppably(by: <)
    },
    Kernel("sample") { _ = try Sampling.rows(10, count: 100_000, seed: 1) },
  ]

  private static let grouping = [
    Kernel("keys of texts") {
      _ = try KeyPacker(keys: [(.varchar, [texts])], rowCounts: [count])
    },
    Kernel("keys of 128 bits") {
      _ = try KeyPacker(keys: [(.hugeint, [wide])], rowCounts: [count])
    },
    Kernel("set of rows") { _ = try RowSet().insert(chunk) },
    Kernel("index of keys") {
      var index = KeyIndex()
      try index.add([chunk], columns: [0], firstRow: 0)
    },
    Kernel("conflict of keys") { _ = try KeyIndex().conflict(of: [chunk], columns: [0]) },
    Kernel("matches of keys") { _ = try KeyIndex().matches(of: [chunk], columns: [0]) },
    Kernel("join of numbers") { _ = try JoinTable(build: [numbers], rowCount: count) },
    Kernel("join of texts") { _ = try JoinTable(build: [texts], rowCount: count) },
    Kernel("join of doubles") { _ = try JoinTable(build: [doubles], rowCount: count) },
    Kernel("as-of join") {
      _ = try AsOfTable(build: [texts], matchesNull: [false], values: numbers)
    },
    Kernel("median") { _ = try quantile().result(RowSelection(range: 0..<1)) },
  ]

  private static func quantile() throws -> QuantileState {
    let rows = GroupRowCounts()
    let state = QuantileState(
      .half, isContinuous: true, type: .bigint, resultType: .double, rows: rows)
    let groups = GroupNumbers(ids: nil, count: count, groups: 1)
    rows.update(groups)
    try state.update(numbers, groups)
    return state
  }

  private static let windows = [
    Kernel("order of a window") {
      _ = try WindowOrder(partition: [texts], order: [], count: count)
    },
    Kernel("row numbers") { _ = try RankingKernels.rowNumbers(try order()) },
    Kernel("ranks") { _ = try RankingKernels.ranks(try order(), isDense: true) },
    Kernel("buckets") {
      let four = Vector(constant: .integer(4), type: .bigint, count: count)
      _ = try RankingKernels.buckets(try order(), counts: four)
    },
    Kernel("lag") {
      _ = try PickingKernels.shifted(
        try order(), distances: nil, isLead: false, skippingNullsOf: nil, fallback: false)
    },
    Kernel("frames") {
      let order = try Self.order()
      let whole = FrameSpecification(
        unit: .range, start: .unbounded, end: .currentRow, exclusion: .none, key: nil,
        isDescending: false)
      _ = try WindowFrames(whole, order)
    },
    Kernel("last value") {
      _ = try PickingKernels.inFrame(try frames(), try order(), .last, skippingNullsOf: nil)
    },
    Kernel("running sums") {
      let sums = try FrameSums(try frames(), try order(), values: numbers, filter: nil)
      _ = try sums.exact(numbers, average: false)
    },
    Kernel("running sums of doubles") {
      let sums = try FrameSums(try frames(), try order(), values: doubles, filter: nil)
      _ = try sums.doubles(doubles, average: false)
    },
    Kernel("running maximum") {
      _ = try FrameExtremes.rows(
        try frames(), try order(), values: numbers, filter: nil, isMaximum: true)
    },
  ]

  private static let rows = [
    Kernel("gathered numbers") { _ = try Gather.rows(all, of: numbers) },
    Kernel("gathered texts") { _ = try Gather.rows(all, of: texts) },
    Kernel("joined numbers") { _ = try Concatenate.vectors([numbers, numbers], type: .bigint) },
    Kernel("joined texts") { _ = try Concatenate.vectors([texts, texts], type: .varchar) },
    Kernel("coded texts") { _ = try DictionaryEncoding.encode([texts]) },
    Kernel("texts end to end") { _ = try TextKernels.join([texts, some], count: count) },
    Kernel("digest") { _ = try DigestKernels.digest(.sha256, texts) },
    Kernel("distance") { _ = try TextDistanceKernels.distance(.levenshtein, texts, some) },
    Kernel("similarity") { _ = try TextDistanceKernels.similarity(.jaro, texts, some) },
    Kernel("regular expression") {
      let pattern = try RegexKernels.Pattern(RegexOptions(), isWhole: false).compiled("[a-z]+ .7$")
      _ = try RegexKernels.matches(texts, some, pattern)
    },
  ]

  static let kernels = sorting + grouping + windows + rows

  @Test(arguments: kernels)
  func aKernelStopsWhereItIsCancelled(kernel: Kernel) throws {
    let cancellation = Cancellation()
    try cancellation.governing { try kernel.run() }
    cancellation.cancel()
    _ = cancellation.governing {
      #expect(throws: ValueError.interrupted) { try kernel.run() }
    }
    // Outside, nobody asked it to stop.
    try kernel.run()
  }

  @Test func oneLongRowStopsToo() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let long = Vector([.text(String(repeating: "a", count: 5000))], type: .varchar)
    _ = cancellation.governing {
      #expect(throws: ValueError.interrupted) {
        try TextDistanceKernels.distance(.damerauLevenshtein, long, long)
      }
    }
  }

  @Test func theFlagOfAThreadIsHandedToThoseThatHelpIt() {
    let cancellation = Cancellation()
    let other = Cancellation()
    let seen = Mutex(0)
    cancellation.governing {
      Parallel.perform(64, threads: 4) { _ in
        if Cancellation.current === cancellation { seen.withLock { $0 += 1 } }
      }
      other.governing { #expect(Cancellation.current === other) }
      #expect(Cancellation.current === cancellation)
    }
    #expect(seen.withLock { $0 } == 64)
    Parallel.perform(64, threads: 4) { _ in
      if Cancellation.current != nil { seen.withLock { $0 += 1 } }
    }
    #expect(seen.withLock { $0 } == 64)
  }
}
