/// Results of doubles.
enum NumberResults {
  /// A DOUBLE for each of `cells`.
  ///
  /// - Parameters:
  ///   - hasSpecial: whether an infinity or a NaN came in; if none did, an infinite result is an
  ///     overflow.
  ///   - result: the result of a group; nil for NULL.
  /// - Throws: ``ValueError/overflow(type:)``.
  @inline(__always)
  static func vector(
    _ cells: RowSelection, hasSpecial: Bool,
    _ result: (Int) throws(ValueError) -> Double?
  ) throws(ValueError) -> Vector {
    let results = Buffer<Double>(count: cells.count)
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: cells.count))
    var empty = 0
    for index in 0..<cells.count {
      if let value = try result(Int(cells.rows.pointer[index])) {
        if value.isInfinite && !hasSpecial { throw .overflow(type: .double) }
        results.pointer[index] = value
        words.pointer[index >> 6] |= 1 << UInt64(index & 63)
      } else {
        results.pointer[index] = 0
        empty += 1
      }
    }
    return Vector(
      type: .double, count: cells.count, storage: .float64(results),
      validity: empty == 0 ? nil : Bitmap(words: words, count: cells.count))
  }

  /// A DOUBLE for each of `groups`, made of what it has accumulated; NULL for one that has nothing.
  ///
  /// - Parameter result: the result of a group; nil for NULL.
  /// - Throws: ``ValueError/overflow(type:)``, also where what a group accumulated has overflowed.
  @inline(__always)
  static func vector<Accumulator: FiniteAccumulator>(
    _ groups: RowSelection, of cells: Cells<Accumulator>, hasSpecial: Bool,
    _ result: (Accumulator) -> Double?
  ) throws(ValueError) -> Vector {
    try vector(groups, hasSpecial: hasSpecial) { (group) throws(ValueError) in
      guard group < cells.count else { return nil }
      let cell = cells.pointer[group]
      if !cell.isFinite && !hasSpecial { throw .overflow(type: .double) }
      return result(cell)
    }
  }
}
