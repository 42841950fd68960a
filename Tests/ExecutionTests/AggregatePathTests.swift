import Columns
import Testing

@testable import Execution

/// Aggregates on every way that grouping takes: one group, by array, by hash, by hash in parts.
struct AggregatePathTests {
  /// Rows from which grouping is parted by the hash of its keys.
  private static let rows = 205_000

  /// Numbers that look random and are not.
  private static func mix(_ row: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(row) &+ 1) &* 0x9E37_79B9_7F4A_7C15 >> 20)
  }

  private static let large: Relation = {
    let columns: [(name: String, type: DataType, value: (Int) -> Value)] = [
      ("g", .bigint, { $0 % 13 == 0 ? .null : .integer(Int128(mix($0) % 5)) }),
      ("id", .bigint, { .integer(Int128(mix($0) % 40_000) << 24) }),
      ("x", .double, { $0 % 7 == 0 ? .null : .double(Double(mix($0) % 1000) / 7) }),
      ("q", .bigint, { $0 % 11 == 0 ? .null : .integer(Int128(mix($0 / 2) % 900)) }),
      ("s", .varchar, { $0 % 5 == 0 ? .null : .text("t\(mix($0) % 400)") }),
    ]
    let size = Chunk.standardRows
    let chunks = stride(from: 0, to: rows, by: size).map { start in
      let range = start..<min(rows, start + size)
      return Chunk(
        count: range.count,
        columns: columns.map { column in Vector(range.map(column.value), type: column.type) })
    }
    return Relation(
      fields: columns.map { Field(name: $0.name, type: $0.type) }, chunks: chunks)
  }()

  private static let engine: Engine = {
    var engine = Engine()
    engine.catalog.set("t", to: large)
    return engine
  }()

  /// One of each kind of state.
  private static let calls = [
    "count(*)", "sum(x)", "avg(x)", "sum(q)", "stddev(x)", "corr(x, q)", "kurtosis(x)", "fsum(x)",
    "first(x)", "last(s)", "any_value(s)", "arg_max(q, x)", "arg_min(q, s)", "bit_xor(q)",
    "bool_or(x > 100)", "median(x)", "quantile_disc(s, 0.3)", "mode(q)", "entropy(s)", "mad(q)",
    "count(DISTINCT q)", "sum(DISTINCT x)", "covar_pop(DISTINCT q, q)",
    "first(s ORDER BY x DESC, q)", "sum(q) FILTER (WHERE x > 50)",
    "last(q ORDER BY q) FILTER (WHERE s IS NOT NULL)",
  ]

  @Test(arguments: ["", "g", "id", "s, x"])
  func sameBitsOnAnyNumberOfThreads(keys: String) throws {
    let list = (keys.isEmpty ? [] : [keys]) + Self.calls
    let sql =
      "SELECT \(list.joined(separator: ", ")) FROM t"
      + (keys.isEmpty ? "" : " GROUP BY \(keys)")
    let one = try Self.engine.run(sql, threads: 1).rows
    let two = try Self.engine.run(sql, threads: 2).rows
    #expect(one.count == two.count)
    let same = zip(one, two).allSatisfy { zip($0, $1).allSatisfy { $0.isIdentical(to: $1) } }
    #expect(same)
  }

  /// The parts of a parted grouping keep the order of the rows.
  @Test func partsKeepTheOrderOfTheRows() throws {
    let found = try Self.engine.run(
      """
      SELECT id, first(s), last(q), any_value(x), string_agg(s, '/'), arg_max(s, q), mode(q)
      FROM t GROUP BY id
      """, threads: 2
    ).rows
    var groups: [Value: [[Value]]] = [:]
    for row in Self.large.rows { groups[row[1], default: []].append(row) }
    #expect(found.count == groups.count)
    var wrong = 0
    for row in found {
      let rows = groups[row[0]] ?? []
      if Array(row.dropFirst()) != Self.expected(rows) { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  private static func expected(_ rows: [[Value]]) -> [Value] {
    let texts = rows.compactMap { row -> String? in
      if case .text(let text) = row[4] { text } else { nil }
    }
    var best: (q: Int128, s: Value)?
    for row in rows {
      guard case .integer(let q) = row[3], !row[4].isNull else { continue }
      if best == nil || q > best?.q ?? 0 { best = (q, row[4]) }
    }
    let numbers = rows.map { $0[3] }.filter { !$0.isNull }
    let counts = Dictionary(grouping: numbers) { $0 }.mapValues(\.count)
    let most = counts.values.max()
    return [
      rows.first?[4] ?? .null, rows.last?[3] ?? .null,
      rows.map { $0[2] }.first { !$0.isNull } ?? .null,
      texts.isEmpty ? .null : .text(texts.joined(separator: "/")), best?.s ?? .null,
      numbers.first { counts[$0] == most } ?? .null,
    ]
  }
}

/// Grouping by several sets is grouping by each of them.
struct GroupingSetsTests {
  private static let engine: Engine = {
    var engine = Engine()
    let keys: [Value] = [.null, .integer(1), .integer(2)]
    let texts: [Value] = [.text("a"), .null, .text("b"), .text("c")]
    let rows = 90
    func column(_ name: String, _ type: DataType, _ value: (Int) -> Value) -> (Field, Vector) {
      (Field(name: name, type: type), Vector((0..<rows).map(value), type: type))
    }
    let columns = [
      column("a", .bigint) { keys[$0 * 7 % 3] }, column("b", .varchar) { texts[$0 * 5 % 4] },
      column("c", .double) { $0 % 9 == 0 ? .null : .double(Double($0 % 4) / 2) },
      column("v", .bigint) { $0 % 8 == 0 ? .null : .integer(Int128($0 * 37 % 11)) },
      column("x", .double) { .double(Double($0 * 31 % 17) / 3) },
    ]
    let chunk = Chunk(count: rows, columns: columns.map(\.1))
    engine.catalog.set("t", to: Relation(fields: columns.map(\.0), chunks: [chunk]))
    engine.catalog.set("nothing", to: Relation(fields: columns.map(\.0), chunks: []))
    return engine
  }()

  /// What GROUP BY says, and the sets that it stands for.
  static let cases: [(by: String, sets: [[String]])] = [
    ("ROLLUP (a, b)", [["a", "b"], ["a"], []]),
    ("CUBE (a, b)", [["a", "b"], ["a"], ["b"], []]),
    ("CUBE (a, (b, c))", [["a", "b", "c"], ["a"], ["b", "c"], []]),
    ("a, ROLLUP (b)", [["a", "b"], ["a"]]),
    ("ROLLUP (a), ROLLUP (b)", [["a", "b"], ["a"], ["b"], []]),
    ("GROUPING SETS ((a), (a), ())", [["a"], ["a"], []]),
    ("GROUPING SETS ((a, b), (c), ())", [["a", "b"], ["c"], []]),
    ("GROUPING SETS (a, GROUPING SETS ((b), ROLLUP (c)))", [["a"], ["b"], ["c"], []]),
    ("ROLLUP (a, a)", [["a"], ["a"], []]),
    ("GROUPING SETS ((), ()), c", [["c"], ["c"]]),
  ]

  /// Aggregates that the finest groups suffice for, and some for which they do not.
  static let lists = [
    "count(*), sum(v), min(b), max(x), count(v), bool_or(v > 3), bit_xor(v), count(*) FILTER (WHERE v > 4)",
    "count(*), sum(x), avg(v), median(v), string_agg(b, '-'), count(DISTINCT v), first(v)",
  ]

  @Test(arguments: cases.indices, lists.indices)
  func isTheUnionOfItsSets(index: Int, list: Int) throws {
    let (by, sets) = Self.cases[index]
    let keys = ["a", "b", "c"].filter { key in sets.contains { $0.contains(key) } }
    for table in ["t", "nothing", "t WHERE v > 5"] {
      let sql =
        "SELECT \(keys.joined(separator: ", ")), grouping(\(keys.joined(separator: ", "))), "
        + "\(Self.lists[list]) FROM \(table) GROUP BY \(by)"
      var expected: [[Value]: Int] = [:]
      for set in sets {
        let columns = keys.map { set.contains($0) ? $0 : "NULL" }
        let bits = keys.reduce(0) { $0 << 1 | (set.contains($1) ? 0 : 1) }
        let group = set.isEmpty ? "()" : set.joined(separator: ", ")
        let rows = try Self.engine.run(
          "SELECT \(columns.joined(separator: ", ")), \(bits), \(Self.lists[list]) FROM \(table) "
            + "GROUP BY \(group)"
        ).rows
        for row in rows { expected[row, default: 0] += 1 }
      }
      for (threads, optimizes) in [(1, true), (2, true), (1, false)] {
        var found: [[Value]: Int] = [:]
        for row in try Self.engine.run(sql, threads: threads, optimizes: optimizes).rows {
          found[row, default: 0] += 1
        }
        #expect(found == expected, "\(sql)")
      }
    }
  }
}
