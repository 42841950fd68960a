/// `MIN` and `MAX` over frames: which row has the value.
package enum FrameExtremes {
  /// For each row the row with the least or greatest value of its frame, the first of several;
  /// missing where nothing counts.
  ///
  /// - Parameter filter: rows where it is not true do not count, as rows that are NULL.
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: O(rows) after ranking the values, or O(rows log rows) where frames jump.
  package static func rows(
    _ frames: WindowFrames, _ order: WindowOrder, values: Vector, filter: Vector?,
    isMaximum: Bool
  ) throws(ValueError) -> RowSelection {
    let counted = try CountedPositions(order, values: values, filter: filter)
    let term = SortTerm(vector: values, isDescending: isMaximum, nullsFirst: false)
    // Of a double the last field is its value, and the one before tells NULLs.
    let ranks = try SortField.fields(of: term).last?.numbers(count: order.count)
    let keys = Buffer<UInt64>(repeating: .max, count: order.count)
    if let ranks {
      for position in 0..<order.count {
        try Cancellation.point(at: position)
        keys.pointer[position] = ranks.pointer[Int(order.rows.pointer[position])]
      }
    }
    let best =
      try frames.isMonotonic
      ? sliding(frames.runs[0], order, keys, counted) : jumping(frames, order, keys, counted)
    let sources = Buffer<UInt32>(count: order.count)
    for position in 0..<order.count {
      try Cancellation.point(at: position)
      let found = best.pointer[position]
      sources.pointer[Int(order.rows.pointer[position])] =
        found == RowSelection.missing ? found : order.rows.pointer[Int(found)]
    }
    return RowSelection(rows: sources, count: order.count, hasMissing: true)
  }

  /// Frames whose bounds never go back: keeps the positions that may still be the best, their keys
  /// ascending.
  private static func sliding(
    _ frames: WindowFrames.Runs, _ order: WindowOrder, _ keys: Buffer<UInt64>,
    _ counted: CountedPositions
  ) throws(ValueError) -> Buffer<UInt32> {
    let result = Buffer<UInt32>(count: order.count)
    let queue = Buffer<UInt32>(count: order.count)
    try order.forEachPartition { (positions, _) throws(ValueError) in
      var head = 0
      var tail = 0
      var next = positions.lowerBound
      for position in positions {
        try Cancellation.point(at: position)
        let end = Int(frames.ends.pointer[position])
        while next < end {
          if counted.contains(next) {
            let key = keys.pointer[next]
            while tail > head, keys.pointer[Int(queue.pointer[tail &- 1])] > key { tail &-= 1 }
            queue.pointer[tail] = UInt32(truncatingIfNeeded: next)
            tail &+= 1
          }
          next &+= 1
        }
        let start = frames.starts.pointer[position]
        while head < tail, queue.pointer[head] < start { head &+= 1 }
        result.pointer[position] = head < tail ? queue.pointer[head] : RowSelection.missing
      }
    }
    return result
  }

  /// Any frames: a tree of the best of neighbouring positions, level upon level.
  private static func jumping(
    _ frames: WindowFrames, _ order: WindowOrder, _ keys: Buffer<UInt64>,
    _ counted: CountedPositions
  ) throws(ValueError) -> Buffer<UInt32> {
    let count = order.count
    let missing = RowSelection.missing
    let nodes = Buffer<UInt32>(repeating: missing, count: 2 * count)
    func better(_ a: UInt32, _ b: UInt32) -> UInt32 {
      if a == missing { return b }
      if b == missing { return a }
      let x = keys.pointer[Int(a)]
      let y = keys.pointer[Int(b)]
      return x != y ? (x < y ? a : b) : min(a, b)
    }
    try Cancellation.point()
    for position in 0..<count where counted.contains(position) {
      nodes.pointer[count + position] = UInt32(truncatingIfNeeded: position)
    }
    for node in stride(from: count - 1, to: 0, by: -1) {
      try Cancellation.point(at: node)
      nodes.pointer[node] = better(nodes.pointer[2 * node], nodes.pointer[2 * node + 1])
    }
    let result = Buffer<UInt32>(count: count)
    for position in 0..<count {
      try Cancellation.point(at: position, every: 1 << 14)
      var best = missing
      for run in frames.runs {
        var low = Int(run.starts.pointer[position]) + count
        var high = Int(run.ends.pointer[position]) + count
        while low < high {
          if low & 1 == 1 {
            best = better(best, nodes.pointer[low])
            low += 1
          }
          if high & 1 == 1 {
            high -= 1
            best = better(best, nodes.pointer[high])
          }
          low >>= 1
          high >>= 1
        }
      }
      result.pointer[position] = best
    }
    return result
  }
}
