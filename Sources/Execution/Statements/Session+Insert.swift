import Columns
import Planning

extension Session {
  /// Puts rows into a table, all or none.
  func perform(_ insert: BoundInsert, _ context: ExecutionContext) throws -> Outcome {
    let definition = insert.checks.definition
    let source = try PlanExecutor(context).run(Optimizer.optimize(insert.rows))
    let new = NewRows(
      definition: definition, table: insert.table, range: insert.range, context: context)
    let sequencesBefore = catalog.sequences
    var isDone = false
    defer { if !isDone { catalog.restoreSequences(sequencesBefore) } }
    let drawn = try insert.sequences.sorted { $0.key < $1.key }.map { position, name in
      (position, try draw(source.rowCount, from: name, insert))
    }
    var chunks = try new.chunks(
      of: source, columns: insert.columns, defaults: insert.defaults, drawn: drawn)
    try new.check(chunks, insert.checks) { source.rowCount == 1 ? nil : $0 + 1 }
    let settled = try insert.conflict.map { try settle($0, &chunks, insert, new) }
    var undo: (() -> Void)?
    if let change = settled?.change, !change.keepsKeys {
      // The new rows must be held to the keys that there are after the change.
      let before = catalog
      undo = { self.catalog = before }
      make(change, in: insert.table)
    }
    do {
      for (index, key) in definition.keys.enumerated() {
        if let conflict = try catalog.conflict(of: chunks, withKey: index, of: insert.table) {
          throw new.duplicate(
            conflict, of: key, row: source.rowCount == 1 ? nil : conflict.row + 1)
        }
      }
      let changed = settled?.change?.changed
      let inserted = chunks.reduce(0) { $0 + $1.count }
      var message = "table \(insert.table): \(Self.count(inserted, "row")) inserted"
      if let settled {
        message += ", \(settled.count) \(settled.change == nil ? "left out" : "updated")"
      }
      let outcome = try outcome(
        insert.returning, of: chunks + (changed.map { [$0] } ?? []), definition, message, context)
      if let change = settled?.change, change.keepsKeys {
        let rows = catalog.table(named: insert.table)?.relation
        undo = {
          if let rows { self.catalog.replaceRows(of: insert.table, with: rows, keepsIndexes: true) }
        }
        make(change, in: insert.table)
      }
      try catalog.append(chunks, to: insert.table)
      isDone = true
      return outcome
    } catch {
      undo?()
      throw error
    }
  }

  /// What came of rows in conflict: how many were left out, or the rows that change for them.
  private struct Settlement {
    let count: Int
    /// nil where the rows are left out.
    let change: PreparedChange?
  }

  /// Takes the rows out of `chunks` whose keys are there already, and prepares the change of the
  /// rows that have these keys where the statement asks for one.
  private func settle(
    _ conflict: BoundConflict, _ chunks: inout [Chunk], _ insert: BoundInsert, _ new: NewRows
  ) throws -> Settlement {
    switch conflict {
    case .ignore(let keys):
      var count = 0
      for key in keys {
        let matches = try catalog.matches(of: chunks, withKey: key, of: insert.table)
        let kept = matches.indices.filter { matches[$0] == .none }
        if kept.count == matches.count { continue }
        count += matches.count - kept.count
        chunks = [try Self.rows(kept, of: chunks, new)]
      }
      return Settlement(count: count, change: nil)
    case .update(let key, let update):
      let matches = try catalog.matches(of: chunks, withKey: key, of: insert.table)
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
      let result = try rows(conflicting, of: chunks, replacing: targets, update, new)
      let change = try change(by: result, columns: update.columns, insert.checks, new)
      if !conflicting.isEmpty {
        let kept = matches.indices.filter { matches[$0] == .none }
        chunks = [try Self.rows(kept, of: chunks, new)]
      }
      return Settlement(count: change.changed.count, change: change)
    }
  }

  /// The numbers and new values of the rows `targets`, with each of which one of the new rows
  /// `conflicting` is in conflict.
  private func rows(
    _ conflicting: [Int], of chunks: [Chunk], replacing targets: [Int],
    _ update: BoundConflictUpdate, _ new: NewRows
  ) throws -> Relation {
    guard !targets.isEmpty, let relation = catalog.table(named: new.table)?.relation else {
      return Relation(fields: update.changes.fields, chunks: [])
    }
    let excluded = try Self.rows(conflicting, of: chunks, new)
    let rising = targets.sorted()
    let existing = try RowChanges.rows(rising, of: relation)
    let plan = update.changes.replacing([
      (update.existing, Self.numbered(existing, rising, update.existing)),
      (update.excluded, Self.numbered(excluded, targets, update.excluded)),
    ])
    return try PlanExecutor(new.context).run(Optimizer.optimize(plan))
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
