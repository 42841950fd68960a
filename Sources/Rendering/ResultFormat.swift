import Columns

/// A way of writing a result as text: one type and one file each.
package protocol ResultFormat {
  /// Writes all of `relation`, its head included.
  func write(_ relation: Relation, to sink: any ByteSink) throws
}

/// The formats by the names that `--format` and `.mode` take.
package enum OutputFormat: String, CaseIterable, Sendable {
  case box, csv, tsv, json, jsonl, markdown, html, line, insert

  /// What the format is for, in a few words.
  package var summary: String {
    switch self {
    case .box: "a table drawn for reading"
    case .csv: "comma-separated values, RFC 4180"
    case .tsv: "tab-separated values, NULL as \\N"
    case .json: "one JSON array of objects"
    case .jsonl: "one JSON object a line"
    case .markdown: "a table for Markdown documents"
    case .html: "a table for web pages"
    case .line: "one value a line"
    case .insert: "INSERT statements"
    }
  }

  /// What the name of a file ends in behind its last dot, in small letters; nil without a dot.
  private static func ending(of path: String) -> String? {
    path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() }
  }

  /// The ending of a name that promises a file which no result is written as: a workbook, say.
  package static func foreignEnding(of path: String) -> String? {
    ending(of: path).flatMap { foreignEndings.contains($0) ? $0 : nil }
  }

  private static let foreignEndings: Set<String> = [
    "arrow", "feather", "gz", "ipc", "ods", "parquet", "pdf", "svg", "xls", "xlsx", "zip", "zst",
  ]

  /// The format of a file by the ending of its name; nil where that says nothing.
  package static func of(_ path: String) -> OutputFormat? {
    switch ending(of: path) {
    case "csv": .csv
    case "tsv", "tab": .tsv
    case "json": .json
    case "jsonl", "ndjson": .jsonl
    case "md", "markdown": .markdown
    case "html", "htm": .html
    case "sql": .insert
    default: nil
    }
  }

  /// The writer of this format; `screen` is heeded by the box alone.
  package func writer(screen: Screen = Screen()) -> any ResultFormat {
    switch self {
    case .box: BoxFormat(screen: screen)
    case .csv: CSVFormat()
    case .tsv: TSVFormat()
    case .json: JSONFormat()
    case .jsonl: JSONLinesFormat()
    case .markdown: MarkdownFormat()
    case .html: HTMLFormat()
    case .line: LineFormat()
    case .insert: InsertFormat()
    }
  }
}

/// What a box is drawn on. Without limits, as for a file, everything is written in full.
package struct Screen: Sendable {
  /// Columns of the terminal; nil without limit.
  package var width: Int?
  /// The most rows that are drawn; nil without limit.
  package var maximumRows: Int?
  /// Rows of the terminal; nil where nobody looks on.
  package var height: Int?
  /// What to do about rows, or columns, that are left out; empty for nothing.
  package var rowHint = ""
  package var columnHint = ""
  /// Seconds that the result took, to be told beneath it.
  package var seconds: Double?
  /// Whether escape sequences for colour may be written.
  package var usesColor: Bool

  package init(width: Int? = nil, maximumRows: Int? = nil, usesColor: Bool = false) {
    self.width = width
    self.maximumRows = maximumRows
    self.usesColor = usesColor
  }
}
