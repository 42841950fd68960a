import Columns
import Loading
import Planning

/// Results that describe tables and plans instead of holding data.
enum Descriptions {
  /// A row a column: its name and its type.
  static func columns(of fields: [Field]) -> Relation {
    relation(
      ["column_name", "column_type"],
      [fields.map { .text($0.name) }, fields.map { .text($0.type.description) }])
  }

  /// A row a table: its name, rows and columns.
  static func tables(of catalog: Catalog) -> Relation {
    let tables = catalog.tables.sorted { $0.name < $1.name }
    return relation(
      ["name", "rows", "columns"],
      [
        tables.map { .text($0.name) },
        tables.map { .integer(Int128($0.relation.rowCount)) },
        tables.map { .integer(Int128($0.relation.fields.count)) },
      ], types: [.varchar, .bigint, .bigint])
  }

  /// A row a rejected row of a file: where it stands, why, and what it says.
  static func rejects(_ loaded: LoadedTable) -> Relation {
    let rejects = loaded.rejects
    return relation(
      ["file", "line", "byte_offset", "reason", "raw"],
      [
        rejects.map { _ in .text(loaded.ledger.path) },
        rejects.map { .integer(Int128($0.line)) },
        rejects.map { .integer(Int128($0.offset)) },
        rejects.map { .text($0.reason.description) },
        rejects.map { .text($0.raw) },
      ], types: [.varchar, .bigint, .bigint, .varchar, .varchar])
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
