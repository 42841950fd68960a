/// Window functions that give the value of another row: which row it is.
package enum PickingKernels {
  /// The row that `lag` or `lead` looks at, for each row; missing where there is none.
  ///
  /// - Parameters:
  ///   - distances: how many rows away, for each row, negative ones to the other side; nil for 1.
  ///     Where it is NULL the row is missing.
  ///   - isLead: whether later rows are looked at.
  ///   - values: where given, rows at which it is NULL are passed over.
  ///   - fallback: whether a row behind an end of the partition is given as its own number plus
  ///     the count, where the value of a default stands in a vector twice as long.
  package static func shifted(
    _ order: WindowOrder, distances: Vector?, isLead: Bool, skippingNullsOf values: Vector?,
    fallback: Bool
  ) -> RowSelection {
    let count = order.count
    let sources = Buffer<UInt32>(count: count)
    let numbers = distances.map(WideNumbers.int64)
    let counted = values.flatMap { CountedPositions(order, values: $0, filter: nil).ifSome }
    order.forEachPartition { positions, _ in
      for position in positions {
        let row = Int(order.rows.pointer[position])
        if let distances, distances.isNull(row) {
          sources.pointer[row] = RowSelection.missing
          continue
        }
        var distance = numbers?.pointer[row] ?? 1
        // No distance beyond the partition says more than its length.
        let most = Int64(positions.count) + 1
        distance = min(max(distance, -most), most)
        if !isLead { distance = -distance }
        let target =
          counted?.place(of: position, movedBy: Int(distance), in: positions)
          ?? position + Int(distance)
        if positions.contains(target) {
          sources.pointer[row] = order.rows.pointer[target]
        } else {
          sources.pointer[row] =
            fallback ? UInt32(truncatingIfNeeded: count + row) : RowSelection.missing
        }
      }
    }
    withExtendedLifetime(numbers) {}
    return RowSelection(rows: sources, count: count, hasMissing: true)
  }

  /// Which row of its frame a function gives.
  package enum Place: Sendable {
    case first, last
    /// The n-th from 1 on, for each row; none where it is NULL or less than 1.
    case nth(Vector)
  }

  /// The row that `first_value`, `last_value` or `nth_value` gives, for each row; missing where
  /// there is none.
  ///
  /// - Parameters:
  ///   - values: where given, rows at which it is NULL are passed over.
  ///   - filter: where given, rows at which it is not true are passed over.
  package static func inFrame(
    _ frames: WindowFrames, _ order: WindowOrder, _ place: Place,
    skippingNullsOf values: Vector?, filter: Vector? = nil
  ) -> RowSelection {
    let counted =
      values == nil && filter == nil
      ? nil : CountedPositions(order, values: values, filter: filter).ifSome
    if counted == nil, frames.runs.count == 1, let edge = edges(frames.runs[0], order, place) {
      return edge
    }
    let sources = Buffer<UInt32>(count: order.count)
    var numbers: Buffer<Int64>?
    if case .nth(let vector) = place { numbers = WideNumbers.int64(vector) }
    for position in 0..<order.count {
      let row = Int(order.rows.pointer[position])
      var total = 0
      for run in frames.runs { total += length(run, position, counted) }
      var wanted: Int
      switch place {
      case .first: wanted = 0
      case .last: wanted = total - 1
      case .nth(let vector):
        let number = numbers?.pointer[row] ?? 0
        wanted = vector.isNull(row) || number > Int64(total) ? -1 : Int(number) - 1
      }
      sources.pointer[row] = RowSelection.missing
      if wanted < 0 || wanted >= total { continue }
      for run in frames.runs {
        let length = length(run, position, counted)
        if wanted < length {
          let start = Int(run.starts.pointer[position])
          let found = counted?.place(wanted, from: start) ?? start + wanted
          sources.pointer[row] = order.rows.pointer[found]
          break
        }
        wanted -= length
      }
    }
    return RowSelection(rows: sources, count: order.count, hasMissing: true)
  }

  /// The first or last row of frames of one run; nil for another place.
  private static func edges(
    _ run: WindowFrames.Runs, _ order: WindowOrder, _ place: Place
  ) -> RowSelection? {
    let isFirst: Bool
    switch place {
    case .first: isFirst = true
    case .last: isFirst = false
    case .nth: return nil
    }
    let sources = Buffer<UInt32>(count: order.count)
    let rows = order.rows.pointer
    var position = 0
    while position < order.count {
      let start = run.starts.pointer[position]
      let end = run.ends.pointer[position]
      sources.pointer[Int(rows[position])] =
        start == end ? RowSelection.missing : rows[Int(isFirst ? start : end &- 1)]
      position &+= 1
    }
    return RowSelection(rows: sources, count: order.count, hasMissing: true)
  }

  @inline(__always)
  private static func length(
    _ run: WindowFrames.Runs, _ position: Int, _ counted: CountedPositions?
  ) -> Int {
    let start = Int(run.starts.pointer[position])
    let end = Int(run.ends.pointer[position])
    return counted?.count(start..<end) ?? end - start
  }
}

/// The positions whose rows count: they have a value and pass the filter.
struct CountedPositions {
  /// How many positions before each one count, and at the end how many do in all.
  private let before: Buffer<UInt32>
  /// Those that count, in order.
  private let places: Buffer<UInt32>
  private let isEverywhere: Bool

  /// - Parameters:
  ///   - values: NULLs do not count; nil where all do.
  ///   - filter: rows where it is not true do not count.
  init(_ order: WindowOrder, values: Vector?, filter: Vector?) {
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
