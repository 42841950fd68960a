import Columns
import Language
import Loading
import Planning

/// Where statements run: the tables in memory and the limits under which queries work.
///
/// The life of a statement, as ``run(_:)`` spells it out:
///
/// 1. ``Parser/statement(_:)`` makes a syntax tree of the text (Language).
/// 2. ``Binder/bind(_:source:catalog:loadFiles:)`` resolves names and types; files named in FROM are
///    loaded here (Planning, Loading).
/// 3. ``Optimizer/optimize(_:)`` makes the plan cheaper (Planning).
/// 4. ``PlanExecutor/run(_:)`` runs it over batches (Execution, with the kernels of Columns).
/// 5. The ``Outcome`` goes to whoever asked; Rendering makes text of it.
package final class Session {
  package internal(set) var catalog = Catalog()
  /// Settings, variables, parameters and prepared statements.
  package var state = SessionState()
  /// The tables as they were when the transaction began that runs; nil without one.
  var transactionStart: Catalog?
  /// Whether a statement of the transaction failed, so that it can only be given up.
  var isTransactionBroken = false
  /// How many threads may work at a time.
  package var threads: Int
  /// The most rows of a batch; nil, the default, leaves the choice to each operator. For tests: an
  /// answer does not depend on it.
  package var batchRows: Int?
  /// Whether a file with rejected rows or cells is refused.
  package var isStrict = false
  /// What statements call `-`.
  package var standardInput = StandardInput(holdsStatements: false)
  /// Stops the running statement; safe to cancel from a signal handler.
  package let cancellation = Cancellation()
  /// What was loaded so far, of a table or of the same files in statements the last load each.
  package internal(set) var loads: [LoadRecord] = []
  /// Called after each load that a statement or the user asked for, with the name of the table.
  package var onLoad: (LoadedFiles, String) -> Void = { _, _ in }
  /// Called while files are being loaded, from any thread, with what they are called.
  package var onProgress: (@Sendable (String, LoadProgress) -> Void)?
  /// How far the statement that runs has come.
  package let progress = QueryProgress()

  package init(threads: Int) { self.threads = max(1, threads) }

  /// A session with the same tables and settings, which can be asked without a trace here.
  package func aside() -> Session {
    let other = Session(threads: threads)
    other.catalog = catalog
    other.state = state
    return other
  }

  /// Runs one statement, unless ``cancellation`` is set already: whoever sets it takes it back.
  ///
  /// - Throws: a ``Diagnostic`` about the statement or its data, or ``Interrupted``. Nothing has
  ///   changed then.
  package func run(_ source: Source) throws -> Outcome {
    try cancellation.check()
    progress.begin()
    defer { standardInput.forget() }
    do {
      return try cancellation.governing { try answer(source) }
    } catch ValueError.interrupted {
      throw Interrupted()
    }
  }

  private func answer(_ source: Source) throws -> Outcome {
    let statement = try Parser.statement(source)
    let bound = try bind(statement, source)
    let context = ExecutionContext(
      threads: threads, cancellation: cancellation, evaluation: EvaluationContext(),
      batchRows: batchRows, progress: progress)
    let outcome = try guarded(bound) { try perform(bound, context) }
    var answer = outcome.adding(notes: ResultNotes.notes(context.evaluation))
    answer.chart = statement.chart
    return answer
  }

  /// The columns that a query would have, which is not run.
  ///
  /// - Throws: a ``Diagnostic`` about the query.
  package func fields(of query: Source) throws -> [Field] {
    guard case .query(let plan) = try bind(try Parser.statement(query), query) else { return [] }
    return plan.fields
  }

  func perform(
    _ statement: BoundStatement, _ context: ExecutionContext
  ) throws -> Outcome {
    switch statement {
    case .query(let plan):
      return .rows(try PlanExecutor(context).run(Optimizer.optimize(plan)))
    case .createTable(let create): return try perform(create, context)
    case .createView(let view): return perform(view)
    case .renameView(let name, let new): return renameView(name, to: new)
    case .createMacro(let macro): return perform(macro)
    case .createSequence(let sequence): return perform(sequence)
    case .createUnit(let unit): return try perform(unit)
    case .advancing(let sequences, let inner):
      return try perform(inner, advancing: sequences, context)
    case .createIndex(let name, let change): return try createIndex(name, change, context)
    case .alter(let alter): return try perform(alter, context)
    case .drop(let drop): return perform(drop)
    case .insert(let insert): return try perform(insert, context)
    case .update(let update): return try perform(update, context)
    case .delete(let delete): return try perform(delete, context)
    case .truncate(let table): return truncate(table)
    case .copyTo(let plan, let path, let options):
      let relation = try PlanExecutor(context).run(Optimizer.optimize(plan))
      return Outcome(content: .file(relation, path: path, options), notes: [])
    case .copyFrom(let files, let insert): return try copy(files, into: insert, context)
    case .transaction(let transaction): return try perform(transaction)
    case .settings(let settings, let changed): return set(settings, changed)
    case .setVariable(let name, let value): return try set(name, to: value, context)
    case .prepare(let name, let statement): return prepare(name, statement)
    case .deallocate(let name): return deallocate(name)
    case .prepared(let statement, let name): return try execute(statement, named: name, context)
    case .nothing(let message): return .message(message)
    case .describe(let definition):
      return .rows(Descriptions.columns(of: definition))
    case .tableInfo(let definition):
      return .rows(Descriptions.info(of: definition))
    case .showTables:
      return .rows(Descriptions.tables(of: catalog))
    case .check(let check): return try perform(check, context)
    case .explain(let plan, let analyze):
      let optimized = Optimizer.optimize(plan)
      return .rows(try explain(optimized, analyze: analyze, context))
    }
  }

  private func explain(
    _ plan: Plan, analyze: Bool, _ context: ExecutionContext
  ) throws -> Relation {
    guard analyze else { return Descriptions.lines(plan.explanation, heading: "plan") }
    let profile = PlanProfile()
    _ = try PlanExecutor(context.profiling(profile)).run(plan)
    return Descriptions.profile(profile.lines(threads: threads))
  }

  // MARK: Tables

  /// Makes `relation` a table called `name`, in place of one of the same name.
  package func setTable(_ name: String, to relation: Relation) {
    catalog.set(name, to: relation)
  }

  // MARK: Binding

  /// Binds a statement, loading the files that it names and reporting those loads.
  private func bind(_ statement: Statement, _ source: Source) throws -> BoundStatement {
    var files = StatementFiles { [self] in try load($0, columns: $1) }
    let runQuery: Binder.QueryRunner = { [self] plan in
      let context = ExecutionContext(
        threads: threads, cancellation: cancellation, evaluation: EvaluationContext())
      return try PlanExecutor(context).run(Optimizer.optimize(plan))
    }
    let bound: BoundStatement
    do {
      bound = try Binder.bind(
        statement, source: source, catalog: catalog, state: state,
        runQuery: runQuery, loadFiles: files.loader)
    } catch is Diagnostic where files.areNarrowed {
      // What is wrong may be about a column that was left out; its guesses want to know all.
      files = StatementFiles { [self] in try load($0, columns: $1) }
      bound = try Binder.bind(
        statement, source: source, catalog: catalog, state: state,
        readsAllColumns: true, runQuery: runQuery, loadFiles: files.loader)
    }
    for (request, loaded) in files.loaded { report(loaded, of: request, table: nil) }
    return bound
  }
}
