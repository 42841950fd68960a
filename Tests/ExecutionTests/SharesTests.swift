import Columns
import Testing

@testable import Execution

/// SHARE, GROWTH and HHI against what they stand for, written out.
struct SharesTests {
  private static func engine(_ fields: [(String, DataType)], _ rows: [[Value]]) -> Engine {
    var engine = Engine()
    let columns = fields.indices.map { column in
      Vector(rows.map { $0[column] }, type: fields[column].1)
    }
    engine.catalog.set(
      "t",
      to: Relation(
        fields: fields.map { Field(name: $0.0, type: $0.1) },
        chunks: [Chunk(count: rows.count, columns: columns)]))
    return engine
  }

  /// Some groups with some of the periods from 1990 on, each once.
  private static func periods(
    _ random: inout RandomNumbers, _ value: (Int) -> Value
  ) -> [[Value]] {
    var rows: [[Value]] = []
    for group in 0..<random.within(1...4) {
      for period in 0..<40 where !random.once(in: 3) {
        let amount = random.once(in: 8) ? .null : Value.integer(Int128(random.within(-2...9)))
        rows.append([.integer(Int128(group)), value(period), amount])
      }
    }
    return random.shuffled(rows)
  }

  private static let steps: [(name: String, step: String, type: DataType)] = [
    ("whole", "1", .bigint), ("year", "INTERVAL 1 YEAR", .date),
    ("quarter", "INTERVAL 3 MONTH", .date), ("month", "INTERVAL 1 MONTH", .timestamp),
    ("week", "INTERVAL 7 DAY", .date), ("day", "INTERVAL 1 DAY", .date),
    ("hour", "INTERVAL 1 HOUR", .timestamp),
  ]

  /// The start of a period, periods being counted from one in which no longer ones begin alike.
  private static func start(_ step: String, _ number: Int) -> Value {
    func days(_ months: Int) -> Int {
      CivilDate(year: 1990 + months / 12, month: months % 12 + 1, day: 1).daysSinceEpoch
    }
    return switch step {
    case "whole": .integer(Int128(number))
    case "year": .date(Int32(days(number * 12)))
    case "quarter": .date(Int32(days(number * 3)))
    case "month": .timestamp(Int64(days(number)) * 86_400_000_000)
    case "week": .date(Int32(4 + 7 * number))
    case "day": .date(Int32(number))
    default: .timestamp(Int64(number) * 3_600_000_000)
    }
  }

  @Test(arguments: steps.indices, 0..<6)
  func growthIsOnThePeriodBefore(step: Int, seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(seed))
    let (name, distance, type) = Self.steps[step]
    let rows = Self.periods(&random) { Self.start(name, $0) }
    let engine = Self.engine([("k", .bigint), ("p", type), ("x", .bigint)], rows)
    let growth = try engine.run(
      "SELECT k, p, CAST(GROWTH(x) OVER (PARTITION BY k ORDER BY p) AS DOUBLE) AS g FROM t ORDER BY k, p",
      threads: 2)
    let joined = try engine.run(
      """
      SELECT a.k, a.p, (a.x - b.x) / b.x AS g FROM t AS a
      LEFT JOIN t AS b ON a.k = b.k AND b.p + \(distance) = a.p ORDER BY a.k, a.p
      """)
    #expect(growth.rows == joined.rows)
    #expect(growth.rows.contains { !$0[2].isNull })
  }

  @Test(arguments: [DataType.double, .bigint, .decimal(precision: 18, scale: 2)])
  func sharesAndConcentrationsAreTheSameBitsOnAnyThreads(type: DataType) throws {
    var random = RandomNumbers(seed: 7)
    let rows = (0..<70_000).map { _ -> [Value] in
      let number = random.within(0...1_000_000)
      let value: Value =
        switch type {
        case .double: .double(Double(number) / 7)
        case .bigint: .integer(Int128(number))
        default: .decimal(unscaled: Int128(number), scale: 2)
        }
      return [.integer(Int128(random.below(50))), value]
    }
    let engine = Self.engine([("k", .bigint), ("x", type)], rows)
    for sql in [
      "SELECT k, HHI(x) AS h FROM t GROUP BY k ORDER BY k", "SELECT HHI(x) AS h FROM t",
      "SELECT k, SHARE(SUM(x)) AS s FROM t GROUP BY k ORDER BY k",
      "SELECT k, SHARE(x) AS s FROM t ORDER BY k, x LIMIT 500",
    ] {
      let once = try engine.run(sql)
      let others = [
        try engine.run(sql, threads: 3), try engine.run(sql, optimizes: false),
        try engine.run(sql, threads: 2),
      ]
      for other in others {
        #expect(
          zip(once.rows, other.rows).allSatisfy {
            zip($0, $1).allSatisfy { $0.isIdentical(to: $1) }
          }
        )
      }
    }
    // The squares of the shares, added up.
    let index = try engine.run(
      "SELECT SUM(s * s) AS h FROM (SELECT CAST(SHARE(x) AS DOUBLE) AS s FROM t)")
    guard case .double(let expected) = index.rows[0][0],
      case .double(let found) = try engine.run("SELECT HHI(x) AS h FROM t").rows[0][0]
    else {
      Issue.record("no DOUBLEs")
      return
    }
    #expect(abs(expected - found) <= 1e-12 * expected)
  }

  @Test func concentrationNeverExceedsOne() throws {
    for x in ["0.1", "1e150", "123456789.123456789", "3"] {
      let one = try Engine().run("SELECT HHI(x) AS h FROM (VALUES (CAST(\(x) AS DOUBLE))) AS t(x)")
      #expect(one.rows == [[.double(1)]])
    }
    for x in ["1e160", "1e-200"] {
      #expect(throws: (any Error).self) {
        try Engine().run("SELECT HHI(x) AS h FROM (VALUES (CAST(\(x) AS DOUBLE))) AS t(x)")
      }
    }
  }
}
