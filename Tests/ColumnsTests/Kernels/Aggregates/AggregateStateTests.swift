import Testing

@testable import Columns

/// Feeds one state batch after batch, as grouping does.
struct StateFeed {
  let rows: GroupRowCounts
  let state: AggregateState
  var groups = 0

  init(_ make: (GroupRowCounts) -> AggregateState) {
    rows = GroupRowCounts()
    state = make(rows)
  }

  mutating func update(_ vector: Vector, ids: [UInt32]? = nil) throws {
    groups = max(groups, Int(ids?.max() ?? 0) + 1)
    let buffer = ids.map { Buffer($0) }
    let numbers = GroupNumbers(
      ids: buffer.map { UnsafePointer($0.pointer) }, count: vector.count, groups: groups)
    rows.update(numbers)
    try state.update(vector, numbers)
    withExtendedLifetime(buffer) {}
  }

  mutating func merge(_ later: StateFeed) throws {
    groups = max(groups, later.groups)
    rows.merge(later.rows)
    try state.merge(later.state)
  }

  func results() throws -> [Value] {
    try state.result(RowSelection(range: 0..<groups)).values
  }
}

struct IntegerSumStateTests {
  /// Batches whose sums pass 64 bits at one place or another.
  static let batches: [[[Int128]]] = [
    [[1, 2], [3]],
    [[Int128(Int64.max)], [1]],
    [[Int128(Int64.max), Int128(Int64.max)], [Int128(Int64.max), -5]],
    [[Int128(Int64.min)], [Int128(Int64.min), -1]],
    [[1 << 62], [1 << 62], [1 << 62], [-(1 << 62)]],
    [Array(repeating: 1 << 61, count: 4), Array(repeating: -(1 << 61), count: 9), [3]],
    [Array(repeating: Int128(Int32.max), count: 70_000), [Int128(Int64.max) - 5], [7]],
    [Array(repeating: -128, count: 1000), [127]],
  ]

  @Test(arguments: batches, [false, true])
  func isExactBehind64Bits(batches: [[Int128]], isGrouped: Bool) throws {
    func vector(_ batch: [Int128]) -> Vector {
      Vector(batch.map { .integer($0) }, type: .bigint)
    }
    func ids(_ batch: [Int128]) -> [UInt32]? { isGrouped ? batch.map { _ in 0 } : nil }
    func make() -> StateFeed {
      StateFeed { IntegerSumState(type: .bigint, average: false, rows: $0) }
    }
    let expected = [Value.integer(batches.flatMap { $0 }.reduce(0, +))]
    var whole = make()
    for batch in batches { try whole.update(vector(batch), ids: ids(batch)) }
    #expect(try whole.results() == expected)
    var merged = make()
    for batch in batches {
      var part = make()
      try part.update(vector(batch), ids: ids(batch))
      try merged.merge(part)
    }
    #expect(try merged.results() == expected)
  }

  /// Narrow numbers without bounds, whose size is known by their width alone.
  @Test func narrowNumbersWithoutBounds() throws {
    var feed = StateFeed { IntegerSumState(type: .bigint, average: false, rows: $0) }
    let large = Vector([.integer(Int128(Int64.max) - 1000)], type: .bigint)
    try feed.update(large)
    let small = Vector(
      type: .bigint, count: 100, storage: .int8(Buffer(repeating: 100, count: 100)))
    try feed.update(small)
    #expect(try feed.results() == [.integer(Int128(Int64.max) - 1000 + 10_000)])
  }

  @Test func nullsAreLeftOutAndGroupsOfNullsAreNull() throws {
    var feed = StateFeed { IntegerSumState(type: .bigint, average: false, rows: $0) }
    try feed.update(
      Vector([.null, .integer(2), .null, .integer(3)], type: .bigint), ids: [0, 1, 2, 1])
    try feed.update(Vector(constant: .null, type: .bigint, count: 2), ids: [0, 3])
    try feed.update(Vector(constant: .integer(4), type: .bigint, count: 2), ids: [1, 3])
    #expect(try feed.results() == [.null, .integer(9), .null, .integer(4)])
  }

