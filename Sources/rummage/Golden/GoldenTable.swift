import Columns
import Rendering

/// The result of one statement as the golden tests keep it: the names and types of the columns, and
/// every cell as text.
struct GoldenTable: Equatable {
  /// `name TYPE`, one for each column.
  var columns: [String] = []
  /// Cells by row; nil is NULL.
  var rows: [[String?]] = []

  /// Which columns are DOUBLE: those that a tolerance loosens.
  var isDouble: [Bool] { columns.map { $0.hasSuffix(" DOUBLE") } }
}

/// What a saved query is expected to answer: one table a statement, none for one without rows.
///
///     --- 1
///     year BIGINT,items BIGINT
///     2004,166000000
///
/// The file is CSV, NULL an empty field and an empty text `""`, with a line before each result that
/// counts the statements.
struct GoldenFile: Equatable {
  var tables: [GoldenTable] = []

  /// What a line between results begins with; a cell that does is written in quotes.
  private static let mark = "--- "

  var text: String {
    var out = ""
    for (index, table) in tables.enumerated() {
      out += "\(Self.mark)\(index + 1)\n"
      if table.columns.isEmpty { continue }
      for row in [table.columns] + table.rows {
        out += row.map(Self.field).joined(separator: ",") + "\n"
      }
    }
    return out
  }

  private static func field(_ cell: String?) -> String {
    guard let cell else { return "" }
    let needsQuotes =
      cell.isEmpty || cell.hasPrefix(mark)
      || cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if !needsQuotes { return cell }
    var out = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { out.unicodeScalars.append(scalar) }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }

  init(tables: [GoldenTable] = []) { self.tables = tables }

  /// Reads what ``text`` wrote; nil where it is not of that form.
  init?(_ text: String) {
    var records = CSVRecords(text)
    var expectsColumns = false
    while let record = records.next() {
      if record.count == 1, let cell = record[0], !cell.isQuoted, cell.text.hasPrefix(Self.mark) {
        guard cell.text == "\(Self.mark)\(tables.count + 1)" else { return nil }
        tables.append(GoldenTable())
        expectsColumns = true
        continue
      }
      guard let last = tables.indices.last else { return nil }
      if expectsColumns {
        tables[last].columns = record.map { $0?.text ?? "" }
        expectsColumns = false
      } else {
        guard record.count == tables[last].columns.count else { return nil }
        tables[last].rows.append(record.map { $0?.text })
      }
    }
    if records.isBroken { return nil }
  }
}

/// Cuts CSV text into records.
private struct CSVRecords {
  struct Field {
    let text: String
    let isQuoted: Bool
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Whether a quote was not closed or not followed by a comma or a line end.
  private(set) var isBroken = false

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next record; a field is nil where nothing stands. nil at the end, and where the text is
  /// broken.
  mutating func next() -> [Field?]? {
    guard position < bytes.count, !isBroken else { return nil }
    var record: [Field?] = []
    while true {
      record.append(field())
      if position >= bytes.count { break }
      let end = bytes[position]
      position += 1
      if end == UInt8(ascii: "\n") { break }
      if end != UInt8(ascii: ",") {
        isBroken = true
        return nil
      }
    }
    return record
  }

  private mutating func field() -> Field? {
    let quote = UInt8(ascii: "\"")
    guard position < bytes.count, bytes[position] == quote else {
      let start = position
      while position < bytes.count, bytes[position] != 0x2C, bytes[position] != 0x0A {
        position += 1
      }
      if position == start { return nil }
      return Field(text: String(decoding: bytes[start..<position], as: UTF8.self), isQuoted: false)
    }
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote {
        guard position < bytes.count, bytes[position] == quote else {
          return Field(text: String(decoding: text, as: UTF8.self), isQuoted: true)
        }
        position += 1
      }
      text.append(byte)
    }
    isBroken = true
    return nil
  }
}

extension GoldenTable {
  /// The table that `relation` is.
  init(_ relation: Relation) {
    columns = relation.fields.map { "\($0.name) \($0.type)" }
    for chunk in relation.chunks {
      for row in 0..<chunk.count {
        rows.append(
          chunk.columns.map { $0.isNull(row) ? nil : CellText.string($0.value(row)) })
      }
    }
  }
}
