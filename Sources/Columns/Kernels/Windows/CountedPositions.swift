/// The positions whose rows count: they have a value and pass the filter.
package struct CountedPositions {
  /// How many positions before each one count, and at the end how many do in all.
  private let before: Buffer<UInt32>
  /// Those that count, in order.
  private let places: Buffer<UInt32>
  /// Whether all count; then the two above are empty.
  private let isEverywhere: Bool

  /// - Parameters:
  ///   - values: NULLs do not count; nil where all do.
  ///   - filter: rows where it is not true do not count.
  /// - Throws: ``ValueError/interrupted`` alone.
  package init(_ order: WindowOrder, values: Vector?, filter: Vector?) throws(ValueError) {
    let count = order.count
    let rows = order.rows
    let valid = values.flatMap { WideNumbers.validity(of: $0) }
    let chosen = filter.map { Self.whereTrue($0) }
    guard valid != nil || chosen != nil else {
      before = Buffer(count: 0)
      places = Buffer(count: 0)
      isEverywhere = true
      return
    }
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    // Rows are looked up all over the table: a bit for each position is found first, by all threads.
    let totals = try order.mapSlices { positions in
      var total = 0
      for position in positions {
        let row = Int(rows.pointer[position])
        let isCounted = (valid?[row] ?? true) && (chosen?[row] ?? true)
        words.pointer[position >> 6] |= (isCounted ? 1 : 0) << UInt64(position & 63)
        total &+= isCounted ? 1 : 0
      }
      return total
    }
    isEverywhere = totals.reduce(0, +) == count
    let before = Buffer<UInt32>(count: isEverywhere ? 0 : count + 1)
    let places = Buffer<UInt32>(count: isEverywhere ? 0 : count)
    if !isEverywhere {
      try Cancellation.point()
      var total = 0
      var position = 0
      while position < count {
        before.pointer[position] = UInt32(truncatingIfNeeded: total)
        places.pointer[total] = UInt32(truncatingIfNeeded: position)
        total &+= Int(words.pointer[position >> 6] >> UInt64(position & 63) & 1)
        position &+= 1
      }
      before.pointer[count] = UInt32(truncatingIfNeeded: total)
    }
    withExtendedLifetime(words) {}
    self.before = before
    self.places = places
  }

  /// The rows where `filter` is true.
  private static func whereTrue(_ filter: Vector) -> Bitmap {
    let known = Constants.expanded(filter)
    guard case .bits(let bits) = known.storage else {
      return Bitmap(repeating: false, count: filter.count)
    }
    return known.validity.map { Nulls.and(bits, $0) } ?? bits
  }

  /// The rows at the positions that count, in their order.
  package func rows(of order: WindowOrder) -> RowSelection {
    if isEverywhere { return RowSelection(rows: order.rows, count: order.count) }
    let total = Int(before.pointer[order.count])
    let rows = Buffer<UInt32>(count: total)
    for index in 0..<total {
      rows.pointer[index] = order.rows.pointer[Int(places.pointer[index])]
    }
    return RowSelection(rows: rows, count: total)
  }

  /// Itself; nil where every position counts.
  var ifSome: CountedPositions? { isEverywhere ? nil : self }

  /// How many of `range` count.
  @inline(__always)
  func count(_ range: Range<Int>) -> Int {
    isEverywhere
      ? range.count : Int(before.pointer[range.upperBound] &- before.pointer[range.lowerBound])
  }

  @inline(__always)
  func contains(_ position: Int) -> Bool {
    isEverywhere || before.pointer[position &+ 1] != before.pointer[position]
  }

  /// The position of the `index`-th that counts at or behind `start`; there must be so many.
  @inline(__always)
  func place(_ index: Int, from start: Int) -> Int {
    isEverywhere ? start &+ index : Int(places.pointer[Int(before.pointer[start]) &+ index])
  }

  /// The position reached from `position` by passing over those that do not count; one outside of
  /// `partition` where there is none.
  func place(of position: Int, movedBy distance: Int, in partition: Range<Int>) -> Int {
    if distance == 0 { return position }
    if isEverywhere {
      let target = position + distance
      return partition.contains(target) ? target : partition.upperBound
    }
    let first = Int(before.pointer[partition.lowerBound])
    let end = Int(before.pointer[partition.upperBound])
    let own = Int(before.pointer[position])
    let target =
      distance < 0 ? own + distance : own + (contains(position) ? 1 : 0) + distance - 1
    return target < first || target >= end ? partition.upperBound : Int(places.pointer[target])
  }
}
