import Columns

/// A function that needs OVER: one row of the table of window functions.
///
/// Aggregates with OVER are not in it: every ``AggregateFunction`` is a window function too.
package struct WindowFunction: Sendable {
  /// What the executor computes.
  package enum Kind: Sendable {
    case rowNumber, rank, denseRank, percentRank, cumulativeDistribution, buckets
    case lag, lead
    case firstValue, lastValue, nthValue
    /// x of the row that holds the period before; not to be called by name.
    case periodBefore
  }

  /// In lower case.
  package let names: [String]
  package let kind: Kind
  /// How a call is written: `ntile(buckets) OVER (ORDER BY …)`.
  package let signature: String
  /// What it does, in one line.
  package let help: String
  /// A statement that shows its use, as ``FunctionReference/example`` has it.
  package let example: String

  package var name: String { names[0] }

  /// Whether it reads the rows of the frame, and not all of the partition.
  package var usesFrame: Bool {
    switch kind {
    case .firstValue, .lastValue, .nthValue: true
    default: false
    }
  }

  /// Whether it gives values of its first argument, among which NULLs may be skipped.
  package var takesNullTreatment: Bool {
    switch kind {
    case .lag, .lead, .firstValue, .lastValue, .nthValue: true
    default: false
    }
  }

  /// Whether it takes an ORDER BY inside the call, by which it orders the rows of the frame.
  package var takesOrder: Bool { kind != .denseRank }

  /// How many arguments it takes.
  package var argumentCounts: ClosedRange<Int> {
    switch kind {
    case .rowNumber, .rank, .denseRank, .percentRank, .cumulativeDistribution: 0...0
    case .buckets, .firstValue, .lastValue, .periodBefore: 1...1
    case .nthValue: 2...2
    case .lag, .lead: 1...3
    }
  }

  /// All window functions.
  package static let all: [WindowFunction] = [
    WindowFunction(
      names: ["row_number"], kind: .rowNumber, signature: "row_number() OVER (ORDER BY …)",
      help: "The place of the row in its partition, from 1 on; equal rows in the order they come.",
      example:
        "SELECT x, row_number() OVER (ORDER BY n DESC) FROM (VALUES ('CN', 60), ('IN', 80)) AS t(x, n)"
    ),
    WindowFunction(
      names: ["rank"], kind: .rank, signature: "rank() OVER (ORDER BY …)",
      help: "The place of the row, equal rows in one place, with gaps behind them: 1, 1, 3.",
      example:
        "SELECT kg, rank() OVER (ORDER BY kg DESC) FROM (VALUES (80), (5), (5), (1)) AS t(kg)"),
    WindowFunction(
      names: ["dense_rank", "rank_dense"], kind: .denseRank,
      signature: "dense_rank() OVER (ORDER BY …)",
      help: "The place of the row, equal rows in one place, without gaps: 1, 1, 2.",
      example:
        "SELECT kg, dense_rank() OVER (ORDER BY kg DESC) FROM (VALUES (80), (5), (5), (1)) AS t(kg)"
    ),
    WindowFunction(
      names: ["percent_rank"], kind: .percentRank, signature: "percent_rank() OVER (ORDER BY …)",
      help: "The share of the other rows that come before this one and its equals: 0 to 1.",
      example: "SELECT kg, percent_rank() OVER (ORDER BY kg) FROM (VALUES (1), (5), (80)) AS t(kg)"),
    WindowFunction(
      names: ["cume_dist"], kind: .cumulativeDistribution,
      signature: "cume_dist() OVER (ORDER BY …)",
      help: "The share of the rows that come up to this one and its equals: above 0, to 1.",
      example:
        "SELECT kg, cume_dist() OVER (ORDER BY kg) FROM (VALUES (1), (5), (5), (80)) AS t(kg)"),
    WindowFunction(
      names: ["ntile"], kind: .buckets, signature: "ntile(buckets) OVER (ORDER BY …)",
      help: "The number of the row's bucket when the partition is cut into equal ones, from 1 on.",
      example:
        "SELECT kg, ntile(4) OVER (ORDER BY kg) AS quarter FROM (VALUES (1), (2), (5), (80)) AS t(kg)"
    ),
    WindowFunction(
      names: ["lag"], kind: .lag,
      signature: "lag(x [, rows [, default]] [IGNORE NULLS]) OVER (ORDER BY …)",
      help:
        "x of an earlier row, one before if nothing is said; NULL or the default before the first.",
      example:
        "SELECT y, n - lag(n) OVER (ORDER BY y) AS more FROM (VALUES (2022, 10), (2023, 25)) AS t(y, n)"
    ),
    WindowFunction(
      names: ["lead"], kind: .lead,
      signature: "lead(x [, rows [, default]] [IGNORE NULLS]) OVER (ORDER BY …)",
      help: "x of a later row, one behind if nothing is said; NULL or the default behind the last.",
      example:
        "SELECT lead(day) OVER (ORDER BY day) - day AS gap FROM (VALUES (3), (10), (12)) AS t(day)"),
    WindowFunction(
      names: ["first_value"], kind: .firstValue,
      signature: "first_value(x [IGNORE NULLS]) OVER (ORDER BY …)",
      help: "x of the first row of the frame.",
      example:
        "SELECT y, n - first_value(n) OVER (ORDER BY y) FROM (VALUES (2022, 10), (2024, 25)) AS t(y, n)"
    ),
    WindowFunction(
      names: ["last_value"], kind: .lastValue,
      signature: "last_value(x [IGNORE NULLS]) OVER (ORDER BY …)",
      help: "x of the last row of the frame, which ends at the current row if nothing is said.",
      example:
        "SELECT kg, last_value(kg) OVER (ORDER BY kg ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS next\nFROM (VALUES (1), (5), (80)) AS t(kg)"
    ),
    WindowFunction(
      names: ["nth_value"], kind: .nthValue,
      signature: "nth_value(x, n [IGNORE NULLS]) OVER (ORDER BY …)",
      help: "x of the n-th row of the frame, from 1 on; NULL where there is none.",
      example:
        "SELECT x, nth_value(x, 2) OVER (ORDER BY n DESC) FROM (VALUES ('CN', 60), ('IN', 80)) AS t(x, n)"
    ),
  ]

  /// What `growth` is made of.
  static let periodBefore = WindowFunction(
    names: ["period_before"], kind: .periodBefore,
    signature: "period_before(x) OVER (ORDER BY period)", help: "x of the period before.",
    example: "")

  /// The window function called `name`, in lower case.
  package static func named(_ name: String) -> WindowFunction? {
    all.first { $0.names.contains(name) }
  }
}