  @Test func decimalOverflowsAt38Digits() throws {
    let type = DataType.decimal(precision: 38, scale: 0)
    let limit = PowersOfTen.integer(38)
    for values in [[limit - 1, 1], [-(limit - 1), -1], [limit - 1, limit - 1, limit - 1]] {
      var feed = StateFeed { IntegerSumState(type: type, average: false, rows: $0) }
      #expect(throws: ValueError.overflow(type: type)) {
        try feed.update(Vector(values.map { .decimal(unscaled: $0, scale: 0) }, type: type))
        _ = try feed.results()
      }
    }
    var feed = StateFeed { IntegerSumState(type: type, average: false, rows: $0) }
    let values = [limit - 1, 1, -1].map { Value.decimal(unscaled: $0, scale: 0) }
    try feed.update(Vector(values, type: type))
    #expect(try feed.results() == [.decimal(unscaled: limit - 1, scale: 0)])
  }

  @Test func hugeintOverflows() {
    var feed = StateFeed { IntegerSumState(type: .hugeint, average: false, rows: $0) }
    #expect(throws: ValueError.overflow(type: .hugeint)) {
      try feed.update(Vector([.integer(.max), .integer(1)], type: .hugeint))
    }
  }
}

struct TextExtremeStateTests {
  private static func coded(_ texts: [String?]) throws -> Vector {
    try DictionaryEncoding.encode([
      Vector(texts.map { $0.map { .text($0) } ?? .null }, type: .varchar)
    ])[0]
  }

  /// Batches that share a dictionary, then one that does not, then plain text, then a constant.
  @Test(arguments: [false, true], [1, 2, 3, 4, 5])
  func leavesTheSharedDictionary(isMaximum: Bool, batches: Int) throws {
    let shared = try DictionaryEncoding.encode([
      Vector([.text("m"), .null, .text("ma")], type: .varchar),
      Vector([.text("b"), .text("m"), .null], type: .varchar),
    ])
    let vectors = [
      shared[0], shared[1], try Self.coded(["c", "c", nil]),
      Vector([.text("a"), .null, .text("")], type: .varchar),
      Vector(constant: .text("zzz"), type: .varchar, count: 3),
    ].prefix(batches)
    func make() -> StateFeed { StateFeed { TextExtremeState(isMaximum: isMaximum, rows: $0) } }
    var whole = make()
    var merged = make()
    for vector in vectors {
      try whole.update(vector, ids: [0, 1, 2])
      var part = make()
      try part.update(vector, ids: [0, 1, 2])
      try merged.merge(part)
    }
    let expected = (0..<3).map { row -> Value in
      let texts = vectors.compactMap { vector -> String? in
        if case .text(let text) = vector.value(row) { text } else { nil }
      }
      let best =
        isMaximum
        ? texts.max { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        : texts.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return best.map { .text($0) } ?? .null
    }
    #expect(try whole.results() == expected)
    #expect(try merged.results() == expected)
  }
}

struct ExtremeStateTests {
  @Test(arguments: [false, true])
  func integers(isMaximum: Bool) throws {
    var feed = StateFeed {
      IntegerExtremeState(type: .bigint, isMaximum: isMaximum, rows: $0)
    }
    let ends: [Value] = [.integer(Int128(Int64.min)), .integer(Int128(Int64.max)), .null]
    try feed.update(Vector(ends, type: .bigint), ids: [0, 0, 1])
    try feed.update(Vector([.integer(5), .integer(-5)], type: .bigint), ids: [2, 2])
    #expect(
      try feed.results()
        == [ends[isMaximum ? 1 : 0], .null, .integer(isMaximum ? 5 : -5)])
  }

  @Test func nanIsTheGreatest() throws {
    let values: [Value] = [.double(.infinity), .double(.nan), .double(-1), .null]
    for (isMaximum, expected) in [(true, Value.double(.nan)), (false, .double(-1))] {
      var feed = StateFeed { DoubleExtremeState(isMaximum: isMaximum, rows: $0) }
      try feed.update(Vector(values, type: .double))
      #expect(try feed.results() == [expected])
    }
    var only = StateFeed { DoubleExtremeState(isMaximum: false, rows: $0) }
    try only.update(Vector([.double(.nan)], type: .double))
    #expect(try only.results() == [.double(.nan)])
  }
}

