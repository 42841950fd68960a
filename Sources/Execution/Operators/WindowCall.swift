import Columns
import Language
import Planning

/// A window function of a plan, its expressions numbered.
struct WindowCall: Sendable {
  private enum Bound: Sendable {
    case unbounded, currentRow
    case offset(Int, isFollowing: Bool)
  }

  private struct Term: Hashable, Sendable {
    let value: Int
    let isDescending: Bool
    let nullsFirst: Bool

    init(_ term: PlanSortTerm, _ inputs: inout WindowInputs) {
      value = inputs.place(of: term.value)
      isDescending = term.isDescending
      nullsFirst = term.nullsFirst
    }

    func sortTerm(_ values: [Vector]) -> SortTerm {
      SortTerm(vector: values[value], isDescending: isDescending, nullsFirst: nullsFirst)
    }
  }

  private let window: BoundWindow
  /// Arguments, and of an aggregate the values to order by.
  private let arguments: [Int]
  /// The order inside the call of a window function.
  private let ownTerms: [Term]
  private let filter: Int?
  private let partition: [Int]
  private let terms: [Term]
  private let start: Bound
  private let end: Bound
  private let key: Int?
  /// Where the offsets of the frame stand in the statement's text.
  private let frameRange: SourceRange

  init(_ window: BoundWindow, _ inputs: inout WindowInputs) {
    self.window = window
    switch window.call {
    case .function(_, let arguments, let terms, _):
      self.arguments = arguments.map { inputs.place(of: $0) }
      ownTerms = terms.map { Term($0, &inputs) }
      filter = nil
    case .aggregate(let aggregate):
      arguments = aggregate.inputs.map { inputs.place(of: $0) }
      ownTerms = []
      filter = aggregate.filter.map { inputs.place(of: $0) }
    }
    partition = window.partition.map { inputs.place(of: $0) }
    terms = window.order.map { Term($0, &inputs) }
    var range = window.range
    func bound(_ bound: BoundFrame.Bound) -> Bound {
      switch bound {
      case .unbounded: return .unbounded
      case .currentRow: return .currentRow
      case .offset(let value, let isFollowing):
        range = value.range
        return .offset(inputs.place(of: value), isFollowing: isFollowing)
      }
    }
    start = bound(window.frame.start)
    end = bound(window.frame.end)
    frameRange = range
    key = window.frame.key.map { inputs.place(of: $0) }
  }

  /// Whether the rows as `other` needs them serve this call too.
  func canUse(orderOf other: WindowCall) -> Bool {
    Set(partition) == Set(other.partition) && (terms == other.terms || usesPartitionAlone)
  }

  /// Whether only the partition of a row counts, and not its place in it.
  var usesPartitionAlone: Bool {
    guard terms.isEmpty, window.frame.isPartition, case .aggregate = window.call else {
      return false
    }
    return true
  }

  /// The rows as this call needs them.
  func order(_ values: [Vector], count: Int, threads: Int) throws -> WindowOrder {
    try located(window.range) { () throws(ValueError) in
      let order = try WindowOrder(
        partition: partition.map { values[$0] },
        order: terms.map { $0.sortTerm(values) }, count: count, threads: threads)
      for term in terms where values[term.value].type == .measure {
        let partitions = try order.partitionNumbers()
        try UnitCounts.check(
          values[term.value],
          GroupNumbers(
            ids: UnsafePointer(partitions.pointer), count: count, groups: order.partitionCount))
        withExtendedLifetime(partitions) {}
      }
      return order
    }
  }

  /// The value of each row.
  func evaluate(
    _ values: [Vector], _ order: WindowOrder, _ context: ExecutionContext
  ) throws -> Vector {
    let inputs = arguments.map { values[$0] }
    switch window.call {
    case .aggregate(let aggregate):
      let evaluation = WindowAggregate(
        aggregate: aggregate, inputs: inputs, filter: filter.map { values[$0] }, order: order,
        isOrdered: !terms.isEmpty, context: context)
      if window.frame.isPartition { return try evaluation.overPartitions() }
      return try evaluation.over(try frames(values, order))
    case .function(let function, _, _, _) where function.kind == .periodBefore:
      return try periodBefore(inputs, values, order, context)
    case .function(let function, _, _, let ignoresNulls):
      let skipping = ignoresNulls ? inputs.first : nil
      if ownTerms.isEmpty {
        return try evaluate(function, inputs, skipping: skipping, order) {
          try frames(values, order)
        }
      }
      let outer = try frames(values, order)
      let own = try located(window.range) { () throws(ValueError) in
        try FrameOrder(
          outer, order, terms: ownTerms.map { $0.sortTerm(values) }, skippingNullsOf: skipping)
      }
      return try evaluate(function, inputs, in: own)
    }
  }

  /// The value of the period before each row's own.
  private func periodBefore(
    _ inputs: [Vector], _ values: [Vector], _ order: WindowOrder, _ context: ExecutionContext
  ) throws -> Vector {
    guard let term = terms.first else { return inputs[0] }
    let periods = values[term.value]
    let rows = try located(window.order[0].value.range) { () throws(ValueError) in
      guard let step = PeriodStep(of: periods) else {
        throw .badArgument(
          "these are no starts of years, months, weeks, days or hours: date_trunc makes them")
      }
      if step != .one {
        context.evaluation.note("growth is from each \(step.rawValue) to the next")
      }
      return try PeriodKernels.before(order, periods, step)
    }
    return try located(window.range) { () throws(ValueError) in
      try Gather.rows(rows, of: inputs[0])
    }
  }

