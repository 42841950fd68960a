import Columns
import Language
import Loading
import Planning

extension Session {
  /// Saves one table as an Arrow file, or all of them in a folder.
  ///
  /// A path that ends as Arrow files do names a file, any other a folder. The constraints of a table
  /// are kept with it; views, macros and sequences are not, nor is `rejects`, which tells of the last
  /// load.
  ///
  /// - Parameter name: of the table; needed where there are several and a file is named.
  /// - Returns: what was done, and what was not, a line each.
  /// - Throws: a `Diagnostic`, `Interrupted`.
  package func save(_ name: String?, to path: String) throws -> [String] {
    do {
      return try save(table: name, to: path)
    } catch let error as SaveError {
      throw Diagnostic(.error, error.description, at: nil)
    }
  }

  private func save(table name: String?, to path: String) throws -> [String] {
    guard ArrowFile.isNamedArrow(path) else {
      if let name { throw Self.notFile(path, table: name) }
      return try saveAll(to: path)
    }
    let table = try tableToSave(name)
    try ArrowFile.write(
      table.relation, to: path, statement: table.statement, threads: threads,
      cancellation: cancellation)
    return ["\(path): \(table.name), \(Self.count(table.relation.rowCount, "row"))"]
  }

  private func saveAll(to folder: String) throws -> [String] {
    let tables = savableTables
    guard !tables.isEmpty else {
      throw Diagnostic(.error, "there is no table to save", at: nil)
    }
    try SavedFolder.write(tables, to: folder, threads: threads, cancellation: cancellation)
    var lines = ["\(folder): \(Self.count(tables.count, "table"))"]
    let others = [
      (catalog.views.count, "view"), (catalog.macros.count, "macro"),
      (catalog.sequences.count, "sequence"),
    ].filter { $0.0 > 0 }.map { Self.count($0.0, $0.1) }
    if !others.isEmpty { lines.append("note: not saved: \(others.joined(separator: ", "))") }
    return lines
  }

  /// Loads saved tables, each under its name, in place of those that there are: a file, or all files
  /// of a folder or none of them.
  ///
  /// - Throws: a `Diagnostic`, `Interrupted`; nothing has changed then.
  package func open(_ path: String) throws {
    do {
      try open(SavedFolder.files(at: path), of: path)
    } catch let error as LoadError {
      throw Diagnostic(.error, error.description, at: nil)
    }
  }

  private func open(_ files: [(table: String, path: String)], of path: String) throws {
    guard !files.isEmpty else {
      throw Diagnostic(.error, "'\(path)' holds no saved table", at: nil)
    }
    if let twice = Dictionary(grouping: files, by: { $0.table.lowercased() })
      .first(where: { $0.value.count > 1 })?.value
    {
      throw Diagnostic(
        .error, "two files are called after one table: '\(twice[0].path)' and '\(twice[1].path)'",
        at: nil)
    }
    let before = catalog
    var loaded: [(files: LoadedFiles, request: FileRequest, table: String)] = []
    do {
      for file in files {
        let request = FileRequest(paths: [file.path], format: FileFormat.arrow.rawValue)
        // What was saved as a measure is one, and nothing else.
        let table = try load(request, columns: nil) { $0.options.measures = .none }
        try set(
          file.table, to: table.relation, statement: ArrowFile.statement(ofTableAt: file.path))
        loaded.append((table, request, file.table))
      }
    } catch {
      catalog = before
      throw error
    }
    for (files, request, table) in loaded { report(files, of: request, table: table) }
  }

  // MARK: Tables to save

  /// All tables but that of rejected rows, in order of their names.
  private var savableTables: [SavedTable] {
    catalog.tables.filter { !tellsOfLoads($0) }.sorted { $0.name < $1.name }.map(Self.savable)
  }

  private static func savable(_ table: Catalog.Table) -> SavedTable {
    let statement = table.definition.sql(name: table.name)
    let plain = TableDefinition(fields: table.relation.fields).sql(name: table.name)
    return SavedTable(
      name: table.name, relation: table.relation,
      statement: statement == plain ? nil : statement)
  }

  private func tableToSave(_ name: String?) throws -> SavedTable {
    let tables = savableTables
    if let name {
      if let table = catalog.table(named: name) { return Self.savable(table) }
      throw TableProblem.unknown(kind: "table", name: name, known: tables.map(\.name))
        .diagnostic(at: nil)
    }
    if let only = tables.first, tables.count == 1 { return only }
    throw Diagnostic(
      .error, tables.isEmpty ? "there is no table to save" : "say which table is to be saved",
      at: nil,
      help: tables.isEmpty ? [] : ["there are \(tables.map(\.name).joined(separator: ", "))"])
  }

  private static func notFile(_ path: String, table: String) -> Diagnostic {
    Diagnostic(
      .error, "'\(path)' does not end as an Arrow file does", at: nil,
      help: ["'\(path).arrow' keeps \(table) alone; without a table, all go into the folder"])
  }

  // MARK: Tables that were saved

  /// Makes a table of rows that were saved.
  ///
  /// - Parameter statement: what made the table. It comes out of a file that anybody can have written:
  ///   only a CREATE TABLE of these columns counts, and the rows are held to its constraints.
  private func set(_ name: String, to relation: Relation, statement: String?) throws {
    guard let statement else { return catalog.set(name, to: relation) }
    let refused = Diagnostic(
      .error, "the constraints of the saved table '\(name)' cannot be restored", at: nil,
      help: [".load takes its rows without them"])
    catalog.remove(name)
    guard let definition = try? definition(madeBy: statement),
      definition.fields == relation.fields
    else { throw refused }
    catalog.set(
      Catalog.Table(
        name: name, relation: Relation(fields: relation.fields, chunks: []),
        definition: definition))
    let copy = Source("COPY \(SQLText.name(name)) FROM 'saved' (FORMAT arrow)")
    guard
      case .copyFrom(_, let insert) = try Self.bound(
        Parser.statement(copy), copy, in: catalog)
    else { throw refused }
    let context = ExecutionContext(
      threads: threads, cancellation: cancellation, evaluation: EvaluationContext())
    do {
      _ = try perform(insert.reading(relation), context)
    } catch var diagnostic as Diagnostic {
      // A place in a statement that nobody wrote.
      diagnostic = Diagnostic(.error, diagnostic.message, at: nil, help: diagnostic.help)
      throw diagnostic
    }
  }

  /// What a CREATE TABLE without a query demands of its table; nil where `statement` is none.
  private func definition(madeBy statement: String) throws -> TableDefinition? {
    let source = Source(statement)
    let parsed = try Parser.statement(source)
    guard case .createTable(let syntax) = parsed.kind, case .columns = syntax.definition,
      let made = syntax.name.parts.last?.name
    else { return nil }
    // The table may have got another name since, and another table its name.
    var catalog = catalog
    catalog.remove(made)
    catalog.removeView(made)
    guard
      case .createTable(let create) = try Self.bound(parsed, source, in: catalog)
    else { return nil }
    return create.definition
  }

  /// Binds a statement that may name no file.
  private static func bound(
    _ statement: Statement, _ source: Source, in catalog: Catalog
  ) throws -> BoundStatement {
    try Binder.bind(statement, source: source, catalog: catalog) { files, _ in
      throw Diagnostic(.error, "'\(files.name)' cannot be read here", at: files.range)
    }
  }
}
