/// A function of FROM that reads files: `read_csv('f.csv', delim = ';')`.
package struct FileFunction: Sendable {
  /// The canonical name first, then aliases.
  package let names: [String]
  /// The format that it reads, as ``FileRequest/format`` has it.
  package let format: String
  /// What it does, in one line.
  let help: String
  /// A statement that shows its use, of a file that nobody has.
  let example: String

  package var signature: String {
    "\(names[0])('file' | ['file', …] [, option = value …])"
  }

  package static let all: [FileFunction] = [
    FileFunction(
      names: ["read_csv", "read_csv_auto"], format: "csv",
      help: "Files of delimited text: CSV, TSV and their relatives.",
      example: "SELECT * FROM read_csv('seizures.csv', delim = ';', nullstr = 'Unknown')"),
    FileFunction(
      names: ["read_json", "read_json_auto"], format: "json",
      help: "Files of one JSON array of objects each.",
      example: "SELECT * FROM read_json('seizures.json')"),
    FileFunction(
      names: ["read_ndjson", "read_ndjson_auto"], format: "jsonl",
      help: "Files of a JSON object a line.",
      example: "SELECT * FROM read_ndjson('seizures.jsonl')"),
    FileFunction(
      names: ["read_xlsx"], format: "xlsx", help: "A sheet of an Excel workbook.",
      example: "SELECT * FROM read_xlsx('seizures.xlsx', sheet = '2024')"),
    FileFunction(
      names: ["read_arrow"], format: "arrow", help: "Arrow IPC files (Feather 2).",
      example: "SELECT * FROM read_arrow('seizures.arrow')"),
  ]

  /// The function called `name`, in any case.
  package static func named(_ name: String) -> FileFunction? {
    let folded = name.lowercased()
    return all.first { $0.names.contains(folded) }
  }
}
