import Columns

/// Builds a validity bitmap row by row.
struct ValidityWriter {
  private let words: Buffer<UInt64>
  private var word: UInt64 = 0
  private(set) var nulls = 0

  init(rows: Int) { words = Buffer(count: Bitmap.wordCount(forRows: rows)) }

  /// Appends `row`, which is the number of rows appended so far.
  @inline(__always)
  mutating func append(_ isValid: Bool, row: Int) {
    word |= (isValid ? 1 : 0) &<< UInt64(truncatingIfNeeded: row & 63)
    if !isValid { nulls &+= 1 }
    if row & 63 == 63 {
      words.pointer[row &>> 6] = word
      word = 0
    }
  }

  /// The words of `rows` rows; nil where all of them are valid.
  func finish(rows: Int) -> Buffer<UInt64>? {
    if nulls == 0 { return nil }
    if rows & 63 != 0 { words.pointer[rows >> 6] = word }
    return words
  }
}
