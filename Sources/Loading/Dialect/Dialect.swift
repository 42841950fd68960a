import CKernels

/// How rows and fields are told apart in one file.
struct Dialect: Hashable, Sendable {
  /// The byte between fields; ``noDelimiter`` where a row is one field.
  var delimiter: UInt8
  /// The byte that opens and closes quoted fields; nil where none does.
  var quote: UInt8?
  /// Whether the first row holds names.
  var header = true
  /// Fields of a row.
  var columnCount = 1
  /// What makes a quote inside a quoted field a letter; nil where it is doubled.
  var escape: UInt8?
  /// The character with which a line of remarks begins.
  var comment: UInt8?
  /// Whether every line that begins so is a remark; else only one that does not fit the columns.
  var isCommentChosen = false
  /// The lines before the table.
  var preamble = Preamble()
  /// Whether lines are counted by rows: the text was made of another format.
  var countsRows = false
  /// Whether what stands in quotes is text, unless it is a date.
  var isTypedByQuotes = false

  /// Takes the rows that are lines of remarks out of an index of `rows` rows.
  ///
  /// - Returns: how many there were.
  func removeComments(
    _ text: UnsafePointer<UInt8>, _ positions: UnsafeMutablePointer<UInt32>, rows: Int
  ) -> Int {
    guard isCommentChosen, let comment else { return 0 }
    let stride = columnCount + 1
    var kept = 0
    for row in 0..<rows where text[Int(positions[row * stride]) + 1] != comment {
      if kept < row {
        (positions + kept * stride).update(from: positions + row * stride, count: stride)
      }
      kept += 1
    }
    return rows - kept
  }

  /// A byte that UTF-8 never holds.
  static let noDelimiter: UInt8 = 0xFF

  /// The same for the kernels.
  var kernel: text_dialect {
    text_dialect(delimiter: delimiter, quote: quote ?? 0, quoted: quote == nil ? 0 : 1)
  }
}