  /// The value of each row by its place in an order of the frame's own.
  private func evaluate(
    _ function: WindowFunction, _ inputs: [Vector], in order: FrameOrder
  ) throws -> Vector {
    let rows: RowSelection
    switch function.kind {
    // A dense rank takes no order of its own.
    case .rowNumber: return try order.numbers(isRank: false)
    case .rank, .denseRank: return try order.numbers(isRank: true)
    case .percentRank: return try order.shares(isCumulative: false)
    case .cumulativeDistribution: return try order.shares(isCumulative: true)
    case .buckets:
      do {
        return try order.buckets(counts: inputs[0])
      } catch let error as ValueError {
        throw error.thrown(at: window.range)
      }
    case .lag, .lead:
      rows = try order.shifted(
        distances: inputs.count > 1 ? inputs[1] : nil, isLead: function.kind == .lead,
        fallback: inputs.count > 2)
    case .firstValue: rows = try order.picked(.first)
    case .lastValue: rows = try order.picked(.last)
    case .nthValue: rows = try order.picked(.nth(inputs[1]))
    case .periodBefore: return inputs[0]
    }
    return try located(window.range) { () throws(ValueError) in
      try Gather.rows(rows, of: try withDefault(inputs))
    }
  }

  /// The values of `lag` and `lead`, the defaults behind them.
  private func withDefault(_ inputs: [Vector]) throws(ValueError) -> Vector {
    guard inputs.count > 2 else { return inputs[0] }
    return try Concatenate.vectors([inputs[0], inputs[2]], type: inputs[0].type)
  }

  private func evaluate(
    _ function: WindowFunction, _ inputs: [Vector], skipping: Vector?, _ order: WindowOrder,
    frames: () throws -> WindowFrames
  ) throws -> Vector {
    func picked(_ place: PickingKernels.Place) throws -> Vector {
      let frames = try frames()
      return try located(window.range) { () throws(ValueError) in
        let rows = try PickingKernels.inFrame(frames, order, place, skippingNullsOf: skipping)
        return try Gather.rows(rows, of: inputs[0])
      }
    }
    switch function.kind {
    case .rowNumber, .rank, .denseRank, .percentRank, .cumulativeDistribution, .buckets:
      return try located(window.range) { () throws(ValueError) in
        try ranked(function.kind, inputs, order)
      }
    case .lag, .lead:
      return try located(window.range) { () throws(ValueError) in
        let rows = try PickingKernels.shifted(
          order, distances: inputs.count > 1 ? inputs[1] : nil, isLead: function.kind == .lead,
          skippingNullsOf: skipping, fallback: inputs.count > 2)
        return try Gather.rows(rows, of: try withDefault(inputs))
      }
    case .firstValue: return try picked(.first)
    case .lastValue: return try picked(.last)
    case .nthValue: return try picked(.nth(inputs[1]))
    case .periodBefore: return inputs[0]
    }
  }

  /// The value of each row by its place alone.
  private func ranked(
    _ kind: WindowFunction.Kind, _ inputs: [Vector], _ order: WindowOrder
  ) throws(ValueError) -> Vector {
    switch kind {
    case .rank: try RankingKernels.ranks(order, isDense: false)
    case .denseRank: try RankingKernels.ranks(order, isDense: true)
    case .percentRank: try RankingKernels.percentRanks(order)
    case .cumulativeDistribution: try RankingKernels.cumulativeDistribution(order)
    case .buckets: try RankingKernels.buckets(order, counts: inputs[0])
    default: try RankingKernels.rowNumbers(order)
    }
  }

  private func frames(_ values: [Vector], _ order: WindowOrder) throws -> WindowFrames {
    func bound(_ bound: Bound) -> FrameSpecification.Bound {
      switch bound {
      case .unbounded: .unbounded
      case .currentRow: .currentRow
      case .offset(let place, let isFollowing):
        .offset(values[place], isFollowing: isFollowing)
      }
    }
    let unit: FrameSpecification.Unit =
      switch window.frame.unit {
      case .rows: .rows
      case .range: .range
      case .groups: .groups
      }
    let exclusion: FrameSpecification.Exclusion =
      switch window.frame.exclusion {
      case .noOthers: .none
      case .currentRow: .currentRow
      case .group: .group
      case .ties: .ties
      }
    let specification = FrameSpecification(
      unit: unit, start: bound(start), end: bound(end), exclusion: exclusion,
      key: key.map { values[$0] }, isDescending: terms.first?.isDescending ?? false)
    return try located(frameRange) { () throws(ValueError) in
      try WindowFrames(specification, order)
    }
  }

  /// Runs `body`, putting a place to what goes wrong with a value.
  private func located<Result>(
    _ range: SourceRange, _ body: () throws(ValueError) -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch {
      throw error.thrown(at: range)
    }
  }
}
