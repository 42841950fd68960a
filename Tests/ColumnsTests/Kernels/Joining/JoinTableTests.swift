import Testing

@testable import Columns

struct JoinTableTests {
  /// Pairs of key columns whose rows `build` and `probe` are compared by value.
  struct Sides: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let types: [DataType]
    let build: [[Value]]
    let probe: [[Value]]
  }

  private static func integers(_ rows: [[Int128?]]) -> [[Value]] {
    rows.map { $0.map { number in number.map { .integer($0) } ?? .null } }
  }

  static let sides: [Sides] = [
    Sides(testDescription: "no keys", types: [], build: [[], [], []], probe: [[], []]),
    Sides(
      testDescription: "small", types: [.bigint],
      build: integers([[1], [2], [nil], [2], [5]]),
      probe: integers([[2], [nil], [0], [6], [-1], [5], [2]])),
    Sides(
      testDescription: "no build rows", types: [.bigint, .bigint], build: [],
      probe: integers([[1, 1], [nil, 2]])),
    Sides(
      testDescription: "only nulls", types: [.bigint], build: integers([[nil], [nil]]),
      probe: integers([[nil], [0]])),
    Sides(
      testDescription: "probes wrap around the bounds", types: [.bigint],
      build: integers([[Int128(Int64.max)], [Int128(Int64.max) - 3]]),
      probe: integers([[Int128(Int64.min)], [Int128(Int64.max)], [0], [Int128(Int64.max) - 4]])),
    Sides(
      testDescription: "all 64 bits", types: [.bigint],
      build: integers([[Int128(Int64.min)], [Int128(Int64.max)], [0]]),
      probe: integers([[Int128(Int64.max)], [1], [0], [nil]])),
    Sides(
      testDescription: "128 bits", types: [.hugeint],
      build: integers([[1 << 100], [0], [nil], [1 << 100]]),
      probe: integers([[1 << 100], [1 << 36], [0]])),
    Sides(
      testDescription: "doubles", types: [.double],
      build: [[.double(0)], [.double(.nan)], [.double(1.5)]],
      probe: [[.double(-0.0)], [.double(.nan)], [.null], [.double(1.5)]]),
    Sides(
      testDescription: "texts", types: [.varchar, .boolean],
      build: [
        [.text(""), .boolean(true)], [.text("a"), .boolean(false)], [.null, .boolean(true)],
      ],
      probe: [
        [.text(""), .boolean(true)], [.text(""), .boolean(false)], [.text("b"), .boolean(true)],
        [.text("a"), .boolean(false)], [.null, .boolean(true)],
      ]),
    // Fields of 63, 51 and 40 bits, of which the leading ones differ only in their upper bits.
    wide("two fields over 64 bits", fields: [1 << 62, 1 << 62]),
    wide("three fields over 64 bits", fields: [1 << 50, 1 << 50, 1 << 40]),
    wide("a short field, then a long one", fields: [4, 1 << 62]),
    wide("a long field, then short ones", fields: [1 << 62, 4, 4]),
  ]

  /// Many rows, in whose first column as many different numbers occur.
  private static func wide(_ name: String, fields: [Int128]) -> Sides {
    var numbers = SampleNumbers(seed: 5)
    func rows(_ count: Int) -> [[Value]] {
      (0..<count).map { _ in
        fields.map { .integer($0 / 4096 * Int128(numbers.next() % 4097)) }
      }
    }
    let build = rows(300)
    // Rows that match, rows that match but in one column, rows at random.
    let probe =
      build.prefix(100)
      + zip(build, build.dropFirst(50)).map { a, b in [a[0]] + b.dropFirst() } + rows(100)
    return Sides(
      testDescription: name, types: fields.map { _ in .bigint }, build: build, probe: Array(probe))
  }

  @Test(arguments: sides, [3, 1 << 18])
  func findsEqualKeys(sides: Sides, limit: Int) throws {
    func columns(_ rows: [[Value]]) -> [Vector] {
      sides.types.enumerated().map { position, type in
        Vector(rows.map { $0[position] }, type: type)
      }
    }
    let table = try JoinTable(build: columns(sides.build), rowCount: sides.build.count)
    let groups = try table.groups(of: columns(sides.probe), count: sides.probe.count)
    for keepsUnmatched in [false, true] {
      var expected: [[UInt32]] = []
      for (row, key) in sides.probe.enumerated() {
        let matches = sides.build.indices.filter { build in
          zip(sides.build[build], key).allSatisfy { !$0.isNull && $0 == $1 || Self.isZero($0, $1) }
        }
        expected += matches.map { [UInt32(row), UInt32($0)] }
        if matches.isEmpty && keepsUnmatched {
          expected.append([UInt32(row), RowSelection.missing])
        }
      }
      var found: [[UInt32]] = []
      var start = 0
      while start < sides.probe.count {
        let matches = table.matches(
          groups, from: start, keepsUnmatched: keepsUnmatched, limit: limit)
        #expect(matches.end > start)
        let probe = matches.probing(RowSelection(range: 0..<matches.build.count))
        for index in 0..<probe.count {
          found.append([probe.rows.pointer[index], matches.build.rows.pointer[index]])
        }
        start = max(matches.end, start + 1)
      }
      #expect(found == expected)
    }
  }

  private static func isZero(_ a: Value, _ b: Value) -> Bool {
    if case (.double(let x), .double(let y)) = (a, b) { x == 0 && y == 0 } else { false }
  }

  @Test func dictionariesAreTranslated() throws {
    let texts = ["a", "b", "c"].map { Value.text($0) }
    let build = try DictionaryEncoding.encode([Vector(texts, type: .varchar)])
    let probe = try DictionaryEncoding.encode([
      Vector([.text("c"), .text("x"), .null, .text("a")], type: .varchar)
    ])
    let plain = Vector([.text("c"), .text("x"), .null, .text("a")], type: .varchar)
    let table = try JoinTable(build: build, rowCount: 3)
    for vector in [probe[0], plain, Vector(constant: .text("b"), type: .varchar, count: 1)] {
      let groups = try table.groups(of: [vector], count: vector.count)
      let matches = table.matches(groups, from: 0, keepsUnmatched: false, limit: 100)
      let found = (0..<matches.build.count).map {
        texts[Int(matches.build.rows.pointer[$0])]
      }
      #expect(found == (vector.count == 1 ? [.text("b")] : [.text("c"), .text("a")]))
    }
  }

  /// Keys of several coded columns are looked up by their combinations of codes.
  @Test(arguments: [[], [true, false], [true, true]])
  func combinationsOfCodesAreFound(matchesNull: [Bool]) throws {
    func columns(_ rows: [[Value]]) throws -> [Vector] {
      try (0..<2).map { column in
        try DictionaryEncoding.encode([Vector(rows.map { $0[column] }, type: .varchar)])[0]
      }
    }
    let texts = [Value.null, .text("a"), .text("b"), .text("c")]
    let build = texts.dropLast().flatMap { a in texts.dropFirst().reversed().map { [a, $0] } }
    let probe = (0..<40).map { [texts[$0 % 4], texts[$0 / 4 % 4]] }
    let table = try JoinTable(
      build: try columns(build), matchesNull: matchesNull, rowCount: build.count)
    let groups = try table.groups(of: try columns(probe), count: probe.count)
    let matches = table.matches(groups, from: 0, keepsUnmatched: true, limit: 1000)
    let rows = matches.probing(RowSelection(range: 0..<matches.build.count))
    var found = [Int?](repeating: nil, count: probe.count)
    for index in 0..<rows.count where matches.build.rows.pointer[index] != RowSelection.missing {
      found[Int(rows.rows.pointer[index])] = Int(matches.build.rows.pointer[index])
    }
    for (row, key) in probe.enumerated() {
      let isPossible = key.indices.allSatisfy { column in
        !key[column].isNull || column < matchesNull.count && matchesNull[column]
      }
      #expect(found[row] == (isPossible ? build.firstIndex(of: key) : nil))
    }
  }
}
