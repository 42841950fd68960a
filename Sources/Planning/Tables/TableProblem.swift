import Columns
import Language

/// What can be wrong with a statement that makes or changes tables: data here, words below.
package enum TableProblem: Sendable {
  case exists(kind: String, name: String)
  /// A unit that CREATE OR REPLACE may make anew, or not.
  case unitExists(String, isReplaceable: Bool)
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
  case readsItself(kind: String, name: String)
  case viewChanged(name: String, columns: Int, found: Int)
  case macroArguments(name: String, forms: [String])
  case settingValue(name: String, value: String, values: String)
  case notConstant(what: String)
  case noParameter(Parameter, known: [String])
  case unreadParameter(Parameter, statement: String)
  case primaryNull(String, table: String)
  /// A statement that would change a table of a schema that comes with the program.
  case readOnly(schema: String)
  case oneSchema
  case sequence(String, reason: String)
  case sequenceOverRows
  case copyOption(String, reason: String)
  case copyFormat(String)
  /// A reading function without its file, or with more than that and options.
  case fileArguments(String)
  case optionIsNull(String)
  /// A bare word where a text in quotes is wanted.
  case optionIsWord(String, word: String)
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
    case .exists(let kind, let name):
      "there is already \(kind == "index" ? "an" : "a") \(kind) '\(name)'"
    case .unitExists(let name, _): "there is already a unit '\(name)'"
    case .unknown(let kind, let name, _): "there is no \(kind) '\(name)'"
    case .wrongKind(let name, let found, let wanted): "'\(name)' is a \(found), not a \(wanted)"
    case .duplicateColumn(let name, let table):
      "'\(name)' stands twice among the columns of \(table)"
    case .secondPrimaryKey(let table): "\(table) has a primary key already"
    case .valueCount(let table, let columns, let found):
      "this row has \(Self.count(found, "value")), "
        + "but \(table) has \(Self.count(columns.count, "column"))"
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
    case .readsItself(let kind, let name): "the \(kind) '\(name)' uses itself"
    case .viewChanged(let name, let columns, let found):
      "view \(name) was made with \(Self.count(columns, "column")), but its query has \(found) now"
    case .macroArguments(let name, _): "the macro \(name) does not take these arguments"
    case .settingValue(let name, let value, _): "\(name) cannot be '\(value)'"
    case .notConstant(let what): "\(what) needs a value that does not depend on rows"
    case .noParameter(let parameter, _): "there is no value for the parameter \(parameter.sql)"
    case .unreadParameter(let parameter, let statement):
      "\(statement) has no parameter \(parameter.sql)"
    case .primaryNull(let column, let table):
      "'\(column)' belongs to the primary key of \(table), which is never NULL"
    case .copyOption(let option, let reason): "\(option) \(reason)"
    case .copyFormat(let path): "the name '\(path)' does not say which format is meant"
    case .fileArguments: "a file is wanted here, or a list of files, and behind it options by name"
    case .optionIsNull(let option): "\(option) needs a value, and this is NULL"
    case .optionIsWord(let option, let word):
      "\(option) needs a constant, and '\(word)' would be a column"
    case .sequence(let name, let reason): "the sequence \(name) \(reason)"
    case .sequenceOverRows:
      "nextval numbers the rows that INSERT adds, not those of a query, which come in no order"
    case .readOnly(let schema):
      "the tables of '\(schema)' come with the program and cannot be changed"
    case .oneSchema: "there is one schema, 'main': tables cannot be put into others"
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
    case .unitExists(let name, isReplaceable: true):
      ["CREATE OR REPLACE UNIT \(name) = … says what it is, in the tables too"]
    case .severalMatches: ["make the match unique, or aggregate FROM first"]
    case .viewChanged(let name, _, _): ["CREATE OR REPLACE VIEW \(name) takes in the change"]
    case .macroArguments(_, let forms): ["it is called \(forms.joined(separator: " or "))"]
    case .readOnly(let schema): ["CREATE TABLE … AS FROM \(schema).… makes one that can"]
    case .sequenceOverRows: ["row_number() OVER (ORDER BY …) numbers the rows of a query"]
    case .copyFormat:
      [
        "say it: (FORMAT csv), or one of "
          + CopyOptions.Format.allCases.map(\.rawValue).joined(separator: ", ")
      ]
    case .fileArguments(let signature): ["it is written \(signature)"]
    case .optionIsWord(_, let word): ["texts stand in single quotes: \(SQLText.literal(word))"]
    case .unknown(kind: "setting", _, let known): ["settings: \(known.joined(separator: ", "))"]
    case .settingValue(_, _, let values): ["it is one of \(values)"]
    case .noParameter(.named(let name), _):
      [
        ".param \(name) … gives it one at the prompt, --param \(name)=… on the command line,"
          + " EXECUTE in a prepared statement"
      ]
    case .noParameter(.numbered, _): ["EXECUTE of a prepared statement gives it one"]
    default: []
    }
  }

  private static func count(_ number: Int, _ what: String) -> String {
    ValueText.count(number, what)
  }

  private static func place(_ row: Int?) -> String { row.map { " in row \($0)" } ?? "" }
}
