import Columns
import Planning

extension Session {
  /// Changes rows of a table, all or none.
  func perform(_ update: BoundUpdate, _ context: ExecutionContext) throws -> Outcome {
    let result = try PlanExecutor(context).run(Optimizer.optimize(update.changes))
    let changed = try change(
      update.table, by: result, columns: update.columns, update.checks,
      NewRows(
        definition: update.checks.definition, table: update.table, range: update.range,
        context: context))
    let message = "table \(update.table): \(Self.count(changed.count, "row")) updated"
    return try outcome(
      update.returning, of: [changed], update.checks.definition, message, context)
  }

  /// Changes the rows that `result` numbers.
  ///
  /// - Returns: the rows as they are now.
  /// - Throws: a ``Diagnostic`` where the new rows break a rule of the table; nothing has changed
  ///   then.
  func change(
    _ name: String, by result: Relation, columns: [Int], _ checks: BoundChecks, _ new: NewRows
  ) throws -> Chunk {
    guard let relation = catalog.table(named: name)?.relation else {
      return Chunk(count: 0, columns: [])
    }
    let changes = try RowChanges(result, columns: columns, new)
    let changed = try changes.changed(in: relation)
    if changed.count == 0 { return changed }
    try new.check([changed], checks) { changes.numbers[$0] + 1 }
    let after = try changes.applied(to: relation)
    let touched = checks.definition.keys.filter { !Set($0.columns).isDisjoint(with: columns) }
    for key in touched {
      if let conflict = KeyIndex().conflict(of: after.chunks, columns: key.columns) {
        throw new.duplicate(conflict, of: key, row: conflict.row + 1)
      }
    }
    catalog.replaceRows(of: name, with: after, keepsIndexes: touched.isEmpty)
    return changed
  }

  /// Deletes rows of a table.
  func perform(_ delete: BoundDelete, _ context: ExecutionContext) throws -> Outcome {
    let result = try PlanExecutor(context).run(Optimizer.optimize(delete.rows))
    guard let table = catalog.table(named: delete.table) else { return .message("") }
    let numbers = Set(result.chunks.flatMap { RowNumbers.numbers(in: $0.columns[0]) }).sorted()
    let rows = try delete.returning.map { _ in
      try RowChanges.rows(numbers, of: table.relation)
    }
    let after = try RowChanges.removing(numbers, from: table.relation)
    let message = "table \(delete.table): \(Self.count(numbers.count, "row")) deleted"
    let outcome = try outcome(
      delete.returning, of: rows.map { [$0] } ?? [], table.definition, message, context)
    catalog.replaceRows(of: delete.table, with: after)
    return outcome
  }

  /// Deletes all rows of a table.
  func truncate(_ name: String) -> Outcome {
    guard let relation = catalog.table(named: name)?.relation else { return .message("") }
    catalog.replaceRows(of: name, with: Relation(fields: relation.fields, chunks: []))
    return .message("table \(name): \(Self.count(relation.rowCount, "row")) deleted")
  }

  /// What RETURNING makes of the rows that a statement touched, or its message without one.
  func outcome(
    _ returning: BoundReturning?, of chunks: [Chunk], _ definition: TableDefinition,
    _ message: String, _ context: ExecutionContext
  ) throws -> Outcome {
    guard let returning else { return .message(message) }
    let rows = try Relation.unified(fields: definition.fields, chunks: chunks)
    let plan = returning.plan.replacing([(returning.rows, rows)])
    return .rows(try PlanExecutor(context).run(Optimizer.optimize(plan)))
  }
}
