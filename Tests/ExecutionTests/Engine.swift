import Columns
import Language
import Planning

@testable import Execution

/// Runs statements on tables that tests make, with and without the optimizer.
struct Engine {
  var catalog = Catalog()

  func run(
    _ sql: String, threads: Int = 1, optimizes: Bool = true, batchRows: Int? = nil
  ) throws -> Relation {
    try outcome(sql, threads: threads, optimizes: optimizes, batchRows: batchRows).relation
  }

  /// The rows, and the notes that stand under them.
  func outcome(
    _ sql: String, threads: Int = 1, optimizes: Bool = true, batchRows: Int? = nil
  ) throws -> (relation: Relation, notes: [String]) {
    let source = Source(sql)
    let statement = try Parser.statement(source)
    let bound = try Binder.bind(statement, source: source, catalog: catalog) { request, _ in
      throw Diagnostic(.error, "no file \(request.name)", at: request.range)
    }
    guard case .query(let plan) = bound else {
      throw Diagnostic(.error, "not a query", at: nil)
    }
    let evaluation = EvaluationContext()
    let context = ExecutionContext(
      threads: threads, cancellation: Cancellation(), evaluation: evaluation,
      batchRows: batchRows)
    let relation = try PlanExecutor(context).run(optimizes ? Optimizer.optimize(plan) : plan)
    return (relation, ResultNotes.notes(evaluation))
  }
}

extension Relation {
  /// All values, row by row.
  var rows: [[Value]] {
    chunks.flatMap { chunk in
      (0..<chunk.count).map { row in chunk.columns.map { $0.value(row) } }
    }
  }
}

extension Value {
  /// Whether both are the same to the bit: zeros of both signs are not, nor are different NaNs.
  func isIdentical(to other: Value) -> Bool {
    if case (.double(let x), .double(let y)) = (self, other) { return x.bitPattern == y.bitPattern }
    return self == other
  }
}
