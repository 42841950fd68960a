import Columns
import Language
import Loading

/// Casts the columns of a loaded table that the loader reads as text to the types of their fields.
struct SchemaConversion {
  /// Runs a query over a table called `loaded`.
  let query: (_ sql: String, _ loaded: Relation) throws -> Relation

  /// The table with the columns cast of which every cell is of its field's type, and notes on those
  /// that stay text.
  func convert(
    _ relation: Relation, _ schema: TableSchema
  ) throws -> (relation: Relation, notes: [String]) {
    var notes: [String] = []
    let sql = SchemaSQL(schema: schema, columns: relation.fields)
    let candidates = schema.fields.compactMap { field -> (field: TableSchema.Field, at: Int)? in
      guard field.reading != .text, let position = sql.position(of: field.name),
        relation.fields[position].type == .varchar, !sql.isTyped(field, position),
        field.type != .number || Self.isEmpty(relation, position)
      else { return nil }
      return (field, position)
    }
    if candidates.isEmpty { return (relation, notes) }
    let faults = try self.faults(candidates, sql, relation)
    var values = relation.fields.map { SQLText.quoted($0.name) }
    for (candidate, faults) in zip(candidates, faults) {
      if faults == 0 {
        values[candidate.at] = sql.value(of: candidate.field, candidate.at)
      } else {
        notes.append(
          "\(candidate.field.name): \(Session.count(faults, "cell")) "
            + "\(faults == 1 ? "is" : "are") no \(candidate.field.type.rawValue): "
            + "the column is text, and CHECK lists them")
      }
    }
    let items = zip(values, relation.fields).map { "\($0) AS \(SQLText.quoted($1.name))" }
    let converted = try query("SELECT \(items.joined(separator: ", ")) FROM loaded", relation)
    return (converted, notes)
  }

  /// For each column, its cells that are not of their field's type.
  private func faults(
    _ candidates: [(field: TableSchema.Field, at: Int)], _ sql: SchemaSQL, _ relation: Relation
  ) throws -> [Int] {
    let counts = candidates.map { candidate in
      "count(\(SQLText.quoted(relation.fields[candidate.at].name))) "
        + "- count(\(sql.value(of: candidate.field, candidate.at)))"
    }
    let row = try query("SELECT \(counts.joined(separator: ", ")) FROM loaded", relation)
    guard let chunk = row.chunks.first else { return candidates.map { _ in 0 } }
    return chunk.columns.map { column in
      if case .integer(let count) = column.value(0) { Int(count) } else { 0 }
    }
  }

  /// Whether every cell of a column is NULL. Numbers that the loader leaves as text would lose digits
  /// as DOUBLE, so only an empty column of them is cast.
  private static func isEmpty(_ relation: Relation, _ position: Int) -> Bool {
    relation.chunks.allSatisfy { chunk in
      (0..<chunk.count).allSatisfy { chunk.columns[position].value($0).isNull }
    }
  }
}
