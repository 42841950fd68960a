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
    let both = mask.map { Nulls.and(bits, $0) } ?? bits
    let total = both.setBits
    return total == bits.count ? nil : RowSelection(bits: both, count: total)
  }

  /// The places of `selection` that hold a row and not ``RowSelection/missing``.
  package static func present(_ selection: RowSelection) -> RowSelection {
    let kept = Buffer<UInt32>(count: selection.count)
    var count = 0
    var index = 0
    while index < selection.count {
      if selection.rows.pointer[index] != RowSelection.missing {
        kept.pointer[count] = UInt32(truncatingIfNeeded: index)
        count &+= 1
      }
      index &+= 1
    }
    return RowSelection(rows: kept, count: count)
  }

  /// The rows below `count` that `selection`, which ascends, leaves out.
  package static func complement(of selection: RowSelection, count: Int) -> RowSelection {
    let words = Buffer<UInt64>(repeating: .max, count: Bitmap.wordCount(forRows: count))
    Bitmap.clearTail(words, count: count)
    var index = 0
    while index < selection.count {
      let row = Int(selection.rows.pointer[index])
      words.pointer[row >> 6] &= ~(1 << UInt64(row & 63))
      index &+= 1
    }
    return rows(Bitmap(words: words, count: count), and: nil) ?? RowSelection(range: 0..<count)
  }

  /// One vector of `count` rows out of parts that each hold the values of some of them; every row
  /// is in just one part.
  package static func interleave(
    _ parts: [(rows: RowSelection, values: Vector)], type: DataType, count: Int
  ) throws(ValueError) -> Vector {
    if parts.count == 1 { return parts[0].values }
    let joined = try Concatenate.vectors(parts.map(\.values), type: type)
    let places = Buffer<UInt32>(count: count)
    var position: UInt32 = 0
    for part in parts {
      for index in 0..<part.rows.count {
        places.pointer[Int(part.rows.rows.pointer[index])] = position
        position &+= 1
      }
    }
    return try Gather.rows(RowSelection(rows: places, count: count), of: joined)
  }

  /// The rows of `range` that do not occur in `selection`.
  package static func unmentioned(by selection: RowSelection, in range: Range<Int>) -> RowSelection
  {
    let seen = Buffer<Bool>(repeating: false, count: range.count)
    for index in 0..<selection.count {
      seen.pointer[Int(selection.rows.pointer[index]) - range.lowerBound] = true
    }
    let rows = Buffer<UInt32>(count: range.count)
    var count = 0
    for row in range where !seen.pointer[row - range.lowerBound] {
      rows.pointer[count] = UInt32(row)
      count += 1
    }
    return RowSelection(rows: rows, count: count)
  }
}
