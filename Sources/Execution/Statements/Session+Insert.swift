import Columns
import Planning

extension Session {
  /// Puts rows into a table, all or none.
  func perform(_ insert: BoundInsert, _ context: ExecutionContext) throws -> Outcome {
    let definition = insert.checks.definition
    let source = try PlanExecutor(context).run(Optimizer.optimize(insert.rows))
    let new = NewRows(
      definition: definition, table: insert.table, range: insert.range, context: context)
    var chunks = try new.chunks(of: source, columns: insert.columns, defaults: insert.defaults)
    try new.check(chunks, insert.checks) { source.rowCount == 1 ? nil : $0 + 1 }
    var replaced: [Chunk] = []
    let before = insert.conflict == nil ? nil : catalog
    do {
      if let conflict = insert.conflict {
        try settle(conflict, &chunks, &replaced, insert, new)
      }
      for (index, key) in definition.keys.enumerated() {
        if let conflict = catalog.conflict(of: chunks, withKey: index, of: insert.table) {
          throw new.duplicate(
            conflict, of: key, row: source.rowCount == 1 ? nil : conflict.row + 1)
        }
      }
      var message = "table \(insert.table): "
      message += Self.count(chunks.reduce(0) { $0 + $1.count }, "row") + " inserted"
      if insert.conflict != nil {
        message += ", \(replaced.reduce(0) { $0 + $1.count }) updated"
      }
      let outcome = try outcome(
        insert.returning, of: chunks + replaced, definition, message, context)
      try catalog.append(chunks, to: insert.table)
      return outcome
    } catch {
      // Rows in conflict may have changed already.
      if let before { catalog = before }
      throw error
    }
  }

  /// Takes the rows out of `chunks` whose keys are there already, and changes the rows that have
  /// these keys where the statement says so.
  private func settle(
    _ conflict: BoundConflict, _ chunks: inout [Chunk], _ replaced: inout [Chunk],
    _ insert: BoundInsert, _ new: NewRows
  ) throws {
    switch conflict {
    case .ignore(let keys):
      for key in keys {
        let matches = catalog.matches(of: chunks, withKey: key, of: insert.table)
        let kept = matches.indices.filter { matches[$0] == .none }
        if kept.count < matches.count { chunks = [try Self.rows(kept, of: chunks, new)] }
      }
    case .update(let key, let update):
      let matches = catalog.matches(of: chunks, withKey: key, of: insert.table)
      var targets: [Int] = []
      var conflicting: [Int] = []
      var seen: Set<Int> = []
      for (row, match) in matches.enumerated() {
        switch match {
        case .none: continue
        case .table(let target) where seen.insert(target).inserted:
          targets.append(target)
          conflicting.append(row)
        case .table, .earlier:
          throw TableProblem.conflictTwice(table: insert.table, row: row + 1)
            .diagnostic(at: insert.range)
        }
      }
      if conflicting.isEmpty { return }
      guard let relation = catalog.table(named: insert.table)?.relation else { return }
      let excluded = try Self.rows(conflicting, of: chunks, new)
      let order = targets.indices.sorted { targets[$0] < targets[$1] }
      let existing = try RowChanges.rows(order.map { targets[$0] }, of: relation)
      let plan = update.changes.replacing([
        (update.existing, Self.numbered(existing, order.map { targets[$0] }, update.existing)),
        (update.excluded, Self.numbered(excluded, targets, update.excluded)),
      ])
      let result = try PlanExecutor(new.context).run(Optimizer.optimize(plan))
      let changed = try change(
        insert.table, by: result, columns: update.columns, insert.checks, new)
      replaced.append(changed)
      let kept = matches.indices.filter { matches[$0] == .none }
      chunks = [try Self.rows(kept, of: chunks, new)]
    }
  }

  private static func rows(_ rows: [Int], of chunks: [Chunk], _ new: NewRows) throws -> Chunk {
    try RowChanges.rows(rows, of: Relation(fields: new.definition.fields, chunks: chunks))
  }

  /// A chunk with the numbers of its rows behind its columns.
  private static func numbered(
    _ chunk: Chunk, _ numbers: [Int], _ like: Relation
  ) -> Relation {
    let columns = chunk.columns + [RowNumbers.vector(numbers)]
    return Relation(fields: like.fields, chunks: [Chunk(count: chunk.count, columns: columns)])
  }
}
