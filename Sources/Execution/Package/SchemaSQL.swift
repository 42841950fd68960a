import Columns
import Language
import Loading

/// What the fields of a schema mean, as expressions over the columns of the loaded table.
struct SchemaSQL {
  let schema: TableSchema
  /// The columns of the table.
  let columns: [Field]

  /// The position of the column of a field; case does not count.
  func position(of name: String) -> Int? {
    columns.firstIndex { $0.name.lowercased() == name.lowercased() }
  }

  /// Whether a column holds values of its field's type already.
  func isTyped(_ field: TableSchema.Field, _ position: Int) -> Bool {
    let type = columns[position].type
    // Constraints speak of the amount as the file has it.
    if type == .measure { return [.integer, .number, .any].contains(field.type) }
    return switch field.type {
    case .integer, .year: type == .bigint || type == .hugeint
    case .number: type.isNumeric
    case .boolean: type == .boolean
    case .date: type == .date
    case .datetime: type == .timestamp
    case .time: type == .time
    default: true
    }
  }

  /// A column, or of a column of measures the amounts.
  func plain(_ position: Int) -> String {
    let column = SQLText.quoted(columns[position].name)
    return columns[position].type == .measure ? "amount_of(\(column))" : column
  }

  /// The values of a field, of its type: NULL where a cell is none.
  func value(of field: TableSchema.Field, _ position: Int) -> String {
    let column = plain(position)
    if isTyped(field, position) || field.reading == .text { return column }
    let text = "CAST(\(column) AS VARCHAR)"
    switch field.reading {
    case .booleans(let yes, let no):
      let cases = [(yes, "TRUE"), (no, "FALSE")].filter { !$0.0.isEmpty }.map {
        "WHEN \(text) IN (\(Self.list($0.0))) THEN \($0.1)"
      }
      return cases.isEmpty
        ? "CAST(NULL AS BOOLEAN)" : "CASE \(cases.joined(separator: " ")) END"
    case .written(let format?):
      let time = "try_strptime(\(text), \(SQLText.literal(format)))"
      return field.type == .datetime ? time : "CAST(\(time) AS \(Self.type(of: field)))"
    default:
      return "TRY_CAST(\(text) AS \(Self.type(of: field)))"
    }
  }

  /// The type of the values of a field.
  private static func type(of field: TableSchema.Field) -> String {
    switch field.type {
    case .integer, .year: "BIGINT"
    case .number: "DOUBLE"
    case .boolean: "BOOLEAN"
    case .date: "DATE"
    case .datetime: "TIMESTAMP"
    case .time: "TIME"
    default: "VARCHAR"
    }
  }

  /// A value that a constraint names, as one of the field's type.
  func literal(_ text: String, of field: TableSchema.Field, _ position: Int) -> String {
    switch field.type {
    case .integer, .year, .number: return text
    case .date, .datetime, .time: return "\(Self.type(of: field)) \(SQLText.literal(text))"
    case .boolean:
      if case .booleans(let yes, _) = field.reading {
        return yes.contains(text) || text == "true" ? "TRUE" : "FALSE"
      }
      return SQLText.literal(text)
    default: return SQLText.literal(text)
    }
  }

  /// Texts with commas between them.
  static func list(_ texts: [String]) -> String {
    texts.map { SQLText.literal($0) }.joined(separator: ", ")
  }
}
