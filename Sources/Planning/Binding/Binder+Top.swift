import Columns
import Language

/// A TOP whose words are resolved.
struct BoundTop {
  let count: Int
  /// What the groups are ranked by, over the rows.
  let measure: BoundExpression
  let isDescending: Bool
  /// The positions of the keys of PER among those of GROUP BY.
  let lists: [Int]
  let hasOthers: Bool
  let hasTotal: Bool
  let range: SourceRange
}

/// One SELECT that TOP closes.
struct ToppedSelect {
  let items: [Binder.Item]
  /// Each once.
  let keys: [BoundExpression]
  let having: BoundExpression?
  let scope: Scope
  let suppression: BoundSuppression?
}

extension Binder {
  /// The words of `top`, checked against the SELECT that it closes.
  ///
  /// - Throws: a ``Diagnostic`` where the query has no groups, or more than TOP ranks.
  func resolved(
    _ top: Top, _ core: SelectCore, _ select: ToppedSelect, _ context: inout ExpressionContext
  ) throws -> BoundTop {
    let refused: [(isWritten: Bool, what: String)] = [
      (core.distinct != nil, "DISTINCT"), (core.qualify != nil, "QUALIFY"),
      (try core.groupBy?.sets() != nil, "ROLLUP, CUBE and GROUPING SETS"),
    ]
    if let clause = refused.first(where: \.isWritten) {
      throw BindingProblem.topBeside(clause.what).diagnostic(at: top.range)
    }
    if select.keys.isEmpty { throw BindingProblem.topWithoutGroups.diagnostic(at: top.range) }
    guard let count = try? rowNumber(top.count, clause: "TOP"), count > 0 else {
      throw BindingProblem.topCount.diagnostic(at: top.count.range)
    }
    context.clause = "TOP"
    context.allowsWindows = false
    let measure = try orderValue(top.measure, select.items, &context)
    if let window = measure.windows.first {
      throw BindingProblem.windowNotAllowed(window.name, clause: "TOP")
        .diagnostic(at: top.measure.range)
    }
    let lists = try top.keys.map { key in
      let value = try orderValue(key, select.items, &context)
      guard let position = select.keys.firstIndex(where: { $0.isSame(as: value) }) else {
        throw BindingProblem.topList.diagnostic(at: key.range)
      }
      return position
    }
    context.allowsWindows = true
    if Set(lists).count == select.keys.count {
      throw BindingProblem.topOfLists.diagnostic(at: top.range)
    }
    if select.having != nil && (top.hasOthers || top.hasTotal) {
      throw BindingProblem.topHaving.diagnostic(at: core.having?.range ?? top.range)
    }
    return BoundTop(
      count: count, measure: measure, isDescending: top.direction != .ascending, lists: lists,
      hasOthers: top.hasOthers, hasTotal: top.hasTotal, range: top.range)
  }

  /// The greatest groups of the rows of `rows`, of each list; then the others, then the total.
  func bind(_ top: BoundTop, of select: ToppedSelect, over rows: Plan) throws -> Plan {
    let isPlain = !top.hasOthers && !top.hasTotal && select.suppression == nil
    return try isPlain
      ? listed(top, select, over: rows) : try TopPlan(self, top, select, over: rows).plan()
  }

