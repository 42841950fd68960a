/// What is said of a function that a statement can call: to people who ask, and in completion.
///
/// It is put together from the tables that calls are bound with, so it lists just what there is.
package struct FunctionReference: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Works on one row.
    case scalar
    /// Makes one value of many rows.
    case aggregate
    /// Makes a value of each row and those around it.
    case window
    /// Stands in FROM.
    case table
  }

  package let kind: Kind
  /// The canonical name first, then aliases.
  package let names: [String]
  /// How a call is written.
  package let signature: String
  /// What it does, in one line.
  package let help: String
  /// A statement, without a semicolon and of two lines at most, that shows what the function is for.
  package let example: String

  package var name: String { names[0] }

  /// Whether the example runs in an empty session, and always with the same result; one that reads
  /// a file cannot.
  package var exampleRuns: Bool { FileFunction.named(name) == nil }

  /// All functions that have a name to be called by, in its order.
  package static let all: [FunctionReference] = {
    let scalars = FunctionTable.scalars.compactMap { function -> FunctionReference? in
      let names = function.names.filter(FunctionTable.callableNames.contains)
      return names.isEmpty
        ? nil
        : FunctionReference(
          kind: .scalar, names: names, signature: function.signature, help: function.help,
          example: function.example)
    }
    let aggregates = AggregateFunction.all.map {
      FunctionReference(
        kind: .aggregate, names: $0.names, signature: $0.signature, help: $0.help,
        example: $0.example)
    }
    let windows = WindowFunction.all.map {
      FunctionReference(
        kind: .window, names: $0.names, signature: $0.signature, help: $0.help,
        example: $0.example)
    }
    let derived = DerivedWindow.all.map {
      FunctionReference(
        kind: .window, names: [$0.name], signature: $0.signature, help: $0.help,
        example: $0.example)
    }
    return (scalars + aggregates + windows + derived + tables).sorted {
      ($0.name, $0.help) < ($1.name, $1.help)
    }
  }()

  /// The functions called `name`, in any case; several where one name is of several kinds.
  package static func named(_ name: String) -> [FunctionReference] {
    let folded = name.lowercased()
    return all.filter { $0.names.contains(folded) }
  }

  /// What stands in FROM.
  package static let tables: [FunctionReference] =
    [
      FunctionReference(
        kind: .table, names: ["generate_series"],
        signature: "generate_series([start,] stop [, step])",
        help: "Whole numbers, or moments with an INTERVAL between them, up to and with stop.",
        example:
          "SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-03-01', INTERVAL 1 MONTH) AS t(month)"
      ),
      FunctionReference(
        kind: .table, names: ["range"], signature: "range([start,] stop [, step])",
        help: "Whole numbers, or moments with an INTERVAL between them, up to but without stop.",
        example: "SELECT year FROM range(2021, 2025) AS t(year)"),
      FunctionReference(
        kind: .table, names: ["unnest"],
        signature: "unnest([a, b, …]) | unnest(string_split(text, separator))",
        help: "A row for each value of a list; in a SELECT list too.",
        example: "SELECT code, hs_label(code) FROM unnest(['24', '30', '71']) AS t(code)"),
      Binder.nearDuplicates,
    ]
    + FileFunction.all.map { function in
      FunctionReference(
        kind: .table, names: function.names, signature: function.signature, help: function.help,
        example: function.example)
    }
}
