import Columns
import Planning

/// Keeps the rows in which every condition is true.
struct FilterStep: Step {
  /// The terms of the WHERE clause that AND joins.
  let conditions: [CompiledExpression]
  let context: ExecutionContext

  /// A condition that leaves less than this share of the rows makes the next ones look at just
  /// those; otherwise the next ones look at all, which saves gathering their columns.
  private static let selectiveShare = 4

  /// A condition that fails on all rows, or that counts notes, is asked only of the rows that the
  /// conditions before it leave.
  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws {
    var current = batch
    var pending: [Vector] = []
    for condition in conditions {
      let answer =
        pending.isEmpty || condition.countsNotes
        ? nil : try? condition.evaluate(current, context)
      if answer == nil, let passed = pending.first, let rows = Selecting.rows(where: passed) {
        if rows.count == 0 { return }
        current = current.selecting(rows)
        pending = []
      }
      let known = try answer ?? condition.evaluate(current, context)
      pending.append(known)
      let passed = LogicKernels.and(pending, count: current.count)
      guard let rows = Selecting.rows(where: passed) else {
        pending = []
        continue
      }
      if rows.count == 0 { return }
      if rows.count < current.count / Self.selectiveShare {
        current = current.selecting(rows)
        pending = []
      } else {
        pending = [passed]
      }
    }
    if let passed = pending.first, let rows = Selecting.rows(where: passed) {
      current = current.selecting(rows)
    }
    try emit(current)
  }
}
