import Columns
import Language
import Loading
import Planning
import Rendering

/// The result of a COPY … TO on its way into its file.
struct CopiedFile {
  let relation: Relation
  let path: String
  let options: CopyOptions
  /// How many threads may make the file ready, and what stops them.
  let threads: Int
  let cancellation: Cancellation

  /// Writes the file, which is whole or as it was before.
  ///
  /// - Throws: ``FileError``, `Diagnostic`, `Interrupted`.
  func write() throws {
    guard let format else { return try writeArrow() }
    try WholeFile.write(path) { try format.write(rows, to: ResultSink($0)) }
  }

  /// The rows as they are written.
  private var rows: Relation {
    options.splitsMeasures ? MeasureSplitting.split(relation) : relation
  }

  /// What was done, in one line.
  var message: String {
    "\(path): \(ValueText.count(relation.rowCount, "row"))"
  }

  private func writeArrow() throws {
    do {
      try ArrowFile.write(rows, to: path, threads: threads, cancellation: cancellation)
    } catch let error as SaveError {
      throw Diagnostic(.error, error.description, at: nil)
    }
  }

  /// How the rows are written as text; nil for an Arrow file, which is none.
  private var format: (any ResultFormat)? {
    switch options.format {
    case .csv:
      CSVFormat(
        delimiter: options.delimiter ?? UInt8(ascii: ","), hasHeader: options.hasHeader ?? true)
    case .tsv: TSVFormat(hasHeader: options.hasHeader ?? true)
    case .json: OutputFormat.json.writer()
    case .jsonl: OutputFormat.jsonl.writer()
    case .markdown: OutputFormat.markdown.writer()
    case .html: OutputFormat.html.writer()
    case .arrow: nil
    }
  }
}
