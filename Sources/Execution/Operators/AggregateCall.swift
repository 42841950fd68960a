import Columns
import Language
import Planning

/// An aggregate of a plan, ready to make states and feed them.
struct AggregateCall: Sendable {
  private let aggregate: BoundAggregate
  /// Where what a state is fed stands among the values of ``AggregateInputs``: arguments, then values
  /// to order by. None for `COUNT(*)`.
  let inputs: [Int]
  let filter: Int?
  /// What is known of the values of each of ``inputs``.
  private let domains: [ColumnDomain?]
  let type: DataType
  /// Where it stands in the statement's text, for errors.
  let range: SourceRange

  /// - Parameter values: what all calls are fed; that of this one is added.
  init(_ aggregate: BoundAggregate, _ values: inout AggregateInputs) {
    self.aggregate = aggregate
    inputs = aggregate.inputs.map { values.place(of: $0) }
    filter = aggregate.filter.map { values.place(of: $0) }
    domains = inputs.map { [values] in values.compiled[$0].domain }
    type = aggregate.type
    range = aggregate.range
  }

  /// Runs `body`, putting this call's place to what goes wrong with a value.
  func located<Result>(_ body: () throws(ValueError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw aggregate.diagnostic(error)
    }
  }

  /// Whether states of it over different rows can be merged.
  func isMergeable(cells: Int) -> Bool {
    aggregate.isMergeable(domains: domains, cells: cells)
  }

  /// A new state over the rows that `rows` counts.
  ///
  /// - Parameter cells: the number of groups, where it is known beforehand.
  func makeState(rows: GroupRowCounts, cells: Int?) -> AggregateState {
    aggregate.makeState(rows: rows, domains: domains, cells: cells)
  }
}

/// The expressions that aggregates are fed, each once: `sum(v / q)` and `max(v / q)` divide once.
struct AggregateInputs: Sendable {
  private var expressions: [BoundExpression] = []
  private(set) var compiled: [CompiledExpression] = []
  private let columns: [PipelineColumn]
  private let rows: Int
  private let context: ExecutionContext

  init(_ columns: [PipelineColumn], rows: Int, _ context: ExecutionContext) {
    self.columns = columns
    self.rows = rows
    self.context = context
  }

  /// The place of `expression` among all.
  ///
  /// Where evaluating leaves notes each stands for itself: they count what each call lost.
  mutating func place(of expression: BoundExpression) -> Int {
    if let known = expressions.firstIndex(where: { $0.isSame(as: expression) }),
      !compiled[known].countsNotes
    {
      return known
    }
    expressions.append(expression)
    compiled.append(CompiledExpression.compile(expression, columns, rows: rows, context))
    return compiled.count - 1
  }

  /// The values of each for the rows of `batch`.
  func evaluate(_ batch: Batch) throws -> [Vector] {
    try compiled.map { try $0.evaluate(batch, context) }
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
  ///   - values: those of ``AggregateInputs``.
  func update(_ groups: GroupNumbers, _ values: [Vector]) throws {
    rows.update(groups)
    for (index, call) in calls.enumerated() {
      try call.located { () throws(ValueError) in
        try update(
          index, groups, call.inputs.map { values[$0] }, call.filter.map { values[$0] })
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
      state.threads = threads
      let vector = try call.located { () throws(ValueError) in try state.result(cells) }
      results.append(vector.retyped(call.type))
    }
    return results
  }
}