struct DoubleSumStateTests {
  /// Two sums that overflow in opposite directions do not make a NaN of finite numbers.
  @Test(arguments: [
    [1e308, 1e308], [-1e308, -1e308], [1e308, 1e308, -1e308, -1e308, -1e308, -1e308],
  ])
  func overflowIsAnError(values: [Double]) throws {
    for isGrouped in [false, true] {
      var feed = StateFeed { DoubleSumState(average: false, rows: $0) }
      for value in values {
        try feed.update(Vector([.double(value)], type: .double), ids: isGrouped ? [0] : nil)
      }
      #expect(throws: ValueError.overflow(type: .double)) { _ = try feed.results() }
    }
  }

  @Test func infinitiesOfTheDataAreNoOverflow() throws {
    for (values, expected) in [
      ([Double.infinity, 1], Double.infinity), ([.infinity, -.infinity], .nan), ([.nan, 1], .nan),
    ] {
      var feed = StateFeed { DoubleSumState(average: false, rows: $0) }
      try feed.update(Vector(values.map { .double($0) }, type: .double))
      #expect(try feed.results() == [.double(expected)])
    }
  }
}

struct DistinctStateTests {
  private static func state(
    _ domain: ColumnDomain?, _ rows: GroupRowCounts
  ) -> AggregateState {
    let innerRows = GroupRowCounts()
    return DistinctState(
      domain: domain, inner: CountState(rows: innerRows), innerRows: innerRows, rows: rows)
  }

  static let columns: [(type: DataType, values: [Value])] = [
    (.bigint, [.integer(1), .integer(1), .null, .integer(Int128(Int64.max)), .integer(1)]),
    (.hugeint, [.integer(1 << 100), .null, .integer(1 << 100), .integer(0), .integer(0)]),
    (.double, [.double(0), .double(-0.0), .double(.nan), .double(.nan), .null]),
    (.varchar, [.text(""), .text(""), .null, .text("a"), .text("e\u{301}")]),
    (.boolean, [.boolean(true), .boolean(false), .null, .boolean(true), .boolean(true)]),
  ]

  @Test(arguments: columns.indices)
  func countsEachValueOfAGroupOnce(index: Int) throws {
    let (type, values) = Self.columns[index]
    func key(_ value: Value) -> Value { value == .double(-0.0) ? .double(0) : value }
    for ids in [[0, 0, 0, 0, 0], [0, 1, 0, 1, 0], [3, 2, 1, 0, 3]] as [[UInt32]] {
      let groups = Int(ids.max() ?? 0) + 1
      let expected = (0..<groups).map { group -> Value in
        let own = zip(ids, values).filter { $0.0 == group && !$0.1.isNull }.map { key($0.1) }
        return .integer(Int128(Set(own).count))
      }
      let vector = Vector(values, type: type)
      for domain in [nil, ColumnDomain(of: [vector])] {
        if domain.map({ $0.bits > 32 }) == true { continue }
        var feed = StateFeed { Self.state(domain, $0) }
        // The same rows twice: the second time nothing is new.
        try feed.update(vector, ids: ids)
        try feed.update(vector, ids: ids)
        #expect(try feed.results() == expected)
      }
      if let domain = ColumnDomain(of: [vector]), let count = domain.count, count < 1000 {
        var a = StateFeed { DistinctCountState(domain: domain, count: count, rows: $0) }
        var b = StateFeed { DistinctCountState(domain: domain, count: count, rows: $0) }
        try a.update(vector, ids: ids)
        try b.update(vector, ids: ids)
        try a.merge(b)
        #expect(try a.results() == expected)
      }
    }
  }

  @Test func dictionariesOfSeveralBatchesAreOneSetOfTexts() throws {
    var feed = StateFeed { Self.state(nil, $0) }
    for texts in [["a", "b"], ["b", "c"], ["c", "a"]] {
      let vector = Vector(texts.map { .text($0) }, type: .varchar)
      try feed.update(try DictionaryEncoding.encode([vector])[0])
      try feed.update(vector)
    }
    #expect(try feed.results() == [.integer(3)])
  }

  @Test func textsThatAreNotUTF8AreToldApart() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0xFF]
    let store = TextStore(offsets: Buffer([0, 1, 2, 3]), bytes: Buffer(bytes))
    var feed = StateFeed { Self.state(nil, $0) }
    try feed.update(Vector(type: .varchar, count: 3, storage: .text(store)))
    #expect(try feed.results() == [.integer(2)])
  }
}
