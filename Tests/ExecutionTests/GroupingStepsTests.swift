import Columns
import Language
import Planning
import Testing

@testable import Execution

/// Aggregations that the optimizer makes in two steps, held to the same made in one.
struct GroupingStepsTests {
  private static let modes: [Value] = [.text("Mail"), .text("Road"), .text("Sea"), .null]

  private static let engine: Engine = {
    var engine = Engine()
    var random = RandomNumbers(seed: 11)
    let rows = (0..<3000).map { _ -> [Value] in
      let value = Int128.random(in: -999...99_999, using: &random)
      return [
        .text("c\(Int.random(in: 0..<5, using: &random))"),
        modes[Int.random(in: 0..<4, using: &random)],
        value % 7 == 0 ? .null : .decimal(unscaled: value, scale: 2),
        .integer(Int128.random(in: 0...3, using: &random)),
      ]
    }
    let types: [(String, DataType)] = [
      ("category", .varchar), ("mode", .varchar), ("value", .decimal(precision: 9, scale: 2)),
      ("pieces", .bigint),
    ]
    let columns = types.enumerated().map { column, type in
      Vector(rows.map { $0[column] }, type: type.1)
    }
    engine.catalog.set(
      "t",
      to: Relation(
        fields: types.map { Field(name: $0, type: $1) },
        chunks: [
          Chunk(
            count: rows.count,
            columns: columns.map { column in
              column.type == .varchar
                ? (try? DictionaryEncoding.encode([column])[0]) ?? column : Bounding.bounded(column)
            })
        ]))
    return engine
  }()

  static let inTwoSteps = [
    "SELECT category, sum(CASE WHEN mode = 'Mail' THEN 1 ELSE 0 END), "
      + "sum(CASE WHEN mode = 'Road' THEN value ELSE 0 END) FROM t GROUP BY category",
    "SELECT category, count(*), sum(CASE mode WHEN 'Mail' THEN value WHEN 'Road' THEN pieces END), "
      + "sum(CASE WHEN mode IS NULL THEN value END), max(CASE WHEN mode > 'N' THEN value END), "
      + "min(CASE WHEN mode < 'N' THEN value ELSE 5 END), count(CASE WHEN mode = 'Sea' THEN value END) "
      + "FROM t GROUP BY category",
    "SELECT count(*) FILTER (WHERE mode = 'Sea'), sum(pieces) FILTER (WHERE mode = 'Mail'), "
      + "sum(pieces) FILTER (WHERE mode = 'Sea'), sum(pieces), count(value) FILTER (WHERE mode = 'x') "
      + "FROM t",
    "SELECT count(*), count(*) FILTER (WHERE mode = 'Sea'), sum(CASE WHEN mode = 'Sea' THEN 3 END), "
      + "sum(CASE WHEN mode = 'Road' THEN 3 END), sum(CASE WHEN mode = 'Mail' THEN 3 END) "
      + "FROM t WHERE mode <> mode",
    "SELECT mode, sum(CASE WHEN mode = 'Sea' THEN pieces END), sum(CASE WHEN mode = 'Mail' THEN pieces "
      + "END) FROM t GROUP BY mode",
    "SELECT category, sum(CASE WHEN mode = 'Sea' THEN pieces ELSE -pieces END), "
      + "sum(CASE WHEN mode = 'Sea' THEN pieces END), sum(CASE WHEN mode = 'Mail' THEN pieces END), "
      + "count(*) FROM t GROUP BY category HAVING sum(CASE WHEN mode = 'Sea' THEN pieces END) > 200",
    "SELECT k, count(*), sum(v), min(v), max(k) FROM (SELECT category AS k, value AS v FROM t "
      + "UNION ALL SELECT mode, pieces FROM t UNION ALL SELECT mode, NULL FROM t WHERE pieces = 2) "
      + "GROUP BY k",
    "SELECT count(*), sum(v), count(v) FROM (SELECT value AS v FROM t WHERE pieces > 9 UNION ALL "
      + "SELECT pieces FROM t)",
    "SELECT count(*) FILTER (WHERE k = 'Mail'), bool_or(k = 'c1') FROM (SELECT category AS k FROM t "
      + "UNION ALL SELECT mode FROM t)",
  ]

  static let inOneStep = [
    // A mean does not combine, a distinct count neither.
    "SELECT category, avg(value), sum(CASE WHEN mode = 'Mail' THEN value END), "
      + "sum(CASE WHEN mode = 'Sea' THEN value END) FROM t GROUP BY category",
    "SELECT category, count(DISTINCT pieces), sum(CASE WHEN mode = 'Mail' THEN value END), "
      + "sum(CASE WHEN mode = 'Sea' THEN value END) FROM t GROUP BY category",
    // Would compute the quotient where it is not asked for, and say so.
    "SELECT category, sum(CASE WHEN pieces <> 0 THEN 6 // pieces END), "
      + "sum(CASE WHEN pieces = 0 THEN pieces // 1 END) FROM t GROUP BY category",
    // Conditions on a column of many values, and on one call alone.
    "SELECT category, sum(CASE WHEN value < 10 THEN pieces END), "
      + "sum(CASE WHEN value > 10 THEN pieces END) FROM t GROUP BY category",
    "SELECT category, sum(CASE WHEN mode = 'Sea' THEN value END) FROM t GROUP BY category",
    "SELECT v, count(*) FROM (SELECT value AS v FROM t UNION ALL SELECT value FROM t) GROUP BY v",
    // Doubles do not add up to the same bits in another order.
    "SELECT category, sum(CASE WHEN mode = 'Sea' THEN value * 0.1e0 END), "
      + "sum(CASE WHEN mode = 'Mail' THEN value * 0.1e0 END) FROM t GROUP BY category",
  ]

  /// How many aggregations the plan of a query has.
  private static func steps(_ sql: String) throws -> Int {
    let source = Source(sql)
    let bound = try Binder.bind(
      try Parser.statement(source), source: source, catalog: engine.catalog
    ) { request, _ in
      throw Diagnostic(.error, "no file \(request.name)", at: request.range)
    }
    guard case .query(let plan) = bound else { return 0 }
    return Optimizer.optimize(plan).explanation.filter {
      $0.contains("GROUP BY") || $0.contains("AGGREGATE")
    }.count
  }

  private static func sorted(_ rows: [[Value]]) -> [[String]] {
    rows.map { $0.map { "\($0)" } }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test(arguments: inTwoSteps + inOneStep)
  func givesTheSameAnswer(sql: String) throws {
    let expected = try Self.engine.outcome(sql, optimizes: false)
    for threads in [1, 2] {
      let found = try Self.engine.outcome(sql, threads: threads)
      #expect(found.relation.fields.map(\.type) == expected.relation.fields.map(\.type))
      #expect(Self.sorted(found.relation.rows) == Self.sorted(expected.relation.rows))
      #expect(found.notes == expected.notes)
    }
  }

  @Test(arguments: inTwoSteps) func takesTwoSteps(sql: String) throws {
    #expect(try Self.steps(sql) > 1)
  }

  @Test(arguments: inOneStep) func takesOneStep(sql: String) throws {
    #expect(try Self.steps(sql) == 1)
  }
}