  /// The groups alone: ranked, cut and sorted. Windows look at all of them.
  private func listed(_ top: BoundTop, _ select: ToppedSelect, over rows: Plan) throws -> Plan {
    var grouping = Grouping(keys: select.keys, sets: nil, scope: select.scope)
    var values = try select.items.map { try grouping.rewrite($0.value) }
    let keys = try select.keys.map { try grouping.rewrite($0) }
    let measure = try grouping.rewrite(top.measure)
    let having = try select.having.map { try grouping.rewrite($0) }
    var plan = Plan(grouping.node(over: rows), fields: grouping.fields)
    if let having { plan = Plan(.filter(plan, having), fields: plan.fields) }
    var extraction = WindowExtraction(width: plan.fields.count)
    values = values.map { extraction.rewrite($0) }
    plan = extraction.plan(over: plan)
    let width = values.count
    let names = select.items.map(\.name) + keys.map { _ in "" } + [""]
    let outputs = values + keys + [measure]
    plan = Plan(
      .project(plan, outputs),
      fields: zip(names, outputs).map { Field(name: $0, type: $1.type) })
    plan = try ranked(
      plan, top, keys: Array(width..<width + keys.count), measure: width + keys.count)
    let place = plan.columns[plan.fields.count - 1]
    plan = Plan(
      .filter(plan, try .call("<=", [place, .number(top.count, at: top.range)], at: top.range)),
      fields: plan.fields)
    let terms = (top.lists.map { plan.columns[width + $0] } + [place]).map {
      PlanSortTerm(value: $0, isDescending: false, nullsFirst: false)
    }
    return Plan(.sort(plan, terms, limit: nil), fields: plan.fields)
      .keeping(Array(select.items.indices))
  }

  /// The rows of `groups` with their places in their lists behind their columns.
  ///
  /// Groups of equal measure stand in the order of their keys; a note tells where the cut separates
  /// them. NULL is the last, whichever way is asked for.
  ///
  /// - Parameters:
  ///   - keys: the positions of the keys of GROUP BY.
  ///   - measure: the position of what is ranked by.
  ///   - tellsTies: whether there may be such a note, which tells that groups are equal.
  func ranked(
    _ groups: Plan, _ top: BoundTop, keys: [Int], measure: Int, tellsTies: Bool = true
  ) throws -> Plan {
    let columns = groups.columns
    let lists = top.lists.map { columns[keys[$0]] }
    let byMeasure = PlanSortTerm(
      value: columns[measure], isDescending: top.isDescending, nullsFirst: false)
    let byKeys = keys.indices.filter { !top.lists.contains($0) }.map {
      PlanSortTerm(value: columns[keys[$0]], isDescending: false, nullsFirst: false)
    }
    if !tellsTies { return try groups.ranked(by: lists, [byMeasure] + byKeys) }
    let equals = BoundWindow(
      call: .aggregate(try MatchCount.count(nil, at: top.range)),
      partition: lists + [columns[measure]], order: [], frame: .partition, type: .bigint,
      range: top.range)
    let windows = [
      try BoundWindow.ranking("row_number", by: lists, [byMeasure] + byKeys),
      try BoundWindow.ranking("rank", by: lists, [byMeasure]), equals,
    ]
    let width = groups.fields.count
    let wide = Plan(
      .window(groups, windows),
      fields: groups.fields + windows.map { Field(name: $0.name, type: $0.type) })
    let names = try lists.map { try cast($0, to: .varchar) }
    let count = top.count
    let overload = ScalarOverload(
      [.bigint, .bigint, .bigint] + names.map { _ in .varchar }, .bigint, handlesNulls: true,
      countsNotes: true
    ) { arguments, _, context in
      TieNotes.places(
        arguments[0], ranks: arguments[1], peers: arguments[2],
        list: Array(arguments.dropFirst(3)), count: count, context)
    }
    let place = BoundExpression(
      .call("place", overload, Array(wide.columns[width...]) + names), type: .bigint,
      range: top.range)
    return Plan(
      .project(wide, Array(wide.columns[..<width]) + [place]),
      fields: groups.fields + [Field(name: "place", type: .bigint)])
  }
}

extension BoundExpression {
  /// A whole number.
  static func number(_ number: Int, at range: SourceRange) -> BoundExpression {
    BoundExpression(.constant(.integer(Int128(number))), type: .bigint, range: range)
  }

  /// `value` where `condition` is true, and otherwise another, or NULL.
  static func choosing(
    _ value: BoundExpression, where condition: BoundExpression,
    otherwise: BoundExpression? = nil
  ) -> BoundExpression {
    BoundExpression(
      .choose([Branch(condition: condition, result: value)], otherwise: otherwise),
      type: value.type, range: value.range)
  }
}
