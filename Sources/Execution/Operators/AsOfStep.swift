import Columns
import Planning

/// Pairs each row of a batch with the one row of a relation that comes nearest by a value.
struct AsOfStep: Step {
  let table: AsOfTable
  let side: AsOfTable.Side
  /// Whether rows without a match are kept.
  let keepsUnmatched: Bool
  let buildColumns: [Vector]
  /// The keys of the probing side; the last is the one that is compared by order.
  let keys: [CompiledExpression]
  let context: ExecutionContext

  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws {
    let vectors = try keys.map { try $0.evaluate(batch, context) }
    guard let values = vectors.last else { return }
    let found = try table.matches(
      keys: Array(vectors.dropLast()), values: values, count: batch.count, side)
    let all = RowSelection(range: 0..<batch.count)
    let joined = batch.joining(all, with: buildColumns, at: found)
    if keepsUnmatched {
      try emit(joined)
      return
    }
    let kept = Selecting.present(found)
    if kept.count > 0 { try emit(kept.count == batch.count ? joined : joined.selecting(kept)) }
  }
}
