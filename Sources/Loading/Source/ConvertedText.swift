/// A file of another format, written anew as delimited text, so that it is read like any other.
///
/// Rows end with LF, fields are parted by commas. A field that was text stands between double
/// quotes, those inside it doubled; numbers, dates and truth values stand as they are; nothing
/// between two commas is NULL, `""` the empty text. Every row has the same number of fields.
struct ConvertedText {
  /// The text, from first to last byte, as often as asked.
  let source: any ByteSource
  let format: FileFormat
  /// Whether the first row holds names; nil where that is to be seen from the rows.
  var header: Bool?
  /// Whether quotes say what is text: a quoted number is then no number. Dates have no form of
  /// their own in JSON, so quoted ones are dates all the same.
  var isTypedByQuotes: Bool
  /// Rows, counted by other code than that which writes the text; nil where there is no such
  /// count. They include the row of names and what stands above it.
  var rowCount: Int?
  /// What reports call the first line: 0 where the rows below the names are to count from 1.
  var firstLine = 1
  /// What whoever signs a figure must know of the conversion, one sentence each.
  var notes: [String] = []
}
