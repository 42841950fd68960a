import Columns
import Language
import Loading
import Planning

extension FileRequest {
  /// The path of the package that is meant; nil where files are.
  var package: String? { paths.count == 1 && DataPackage.isNamed(paths[0]) ? paths[0] : nil }
}

extension Session {
  /// Loads the tables of a `datapackage.json`, all or none; each is called as its resource is.
  ///
  /// - Parameter name: for the table of a package that has just one.
  /// - Returns: what each table was loaded from.
  func loadPackage(_ path: String, as name: String?) throws -> [LoadedFiles] {
    let package = try Self.package(path, at: nil)
    let names = package.resources.map(\.name)
    if let name, names.count > 1 {
      throw Diagnostic(
        .error,
        "'\(path)' is a package of \(names.count) tables, which cannot all be called \(name)",
        at: nil, help: ["without a name they are \(names.joined(separator: ", "))"])
    }
    var loads: [(table: Catalog.Table, files: LoadedFiles)] = []
    for (index, resource) in package.resources.enumerated() {
      loads.append(
        try load(
          resource, as: name ?? resource.name,
          notes: index == package.resources.count - 1 ? package.notes : []))
    }
    for (load, resource) in zip(loads, package.resources) {
      catalog.set(load.table)
      report(load.files, of: FileRequest(paths: resource.paths), table: load.table.name)
    }
    return loads.map(\.files)
  }

  /// The package at `path`.
  ///
  /// - Throws: a `Diagnostic`.
  private static func package(_ path: String, at range: SourceRange?) throws -> DataPackage {
    do {
      return try DataPackage.load(path: path)
    } catch let error as LoadError {
      throw Diagnostic(.error, error.description, at: range)
    }
  }

  /// The error where a package stands in the place of one table.
  static func packageError(_ path: String, at range: SourceRange?) throws -> Diagnostic {
    let names = try package(path, at: range).resources.map(\.name)
    return Diagnostic(
      .error, "'\(path)' is a package of tables, and one table was expected", at: range,
      help: [".load \(path) makes the tables \(names.joined(separator: ", "))"])
  }

  /// The table of a resource, and the account of its files.
  private func load(
    _ resource: DataPackage.Resource, as name: String, notes further: [String]
  ) throws -> (table: Catalog.Table, files: LoadedFiles) {
    var request = LoadRequest(paths: resource.paths)
    request.options = resource.options
    request.namesMoreTypes = true
    let files = try load(request, as: FileRequest(paths: resource.paths), columns: nil)
    var notes = resource.notes + Self.doubts(resource, files)
    var relation = files.relation
    var rules: [DeclaredRule] = []
    if let schema = resource.schema {
      let conversion = SchemaConversion { [self] in try answer($0, over: $1) }
      let typed = try conversion.convert(relation, schema)
      relation = typed.relation
      notes += typed.notes + Self.differences(schema, relation.fields)
      rules = try SchemaRules(schema, columns: relation.fields, table: name).all()
    }
    var definition = TableDefinition(fields: relation.fields)
    definition.declared = rules
    return (
      Catalog.Table(name: name, relation: relation, definition: definition),
      files.asResource(name, relation: relation, notes: notes + further)
    )
  }

  // MARK: What to say

  /// What speaks against the file being the one that the package means.
  private static func doubts(_ resource: DataPackage.Resource, _ files: LoadedFiles) -> [String] {
    guard files.files.count == 1 else { return [] }
    let ledger = files.files[0].ledger
    var doubts: [String] = []
    if let bytes = resource.bytes, bytes != ledger.bytes {
      doubts.append("the package says that the file has \(bytes) bytes: is it another edition?")
    }
    if let digest = resource.digest, ledger.digest.sha256() != digest {
      doubts.append("the file is not the one that the package means: its SHA-256 is another")
    }
    return doubts
  }

  /// What stands in the table or in the schema alone.
  private static func differences(_ schema: TableSchema, _ columns: [Field]) -> [String] {
    let fields = Set(schema.fields.map { $0.name.lowercased() })
    let names = Set(columns.map { $0.name.lowercased() })
    let absent = schema.fields.map(\.name).filter { !names.contains($0.lowercased()) }
    let further = columns.map(\.name).filter { !fields.contains($0.lowercased()) }
    var notes: [String] = []
    if !absent.isEmpty {
      notes.append("fields of the schema are not in the file: \(absent.joined(separator: ", "))")
    }
    if !further.isEmpty {
      notes.append("columns are not in the schema: \(further.joined(separator: ", "))")
    }
    return notes
  }

  /// What a query makes of a table called `loaded`, which it alone sees.
  private func answer(_ sql: String, over relation: Relation) throws -> Relation {
    var own = Catalog()
    own.set("loaded", to: relation)
    let source = Source(sql)
    let bound = try Binder.bind(
      try Parser.statement(source), source: source, catalog: own,
      loadFiles: { request, _ in
        throw Diagnostic(.error, "there is no file '\(request.name)'", at: request.range)
      })
    guard case .query(let plan) = bound else { return Relation(fields: [], chunks: []) }
    let context = ExecutionContext(
      threads: threads, cancellation: cancellation, evaluation: EvaluationContext())
    return try PlanExecutor(context).run(Optimizer.optimize(plan))
  }
}
