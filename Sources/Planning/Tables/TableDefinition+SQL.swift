import Language

extension TableDefinition {
  /// The statement that makes such a table, a column a line.
  package func sql(name: String) -> String {
    let lines =
      columns.map { "  " + Self.sql(of: $0) } + keys.map { "  " + sql(of: $0) }
      + checks.map { check in
        "  \(Self.label(check.name))CHECK (\(check.condition.sql))"
      }
    return "CREATE TABLE \(SQLText.name(name)) (\n\(lines.joined(separator: ",\n"))\n);"
  }

  private static func sql(of column: Column) -> String {
    "\(SQLText.name(column.name)) \(column.typeText)"
      + (column.isNotNull ? " NOT NULL" : "")
      + (column.default.map { " DEFAULT \($0.sql)" } ?? "")
  }

  private func sql(of key: Key) -> String {
    let columns = names(of: key).map { SQLText.name($0) }.joined(separator: ", ")
    return "\(Self.label(key.name))\(key.isPrimary ? "PRIMARY KEY" : "UNIQUE") (\(columns))"
  }

  private static func label(_ name: String?) -> String {
    name.map { "CONSTRAINT \(SQLText.name($0)) " } ?? ""
  }
}

extension Catalog.View {
  /// The statement that makes such a view.
  package var sql: String {
    let names = columns.map { SQLText.name($0) }.joined(separator: ", ")
    return "CREATE VIEW \(SQLText.name(name)) (\(names)) AS\n  \(query.sql);"
  }
}
