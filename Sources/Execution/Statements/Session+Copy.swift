import Columns
import Language
import Loading
import Planning

extension Session {
  /// Inserts the rows of files, all or none; their cells are read as text and cast to the table's
  /// columns, or read as the types of the columns where options say how such cells are written.
  ///
  /// - Throws: a `Diagnostic` where a row of a file cannot be read, unless errors are ignored, or
  ///   does not fit the table.
  func copy(
    _ files: FileRequest, into insert: BoundInsert, _ context: ExecutionContext
  ) throws -> Outcome {
    let targets = insert.columns.map { insert.checks.definition.columns[$0] }
    var ignoresErrors = false
    let loaded = try load(files, columns: nil) { request in
      ignoresErrors = request.options.ignoresErrors == true
      request.assumedTypes = targets.map { Self.readType(for: $0.type, request.options) }
    }
    let rejected = loaded.rowsRejected
    if rejected > 0 && !ignoresErrors {
      throw Diagnostic(
        .error, "\(Self.count(rejected, "row")) of '\(files.name)' cannot be read",
        at: files.range,
        help: loaded.files.flatMap(\.rejects).prefix(3).map(Self.words)
          + ["(IGNORE_ERRORS true) leaves them out"])
    }
    let found = loaded.relation.fields.map(\.name)
    guard found.count == targets.count else {
      throw Diagnostic(
        .error,
        "'\(files.name)' has \(Self.count(found.count, "column")), "
          + "and \(Self.count(targets.count, "column")) of \(insert.table) are to be filled",
        at: files.range,
        help: ["the file has \(found.joined(separator: ", "))"])
    }
    let wanted = targets.map(\.name)
    try Self.checkOrder(found, wanted, files)
    // The columns of a file go by their places.
    let rows = Relation(
      fields: zip(wanted, loaded.relation.fields).map { Field(name: $0, type: $1.type) },
      chunks: loaded.relation.chunks)
    let outcome = try perform(insert.reading(rows), context)
    keep(loaded, of: files, table: nil)
    return outcome.adding(notes: Self.notes(loaded))
  }

  /// What was left out of the files.
  private static func notes(_ loaded: LoadedFiles) -> [String] {
    var notes: [String] = []
    if loaded.rowsRejected > 0 {
      notes.append("\(count(loaded.rowsRejected, "row")) could not be read")
    }
    let cells = loaded.files.reduce(0) { $0 + $1.ledger.cellsEmptied }
    if cells > 0 {
      notes.append(
        "\(count(cells, "cell")) that \(cells == 1 ? "is" : "are") not empty became NULL")
    }
    return notes
  }

  /// The type as which the cells for a column of `type` are read.
  ///
  /// As text they are cast like any text; but options that say how values are written are heeded
  /// where values are read, and so are cells that do not fit.
  private static func readType(for type: DataType, _ options: LoadOptions) -> DataType {
    let ignoresErrors = options.ignoresErrors == true
    let isRead =
      switch type {
      case .boolean: ignoresErrors
      case .bigint, .double, .decimal:
        ignoresErrors || options.decimalMark != nil || options.thousands != nil
      case .date: ignoresErrors || options.dateFormat != nil
      case .timestamp: ignoresErrors || options.timestampFormat != nil
      case .null, .hugeint, .percent, .varchar, .time, .interval, .measure: false
      }
    return isRead ? type : .varchar
  }

  /// Refuses a file whose columns have the table's names in another order: they would be filled
  /// with one another's values.
  private static func checkOrder(
    _ found: [String], _ wanted: [String], _ files: FileRequest
  ) throws {
    let names = found.map { $0.lowercased() }
    let targets = wanted.map { $0.lowercased() }
    guard names != targets, names.sorted() == targets.sorted() else { return }
    throw Diagnostic(
      .error, "'\(files.name)' has the columns in another order, and COPY goes by their places",
      at: files.range,
      help: [
        "name them as the file has them: COPY t (\(found.joined(separator: ", "))) FROM …",
        "or match them by name: INSERT INTO t BY NAME FROM '\(files.name)'",
      ])
  }
}
