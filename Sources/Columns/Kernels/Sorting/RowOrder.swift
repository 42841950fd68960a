/// Puts rows in order.
package enum RowOrder {
  /// The rows in the order of `terms`, the first of which weighs most; rows that are equal in all
  /// of them keep their order.
  ///
  /// Every term becomes a number of as few bits as its values need; the numbers are packed into
  /// 64-bit words, and the words are sorted by radix, the last first.
  ///
  /// - Parameters:
  ///   - count: how many rows there are; each term has a value for each.
  ///   - limit: how many leading rows are wanted; nil for all.
  /// - Complexity: O(`count`) passes for each 11 bits of key; one pass where `limit` is small and
  ///   the key fits one word.
  package static func rows(by terms: [SortTerm], count: Int, limit: Int? = nil) -> RowSelection {
    let words = pack(terms.flatMap(SortField.fields), count: count)
    let wanted = min(limit ?? count, count)
    if words.isEmpty { return RowSelection(range: 0..<wanted) }
    if words.count == 1, wanted < count / 4, wanted < 65_536 {
      return TopRows.smallest(words[0].words, count: count, wanted: wanted)
    }
    let rows = Buffer<UInt32>(count: count)
    for row in 0..<count { rows.pointer[row] = UInt32(truncatingIfNeeded: row) }
    for word in words.reversed() {
      RadixSort.sort(rows, by: word.words, bits: word.bits)
    }
    return RowSelection(rows: rows, count: wanted)
  }

  /// Several fields in one number a row.
  struct Word {
    let words: Buffer<UInt64>
    /// Every number is less than 2^`bits`.
    let bits: Int
  }

  /// Packs as many neighbouring fields into each word as fit; may write over their numbers.
  static func pack(_ fields: [SortField], count: Int) -> [Word] {
    var result: [Word] = []
    for field in fields {
      if let last = result.last, last.bits + field.bits <= 64 {
        let shift = UInt64(field.bits)
        var row = 0
        while row < count {
          last.words.pointer[row] = last.words.pointer[row] << shift | field.numbers.pointer[row]
          row &+= 1
        }
        result[result.count - 1] = Word(words: last.words, bits: last.bits + field.bits)
      } else {
        result.append(Word(words: field.numbers, bits: field.bits))
      }
    }
    return result
  }
}
