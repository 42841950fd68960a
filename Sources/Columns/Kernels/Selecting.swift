/// Turns a predicate's answer into the rows that passed it.
package enum Selecting {
  /// The rows where `predicate`, a BOOLEAN vector, is true: neither false nor NULL.
  ///
  /// - Returns: nil where every row passed.
  /// - Complexity: O(rows / 64 + rows that passed).
  package static func rows(where predicate: Vector) -> RowSelection? {
    switch predicate.storage {
    case .constant(let value):
      return value == .boolean(true) ? nil : RowSelection(rows: Buffer(count: 0), count: 0)
    case .bits(let bits):
      return rows(bits, and: predicate.validity)
    default:
      return RowSelection(rows: Buffer(count: 0), count: 0)
    }
  }

  /// The rows whose bit is set in `bits` and, where given, in `mask`; nil where all are.
  package static func rows(_ bits: Bitmap, and mask: Bitmap?) -> RowSelection? {
    let words = bits.words.pointer
    let wordCount = bits.words.count
    var total = 0
    if let mask = mask?.words.pointer {
      for word in 0..<wordCount { total &+= (words[word] & mask[word]).nonzeroBitCount }
    } else {
      for word in 0..<wordCount { total &+= words[word].nonzeroBitCount }
    }
    if total == bits.count { return nil }
    let rows = Buffer<UInt32>(count: total)
    var target = rows.pointer
    for word in 0..<wordCount {
      var rest = words[word]
      if let mask { rest &= mask.words.pointer[word] }
      let base = UInt32(truncatingIfNeeded: word << 6)
      while rest != 0 {
        target.pointee = base | UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
        target += 1
        rest &= rest &- 1
      }
    }
    return RowSelection(rows: rows, count: total)
  }
}
