import Columns
import Language

/// Turns a syntax tree into a plan: resolves names, settles types, and refuses what has no one
/// meaning.
///
///     Binder.swift             statements
///     Binder+Query.swift       WITH, set operations, VALUES, ORDER BY, LIMIT
///     Binder+With.swift        common tables, recursive ones too
///     Binder+From.swift        tables and files
///     Binder+Join.swift        joins
///     Binder+Subquery.swift    queries inside queries
///     Binder+Select.swift      one SELECT: stars, aliases, grouping
///     Binder+Expression.swift  expressions
///     Binder+Call.swift        functions, aggregates, operators; choosing overloads
///     Binder+CreateTable.swift CREATE TABLE: columns, constraints, defaults
///     Binder+Insert.swift      INSERT
///     Binder+Update.swift      UPDATE, DELETE, ON CONFLICT, RETURNING
///     Binder+Objects.swift     names of tables and views; DROP
///     Binder+Window.swift      calls with OVER, WINDOW, frames
///
/// One binder serves one statement.
package final class Binder {
  let catalog: Catalog
  let loadFile: Catalog.FileLoader
  /// The columns of files that the statement may need; nil for all.
  let mentionedColumns: Set<String>?
  /// Tables that the binder made itself, under names that no statement can write.
  var hiddenTables: [String: Plan] = [:]
  /// For what is evaluated while binding, so that the clock says one time in the whole statement.
  let folding = EvaluationContext()
  /// Common tables that names may mean, the innermost last.
  var commonTables: [CommonTableBinding] = []
  /// The queries around the one that is being bound, the innermost last.
  var enclosing: [EnclosingScope] = []

  private init(
    catalog: Catalog, mentionedColumns: Set<String>?, loadFile: @escaping Catalog.FileLoader
  ) {
    self.catalog = catalog
    self.mentionedColumns = mentionedColumns
    self.loadFile = loadFile
  }

  /// The statement ready to run.
  ///
  /// - Parameters:
  ///   - statement: a syntax tree made of `source`.
  ///   - readsAllColumns: whether files are loaded with all their columns, not just with those that
  ///     the statement could mention. A message about a column that is not there wants to know all.
  ///   - loadFile: loads a file that stands where a table may.
  /// - Throws: a ``Diagnostic`` with its place in the source, or what `loadFile` throws.
  package static func bind(
    _ statement: Statement, source: Source, catalog: Catalog, readsAllColumns: Bool = false,
    loadFile: @escaping Catalog.FileLoader
  ) throws -> BoundStatement {
    let binder = Binder(
      catalog: catalog,
      mentionedColumns: readsAllColumns ? nil : MentionedNames.columns(in: source.text),
      loadFile: loadFile)
    return try binder.bind(statement)
  }

  private func bind(_ statement: Statement) throws -> BoundStatement {
    switch statement.kind {
    case .query(let query):
      return .query(try bind(query))
    case .createTable(let create):
      return try bind(create)
    case .drop(let drop):
      return try bind(drop)
    case .insert(let insert):
      return try bind(insert)
    case .update(let update):
      return try bind(update)
    case .delete(let delete):
      return try bind(delete)
    case .truncate(let name):
      return .truncate(table: try existingTable(name).name)
    case .describe(let query):
      return .describe(try bind(query))
    case .showTables:
      return .showTables
    case .explain(let inner, let analyze):
      guard case .query(let query) = inner.kind else {
        throw BindingProblem.notBuilt("EXPLAIN of anything but a query")
          .diagnostic(at: inner.range)
      }
      return .explain(try bind(query), analyze: analyze)
    default:
      throw BindingProblem.notBuilt(Self.name(of: statement.kind))
        .diagnostic(at: statement.range)
    }
  }

  private static func name(of kind: Statement.Kind) -> String {
    switch kind {
    case .query: "a query"
    case .createTable: "CREATE TABLE"
    case .createView: "CREATE VIEW"
    case .drop: "DROP"
    case .insert: "INSERT"
    case .update: "UPDATE"
    case .delete: "DELETE"
    case .truncate: "TRUNCATE"
    case .copy: "COPY"
    case .describe: "DESCRIBE"
    case .summarize: "SUMMARIZE"
    case .showTables: "SHOW TABLES"
    case .explain: "EXPLAIN"
    case .set: "SET"
    case .reset: "RESET"
    case .createMacro: "CREATE MACRO"
    case .createIndex: "CREATE INDEX"
    case .createSchema: "CREATE SCHEMA"
    case .createSequence: "CREATE SEQUENCE"
    case .alter: "ALTER"
    case .pragma: "PRAGMA"
    case .transaction(let transaction): transaction.rawValue
    case .prepare: "PREPARE"
    case .execute: "EXECUTE"
    case .deallocate: "DEALLOCATE"
    }
  }
}

extension Plan {
  /// The same plan with its leading columns called `names`.
  func renamed(_ names: [String]) -> Plan {
    let renamed = fields.enumerated().map { position, field in
      Field(name: position < names.count ? names[position] : field.name, type: field.type)
    }
    return Plan(node, fields: renamed)
  }

  /// The columns at `positions` alone.
  func keeping(_ positions: [Int]) -> Plan {
    if positions == Array(fields.indices) { return self }
    let expressions = positions.map { position in
      BoundExpression(
        .column(position), type: fields[position].type, range: SourceRange(at: 0))
    }
    return Plan(.project(self, expressions), fields: positions.map { fields[$0] })
  }
}
