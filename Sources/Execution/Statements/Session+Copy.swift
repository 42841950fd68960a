import Columns
import Language
import Loading
import Planning

extension Session {
  /// Inserts the rows of a file, all or none; its cells are read as text and cast to the table's
  /// columns.
  ///
  /// - Throws: a ``Diagnostic`` where a row of the file cannot be read, unless errors are ignored,
  ///   or does not fit the table.
  func copy(
    _ path: String, _ options: CopyOptions, _ range: SourceRange, into insert: BoundInsert,
    _ context: ExecutionContext
  ) throws -> Outcome {
    let loaded: LoadedTable
    do {
      loaded = try loadTable(path, columns: nil, options: Self.loadOptions(options))
    } catch let error as LoadError {
      throw Diagnostic(.error, error.description, at: range)
    }
    let rejected = loaded.ledger.rowsRejected
    if rejected > 0 && !options.ignoresErrors {
      throw Diagnostic(
        .error, "\(Self.count(rejected, "row")) of '\(path)' cannot be read", at: range,
        help: loaded.rejects.prefix(3).map { "line \($0.line): \($0.reason.description)" }
          + ["(IGNORE_ERRORS true) leaves them out"])
    }
    let found = loaded.relation.fields.map(\.name)
    let wanted = insert.columns.map { insert.checks.definition.columns[$0].name }
    guard found.count == wanted.count else {
      throw Diagnostic(
        .error,
        "'\(path)' has \(Self.count(found.count, "column")), "
          + "and \(Self.count(wanted.count, "column")) of \(insert.table) are to be filled",
        at: range,
        help: ["the file has \(found.joined(separator: ", "))"])
    }
    try Self.checkOrder(found, wanted, path: path, range)
    // The columns of a file go by their places.
    let rows = Relation(
      fields: zip(wanted, loaded.relation.fields).map { Field(name: $0, type: $1.type) },
      chunks: loaded.relation.chunks)
    let outcome = try perform(insert.reading(rows), context)
    return rejected == 0
      ? outcome : outcome.adding(notes: ["\(Self.count(rejected, "row")) could not be read"])
  }

  private static func loadOptions(_ options: CopyOptions) -> LoadOptions {
    var result = LoadOptions()
    result.allVarchar = true
    result.header = options.hasHeader
    result.delimiter =
      options.delimiter ?? (options.format == .tsv ? UInt8(ascii: "\t") : nil)
    if let quote = options.quote {
      result.quote = quote.first.map { .character($0) } ?? LoadOptions.Quote.none
    }
    return result
  }

  /// Refuses a file whose columns have the table's names in another order: they would be filled
  /// with one another's values.
  private static func checkOrder(
    _ found: [String], _ wanted: [String], path: String, _ range: SourceRange
  ) throws {
    let names = found.map { $0.lowercased() }
    let targets = wanted.map { $0.lowercased() }
    guard names != targets, names.sorted() == targets.sorted() else { return }
    throw Diagnostic(
      .error, "'\(path)' has the columns in another order, and COPY goes by their places",
      at: range,
      help: [
        "name them as the file has them: COPY t (\(found.joined(separator: ", "))) FROM …",
        "or match them by name: INSERT INTO t BY NAME FROM '\(path)'",
      ])
  }
}
