import Language

/// How a file that COPY writes or reads is laid out.
package struct CopyOptions: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case csv, tsv, json, jsonl, markdown, html
  }

  package var format: Format
  /// Whether the first row holds names; nil leaves it to the reader to find out, and to the writer
  /// to write it.
  package var hasHeader: Bool?
  /// The ASCII character between fields; nil for the format's own.
  package var delimiter: UInt8?
  /// The ASCII character around fields, or none for an empty text; nil for the format's own.
  package var quote: [UInt8]?
  /// Whether rows that cannot be read are left out rather than an error.
  package var ignoresErrors = false

  /// The options of a format.
  init(_ format: Format) { self.format = format }

  /// The format that a file's name says; nil where it says none that can be written or read.
  static func format(ofPath path: String) -> Format? {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv", "txt": .csv
    case "tsv", "tab": .tsv
    case "json": .json
    case "jsonl", "ndjson": .jsonl
    case "md": .markdown
    case "html", "htm": .html
    default: nil
    }
  }

  /// The names of the options, for guessing which was meant.
  static let known = [
    "FORMAT", "HEADER", "DELIMITER", "DELIM", "SEP", "QUOTE", "ARRAY", "IGNORE_ERRORS",
  ]
}
