import Columns
import Language

/// What can be wrong with a statement that makes or changes tables: data here, words below.
package enum TableProblem: Sendable {
  case exists(kind: String, name: String)
  case unknown(kind: String, name: String, known: [String])
  case wrongKind(name: String, is: String, wanted: String)
  case duplicateColumn(String, table: String)
  case secondPrimaryKey(table: String)
  case valueCount(table: String, columns: [String], found: Int)
  case valueCountListed(columns: Int, found: Int)
  case columnTwice(String)
  case misplacedDefault
  case notNull(column: String, table: String, row: Int?)
  case checkFailed(table: String, name: String?, condition: String, row: Int?)
  /// `key` is the text of each value of the key.
  case duplicateKey(table: String, columns: [String], key: [String], isPrimary: Bool, row: Int?)
  /// A value that does not become one of the column's type.
  case assignment(column: String, table: String, type: String, row: Int?, ValueError)
  case cannotDropColumn(String, reason: String)
  case noKey(table: String, columns: [String])
  case severalKeys(table: String, keys: [[String]])
  case severalMatches(table: String, row: Int)
  /// Two new rows conflict with one row, or with each other.
  case conflictTwice(table: String, row: Int)
  case notIn(clause: String, what: String)
}

extension TableProblem {
  /// The problem in words, at the place where it was found.
  package func diagnostic(at range: SourceRange?) -> Diagnostic {
    var diagnostic = Diagnostic(.error, message, at: range, help: help)
    if case .unknown(_, let name, let known) = self,
      let guess = Spelling.closest(to: name, among: known)
    {
      diagnostic.help.insert("did you mean '\(guess)'?", at: 0)
      if let range { diagnostic.fix = Diagnostic.Fix(range, SQLText.name(guess)) }
    }
    return diagnostic
  }

  private var message: String {
    switch self {
    case .exists(let kind, let name): "there is already a \(kind) '\(name)'"
    case .unknown(let kind, let name, _): "there is no \(kind) '\(name)'"
    case .wrongKind(let name, let found, let wanted): "'\(name)' is a \(found), not a \(wanted)"
    case .duplicateColumn(let name, let table):
      "'\(name)' stands twice among the columns of \(table)"
    case .secondPrimaryKey(let table): "\(table) has a primary key already"
    case .valueCount(let table, let columns, let found):
      "this row has \(Self.count(found, "value")), but \(table) has \(Self.count(columns.count, "column"))"
    case .valueCountListed(let columns, let found):
      "this row has \(Self.count(found, "value")) for \(Self.count(columns, "column"))"
    case .columnTwice(let name): "'\(name)' is given a value twice"
    case .misplacedDefault: "DEFAULT can only stand for a value of INSERT or UPDATE"
    case .notNull(let column, let table, let row):
      "column '\(column)' of \(table) must not be NULL\(Self.place(row))"
    case .checkFailed(let table, let name, let condition, let row):
      "\(name.map { "CHECK \($0)" } ?? "a CHECK") of \(table) fails\(Self.place(row)): \(condition)"
    case .duplicateKey(let table, let columns, let key, let isPrimary, let row):
      "\(isPrimary ? "the primary key" : "a unique key") of \(table) would occur twice"
        + "\(Self.place(row)): "
        + zip(columns, key).map { "\($0) = \($1)" }
        .joined(separator: ", ")
    case .assignment(let column, let table, let type, let row, let error):
      "column '\(column)' of \(table) is \(type)\(Self.place(row)): \(error.message)"
    case .cannotDropColumn(let name, let reason): "'\(name)' cannot be dropped: \(reason)"
    case .noKey(let table, let columns):
      columns.isEmpty
        ? "\(table) has no PRIMARY KEY or UNIQUE columns that rows could conflict on"
        : "\(columns.joined(separator: ", ")) is no PRIMARY KEY or UNIQUE key of \(table)"
    case .severalKeys(let table, _): "\(table) has several keys that rows could conflict on"
    case .severalMatches(let table, let row):
      "row \(row) of \(table) has several matches in FROM, which give it different values"
    case .conflictTwice(let table, let row):
      "row \(row) has the key of a row of \(table) that an earlier row of this INSERT sets already"
    case .notIn(let clause, let what): "\(what) cannot stand in \(clause)"
    }
  }

  private var help: [String] {
    switch self {
    case .valueCount(_, let columns, _): ["columns: \(columns.joined(separator: ", "))"]
    case .severalKeys(_, let keys):
      [
        "say which: "
          + keys.map { "ON CONFLICT (\($0.joined(separator: ", ")))" }
          .joined(separator: " or ")
      ]
    case .severalMatches: ["make the match unique, or aggregate FROM first"]
    default: []
    }
  }

  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }

  private static func place(_ row: Int?) -> String { row.map { " in row \($0)" } ?? "" }
}
