/// One bit a row, packed into 64-bit words, row 0 in the lowest bit.
///
/// As a validity, 1 stands for a value and 0 for NULL; as a BOOLEAN column, 1 stands for true.
/// Bits behind the last row are zero.
package final class Bitmap: Sendable {
  package let words: Buffer<UInt64>
  /// Rows.
  package let count: Int

  /// Wraps `words`, of which the bits behind `count` must be zero.
  package init(words: Buffer<UInt64>, count: Int) {
    self.words = words
    self.count = count
  }

  /// `count` rows, all `value`.
  package convenience init(repeating value: Bool, count: Int) {
    let words = Buffer<UInt64>(
      repeating: value ? .max : 0, count: Bitmap.wordCount(forRows: count))
    Bitmap.clearTail(words, count: count)
    self.init(words: words, count: count)
  }

  /// The words that `rows` bits need.
  package static func wordCount(forRows rows: Int) -> Int { (rows + 63) >> 6 }

  /// Zeroes the bits of the last word that stand behind `count` rows.
  package static func clearTail(_ words: Buffer<UInt64>, count: Int) {
    let rest = count & 63
    if rest != 0 { words.pointer[count >> 6] &= (1 << UInt64(rest)) - 1 }
  }

  /// How many bits are set.
  ///
  /// - Complexity: O(rows / 64).
  package var setBits: Int {
    var total = 0
    for word in words.elements { total &+= word.nonzeroBitCount }
    return total
  }

  /// The bit of `row`, which must be less than ``count``.
  package subscript(row: Int) -> Bool {
    words.pointer[row >> 6] >> UInt64(row & 63) & 1 != 0
  }
}
