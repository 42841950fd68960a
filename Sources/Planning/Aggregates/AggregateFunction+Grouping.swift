import Columns

extension AggregateFunction {
  /// What tells the rows of grouping sets apart.
  static let grouping: [AggregateFunction] = [
    AggregateFunction(
      "grouping", "grouping_id", signature: "grouping(key [, key …])",
      help:
        "Which keys a row of ROLLUP, CUBE or GROUPING SETS is not grouped by: a bit each, 1 where it is not, the last key lowest.",
      example:
        "SELECT x, sum(n), grouping(x) FROM (VALUES ('CN', 3), ('IN', 5)) AS t(x, n) GROUP BY ROLLUP (x)",
      traits: [.grouping, .zeroOverNothing]
    ) { (types, _) throws(ValueError) in
      // 63 keys are as many as a BIGINT has bits for.
      guard (1...63).contains(types.count) else { return nil }
      return AggregateOverload(types, .bigint) { NullState(type: .bigint, rows: $0) }
    }
  ]
}
