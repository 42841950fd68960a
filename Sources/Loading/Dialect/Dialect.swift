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

  /// A byte that UTF-8 never holds.
  static let noDelimiter: UInt8 = 0xFF

  /// The same for the kernels.
  var kernel: text_dialect {
    text_dialect(delimiter: delimiter, quote: quote ?? 0, quoted: quote == nil ? 0 : 1)
  }
}
