import Columns
import Testing

@testable import Execution

/// `ORDER BY … LIMIT` over many chunks, where each lets the next ones pass over rows, held to the
/// leading rows of the whole order.
struct LeadingRowsTests {
  static let orders = [
    "n, id", "n DESC, id", "n NULLS FIRST, id", "n DESC NULLS LAST, id", "x DESC, id", "x, n, id",
    "t, id", "t DESC NULLS FIRST, id", "big DESC, id", "flag, n, id", "id", "n + 1, id",
    "upper(t) DESC, id",
  ]

  static let sources = [
    "SELECT * FROM r", "SELECT * FROM r WHERE n IS NOT NULL AND n > 3",
    "SELECT id, t, x, flag, big, n FROM r WHERE flag",
    "SELECT * FROM r WHERE CAST(replace(t, 't', '') AS BIGINT) > 10",
  ]

  /// Rows in chunks of 500, the values of each column in no order, with NULLs and repeats.
  private static let engine: Engine = {
    var engine = Engine()
    let fields = [
      Field(name: "id", type: .bigint), Field(name: "n", type: .bigint),
      Field(name: "x", type: .double), Field(name: "t", type: .varchar),
      Field(name: "big", type: .hugeint), Field(name: "flag", type: .boolean),
    ]
    var state: UInt64 = 77
    func next(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    let chunks = (0..<8).map { chunk in
      let rows = (0..<500).map { row -> [Value] in
        [
          .integer(Int128(chunk * 500 + row)),
          next(9) == 0 ? .null : .integer(Int128(next(60))),
          next(9) == 0 ? .null : .double(next(40) == 0 ? .nan : Double(next(300)) / 4 - 20),
          next(9) == 0 ? .null : .text("t\(next(200))"),
          .integer(Int128(next(50)) << 90), next(5) == 0 ? .null : .boolean(next(2) == 0),
        ]
      }
      return Chunk(
        count: 500,
        columns: fields.indices.map { column in
          Vector(rows.map { $0[column] }, type: fields[column].type)
        })
    }
    engine.catalog.set("r", to: Relation(fields: fields, chunks: chunks))
    return engine
  }()

  @Test(arguments: orders, sources)
  func areThoseOfTheWholeOrder(order: String, source: String) throws {
    let all = try Self.engine.run("SELECT * FROM (\(source)) ORDER BY \(order)").rows
    for limit in [0, 1, 7, 60, 400] {
      for threads in [1, 3] {
        let leading = try Self.engine.run(
          "SELECT * FROM (\(source)) ORDER BY \(order) LIMIT \(limit)", threads: threads
        ).rows
        #expect(leading.map { "\($0)" } == all.prefix(limit).map { "\($0)" })
      }
    }
  }
}
