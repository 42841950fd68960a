import Columns
import Planning

/// Computes one column an expression.
struct ProjectStep: Step {
  let expressions: [CompiledExpression]
  let context: ExecutionContext

  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws {
    let positions = expressions.compactMap { expression -> Int? in
      if case .column(let position) = expression.kind { position } else { nil }
    }
    if positions.count == expressions.count {
      // Bare columns stay ungathered.
      try emit(batch.keeping(positions))
      return
    }
    try emit(
      Batch(
        count: batch.count, columns: try expressions.map { try $0.evaluate(batch, context) }))
  }
}
