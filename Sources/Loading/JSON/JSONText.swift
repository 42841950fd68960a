/// Tables in JSON: an array of objects, or objects one behind the other.
///
/// The life of a conversion:
///
/// 1. ``JSONRecords`` reads the text in blocks and finds the records, ``JSONRecord`` the values of
///    each, ``JSONScanner`` where a value ends.
/// 2. ``JSONSurvey`` reads all of it once: which keys there are, and what stands under them.
///    ``JSONRecordCount`` counts the records by other means.
/// 3. ``JSONSource`` reads it again, and as often as it is asked, and writes the records as rows.
enum JSONText {
  /// The format that the name of a file says, compressed or not, where it is one of JSON.
  static func format(ofPath path: String) -> FileFormat? {
    let name = path.split(separator: "/").last ?? ""
    var parts = name.lowercased().split(separator: ".").dropFirst()
    if let last = parts.last, ["gz", "zst"].contains(last) { parts.removeLast() }
    switch parts.last {
    case "json": return .json
    case "jsonl", "ndjson": return .jsonl
    default: return nil
    }
  }

  /// The table of a JSON text.
  ///
  /// The first bracket says whether the records are the elements of an array or stand one behind the
  /// other, whatever the name of the file: many a `.json` holds JSON Lines. Nested objects become
  /// columns with points in their names, arrays text. A key that stands twice in an object, a
  /// record that is no object, and whatever RFC 8259 does not allow are refused.
  ///
  /// - Parameter source: the text, decompressed; stands at its first byte.
  /// - Throws: ``LoadError`` with line and byte; `Interrupted`.
  /// - Complexity: linear in the bytes of the text, in the memory of one block or of the longest
  ///   record.
  static func converted(
    source: any ByteSource, path: String, format: FileFormat, options: LoadOptions
  ) throws -> ConvertedText {
    let records = JSONRecords(source, path: path, options: options)
    let survey = try JSONSurvey(records, path: path, progress: options.progress)
    return ConvertedText(
      source: try JSONSource(survey, path: path), format: format, header: true,
      isTypedByQuotes: true, rowCount: survey.independentCount + 1, firstLine: 0,
      notes: survey.notes)
  }
}
