/// Which probing rows have matches: for joins that ask for no more.
package enum JoinMatching {
  /// The rows whose group is not 0.
  ///
  /// - Parameter groups: as ``JoinTable/groups(of:count:)`` gave them.
  package static func matched(_ groups: Buffer<UInt32>) -> Bitmap {
    let count = groups.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    var row = 0
    while row < count {
      if groups.pointer[row] != 0 { words.pointer[row >> 6] |= 1 << UInt64(row & 63) }
      row &+= 1
    }
    return Bitmap(words: words, count: count)
  }

  /// The rows below `count` that occur in one of `selections`, in which rows are less than `count`.
  package static func matched(_ selections: [RowSelection], count: Int) -> Bitmap {
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    for selection in selections {
      let rows = selection.rows
      var index = 0
      while index < selection.count {
        let row = Int(rows.pointer[index])
        words.pointer[row >> 6] |= 1 << UInt64(row & 63)
        index &+= 1
      }
    }
    return Bitmap(words: words, count: count)
  }

  /// The answer of IN for each row: true where it is matched; otherwise NULL where a comparison with
  /// NULL could have been one; otherwise false.
  ///
  /// - Parameters:
  ///   - matched: the rows whose value is among those asked for.
  ///   - candidates: the rows for which anything is asked for.
  ///   - withNulls: the rows for which a NULL is among what is asked for.
  ///   - values: the values that are looked for.
  package static func membership(
    matched: Bitmap, candidates: Bitmap, withNulls: Bitmap, values: Vector
  ) -> Vector {
    let count = matched.count
    let validity = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    for row in 0..<count {
      let isOpen =
        !matched[row] && candidates[row] && (withNulls[row] || values.isNull(row))
      if !isOpen { validity.pointer[row >> 6] |= 1 << UInt64(row & 63) }
    }
    return Vector(
      type: .boolean, count: count, storage: .bits(matched),
      validity: Bitmap(words: validity, count: count))
  }
}
