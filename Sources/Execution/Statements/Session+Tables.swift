import Columns
import Planning

extension Session {
  /// Makes a table.
  func perform(_ create: BoundCreateTable, _ context: ExecutionContext) throws -> Outcome {
    let rows = try create.rows.map { try PlanExecutor(context).run(Optimizer.optimize($0)) }
    let relation = Relation(fields: create.definition.fields, chunks: rows?.chunks ?? [])
    catalog.set(
      Catalog.Table(name: create.name, relation: relation, definition: create.definition))
    return Outcome(
      content: .message("table \(create.name): \(Self.count(relation.rowCount, "row"))"),
      notes: create.notes)
  }

  /// Forgets tables.
  func perform(_ drop: BoundDrop) -> Outcome {
    for name in drop.names { catalog.remove(name) }
    return .message("dropped \(drop.names.joined(separator: ", "))")
  }

  /// `1 row`, `2 rows`.
  static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }
}
