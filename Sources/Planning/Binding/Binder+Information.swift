import Columns
import Language

extension Binder {
  /// A table that describes tables: `information_schema.tables` and `.columns`; nil for any other
  /// name.
  func information(_ name: QualifiedName) throws -> (Plan, String)? {
    guard name.parts.count == 2, name.parts[0].folded == "information_schema" else { return nil }
    let relation: Relation
    switch name.parts[1].folded {
    case "tables": relation = Self.relation(tableColumns, tables())
    case "columns": relation = Self.relation(columnColumns, columns(at: name.range))
    default: return nil
    }
    return (Self.scan(relation, name: name.parts[1].folded), name.parts[1].name)
  }

  private var tableColumns: [Field] {
    ["table_catalog", "table_schema", "table_name", "table_type"].map {
      Field(name: $0, type: .varchar)
    }
  }

  private func tables() -> [[Value]] {
    let tables = catalog.tables.map { ($0.name, "BASE TABLE") }
    let views = catalog.views.map { ($0.name, "VIEW") }
    return (tables + views).sorted { $0.0 < $1.0 }.map { name, kind in
      [.text("memory"), .text("main"), .text(name), .text(kind)]
    }
  }

  private var columnColumns: [Field] {
    [
      Field(name: "table_catalog", type: .varchar), Field(name: "table_schema", type: .varchar),
      Field(name: "table_name", type: .varchar), Field(name: "column_name", type: .varchar),
      Field(name: "ordinal_position", type: .bigint),
      Field(name: "column_default", type: .varchar), Field(name: "is_nullable", type: .varchar),
      Field(name: "data_type", type: .varchar),
    ]
  }

  /// The columns of all tables, and of the views that can be read.
  private func columns(at range: SourceRange) -> [[Value]] {
    let tables = catalog.tables.map { ($0.name, $0.definition) }
    let views = catalog.views.compactMap { view in
      (try? self.view(named: view.name, at: range)).flatMap { $0 }.map {
        (view.name, TableDefinition(fields: $0.0.fields))
      }
    }
    return (tables + views).sorted { $0.0 < $1.0 }.flatMap { name, definition in
      definition.columns.enumerated().map { position, column -> [Value] in
        [
          .text("memory"), .text("main"), .text(name), .text(column.name),
          .integer(Int128(position + 1)), column.default.map { .text($0.sql) } ?? .null,
          .text(column.isNotNull ? "NO" : "YES"), .text(column.typeText),
        ]
      }
    }
  }

  private static func relation(_ fields: [Field], _ rows: [[Value]]) -> Relation {
    let vectors = fields.enumerated().map { position, field in
      Vector(rows.map { $0[position] }, type: field.type)
    }
    return Relation(
      fields: fields,
      chunks: rows.isEmpty ? [] : [Chunk(count: rows.count, columns: vectors)])
  }
}
