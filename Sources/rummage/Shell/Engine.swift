import Columns
import Execution
import Glibc
import Language
import Loading
import Planning

/// What the program asks of the session: the one file that knows it.
final class Engine {
  /// What a statement came to.
  struct Answer {
    /// nil where the statement has no rows to show, such as CREATE TABLE.
    let relation: Relation?
    /// What was done, where there are no rows to show.
    let message: String?
    /// Rows for a file, and how they are written there.
    var file: CopiedFile?
    /// What the reader of the result must know, one sentence each.
    let notes: [String]
  }

  /// A table and its columns.
  struct Table {
    let name: String
    let fields: [Field]
    let rowCount: Int
    /// The statement that makes it, without its rows.
    var statement = ""
  }

  /// The views with the statements that make them, in order of their names.
  var views: [(name: String, statement: String)] {
    session.catalog.views.map { ($0.name, $0.sql) }.sorted { $0.name < $1.name }
  }

  private let session: Session

  /// - Parameters:
  ///   - threads: nil for one for each processor.
  ///   - isStrict: whether a rejected row is an error.
  ///   - report: takes the report of each load, a line at a time.
  init(threads: Int?, isStrict: Bool, report: @escaping (String) -> Void) {
    session = Session(threads: threads ?? Self.processors)
    session.isStrict = isStrict
    session.onLoad = { loaded in
      for line in loaded.ledger.summary.split(separator: "\n") { report(String(line)) }
    }
  }

  /// Stops the statement that runs; lives as long as the engine.
  var cancellation: Cancellation { session.cancellation }

  /// How many threads statements may use.
  var threads: Int {
    get { session.threads }
    set { session.threads = newValue }
  }

  /// Runs one statement.
  ///
  /// - Throws: `Diagnostic` for the analyst; `Interrupted`.
  func run(_ statement: Source) throws -> Answer {
    let outcome = try diagnosed { try session.run(statement) }
    switch outcome.content {
    case .rows(let relation):
      return Answer(relation: relation, message: nil, notes: outcome.notes)
    case .file(let relation, let path, let options):
      return Answer(
        relation: nil, message: nil,
        file: CopiedFile(relation: relation, path: path, options: options),
        notes: outcome.notes)
    case .message(let text):
      return Answer(relation: nil, message: text, notes: outcome.notes)
    }
  }

  /// Gives the parameter `$name` a value in all statements that follow.
  ///
  /// A number, a text in single quotes, `true`, `false`, `NULL` and a typed text such as
  /// `DATE '2024-05-01'` mean what they mean in a statement; anything else is text as it stands, and
  /// so are digits behind a zero, such as the code `0302`.
  ///
  /// - Throws: `Diagnostic` where a typed text is no value of its type.
  func setParameter(_ name: String, to text: String) throws {
    session.state.parameters[.named(name.lowercased())] = try SessionState.constant(text)
  }

  /// Loads a file into a table, named after it unless `name` is given.
  ///
  /// - Throws: `Diagnostic`; `Interrupted`.
  func load(_ path: String, as name: String? = nil) throws {
    session.cancellation.reset()
    _ = try diagnosed { try session.load(path, as: name) }
  }

  /// The tables, in order of their names.
  var tables: [Table] {
    session.catalog.tables.map {
      Table(
        name: $0.name, fields: $0.relation.fields, rowCount: $0.relation.rowCount,
        statement: $0.definition.sql(name: $0.name))
    }.sorted { $0.name < $1.name }
  }

  /// The functions that statements can call, in order of their names.
  var functionNames: [String] {
    Set(FunctionReference.all.flatMap(\.names)).sorted()
  }

  /// Makes what loading says of a file a diagnostic without a place.
  private func diagnosed<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as LoadError {
      throw Diagnostic(.error, error.description, at: nil)
    }
  }

  /// How many processors the machine runs on.
  private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
