/// The formats of files that can be loaded.
package enum FileFormat: String, CaseIterable, Sendable {
  /// Delimited text of any kind.
  case csv
  /// One JSON array of objects.
  case json
  /// A JSON object a line.
  case jsonl
  /// An Excel workbook, Office Open XML.
  case xlsx
  /// The Arrow IPC file format.
  case arrow

  /// What people call it.
  package var name: String {
    switch self {
    case .csv: "delimited text"
    case .json: "JSON"
    case .jsonl: "JSON Lines"
    case .xlsx: "Excel workbook"
    case .arrow: "Arrow IPC"
    }
  }
}
