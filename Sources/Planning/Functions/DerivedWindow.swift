/// A call over a window that the binder writes in other calls: `Binder+Shares.swift`.
package struct DerivedWindow: Sendable {
  package enum Kind: Sendable { case share, growth }

  package let kind: Kind
  /// In lower case.
  package let name: String
  /// How a call is written.
  package let signature: String
  /// What it does, in one line.
  package let help: String
  /// A statement that shows its use, as ``FunctionReference/example`` has it.
  package let example: String

  /// All of them.
  package static let all: [DerivedWindow] = [
    DerivedWindow(
      kind: .share, name: "share", signature: "share(number) [OVER (PARTITION BY …)]",
      help:
        "The number as a PERCENT of the total of its partition, or of the result: share(sum(q)); NULL where the total is 0.",
      example:
        "SELECT x, share(sum(n)) FROM (VALUES ('CN', 60), ('IN', 30), ('CN', 10)) AS t(x, n) GROUP BY x"
    ),
    DerivedWindow(
      kind: .growth, name: "growth",
      signature: "growth(number) OVER ([PARTITION BY …] ORDER BY period)",
      help:
        "The change on the period before, a PERCENT, by whole numbers or starts of years, months …; NULL where that period is missing or 0.",
      example:
        "SELECT y, growth(n) OVER (ORDER BY y) FROM (VALUES (2021, 10), (2022, 15), (2024, 20)) AS t(y, n)"
    ),
  ]

  /// The one called `name`, in lower case.
  package static func named(_ name: String) -> DerivedWindow? { all.first { $0.name == name } }
}
