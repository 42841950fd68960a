import Columns
import Loading
import Planning

/// Results that describe tables and plans instead of holding data.
enum Descriptions {
  /// A row a column: its name, its type, and what its table demands of it.
  static func columns(of definition: TableDefinition) -> Relation {
    let columns = definition.columns
    let keys: [Value] = columns.indices.map { position in
      let keys = definition.keys.filter { $0.columns.contains(position) }
      return keys.isEmpty ? .null : .text(keys.contains(where: \.isPrimary) ? "PRI" : "UNI")
    }
    return relation(
      ["column_name", "column_type", "null", "key", "default", "extra"],
      [
        columns.map { .text($0.name) },
        columns.map { .text($0.typeText) },
        columns.map { .text($0.isNotNull ? "NO" : "YES") },
        keys,
        columns.map { $0.default.map { .text($0.sql) } ?? .null },
        columns.map { _ in .null },
      ])
  }

  /// A row a column, as SQLite and DuckDB describe one.
  static func info(of definition: TableDefinition) -> Relation {
    let columns = definition.columns
    let primary = Set(definition.keys.filter(\.isPrimary).flatMap(\.columns))
    return relation(
      ["cid", "name", "type", "notnull", "dflt_value", "pk"],
      [
        columns.indices.map { .integer(Int128($0)) },
        columns.map { .text($0.name) },
        columns.map { .text($0.typeText) },
        columns.map { .boolean($0.isNotNull) },
        columns.map { $0.default.map { .text($0.sql) } ?? .null },
        columns.indices.map { .boolean(primary.contains($0)) },
      ], types: [.bigint, .varchar, .varchar, .boolean, .varchar, .boolean])
  }

  /// A row a table: its name, rows and columns.
  ///
  /// A view has no rows of its own: NULL.
  static func tables(of catalog: Catalog) -> Relation {
    let tables = catalog.tables.map { table in
      (table.name, Value.integer(Int128(table.relation.rowCount)), table.relation.fields.count)
    }
    let views = catalog.views.map { ($0.name, Value.null, $0.columns.count) }
    let all = (tables + views).sorted { $0.0 < $1.0 }
    return relation(
      ["name", "rows", "columns"],
      [all.map { .text($0.0) }, all.map(\.1), all.map { .integer(Int128($0.2)) }],
      types: [.varchar, .bigint, .bigint])
  }

  /// A row a reject of a file: where it stands, why, and what it says.
  static func rejects(_ loads: [LoadRecord]) -> Relation {
    let all = loads.flatMap(\.files).flatMap { file in
      file.rejects.map { (file: file, reject: $0) }
    }
    return relation(
      ["file", "line", "column_name", "byte_offset", "reason", "raw"],
      [
        all.map { .text($0.file.ledger.path) },
        all.map { .integer(Int128($0.reject.line)) },
        all.map { $0.reject.column.map { .text($0) } ?? .null },
        all.map { .integer(Int128($0.reject.offset)) },
        all.map { .text($0.reject.reason.description) },
        all.map { .text($0.reject.raw) },
      ], types: [.varchar, .bigint, .varchar, .bigint, .varchar, .varchar])
  }

  /// A row an operator: what it does, the rows that it yielded, the milliseconds that it took, and
  /// which share of the whole that is.
  static func profile(
    _ lines: [(text: String, rows: Int, milliseconds: Double)]
  ) -> Relation {
    let whole = lines.reduce(0) { $0 + $1.milliseconds }
    return relation(
      ["plan", "rows", "ms", "share"],
      [
        lines.map { .text($0.text) },
        lines.map { .integer(Int128($0.rows)) },
        lines.map { .decimal(unscaled: Int128(($0.milliseconds * 100).rounded()), scale: 2) },
        lines.map { whole > 0 ? .double($0.milliseconds / whole) : .null },
      ], types: [.varchar, .bigint, .decimal(precision: 18, scale: 2), .percent])
  }

  /// A row a line of text.
  static func lines(_ lines: [String], heading: String) -> Relation {
    relation([heading], [lines.map { .text($0) }])
  }

  private static func relation(
    _ names: [String], _ columns: [[Value]], types: [DataType]? = nil
  ) -> Relation {
    let types = types ?? names.map { _ in .varchar }
    let fields = zip(names, types).map { Field(name: $0, type: $1) }
    let vectors = zip(columns, types).map { Vector($0, type: $1) }
    let count = columns.first?.count ?? 0
    return Relation(
      fields: fields, chunks: count == 0 ? [] : [Chunk(count: count, columns: vectors)])
  }
}
