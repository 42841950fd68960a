import Columns
import Language

/// Turns a syntax tree into a plan: resolves names, settles types, and refuses what has no one
/// meaning.
///
///     Binder.swift             statements
///     Binder+Query.swift       WITH, set operations, VALUES, ORDER BY, LIMIT
///     Binder+With.swift        common tables, recursive ones too
///     Binder+From.swift        tables
///     Binder+Files.swift       files in the place of tables, and how to read them
///     Binder+Join.swift        joins
///     Binder+Subquery.swift    queries inside queries
///     Binder+Select.swift      one SELECT: stars, aliases, grouping
///     Binder+Expression.swift  expressions
///     Binder+Under.swift       branches of trees of codes
///     Binder+During.swift      days of operations
///     Binder+Call.swift        functions, aggregates, operators; choosing overloads
///     Binder+CreateTable.swift CREATE TABLE: columns, constraints, defaults
///     Binder+Insert.swift      INSERT
///     Binder+Update.swift      UPDATE, DELETE, ON CONFLICT, RETURNING
///     Binder+Alter.swift       ALTER
///     Binder+Check.swift       CHECK
///     Binder+Objects.swift     names of tables and views; DROP, CREATE INDEX
///     Binder+View.swift        views: CREATE VIEW and their use
///     Binder+Macro.swift       macros: CREATE MACRO and their calls
///     Binder+Session.swift     SET, PRAGMA, EXECUTE
///     Binder+Sequence.swift    CREATE SEQUENCE, nextval
///     Binder+Unit.swift        CREATE UNIT
///     Binder+Information.swift information_schema
///     Binder+Window.swift      calls with OVER, WINDOW, frames
///     Binder+Shares.swift      SHARE and GROWTH
///     Binder+Top.swift         TOP; TopPlan.swift with others, a total or windows
///     Binder+Suppress.swift    SUPPRESS
///
/// One binder serves one statement.
package final class Binder {
  let catalog: Catalog
  let loadFiles: Catalog.FileLoader
  let runQuery: QueryRunner?
  /// The columns of files that the statement may need; nil for all.
  var mentionedColumns: Set<String>?
  /// Tables that the binder made itself, under names that no statement can write.
  var hiddenTables: [String: Plan] = [:]
  /// For what is evaluated while binding, so that the clock says one time in the whole statement.
  let folding = EvaluationContext()
  var state: SessionState
  /// The views that are being bound, in lower case, the innermost last.
  var openViews: [String] = []
  /// The sequences that the statement has drawn from, by folded name.
  var sequences: [String: Catalog.Sequence] = [:]
  /// How many macros enclose the one that is being bound.
  var macroDepth = 0
  /// The parameters that the statement has asked for.
  var readParameters: Set<Parameter> = []
  /// Common tables that names may mean, the innermost last.
  var commonTables: [CommonTableBinding] = []
  /// The queries around the one that is being bound, the innermost last.
  var enclosing: [EnclosingScope] = []

  /// The rows of a plan that is not optimised yet.
  package typealias QueryRunner = (Plan) throws -> Relation

  private init(
    catalog: Catalog, state: SessionState, mentionedColumns: Set<String>?,
    loadFiles: @escaping Catalog.FileLoader, runQuery: QueryRunner?
  ) {
    self.runQuery = runQuery
    self.catalog = catalog
    self.state = state
    self.mentionedColumns = mentionedColumns
    self.loadFiles = loadFiles
  }

  /// The statement ready to run.
  ///
  /// - Parameters:
  ///   - statement: a syntax tree made of `source`.
  ///   - readsAllColumns: whether files are loaded with all their columns, not just with those that
  ///     the statement could mention. A message about a column that is not there wants to know all.
  ///   - runQuery: runs a query whose rows decide about columns: those of a PIVOT; nil to refuse it.
  ///   - loadFiles: loads files that stand where a table may.
  /// - Throws: a ``Diagnostic`` with its place in the source, or what `loadFiles` throws.
  package static func bind(
    _ statement: Statement, source: Source, catalog: Catalog,
    state: SessionState = SessionState(), readsAllColumns: Bool = false,
    runQuery: QueryRunner? = nil, loadFiles: @escaping Catalog.FileLoader
  ) throws -> BoundStatement {
    let binder = Binder(
      catalog: catalog, state: state,
      mentionedColumns: readsAllColumns ? nil : MentionedNames.columns(in: source.text),
      loadFiles: loadFiles, runQuery: runQuery)
    let bound = try binder.bind(statement)
    return binder.sequences.isEmpty
      ? bound : .advancing(binder.sequences.values.sorted { $0.name < $1.name }, bound)
  }

  /// The value of an expression that needs no tables; nil where it is no constant.
  static func constant(_ expression: Expression) throws -> SessionState.Constant? {
    var context = ExpressionContext(scope: Scope(), clause: "a parameter")
    return try ofNoTables().bind(expression, &context).constantWithType
  }

  private static func ofNoTables() -> Binder {
    Binder(
      catalog: Catalog(), state: SessionState(), mentionedColumns: nil,
      loadFiles: { files, _ in
        throw BindingProblem.unknownTable(files.name, known: [])
          .diagnostic(at: files.range ?? SourceRange(at: 0))
      }, runQuery: nil)
  }

  /// A value as one of the type called `name`.
  ///
  /// - Throws: a ``Diagnostic`` at `range` where there is no such type, or the value is none of it.
  static func constant(
    _ constant: SessionState.Constant, as name: TypeName, at range: SourceRange
  ) throws -> SessionState.Constant {
    let value = BoundExpression(.constant(constant.value), type: constant.type, range: range)
    let result = try ofNoTables().cast(value, toTypeNamed: name, at: range)
    if let constant = result.constantWithType { return constant }
    // What does not fit was left for the run.
    guard case .call(_, let overload, let arguments) = result.kind else { return constant }
    let vectors = arguments.map {
      Vector(constant: $0.constant ?? .null, type: $0.type, count: 1)
    }
    do {
      let vector = try overload.evaluate(vectors, 1, EvaluationContext())
      return SessionState.Constant(vector.value(0), type: result.type)
    } catch let error as ValueError {
      throw BindingProblem.value(error).diagnostic(at: range)
    }
  }

  func bind(_ statement: Statement) throws -> BoundStatement {
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
      if let name = query.table { return .describe(try definition(ofTable: name)) }
      return .describe(TableDefinition(fields: try bind(query).fields))
    case .summarize(let query):
      return try bindSummary(of: query)
    case .copy(let copy):
      return try bind(copy)
    case .showTables:
      return .showTables
    case .check(let name):
      return try bindCheck(of: name, at: statement.range)
    case .explain(let inner, let analyze):
      guard case .query(let query) = inner.kind else {
        throw BindingProblem.notBuilt("EXPLAIN of anything but a query")
          .diagnostic(at: inner.range)
      }
      return .explain(try bind(query), analyze: analyze)
    case .createView(let create): return try bind(create)
    case .createMacro(let create): return try bind(create)
    case .createIndex(let create): return try bind(create)
    case .createSchema(let create): return try bind(create)
    case .createSequence(let create): return try bind(create)
    case .createUnit(let create): return try bind(create)
    case .alter(let alter): return try bind(alter)
    case .set(let set): return try bind(set)
    case .reset(let name, let isVariable): return try bindReset(name, isVariable: isVariable)
    case .pragma(let pragma): return try bind(pragma)
    case .transaction(let transaction): return .transaction(transaction)
    case .prepare(let name, let inner): return .prepare(name: name.folded, inner)
    case .execute(let execute): return try bind(execute)
    case .deallocate(let name):
      if let name, state.prepared[name.folded] == nil {
        throw TableProblem.unknown(
          kind: "prepared statement", name: name.name, known: state.prepared.keys.sorted()
        ).diagnostic(at: name.range)
      }
      return .deallocate(name: name?.folded)
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
