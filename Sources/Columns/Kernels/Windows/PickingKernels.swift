/// Window functions that give the value of another row: which row it is. All throw
/// ``ValueError/interrupted``.
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
  ) throws(ValueError) -> RowSelection {
    let count = order.count
    let sources = Buffer<UInt32>(count: count)
    let numbers = distances.map(WideNumbers.int64)
    let counted = try values.map { (values) throws(ValueError) in
      try CountedPositions(order, values: values, filter: nil)
    }?.ifSome
    _ = try order.mapSlices { slice in
      order.forEachPartition(in: slice) { partition, positions in
        for position in positions {
          let row = Int(order.rows.pointer[position])
          if let distances, distances.isNull(row) {
            sources.pointer[row] = RowSelection.missing
            continue
          }
          var distance = numbers?.pointer[row] ?? 1
          // No distance beyond the partition says more than its length.
          let most = Int64(partition.count) + 1
          distance = min(max(distance, -most), most)
          if !isLead { distance = -distance }
          let target =
            counted?.place(of: position, movedBy: Int(distance), in: partition)
            ?? position + Int(distance)
          if partition.contains(target) {
            sources.pointer[row] = order.rows.pointer[target]
          } else {
            sources.pointer[row] =
              fallback ? UInt32(truncatingIfNeeded: count + row) : RowSelection.missing
          }
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
  ) throws(ValueError) -> RowSelection {
    let counted =
      values == nil && filter == nil
      ? nil : try CountedPositions(order, values: values, filter: filter).ifSome
    if counted == nil, frames.runs.count == 1, let edge = try edges(frames.runs[0], order, place) {
      return edge
    }
    let sources = Buffer<UInt32>(count: order.count)
    var numbers: Buffer<Int64>?
    if case .nth(let vector) = place { numbers = WideNumbers.int64(vector) }
    for position in 0..<order.count {
      try Cancellation.point(at: position)
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
  ) throws(ValueError) -> RowSelection? {
    let isFirst: Bool
    switch place {
    case .first: isFirst = true
    case .last: isFirst = false
    case .nth: return nil
    }
    let sources = Buffer<UInt32>(count: order.count)
    let rows = order.rows.pointer
    try Cancellation.forBlocks(of: 0..<order.count) { positions in
      var position = positions.lowerBound
      while position < positions.upperBound {
        let start = run.starts.pointer[position]
        let end = run.ends.pointer[position]
        sources.pointer[Int(rows[position])] =
          start == end ? RowSelection.missing : rows[Int(isFirst ? start : end &- 1)]
        position &+= 1
      }
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
