import Columns
import Planning

extension Session {
  /// Puts rows into a table, all or none.
  func perform(_ insert: BoundInsert, _ context: ExecutionContext) throws -> Outcome {
    let source = try PlanExecutor(context).run(Optimizer.optimize(insert.rows))
    let new = NewRows(
      definition: insert.checks.definition, table: insert.table, range: insert.range,
      context: context)
    let chunks = try new.chunks(of: source, columns: insert.columns, defaults: insert.defaults)
    try new.check(chunks, insert.checks)
    for (index, key) in insert.checks.definition.keys.enumerated() {
      if let conflict = catalog.conflict(of: chunks, withKey: index, of: insert.table) {
        throw new.duplicate(conflict, of: key, chunks)
      }
    }
    try catalog.append(chunks, to: insert.table)
    return .message("table \(insert.table): \(Self.count(source.rowCount, "row")) inserted")
  }
}
