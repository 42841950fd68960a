import Columns
import Planning

extension Session {
  /// Gives a table another definition, to which all its rows are held.
  func perform(_ alter: BoundAlter, _ context: ExecutionContext) throws -> Outcome {
    guard let table = catalog.table(named: alter.table) else { return .message("") }
    let definition = alter.checks.definition
    let new = NewRows(
      definition: definition, table: alter.name, range: alter.range, context: context)
    var first = 0
    let chunks = try table.relation.chunks.map { chunk in
      defer { first += chunk.count }
      return Chunk(
        count: chunk.count,
        columns: try self.columns(of: chunk, from: first, after: alter.rows, table, new))
    }
    let relation = try Relation.unified(fields: definition.fields, chunks: chunks)
    try new.check(relation.chunks, alter.checks) { $0 + 1 }
    for key in definition.keys {
      if let conflict = try KeyIndex().conflict(of: relation.chunks, columns: key.columns) {
        throw new.duplicate(conflict, of: key, row: conflict.row + 1)
      }
    }
    catalog.change(alter.table, name: alter.name, relation: relation, definition: definition)
    let shown = definition.columns.map { "\($0.name) \($0.typeText)" }.joined(separator: ", ")
    return Outcome(content: .message("table \(alter.name): \(shown)"), notes: alter.notes)
  }

  /// The columns of a chunk, whose first row is `first`, after the change.
  private func columns(
    of chunk: Chunk, from first: Int, after change: BoundAlter.Rows, _ table: Catalog.Table,
    _ new: NewRows
  ) throws -> [Vector] {
    var columns = chunk.columns
    switch change {
    case .same: break
    case .added(let value):
      let compiled = CompiledExpression.compile(value, [], rows: chunk.count, new.context)
      columns.append(
        try compiled.evaluate(Batch(count: chunk.count, columns: []), new.context))
    case .dropped(let position):
      columns.remove(at: position)
    case .converted(let position, let value):
      var vector = columns[position]
      if let value {
        let inputs = table.definition.columns.map { PipelineColumn(type: $0.type, domain: nil) }
        vector = try CompiledExpression.compile(value, inputs, rows: chunk.count, new.context)
          .evaluate(Batch(chunk), new.context)
      }
      columns[position] = try new.converted(vector, to: new.definition.columns[position]) {
        first + $0 + 1
      }
    }
    return columns
  }
}
