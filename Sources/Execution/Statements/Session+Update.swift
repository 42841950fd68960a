import Columns
import Planning

extension Session {
  /// Changes rows of a table, all or none.
  func perform(_ update: BoundUpdate, _ context: ExecutionContext) throws -> Outcome {
    let result = try PlanExecutor(context).run(Optimizer.optimize(update.changes))
    let new = NewRows(
      definition: update.checks.definition, table: update.table, range: update.range,
      context: context)
    let change = try change(by: result, columns: update.columns, update.checks, new)
    let message = "table \(update.table): \(Self.count(change.changed.count, "row")) updated"
    let outcome = try outcome(
      update.returning, of: [change.changed], update.checks.definition, message, context)
    make(change, in: update.table)
    return outcome
  }

  /// A change to a table that was found to be right, but is not made yet.
  struct PreparedChange {
    /// The rows that change, as they will be.
    let changed: Chunk
    /// All rows, as they will be.
    let after: Relation
    /// Whether no key of any row is another.
    let keepsKeys: Bool
  }

  /// Makes a change; nothing can go wrong any more.
  func make(_ change: PreparedChange, in name: String) {
    catalog.replaceRows(of: name, with: change.after, keepsIndexes: change.keepsKeys)
  }

  /// The change that `result` describes: numbers of rows, and their new values for `columns`.
  ///
  /// - Throws: a ``Diagnostic`` where the new rows break a rule of the table.
  func change(
    by result: Relation, columns: [Int], _ checks: BoundChecks, _ new: NewRows
  ) throws -> PreparedChange {
    let relation =
      catalog.table(named: new.table)?.relation
      ?? Relation(fields: checks.definition.fields, chunks: [])
    let changes = try RowChanges(result, columns: columns, new)
    let changed = try changes.changed(in: relation)
    if changed.count == 0 {
      return PreparedChange(changed: changed, after: relation, keepsKeys: true)
    }
    try new.check([changed], checks) { changes.numbers[$0] + 1 }
    let after = try changes.applied(to: relation)
    let touched = checks.definition.keys.filter { !Set($0.columns).isDisjoint(with: columns) }
    for key in touched {
      if let conflict = try KeyIndex().conflict(of: after.chunks, columns: key.columns) {
        throw new.duplicate(conflict, of: key, row: conflict.row + 1)
      }
    }
    return PreparedChange(changed: changed, after: after, keepsKeys: touched.isEmpty)
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
