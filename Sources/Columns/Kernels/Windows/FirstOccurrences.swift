/// Which rows bring a value that no row before them in their partition has: where frames only grow,
/// DISTINCT is a filter.
package enum FirstOccurrences {
  /// True at the rows that bring a new value, false at all others.
  ///
  /// - Parameters:
  ///   - values: NULL is no value.
  ///   - filter: rows where it is not true bring nothing; nil where all may.
  /// - Throws: ``ValueError/textTooLong`` where the distinct texts exceed one ``TextStore``.
  /// - Complexity: O(rows).
  package static func rows(
    _ order: WindowOrder, of values: Vector, filter: Vector?
  ) throws(ValueError) -> Vector {
    let count = order.count
    let bits = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    let numbers = try WindowOrder.numbers(of: [values], count: count)
    let places = numbers?.numbers(count: count)
    let counted = try CountedPositions(order, values: values, filter: filter)
    // For each value the last partition that had it, counted from 1.
    let seen = Buffer<UInt32>(repeating: 0, count: numbers.map { 1 << $0.bits } ?? 1)
    var partition: UInt32 = 0
    try order.forEachPartition { (positions, _) throws(ValueError) in
      partition &+= 1
      for position in positions {
        try Cancellation.point(at: position)
        if !counted.contains(position) { continue }
        let row = Int(order.rows.pointer[position])
        let number = Int(places?.pointer[row] ?? 0)
        if seen.pointer[number] == partition { continue }
        seen.pointer[number] = partition
        bits.pointer[row >> 6] |= 1 << UInt64(row & 63)
      }
    }
    return Vector(
      type: .boolean, count: count, storage: .bits(Bitmap(words: bits, count: count)))
  }
}
