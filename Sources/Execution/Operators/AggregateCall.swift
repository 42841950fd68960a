import Columns
import Language
import Planning

/// An aggregate of a plan, ready to make states and feed them.
struct AggregateCall: Sendable {
  let kind: AggregateFunction.Kind
  /// nil for `COUNT(*)`.
  let argument: CompiledExpression?
  let isDistinct: Bool
  let filter: CompiledExpression?
  let type: DataType
  /// Where it stands in the statement's text, for errors.
  let range: SourceRange

  init(
    _ aggregate: BoundAggregate, _ columns: [PipelineColumn], rows: Int,
    _ context: ExecutionContext
  ) {
    kind = aggregate.function.kind
    argument = aggregate.arguments.first.map {
      CompiledExpression.compile($0, columns, rows: rows, context)
    }
    isDistinct = aggregate.isDistinct && (kind == .count || kind == .sum || kind == .average)
    filter = aggregate.filter.map {
      CompiledExpression.compile($0, columns, rows: rows, context)
    }
    type = aggregate.type
    range = aggregate.range
  }

  /// Runs `body`, putting this call's place to what goes wrong with a value.
  func located<Result>(_ body: () throws(ValueError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw BindingProblem.value(error).diagnostic(at: range)
    }
  }

  /// Bits that a `COUNT(DISTINCT)` may spend on all groups together: 32 MiB.
  private static let mostDistinctBits = 1 << 28

  /// Whether states of it over different rows can be merged.
  func isMergeable(cells: Int) -> Bool { !isDistinct || distinctBits(cells: cells) != nil }

  /// How many values the argument may have, where a bit for each in each of `cells` groups is
  /// affordable.
  private func distinctBits(cells: Int) -> Int? {
    guard kind == .count, let count = argument?.domain?.count else { return nil }
    let (bits, overflow) = count.multipliedReportingOverflow(by: cells)
    return !overflow && bits <= Self.mostDistinctBits ? count : nil
  }

  /// A new state over the rows that `rows` counts.
  ///
  /// - Parameter cells: the number of groups, where it is known beforehand.
  func makeState(rows: GroupRowCounts, cells: Int?) -> AggregateState {
    guard let argument else { return CountState(rows: rows) }
    if isDistinct {
      if let domain = argument.domain, let cells, let count = distinctBits(cells: cells) {
        return DistinctCountState(domain: domain, count: count, rows: rows)
      }
      let innerRows = GroupRowCounts()
      let domain = argument.domain.flatMap { $0.bits <= 32 ? $0 : nil }
      return DistinctState(
        domain: domain, inner: makePlainState(argument, rows: innerRows), innerRows: innerRows,
        rows: rows)
    }
    return makePlainState(argument, rows: rows)
  }

  private func makePlainState(
    _ argument: CompiledExpression, rows: GroupRowCounts
  ) -> AggregateState {
    switch kind {
    case .count: return CountState(rows: rows)
    case .sum, .average:
      return argument.type.isExact
        ? IntegerSumState(type: argument.type, average: kind == .average, rows: rows)
        : DoubleSumState(average: kind == .average, rows: rows)
    case .minimum, .maximum:
      let isMaximum = kind == .maximum
      switch argument.type {
      case .double: return DoubleExtremeState(isMaximum: isMaximum, rows: rows)
      case .varchar: return TextExtremeState(isMaximum: isMaximum, rows: rows)
      default: return IntegerExtremeState(type: argument.type, isMaximum: isMaximum, rows: rows)
      }
    }
  }
}

/// The states of all aggregates over one part of the rows. Belongs to one thread at a time.
final class AggregateStates {
  private let calls: [AggregateCall]
  /// The rows of each group that no filter leaves out.
  let rows = GroupRowCounts()
  private let filtered: [GroupRowCounts?]
  private let states: [AggregateState]

  init(_ calls: [AggregateCall], cells: Int?) {
    self.calls = calls
    var filtered: [GroupRowCounts?] = []
    var states: [AggregateState] = []
    for call in calls {
      let own = call.filter == nil ? nil : GroupRowCounts()
      filtered.append(own)
      states.append(call.makeState(rows: own ?? rows, cells: cells))
    }
    self.filtered = filtered
    self.states = states
  }

  /// Takes in rows whose arguments and filters are evaluated already.
  ///
  /// - Parameters:
  ///   - arguments: a vector for each aggregate that has an argument.
  ///   - filters: a condition for each aggregate that has a filter.
  func update(
    _ groups: GroupNumbers, arguments: [Vector?], filters: [Vector?]
  ) throws {
    rows.update(groups)
    for index in states.indices {
      try calls[index].located { () throws(ValueError) in
        try update(index, groups, arguments[index], filters[index])
      }
    }
  }

  private func update(
    _ index: Int, _ groups: GroupNumbers, _ argument: Vector?, _ filter: Vector?
  ) throws(ValueError) {
    let state = states[index]
    guard let own = filtered[index], let filter else {
      if let argument { try state.update(argument, groups) }
      return
    }
    guard let chosen = Selecting.rows(where: filter) else {
      own.update(groups)
      if let argument { try state.update(argument, groups) }
      return
    }
    let ids = groups.ids.map { ids in Gather.numbers(ids, at: chosen) }
    let subset = GroupNumbers(
      ids: ids.map { UnsafePointer($0.pointer) }, count: chosen.count, groups: groups.groups)
    own.update(subset)
    if let argument { try state.update(try Gather.rows(chosen, of: argument), subset) }
    withExtendedLifetime(ids) {}
  }

  /// Takes in what `later`, over the rows that follow, has seen.
  func merge(_ later: AggregateStates) throws {
    rows.merge(later.rows)
    for index in states.indices {
      if let own = filtered[index], let other = later.filtered[index] { own.merge(other) }
      try calls[index].located { () throws(ValueError) in
        try states[index].merge(later.states[index])
      }
    }
  }

  /// The results of the groups `cells`, one vector an aggregate.
  func results(_ cells: RowSelection) throws -> [Vector] {
    var results: [Vector] = []
    for (call, state) in zip(calls, states) {
      let vector = try call.located { () throws(ValueError) in try state.result(cells) }
      results.append(vector.retyped(call.type))
    }
    return results
  }
}

extension Vector {
  /// The same values under `type`, of which they are already; for NULLs that had none.
  fileprivate func retyped(_ type: DataType) -> Vector {
    if self.type == type { return self }
    if constant?.isNull == true { return Vector(constant: .null, type: type, count: count) }
    return Vector(
      type: type, count: count, storage: storage, validity: validity, bounds: bounds)
  }
}
