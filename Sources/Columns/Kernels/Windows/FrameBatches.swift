/// The rows of frames written out, frame after frame, for aggregates that know no shorter way.
///
/// Neighbouring positions with the same frame share one.
package struct FrameBatches {
  private let frames: WindowFrames
  private let order: WindowOrder
  private let counted: CountedPositions?
  private var next = 0
  /// How many frames were written out.
  package private(set) var frameCount = 0
  /// The frame of each row, numbered in the order in which they are written out.
  private let numbers: Buffer<UInt32>

  /// - Parameter filter: rows where it is not true are left out.
  /// - Throws: ``ValueError/interrupted`` alone.
  package init(
    _ frames: WindowFrames, _ order: WindowOrder, filter: Vector?
  ) throws(ValueError) {
    self.frames = frames
    self.order = order
    counted = try filter.map { (filter) throws(ValueError) in
      try CountedPositions(order, values: nil, filter: filter)
    }?.ifSome
    numbers = Buffer(count: order.count)
  }

  /// Some frames and their rows.
  package struct FrameBatch {
    /// The rows of all frames of the batch, in the order of the window.
    package let rows: RowSelection
    /// The frame of each of ``rows``, from 0 on.
    package let ids: Buffer<UInt32>
    /// How many frames there are; some may have no row.
    package let frames: Int
  }

  /// Rows that a batch may have, if it has more than one frame.
  private static let batchRows = Chunk.standardRows

  /// The next frames; nil when there are no more.
  package mutating func nextBatch() -> FrameBatch? {
    if next >= order.count { return nil }
    var size = 0
    var end = next
    var batchFrames = 0
    while end < order.count {
      if end == next || !isSame(end, end - 1) {
        let length = length(end)
        if batchFrames > 0 && size + length > Self.batchRows { break }
        size += length
        batchFrames += 1
      }
      numbers.pointer[Int(order.rows.pointer[end])] = UInt32(
        truncatingIfNeeded: frameCount + batchFrames - 1)
      end += 1
    }
    let rows = Buffer<UInt32>(count: size)
    let ids = Buffer<UInt32>(count: size)
    var target = 0
    var frame = 0
    for position in next..<end where position == next || !isSame(position, position - 1) {
      for run in frames.runs {
        for place in Int(run.starts.pointer[position])..<Int(run.ends.pointer[position]) {
          if counted?.contains(place) ?? true {
            rows.pointer[target] = order.rows.pointer[place]
            ids.pointer[target] = UInt32(truncatingIfNeeded: frame)
            target &+= 1
          }
        }
      }
      frame += 1
    }
    next = end
    frameCount += batchFrames
    return FrameBatch(
      rows: RowSelection(rows: rows, count: target), ids: ids, frames: batchFrames)
  }

  /// For each row the number of its frame, once all are written out.
  package var frameNumbers: RowSelection {
    RowSelection(rows: numbers, count: order.count)
  }

  private func isSame(_ a: Int, _ b: Int) -> Bool {
    for run in frames.runs {
      if run.starts.pointer[a] != run.starts.pointer[b]
        || run.ends.pointer[a] != run.ends.pointer[b]
      {
        return false
      }
    }
    return true
  }

  private func length(_ position: Int) -> Int {
    var total = 0
    for run in frames.runs {
      total += Int(run.ends.pointer[position]) - Int(run.starts.pointer[position])
    }
    return total
  }
}

/// Frames that only grow, as the rows that come to each: for aggregates that can be asked for
/// their result again and again.
package struct FrameGrowth {
  /// One frame after another of the same partition.
  package struct Step {
    /// Whether a partition starts here, so that nothing was taken in before.
    package let isFirst: Bool
    /// The rows that come in.
    package let rows: RowSelection
  }

  private let ends: Buffer<UInt32>
  private let order: WindowOrder
  private let counted: CountedPositions?
  private var position = 0
  private var partition = 0
  private var taken = 0
  private var stepCount = 0
  private let numbers: Buffer<UInt32>

  /// - Parameters:
  ///   - frames: running ones.
  ///   - filter: rows where it is not true are left out.
  /// - Throws: ``ValueError/interrupted`` alone.
  package init(
    _ frames: WindowFrames, _ order: WindowOrder, filter: Vector?
  ) throws(ValueError) {
    ends = frames.runs[0].ends
    self.order = order
    counted = try filter.map { (filter) throws(ValueError) in
      try CountedPositions(order, values: nil, filter: filter)
    }?.ifSome
    numbers = Buffer(count: order.count)
  }

  /// What the next frame adds to the one before; nil when there are no more.
  package mutating func nextStep() -> Step? {
    if position >= order.count { return nil }
    let isFirst = position == Int(order.partitionStarts.pointer[partition])
    if isFirst { taken = position }
    let partitionEnd = Int(order.partitionStarts.pointer[partition + 1])
    let end = ends.pointer[position]
    while position < partitionEnd, ends.pointer[position] == end {
      numbers.pointer[Int(order.rows.pointer[position])] = UInt32(truncatingIfNeeded: stepCount)
      position += 1
    }
    if position == partitionEnd { partition += 1 }
    let rows = Buffer<UInt32>(count: max(0, Int(end) - taken))
    var count = 0
    while taken < Int(end) {
      if counted?.contains(taken) ?? true {
        rows.pointer[count] = order.rows.pointer[taken]
        count += 1
      }
      taken += 1
    }
    stepCount += 1
    return Step(isFirst: isFirst, rows: RowSelection(rows: rows, count: count))
  }

  /// For each row the number of its step, once all are taken.
  package var stepNumbers: RowSelection { RowSelection(rows: numbers, count: order.count) }
}
