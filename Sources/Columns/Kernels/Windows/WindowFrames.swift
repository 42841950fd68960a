/// Which positions each row's frame takes in.
///
/// A frame is one run of positions, or up to three where something in its middle is left out.
package struct WindowFrames: Sendable {
  /// A run for each position: from `starts` up to but not including `ends`; empty where they are
  /// equal.
  struct Runs: Sendable {
    let starts: Buffer<UInt32>
    let ends: Buffer<UInt32>
  }

  /// In the order of the rows; runs of one position never overlap.
  let runs: [Runs]
  /// Whether within each partition neither the starts nor the ends ever go back.
  let isMonotonic: Bool
  /// Whether every frame starts with its partition, and the ends never go back.
  package let isRunning: Bool

  /// The frames of `specification` over `order`.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` where a distance is NULL or negative;
  ///   ``ValueError/interrupted``.
  /// - Complexity: O(rows), for RANGE with a distance O(rows log rows) at worst.
  package init(_ specification: FrameSpecification, _ order: WindowOrder) throws(ValueError) {
    let starts = try FrameBounds(specification, order, isStart: true).positions()
    let ends = try FrameBounds(specification, order, isStart: false).positions()
    try Cancellation.point()
    for position in 0..<order.count {
      ends.pointer[position] = max(starts.pointer[position], ends.pointer[position])
    }
    var isMonotonic = true
    var isRunning = specification.exclusion == .none
    try order.forEachPartition { positions, _ in
      var before = positions.lowerBound
      for position in positions {
        if starts.pointer[position] < starts.pointer[before]
          || ends.pointer[position] < ends.pointer[before]
        {
          isMonotonic = false
        }
        if Int(starts.pointer[position]) != positions.lowerBound { isRunning = false }
        before = position
      }
    }
    let whole = Runs(starts: starts, ends: ends)
    switch specification.exclusion {
    case .none: runs = [whole]
    case .currentRow: runs = try Self.excluding(whole, order, peers: false, keepsCurrent: false)
    case .group: runs = try Self.excluding(whole, order, peers: true, keepsCurrent: false)
    case .ties: runs = try Self.excluding(whole, order, peers: true, keepsCurrent: true)
    }
    self.isMonotonic = isMonotonic && runs.count == 1
    self.isRunning = isRunning && isMonotonic
  }

  /// Splits each frame around its row, or around its row's peers.
  private static func excluding(
    _ frames: Runs, _ order: WindowOrder, peers: Bool, keepsCurrent: Bool
  ) throws(ValueError) -> [Runs] {
    let count = order.count
    let frontEnds = Buffer<UInt32>(count: count)
    let backStarts = Buffer<UInt32>(count: count)
    let middleStarts = Buffer<UInt32>(count: count)
    let middleEnds = Buffer<UInt32>(count: count)
    try Cancellation.point()
    for group in 0..<order.peerStarts.count - 1 {
      let first = order.peerStarts.pointer[group]
      let last = order.peerStarts.pointer[group + 1]
      for place in first..<last {
        let position = Int(place)
        let start = frames.starts.pointer[position]
        let end = frames.ends.pointer[position]
        func inside(_ bound: UInt32) -> UInt32 { min(max(bound, start), end) }
        frontEnds.pointer[position] = inside(peers ? first : place)
        backStarts.pointer[position] = inside(peers ? last : place + 1)
        middleStarts.pointer[position] = inside(place)
        middleEnds.pointer[position] = inside(place + 1)
      }
    }
    let front = Runs(starts: frames.starts, ends: frontEnds)
    let back = Runs(starts: backStarts, ends: frames.ends)
    let current = Runs(starts: middleStarts, ends: middleEnds)
    return keepsCurrent ? [front, current, back] : [front, back]
  }

  /// How many positions the frames take in together.
  package var totalLength: Int {
    var total = 0
    for run in runs {
      for position in 0..<run.starts.count {
        total &+= Int(run.ends.pointer[position] &- run.starts.pointer[position])
      }
    }
    return total
  }
}

/// What a frame is, with the values of its bounds.
package struct FrameSpecification: Sendable {
  package enum Unit: Sendable { case rows, range, groups }

  package enum Bound: Sendable {
    case unbounded
    case currentRow
    /// In ROWS and GROUPS a distance, in RANGE the farthest value inside, for each row.
    case offset(Vector, isFollowing: Bool)
  }

  package enum Exclusion: Sendable { case none, currentRow, group, ties }

  package let unit: Unit
  package let start: Bound
  package let end: Bound
  package let exclusion: Exclusion
  /// In RANGE with an offset: the value that each row is ordered by, in the type of the offsets.
  package let key: Vector?
  /// Whether the order descends.
  package let isDescending: Bool

  package init(
    unit: Unit, start: Bound, end: Bound, exclusion: Exclusion, key: Vector?, isDescending: Bool
  ) {
    self.unit = unit
    self.start = start
    self.end = end
    self.exclusion = exclusion
    self.key = key
    self.isDescending = isDescending
  }
}
