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
    /// How the rows are to be drawn; nil where they are to be shown.
    var chart: ChartClause?
  }

  /// A table and its columns.
  struct Table {
    let name: String
    let fields: [Field]
    let rowCount: Int
    fileprivate let definition: TableDefinition

    /// The statement that makes it, without its rows.
    var statement: String { definition.sql(name: name) }
  }

  /// The views with the statements that make them, in order of their names.
  var views: [(name: String, statement: String)] {
    session.catalog.views.map { ($0.name, $0.sql) }.sorted { $0.name < $1.name }
  }

  private let session: Session
  /// What was given for parameters, as text.
  private var givenParameters: [Parameter: String] = [:]
  /// nil where nobody watches.
  private let progress: ProgressLine?

  /// - Parameters:
  ///   - threads: nil for one for each processor.
  ///   - isStrict: whether a rejected row or cell is an error.
  ///   - inputHoldsStatements: whether statements come through standard input, so that no data can.
  ///   - report: takes the report of each load, a line at a time.
  init(
    threads: Int?, isStrict: Bool, inputHoldsStatements: Bool = false,
    report: @escaping (String) -> Void
  ) {
    session = Session(threads: threads ?? Self.processors)
    session.isStrict = isStrict
    session.standardInput = StandardInput(holdsStatements: inputHoldsStatements)
    let progress = ProgressLine()
    self.progress = progress
    if let progress { session.onProgress = { progress.update($0, $1) } }
    session.onLoad = { loaded, name in
      progress?.erase()
      for line in loaded.summary(name: name).split(separator: "\n") { report(String(line)) }
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
    progress?.watch(session.progress)
    defer { progress?.erase() }
    let outcome = try session.run(statement)
    switch outcome.content {
    case .rows(let relation):
      return Answer(
        relation: relation, message: nil, notes: outcome.notes, chart: outcome.chart)
    case .file(let relation, let path, let options):
      return Answer(
        relation: nil, message: nil,
        file: CopiedFile(
          relation: relation, path: path, options: options, threads: session.threads,
          cancellation: session.cancellation),
        notes: outcome.notes)
    case .message(let text):
      return Answer(relation: nil, message: text, notes: outcome.notes)
    }
  }

  /// The rows of a query of our own, of which nothing is told and nothing is kept; nil where it
  /// fails.
  func quietly(_ query: String) -> Relation? { Self.rows(of: query, in: aside) }

  /// A session with the same tables, of which nothing comes back.
  var aside: Session { session.aside() }

  /// The rows of an example, which sees no table but those that come with the program.
  func example(_ query: String) -> Relation? {
    Self.rows(of: query, in: Session(threads: session.threads))
  }

  private static func rows(of query: String, in session: Session) -> Relation? {
    guard case .rows(let relation)? = (try? session.run(Source(query)))?.content else { return nil }
    return relation
  }

  /// Gives the parameter `$name` a value in all statements that follow.
  ///
  /// A number, a text in single quotes, `true`, `false`, `NULL` and a typed text such as
  /// `DATE '2024-05-01'` mean what they mean in a statement; anything else is text as it stands, and
  /// so are digits behind a zero, such as the code `0302`.
  ///
  /// - Throws: `Diagnostic` where a typed text is no value of its type.
  func setParameter(_ name: String, to text: String) throws {
    let parameter = Parameter.named(name).folded
    session.state.parameters[parameter] = try SessionState.constant(text)
    givenParameters[parameter] = text
  }

  /// Gives the parameters that a saved query declares their values while `body` runs it: those that
  /// were given, or else their defaults; both of the type that is declared.
  ///
  /// - Throws: `Diagnostic` where a comment is no declaration, or a value does not fit its type; what
  ///   `body` throws.
  func declaringParameters<Result>(
    of query: Source, _ body: () throws -> Result
  ) throws -> Result {
    let before = session.state.parameters
    defer { session.state.parameters = before }
    for declaration in try ParameterDeclaration.all(in: query) {
      let parameter = declaration.folded
      session.state.parameters[parameter] = try declaration.value(given: givenParameters[parameter])
    }
    return try body()
  }

  /// The parameters that have a value, as it would be written, in order of their names.
  var parameters: [(name: String, value: String)] {
    session.state.parameters.compactMap { parameter, constant in
      guard case .named(let name) = parameter else { return nil }
      return (name, ValueText.string(constant.value))
    }.sorted { $0.name < $1.name }
  }

  /// Loads files into a table.
  ///
  /// - Throws: `Diagnostic`; `Interrupted`.
  func load(_ command: LoadCommand) throws {
    defer { progress?.erase() }
    try session.load(
      FileRequest(paths: [command.path], options: command.options), as: command.table)
  }

  /// What files could not be loaded of; nil where nothing was loaded yet.
  var rejects: Relation? { session.loads.isEmpty ? nil : session.rejects }

  /// The tables and files that were loaded, in the order of their loads.
  var loadedNames: [String] { session.loads.map(\.name) }

  /// The account of each load, a line of text each.
  ///
  /// - Parameter name: of a table or file; nil for all.
  func ledgers(of name: String?) -> [String] {
    session.loads.filter { load in name.map(load.isMeant) ?? true }.flatMap { load in
      ["\(load.name)"] + load.files.flatMap(\.ledger.report)
    }
  }

  /// Saves one table, or all into a folder; see `Session.save(_:to:)`.
  ///
  /// - Returns: what was done, and what was not, a line each.
  /// - Throws: `Diagnostic`; `Interrupted`.
  func save(_ table: String?, to path: String) throws -> [String] {
    try session.save(table, to: path)
  }

  /// Loads saved tables under their names; see `Session.open(_:)`.
  ///
  /// - Throws: `Diagnostic`; `Interrupted`.
  func open(_ path: String) throws {
    defer { progress?.erase() }
    try session.open(path)
  }

  /// The tables, in order of their names.
  var tables: [Table] {
    session.catalog.tables.map {
      Table(
        name: $0.name, fields: $0.relation.fields, rowCount: $0.relation.rowCount,
        definition: $0.definition)
    }.sorted { $0.name < $1.name }
  }

  /// How many processors the machine runs on.
  private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
