import Columns
import Language
import Reference

/// A table that says when operations were: one a row.
struct OperationTable {
  /// What such a table is called.
  static let usualName = "operations"

  /// An operation; days are counted from 1970-01-01, nil where the table does not say.
  struct Operation {
    let name: String
    let start: Int32?
    let end: Int32?
    /// What is known in words.
    let period: String?
    /// Where more is told.
    let source: String?
  }

  let name: String
  private let operations: [Operation]

  /// The positions of the name, the first day, the last one, the words about both, and the source; nil
  /// where the columns are not those of such a table.
  static func positions(
    in fields: [Field]
  ) -> (name: Int, start: Int, end: Int, period: Int?, source: Int?)? {
    func position(_ name: String, _ type: DataType) -> Int? {
      fields.firstIndex { $0.name.lowercased() == name && $0.type == type }
    }
    guard let name = position("operation", .varchar) ?? position("name", .varchar),
      let start = position("start_date", .date), let end = position("end_date", .date)
    else { return nil }
    return (name, start, end, position("period", .varchar), position("source", .varchar))
  }

  /// Nil where the columns are not those of such a table.
  init?(_ name: String, _ relation: Relation) {
    guard let positions = Self.positions(in: relation.fields) else { return nil }
    self.name = name
    operations = relation.chunks.flatMap { chunk in
      (0..<chunk.count).compactMap { row -> Operation? in
        func text(_ position: Int?) -> String? {
          guard let position, case .text(let text) = chunk.columns[position].value(row) else {
            return nil
          }
          return text
        }
        func day(_ position: Int) -> Int32? {
          guard case .date(let day) = chunk.columns[position].value(row) else { return nil }
          return day
        }
        return text(positions.name).map {
          Operation(
            name: $0, start: day(positions.start), end: day(positions.end),
            period: text(positions.period), source: text(positions.source))
        }
      }
    }
  }

  var names: [String] { operations.map(\.name) }

  /// The operations called `name`, in any of the ways in which ``Operations`` understands it; case
  /// and the word before it, as in `Operation STOP`, do not count.
  func operations(named name: String) -> [Operation] {
    let wanted = Self.folded(name)
    let known = Operations.operation(name)
    return operations.filter {
      Self.folded($0.name) == wanted
        || known != nil && Operations.operation($0.name) == known
    }
  }

  private static func folded(_ name: String) -> String {
    var words = name.lowercased().split(whereSeparator: \.isWhitespace)
    if words.count > 1, words.first == "operation" { words.removeFirst() }
    return words.joined(separator: " ")
  }
}

/// What can be wrong with the name of an operation.
enum OperationProblem {
  case notConstant
  case unknown(String, known: [String])
  case daysNotKnown(OperationTable.Operation, table: String)
  case severalDays(String, table: String)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    switch self {
    case .notConstant:
      return Diagnostic(
        .error, "DURING wants the name of one operation, which does not depend on rows", at: range,
        help: ["a join finds the operation of each row: ON day BETWEEN start_date AND end_date"])
    case .unknown(let name, let known):
      var diagnostic = Diagnostic(
        .error, "there is no operation \(SQLText.literal(name))", at: range,
        help: ["FROM ref.operations lists those that are known"])
      if let guess = Operations.closest(to: name) ?? Spelling.closest(to: name, among: known) {
        diagnostic.help.insert("did you mean '\(guess)'?", at: 0)
        diagnostic.fix = Diagnostic.Fix(range, SQLText.literal(guess))
      }
      return diagnostic
    case .daysNotKnown(let operation, let table):
      let known = [
        operation.start.map { "it began on \(Self.text($0))" },
        operation.end.map { "it ended on \(Self.text($0))" },
        operation.period.map { "it was in \($0)" },
      ].compactMap { $0 }
      return Diagnostic(
        .error,
        "\(table) does not say on which days \(operation.name) was"
          + (known.isEmpty ? "" : ": \(known.joined(separator: ", "))"), at: range,
        help: (operation.source.map { ["more about it: \($0)"] } ?? [])
          + ["a table operations of your own can say it: name, start_date, end_date"])
    case .severalDays(let name, let table):
      return Diagnostic(
        .error, "\(table) has several rows for \(name), with other days each", at: range)
    }
  }

  private static func text(_ day: Int32) -> String { ValueText.string(.date(day)) }
}
