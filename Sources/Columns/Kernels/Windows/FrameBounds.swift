/// One bound of all frames: where they start, or where they end.
struct FrameBounds {
  private let unit: FrameSpecification.Unit
  private let bound: FrameSpecification.Bound
  private let key: Vector?
  private let isDescending: Bool
  private let order: WindowOrder
  private let isStart: Bool

  init(_ specification: FrameSpecification, _ order: WindowOrder, isStart: Bool) {
    unit = specification.unit
    bound = isStart ? specification.start : specification.end
    key = specification.key
    isDescending = specification.isDescending
    self.order = order
    self.isStart = isStart
  }

  /// The bound of each position's frame, inside its partition.
  func positions() throws(ValueError) -> Buffer<UInt32> {
    try Cancellation.point()
    switch (bound, unit) {
    case (.unbounded, _): return try unbounded()
    case (.currentRow, .rows): return currentRows()
    case (.currentRow, _): return currentPeers()
    case (.offset(let distances, let isFollowing), .rows):
      return try rows(distances, isFollowing)
    case (.offset(let distances, let isFollowing), .groups):
      return try groups(distances, isFollowing)
    case (.offset(let reached, let isFollowing), .range):
      return try range(reached, isFollowing)
    }
  }

  private func unbounded() throws(ValueError) -> Buffer<UInt32> {
    let result = Buffer<UInt32>(count: order.count)
    try order.forEachPartition { positions, _ in
      let edge = UInt32(
        truncatingIfNeeded: isStart ? positions.lowerBound : positions.upperBound)
      (result.pointer + positions.lowerBound).update(repeating: edge, count: positions.count)
    }
    return result
  }

  private func currentRows() -> Buffer<UInt32> {
    let result = Buffer<UInt32>(count: order.count)
    let step = isStart ? 0 : 1
    for position in 0..<order.count {
      result.pointer[position] = UInt32(truncatingIfNeeded: position + step)
    }
    return result
  }

  private func currentPeers() -> Buffer<UInt32> {
    let result = Buffer<UInt32>(count: order.count)
    let starts = order.peerStarts.pointer
    for group in 0..<order.peerStarts.count - 1 {
      let first = Int(starts[group])
      let next = Int(starts[group + 1])
      (result.pointer + first).update(
        repeating: isStart ? starts[group] : starts[group + 1], count: next - first)
    }
    return result
  }

  // MARK: Distances

  /// The distance of each position: a whole number that is neither NULL nor negative.
  private func distances(_ vector: Vector, _ unit: String) throws(ValueError) -> Buffer<Int64> {
    let numbers = WideNumbers.int64(vector)
    for row in 0..<order.count {
      if vector.isNull(row) { throw .badArgument("a distance in \(unit) cannot be NULL") }
      if numbers.pointer[row] < 0 {
        throw .badArgument(
          "a distance in \(unit) cannot be negative, and here is \(numbers.pointer[row])")
      }
    }
    return try order.byPosition(numbers)
  }

  private func rows(_ vector: Vector, _ isFollowing: Bool) throws(ValueError) -> Buffer<UInt32> {
    let distances = try distances(vector, "ROWS")
    let result = Buffer<UInt32>(count: order.count)
    let step = isStart ? 0 : 1
    try order.forEachPartition { positions, _ in
      for position in positions {
        // No distance beyond the partition says more than its length.
        let distance = Int(min(distances.pointer[position], Int64(positions.count) + 1))
        let target = position + step + (isFollowing ? distance : -distance)
        result.pointer[position] = UInt32(
          truncatingIfNeeded: min(max(target, positions.lowerBound), positions.upperBound))
      }
    }
    return result
  }

  private func groups(_ vector: Vector, _ isFollowing: Bool) throws(ValueError) -> Buffer<UInt32> {
    let distances = try distances(vector, "GROUPS")
    let result = Buffer<UInt32>(count: order.count)
    let starts = order.peerStarts.pointer
    let step = isStart ? 0 : 1
    try order.forEachPartition { _, peers in
      for group in peers {
        for position in Int(starts[group])..<Int(starts[group + 1]) {
          let distance = Int(min(distances.pointer[position], Int64(peers.count) + 1))
          let target = group + step + (isFollowing ? distance : -distance)
          // Behind the last group of the partition stands its end.
          result.pointer[position] =
            starts[min(max(target, peers.lowerBound), peers.upperBound)]
        }
      }
    }
    return result
  }

  // MARK: Values

  /// The first position that the value reached does not leave behind, or for an end the first one
  /// beyond it. Rows whose key is NULL have the NULLs for their frame.
  private func range(_ reached: Vector, _ isFollowing: Bool) throws(ValueError) -> Buffer<UInt32> {
    guard let key else { return currentPeers() }
    let result = currentPeers()
    let keys = try values(key, reached, isFollowing)
    try order.forEachPartition { (positions, _) throws(ValueError) in
      var low = positions.lowerBound
      var high = positions.upperBound
      while low < high, key.isNull(Int(order.rows.pointer[low])) { low += 1 }
      while low < high, key.isNull(Int(order.rows.pointer[high - 1])) { high -= 1 }
      var hint = low
      for position in low..<high {
        try Cancellation.point(at: position)
        hint = search(keys.keys.pointer, keys.reached.pointer[position], low..<high, hint)
        result.pointer[position] = UInt32(truncatingIfNeeded: hint)
      }
    }
    return result
  }

  /// The keys and the values reached by position, ascending whatever the order.
  private func values(
    _ key: Vector, _ reached: Vector, _ isFollowing: Bool
  ) throws(ValueError) -> (keys: Buffer<Int128>, reached: Buffer<Int128>) {
    let keys = WideNumbers.ordered(key)
    try Cancellation.point()
    let limits = WideNumbers.ordered(reached)
    try Cancellation.point()
    let sortedKeys = Buffer<Int128>(count: order.count)
    let sortedLimits = Buffer<Int128>(count: order.count)
    for position in 0..<order.count {
      try Cancellation.point(at: position)
      let row = Int(order.rows.pointer[position])
      // The complement turns the order around and cannot overflow.
      let own = isDescending ? ~keys.pointer[row] : keys.pointer[row]
      let limit = isDescending ? ~limits.pointer[row] : limits.pointer[row]
      sortedKeys.pointer[position] = own
      sortedLimits.pointer[position] = limit
      if key.isNull(row) { continue }
      if reached.isNull(row) { throw .badArgument("a distance in RANGE cannot be NULL") }
      if isFollowing ? limit < own : limit > own {
        throw .badArgument("a distance in RANGE cannot be negative")
      }
    }
    return (sortedKeys, sortedLimits)
  }

  /// The first place of `range` whose key is not before `limit` (an end: is behind it), tried near
  /// `hint` first: limits mostly ascend with their rows.
  private func search(
    _ keys: UnsafePointer<Int128>, _ limit: Int128, _ range: Range<Int>, _ hint: Int
  ) -> Int {
    func isPassed(_ place: Int) -> Bool { isStart ? keys[place] < limit : keys[place] <= limit }
    var low = range.lowerBound
    var high = range.upperBound
    if hint == low || isPassed(hint - 1) {
      low = hint
      let near = min(high, hint + 8)
      while low < near {
        if !isPassed(low) { return low }
        low += 1
      }
    } else {
      high = hint
    }
    while low < high {
      let middle = low + (high - low) / 2
      if isPassed(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
