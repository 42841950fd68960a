import Columns

/// A function of many rows: one row of the table of aggregates.
package struct AggregateFunction: Sendable {
  /// What the executor keeps for it.
  package enum Kind: Sendable {
    case count, sum, average, minimum, maximum
  }

  /// In lower case; `avg` also as `mean`.
  package let names: [String]
  package let kind: Kind
  /// How a call is written: `sum(number)`.
  package let signature: String
  /// What it does, in one line.
  package let help: String
  /// The type of the result; nil where it does not take an argument of this type.
  package let resultType: @Sendable (DataType) -> DataType?

  package var name: String { names[0] }

  /// All aggregates.
  package static let all: [AggregateFunction] = [
    AggregateFunction(
      names: ["count"], kind: .count, signature: "count(*) | count([DISTINCT] x)",
      help: "How many rows there are, or how many in which x is not NULL.",
      resultType: { _ in .bigint }),
    AggregateFunction(
      names: ["sum"], kind: .sum, signature: "sum([DISTINCT] number)",
      help: "The total; exact for whole numbers and decimals. NULL where there is no value.",
      resultType: { $0.isNumeric || $0 == .null ? AggregateTypes.sum(of: $0) : nil }),
    AggregateFunction(
      names: ["avg", "mean"], kind: .average, signature: "avg([DISTINCT] number)",
      help: "The arithmetic mean, a DOUBLE. NULL where there is no value.",
      resultType: { $0.isNumeric || $0 == .null ? .double : nil }),
    AggregateFunction(
      names: ["min"], kind: .minimum, signature: "min(x)",
      help: "The least value; texts in byte order. NULL where there is no value.",
      resultType: { $0 }),
    AggregateFunction(
      names: ["max"], kind: .maximum, signature: "max(x)",
      help: "The greatest value; texts in byte order. NULL where there is no value.",
      resultType: { $0 }),
  ]

  /// The aggregate called `name`, in lower case.
  package static func named(_ name: String) -> AggregateFunction? {
    all.first { $0.names.contains(name) }
  }
}
