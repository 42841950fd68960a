/// The positions whose rows count: they have a value and pass the filter.
package struct CountedPositions {
  /// How many positions before each one count, and at the end how many do in all.
  private let before: Buffer<UInt32>
  /// Those that count, in order.
  private let places: Buffer<UInt32>
  private let isEverywhere: Bool

  /// - Parameters:
  ///   - values: NULLs do not count; nil where all do.
  ///   - filter: rows where it is not true do not count.
  package init(_ order: WindowOrder, values: Vector?, filter: Vector?) {
    let count = order.count
    before = Buffer(count: count + 1)
    let places = Buffer<UInt32>(count: count)
    let valid = values.flatMap { WideNumbers.validity(of: $0) }
    let chosen = filter.map { filter -> Bitmap in
      let known = Constants.expanded(filter)
      guard case .bits(let bits) = known.storage else {
        return Bitmap(repeating: false, count: count)
      }
      let words = Buffer<UInt64>(count: bits.words.count)
      for word in 0..<words.count {
        words.pointer[word] =
          bits.words.pointer[word] & (known.validity?.words.pointer[word] ?? .max)
      }
      return Bitmap(words: words, count: count)
    }
    var total = 0
    for position in 0..<count {
      before.pointer[position] = UInt32(truncatingIfNeeded: total)
      let row = Int(order.rows.pointer[position])
      if valid?[row] ?? true, chosen?[row] ?? true {
        places.pointer[total] = UInt32(truncatingIfNeeded: position)
        total &+= 1
      }
    }
    before.pointer[count] = UInt32(truncatingIfNeeded: total)
    self.places = places
    isEverywhere = total == count
  }

  /// The rows at the positions that count, in their order.
  package func rows(of order: WindowOrder) -> RowSelection {
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
    Int(before.pointer[range.upperBound] &- before.pointer[range.lowerBound])
  }

  @inline(__always)
  func contains(_ position: Int) -> Bool {
    before.pointer[position &+ 1] != before.pointer[position]
  }

  /// The position of the `index`-th that counts at or behind `start`; there must be so many.
  @inline(__always)
  func place(_ index: Int, from start: Int) -> Int {
    Int(places.pointer[Int(before.pointer[start]) &+ index])
  }

  /// The position reached from `position` by passing over those that do not count; one outside of
  /// `partition` where there is none.
  func place(of position: Int, movedBy distance: Int, in partition: Range<Int>) -> Int {
    if distance == 0 { return position }
    let first = Int(before.pointer[partition.lowerBound])
    let end = Int(before.pointer[partition.upperBound])
    let own = Int(before.pointer[position])
    let target =
      distance < 0 ? own + distance : own + (contains(position) ? 1 : 0) + distance - 1
    return target < first || target >= end ? partition.upperBound : Int(places.pointer[target])
  }
}
