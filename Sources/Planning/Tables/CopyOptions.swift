import Language

/// How a file that COPY writes is laid out.
package struct CopyOptions: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case csv, tsv, json, jsonl, markdown, html, arrow
  }

  package var format: Format
  /// Whether the first row holds names; nil for yes.
  package var hasHeader: Bool?
  /// The ASCII character between fields; nil for the format's own.
  package var delimiter: UInt8?

  /// Whether a column of measures becomes one of amounts and one of units.
  package var splitsMeasures = false

  /// The options of a format.
  init(_ format: Format) { self.format = format }

  /// The format that a file's name says; nil where it says none that can be written.
  static func format(ofPath path: String) -> Format? {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv", "txt": .csv
    case "tsv", "tab": .tsv
    case "json": .json
    case "jsonl", "ndjson": .jsonl
    case "md": .markdown
    case "html", "htm": .html
    case "arrow", "feather", "ipc": .arrow
    default: nil
    }
  }

  /// The names of the options, for guessing which was meant.
  static let known = ["FORMAT", "HEADER", "DELIMITER", "DELIM", "SEP", "ARRAY", "MEASURES"]
}
