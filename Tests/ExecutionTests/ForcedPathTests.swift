import Columns
import Testing

@testable import Execution

/// Queries that need enough rows, or wide enough keys, to leave the path that small data takes.
struct ForcedPathTests {
  /// Rows from which grouping is parted by the hash of its keys.
  private static let manyRows = 230_000

  /// A column of `count` rows in chunks of the standard size.
  private static func relation(
    _ columns: [(name: String, type: DataType, value: (Int) -> Value)], rows: Int,
    chunkRows: Int = Chunk.standardRows
  ) -> Relation {
    let fields = columns.map { Field(name: $0.name, type: $0.type) }
    let chunks = stride(from: 0, to: rows, by: chunkRows).map { start in
      let end = min(rows, start + chunkRows)
      return Chunk(
        count: end - start,
        columns: columns.map { column in
          Vector((start..<end).map(column.value), type: column.type)
        })
    }
    return Relation(fields: fields, chunks: chunks)
  }

  /// Numbers that look random and are not.
  private static func mix(_ row: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(row) &+ 1) &* 0x9E37_79B9_7F4A_7C15 >> 20)
  }

  private static let large: Relation = relation(
    [
      ("id", .bigint, { .integer(Int128(mix($0) % 100_000) << 24) }),
      ("wide", .hugeint, { .integer(Int128(mix($0) % 5000) << 100) }),
      ("name", .varchar, { .text("n\(mix($0) % 30_000)") }),
      ("x", .double, { .double(Double(mix($0) % 1000) / 8) }),
      ("q", .bigint, { $0 % 11 == 0 ? .null : .integer(Int128(mix($0) % 4_000_000_000)) }),
    ], rows: manyRows)

  private static let largeRows = large.rows

  private static let engine: Engine = {
    var engine = Engine()
    engine.catalog.set("t", to: large)
    return engine
  }()

  /// The answer of `GROUP BY keys` with some aggregates, found with a dictionary.
  private static func grouped(_ keys: [Int]) -> [[Value]: (n: Int, sum: Int128, x: Double)] {
    var groups: [[Value]: (n: Int, sum: Int128, x: Double)] = [:]
    for row in largeRows {
      let key = keys.map { row[$0] }
      var group = groups[key] ?? (0, 0, 0)
      group.n += 1
      if case .integer(let q) = row[4] { group.sum += q }
      if case .double(let x) = row[3] { group.x = max(group.x, x) }
      groups[key] = group
    }
    return groups
  }

  @Test(arguments: [[0], [1, 0], [2, 3, 1]])
  func groupsInParts(keys: [Int]) throws {
    let names = keys.map { Self.large.fields[$0].name }.joined(separator: ", ")
    let sql = """
      SELECT \(names), count(*), coalesced, most FROM (
        SELECT \(names), count(*) AS n, sum(q) AS coalesced, max(x) AS most, count(DISTINCT q) AS d
        FROM t GROUP BY \(names)) AS g GROUP BY ALL
      """
    // The inner query alone is what is checked; the outer one reads a result of many parts.
    let inner = "SELECT \(names), count(*), sum(q), max(x) FROM t GROUP BY \(names)"
    let one = try Self.engine.run(inner)
    let two = try Self.engine.run(inner, threads: 2)
    let rows = one.rows
    #expect(rows == two.rows)
    let expected = Self.grouped(keys)
    #expect(rows.count == expected.count)
    var wrong = 0
    for row in rows {
      let group = expected[Array(row.prefix(keys.count))]
      let sum: Value = row[keys.count + 1]
      if row[keys.count] != .integer(Int128(group?.n ?? -1))
        || (sum != .integer(group?.sum ?? -1) && !(sum.isNull && group?.sum == 0))
        || row[keys.count + 2] != .double(group?.x ?? -1)
      {
        wrong += 1
      }
    }
    #expect(wrong == 0)
    #expect(try Self.engine.run(sql, threads: 2).rowCount == expected.count)
  }

  @Test func countsDistinctValuesWithoutDomain() throws {
    let row = try Self.engine.run(
      "SELECT count(DISTINCT x * x), count(DISTINCT wide), count(DISTINCT name), sum(DISTINCT wide) FROM t"
    ).rows[0]
    let rows = Self.largeRows
    let wides = Set(rows.map { $0[1] })
    var sum: Int128 = 0
    for wide in wides { if case .integer(let number) = wide { sum += number } }
    #expect(
      row == [
        .integer(Int128(Set(rows.map { $0[3] }).count)), .integer(Int128(wides.count)),
        .integer(Int128(Set(rows.map { $0[2] }).count)), .integer(sum),
      ])
  }

  @Test func extremesOfTextsFromManyDictionaries() throws {
    let row = try Self.engine.run(
      "SELECT min(m), max(m) FROM (SELECT id, min(name) AS m FROM t GROUP BY id) AS g", threads: 2
    ).rows[0]
    var least: [Value: String] = [:]
    for row in Self.largeRows {
      guard case .text(let name) = row[2] else { continue }
      least[row[0]] = min(least[row[0]] ?? name, name)
    }
    #expect(row == [least.values.min(), least.values.max()].map { $0.map { .text($0) } ?? .null })
  }

  /// Two columns of 51 bits each, the first of more different values than 13 bits number.
  @Test func joinsOnTwoWideKeys() throws {
    var engine = Engine()
    let build = Self.relation(
      [
        ("a", .timestamp, { .timestamp(Int64(Self.mix($0) % 20_000) << 36) }),
        ("b", .timestamp, { .timestamp(Int64(Self.mix($0 / 2) % 40) << 45) }),
      ], rows: 20_000)
    let probe = Self.relation(
      [
        ("a", .timestamp, { .timestamp(Int64(Self.mix($0) % 20_000) << 36) }),
        ("b", .timestamp, { .timestamp(Int64(Self.mix($0 / 3) % 40) << 45) }),
      ], rows: 20_000)
    engine.catalog.set("build", to: build)
    engine.catalog.set("probe", to: probe)
    var counts: [[Value]: Int] = [:]
    for row in build.rows { counts[row, default: 0] += 1 }
    let expected = probe.rows.reduce(0) { $0 + counts[$1, default: 0] }
    let row = try engine.run(
      "SELECT count(*) FROM probe JOIN build ON probe.a = build.a AND probe.b = build.b",
      threads: 2
    ).rows[0]
    #expect(row == [.integer(Int128(expected))])
  }

  /// Intervals of one length in several forms, as keys of groups, joins and orders.
  @Test(arguments: [1, 2])
  func keysOfIntervals(threads: Int) throws {
    var engine = Engine()
    let table = Self.relation(
      [
        (
          "i", .interval,
          { number in
            let random = Self.mix(number)
            if random % 11 == 0 { return .null }
            return .interval(
              Interval(
                months: Int32(random % 3), days: Int32(random / 3 % 3) * 30,
                microseconds: Int64(random / 9 % 300) * 86_400_000_000))
          }
        )
      ], rows: 20_000)
    engine.catalog.set("t", to: table)
    var counts: [Int128: Int] = [:]
    for row in table.rows {
      if case .interval(let interval) = row[0] { counts[interval.total, default: 0] += 1 }
    }
    func run(_ sql: String) throws -> [[Value]] { try engine.run(sql, threads: threads).rows }
    let groups = try run("SELECT i, count(*) AS n FROM t GROUP BY i ORDER BY i NULLS LAST")
    #expect(groups.count == counts.count + 1)
    let totals = groups.map { row -> Int128? in
      if case .interval(let interval) = row[0] { interval.total } else { nil }
    }
    #expect(totals.dropLast().map { $0 ?? 0 } == counts.keys.sorted())
    for (row, total) in zip(groups, totals) {
      if let total { #expect(row[1] == .integer(Int128(counts[total] ?? 0))) }
    }
    let pairs = counts.values.reduce(0) { $0 + $1 * $1 }
    #expect(
      try run("SELECT count(*) FROM t AS a JOIN t AS b ON a.i = b.i") == [[.integer(Int128(pairs))]]
    )
    #expect(
      try run("SELECT count(DISTINCT i) FROM t") == [[.integer(Int128(counts.count))]])
  }

  @Test func firstRowsComeInOrderAndStably() throws {
    let all = Self.largeRows.enumerated().map { (row: $0, x: $1[3], q: $1[4]) }
    for (sql, limit) in [("x, q DESC", 20), ("x DESC NULLS FIRST, q", 5000), ("x", 3)] {
      let found = try Self.engine.run(
        "SELECT x, q FROM t ORDER BY \(sql) LIMIT \(limit)", threads: 2
      ).rows
      let sorted = all.sorted { a, b in
        let x = Meaning.precedes(a.x, b.x, descending: sql.hasPrefix("x DESC"), nullsFirst: false)
        if x != 0 { return x < 0 }
        let q = Meaning.precedes(
          a.q, b.q, descending: sql.hasSuffix("q DESC"), nullsFirst: false)
        return sql == "x" || q == 0 ? a.row < b.row : q < 0
      }
      #expect(found == sorted.prefix(limit).map { [$0.x, $0.q] })
    }
  }

  /// An expression over few values is evaluated once for each; one that fails on values which only
  /// rows that are not asked hold must not fail.
  @Test func lookUpsDoNotFailForRowsThatAreNotAsked() throws {
    var engine = Engine()
    let texts = ["1", "2", "ten"]
    let values = (0..<4000).map { Value.text(texts[$0 % 3]) }
    let coded = try DictionaryEncoding.encode([Vector(values, type: .varchar)])
    let numbers = Vector(
      (0..<4000).map { .integer(Int128($0 % 3 == 2 ? Int64.max : Int64.max - 5)) }, type: .bigint)
    engine.catalog.set(
      "t",
      to: Relation(
        fields: [Field(name: "v", type: .varchar), Field(name: "n", type: .bigint)],
        chunks: [Chunk(count: 4000, columns: [coded[0], numbers])]))
    #expect(
      try engine.run("SELECT sum(CAST(v AS BIGINT)) FROM t WHERE v <> 'ten'").rows[0][0]
        == .integer(1334 + 2 * 1333))
    #expect(
      try engine.run("SELECT sum(CASE WHEN v <> 'ten' THEN CAST(v AS BIGINT) END) FROM t").rows[0][
        0]
        == .integer(1334 + 2 * 1333))
    // The range has six values; one of them overflows.
    #expect(
      try engine.run("SELECT max(n + 1) - 9223372036854775800 FROM t WHERE v <> 'ten'").rows[0][0]
        == .integer(3))
    #expect(throws: (any Error).self) { try engine.run("SELECT max(n + 1) FROM t") }
  }

  @Test func notesCountRowsThatAreAsked() throws {
    let from = "FROM (VALUES (1, 0), (6, 2), (NULL, 0), (5, NULL)) AS t(a, b)"
    for (sql, count) in [
      ("SELECT a / b \(from)", 1), ("SELECT a // b, a % b \(from)", 2),
      ("SELECT a \(from) WHERE b <> 0 AND a / b > 1", 0),
      ("SELECT b = 0 OR a / b > 1 \(from)", 0),
      ("SELECT CASE WHEN b <> 0 THEN a / b END \(from)", 0),
      ("SELECT sum(a / b) FILTER (WHERE b <> 0) \(from)", 0),
    ] {
      let notes = try Engine().outcome(sql).notes
      let expected =
        count == 0 ? [] : ["\(count) division\(count == 1 ? "" : "s") by zero gave NULL"]
      #expect(notes == expected, "\(sql)")
    }
  }

  @Test func noStatementOverflowsTheStack() throws {
    func nested(_ open: String, _ middle: String, _ close: String, _ depth: Int) -> String {
      String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
    }
    let sums = Array(repeating: "x", count: 5000).joined(separator: " + ")
    let unions = Array(repeating: "SELECT 1 AS x", count: 2000).joined(separator: " UNION ALL ")
    let ors = (0..<5000).map { "x = \($0)" }.joined(separator: " OR ")
    let from = "FROM (VALUES (1), (2)) AS t(x)"
    for sql in [
      "SELECT \(sums) \(from)", unions, "SELECT x \(from) WHERE \(ors)",
      "SELECT \(nested("(", "x", ")", 190)) \(from)",
      "SELECT \(nested("(", "x", ")", 100_000)) \(from)",
      "SELECT \(nested("NOT ", "x = 1", "", 900)) \(from)",
      "SELECT \(nested("- ", "x", "", 900)) \(from)",
      "SELECT \(nested("CASE WHEN x = 1 THEN 1 ELSE ", "x", " END", 190)) \(from)",
      "SELECT x + \(nested("CAST(", "x", " AS BIGINT)", 190)) \(from)",
      nested("SELECT * FROM (", "VALUES (1)", ") AS t", 150),
      "SELECT \(nested("(x + ", "x", ")", 190)), count(*) \(from) GROUP BY ALL",
    ] {
      // Whether it is answered or refused, it comes back; evaluation runs on small stacks too.
      for threads in [1, 2] {
        do {
          _ = try Engine().run(sql, threads: threads)
        } catch {
          #expect("\(error)".isEmpty == false)
        }
      }
    }
  }
}
