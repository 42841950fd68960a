import Columns
import Language
import Planning

/// An aggregate of a plan, ready to make states and feed them.
struct AggregateCall: Sendable {
  private let aggregate: BoundAggregate
  /// What a state is fed: arguments, then values to order by. None for `COUNT(*)`.
  let inputs: [CompiledExpression]
  let filter: CompiledExpression?
  let type: DataType
  /// Where it stands in the statement's text, for errors.
  let range: SourceRange

  init(
    _ aggregate: BoundAggregate, _ columns: [PipelineColumn], rows: Int,
    _ context: ExecutionContext
  ) {
    self.aggregate = aggregate
    inputs = aggregate.inputs.map {
      CompiledExpression.compile($0, columns, rows: rows, context)
    }
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
      throw aggregate.thrown(error)
    }
  }

  /// Whether states of it over different rows can be merged.
  func isMergeable(cells: Int) -> Bool {
    aggregate.isMergeable(domains: inputs.map(\.domain), cells: cells)
  }

  /// A new state over the rows that `rows` counts.
  ///
  /// - Parameter cells: the number of groups, where it is known beforehand.
  func makeState(rows: GroupRowCounts, cells: Int?) -> AggregateState {
    aggregate.makeState(rows: rows, domains: inputs.map(\.domain), cells: cells)
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
  ///   - inputs: for each aggregate, a vector for each of its inputs.
  ///   - filters: a condition for each aggregate that has a filter.
  func update(
    _ groups: GroupNumbers, inputs: [[Vector]], filters: [Vector?]
  ) throws {
    rows.update(groups)
    for index in states.indices {
      try calls[index].located { () throws(ValueError) in
        try update(index, groups, inputs[index], filters[index])
      }
    }
  }

  private func update(
    _ index: Int, _ groups: GroupNumbers, _ inputs: [Vector], _ filter: Vector?
  ) throws(ValueError) {
    let state = states[index]
    guard let own = filtered[index], let filter else {
      try state.update(inputs, groups)
      return
    }
    guard let chosen = Selecting.rows(where: filter) else {
      own.update(groups)
      try state.update(inputs, groups)
      return
    }
    let ids = groups.ids.map { ids in Gather.numbers(ids, at: chosen) }
    let subset = GroupNumbers(
      ids: ids.map { UnsafePointer($0.pointer) }, count: chosen.count, groups: groups.groups)
    own.update(subset)
    try state.update(try Gather.rows(chosen, ofEach: inputs), subset)
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

  /// The results of the groups `cells`, one vector an aggregate, made on at most `threads` threads.
  func results(_ cells: RowSelection, threads: Int) throws -> [Vector] {
    var results: [Vector] = []
    for (call, state) in zip(calls, states) {
      try call.located { () throws(ValueError) in try Cancellation.point() }
      state.threads = threads
      let vector = try call.located { () throws(ValueError) in try state.result(cells) }
      results.append(vector.retyped(call.type))
    }
    return results
  }
}
