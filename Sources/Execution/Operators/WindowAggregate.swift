import Columns
import Language
import Planning

/// An aggregate over the frames of all rows.
///
/// Counts, sums, means and extremes have kernels of their own. Any other aggregate is fed the rows
/// of frame after frame; where frames only grow and are long, it is fed each row once and asked for
/// its result after every step.
struct WindowAggregate {
  let aggregate: BoundAggregate
  /// All that its state is fed, a value for each row.
  let inputs: [Vector]
  let filter: Vector?
  let order: WindowOrder
  /// Whether the window says in which order the rows come; otherwise they come as they stand.
  let isOrdered: Bool
  let context: ExecutionContext

  /// The value of each row where the frame is the whole partition: one for each partition.
  func overPartitions() throws -> Vector {
    let numbers = try located { () throws(ValueError) in try order.partitionNumbers() }
    let rows = GroupRowCounts()
    let state = makeState(rows, cells: order.partitionCount)
    let chosen = try located { () throws(ValueError) in try fedRows() }
    let results = try located { () throws(ValueError) in
      rows.grow(to: order.partitionCount)
      let ids = chosen.map { Gather.numbers(numbers.pointer, at: $0) } ?? numbers
      let groups = GroupNumbers(
        ids: UnsafePointer(ids.pointer), count: ids.count, groups: order.partitionCount)
      rows.update(groups)
      let fed = try chosen.map { (rows) throws(ValueError) in try gathered(rows) } ?? inputs
      if groups.count > 0 { try state.update(fed, groups) }
      withExtendedLifetime(ids) {}
      return try state.result(RowSelection(range: 0..<order.partitionCount))
        .retyped(aggregate.type)
    }
    return try located { () throws(ValueError) in
      try Gather.rows(RowSelection(rows: numbers, count: order.count), of: results)
    }
  }

  /// The rows that pass the filter, in the order in which the aggregate takes them in; nil for all
  /// as they stand.
  private func fedRows() throws(ValueError) -> RowSelection? {
    guard isOrdered, aggregate.function.traits.contains(.ordered) else {
      return filter.flatMap { Selecting.rows(where: $0) }
    }
    return try CountedPositions(order, values: nil, filter: filter).rows(of: order)
  }

  /// The value of each row over its frame.
  func over(_ frames: WindowFrames) throws -> Vector {
    if let known = try located({ () throws(ValueError) in try direct(frames) }) { return known }
    let length = frames.totalLength
    let isLong = length / max(1, order.count) > Self.longFrame
    if frames.isRunning && isLong, !(makeState(GroupRowCounts(), cells: nil) is CollectingState) {
      return try growing(frames)
    }
    return try writtenOut(frames)
  }

  /// Rows of a growing frame, on average, from which asking after every step is cheaper than
  /// feeding every frame anew.
  private static let longFrame = 256

  /// Those that add up values and so can leave out the ones that came before.
  private static let distinctSums = ["count", "approx_count_distinct", "sum", "avg"]

  /// By a kernel of its own; nil where there is none.
  private func direct(_ frames: WindowFrames) throws(ValueError) -> Vector? {
    guard aggregate.orderBy.isEmpty, inputs.count <= 1 else { return nil }
    let value = inputs.first
    var filter = self.filter
    if aggregate.isDistinct {
      guard frames.isRunning, let value, Self.distinctSums.contains(aggregate.function.name)
      else { return nil }
      filter = try FirstOccurrences.rows(order, of: value, filter: filter)
    }
    switch (aggregate.function.name, value) {
    case ("count", _), ("approx_count_distinct", _):
      return try FrameSums(frames, order, values: value, filter: filter).counts()
    case ("sum", let value?), ("avg", let value?):
      let sums = try FrameSums(frames, order, values: value, filter: filter)
      let average = aggregate.function.name == "avg"
      if value.type == .double {
        return try sums.doubles(value, average: average).retyped(aggregate.type)
      }
      return value.type.isExact ? try sums.exact(value, average: average) : nil
    case ("min", let value?) where value.type != .measure,
      ("max", let value?) where value.type != .measure:
      let rows = try FrameExtremes.rows(
        frames, order, values: value, filter: filter,
        isMaximum: aggregate.function.name == "max")
      return try Gather.rows(rows, of: value)
    case ("first", let value?), ("last", let value?), ("any_value", let value?):
      let name = aggregate.function.name
      let rows = try PickingKernels.inFrame(
        frames, order, name == "last" ? .last : .first,
        skippingNullsOf: name == "any_value" ? value : nil, filter: filter)
      return try Gather.rows(rows, of: value)
    default: return nil
    }
  }

  /// Feeds a new state with the rows of some frames at a time.
  private func writtenOut(_ frames: WindowFrames) throws -> Vector {
    var batches = try located { () throws(ValueError) in
      try FrameBatches(frames, order, filter: filter)
    }
    var parts: [Vector] = []
    while let batch = batches.nextBatch() {
      try context.cancellation.check()
      let part = try located { () throws(ValueError) in
        let rows = GroupRowCounts()
        let state = makeState(rows, cells: nil)
        rows.grow(to: batch.frames)
        let groups = GroupNumbers(
          ids: UnsafePointer(batch.ids.pointer), count: batch.rows.count, groups: batch.frames)
        rows.update(groups)
        if groups.count > 0 { try state.update(try gathered(batch.rows), groups) }
        return try state.result(RowSelection(range: 0..<batch.frames))
      }
      withExtendedLifetime(batch) {}
      parts.append(part.retyped(aggregate.type))
    }
    return try joined(parts, batches.frameNumbers)
  }

  /// Feeds one state a partition, and asks it for its result after every step.
  private func growing(_ frames: WindowFrames) throws -> Vector {
    var growth = try located { () throws(ValueError) in
      try FrameGrowth(frames, order, filter: filter)
    }
    var parts: [Vector] = []
    var rows = GroupRowCounts()
    var state = makeState(rows, cells: 1)
    let only = RowSelection(range: 0..<1)
    while let step = growth.nextStep() {
      if parts.count & 1023 == 0 { try context.cancellation.check() }
      if step.isFirst {
        rows = GroupRowCounts()
        state = makeState(rows, cells: 1)
        rows.grow(to: 1)
      }
      let part = try located { () throws(ValueError) in
        if step.rows.count > 0 {
          let groups = GroupNumbers(ids: nil, count: step.rows.count, groups: 1)
          rows.update(groups)
          try state.update(try gathered(step.rows), groups)
        }
        return try state.result(only)
      }
      parts.append(part.retyped(aggregate.type))
    }
    return try joined(parts, growth.stepNumbers)
  }

  private func joined(_ parts: [Vector], _ numbers: RowSelection) throws -> Vector {
    try located { () throws(ValueError) in
      try Gather.rows(numbers, of: try Concatenate.vectors(parts, type: aggregate.type))
    }
  }

  private func makeState(_ rows: GroupRowCounts, cells: Int?) -> AggregateState {
    aggregate.makeState(
      rows: rows, domains: inputs.map { ColumnDomain(of: [$0]) }, cells: cells)
  }

  private func gathered(_ rows: RowSelection) throws(ValueError) -> [Vector] {
    try Gather.rows(rows, ofEach: inputs)
  }

  /// Runs `body`, putting this call's place to what goes wrong with a value.
  private func located<Result>(_ body: () throws(ValueError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw aggregate.thrown(error)
    }
  }
}
