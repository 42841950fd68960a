import Columns
import Language

extension Optimizer {
  /// Groups in two steps where the first leaves few rows and spares work on many: its results are
  /// combined by the second.
  ///
  ///     GROUP BY k over UNION ALL            each input is grouped by itself first
  ///     GROUP BY k of sum(CASE WHEN m = 'x' THEN v END)
  ///                                          by k and m first: the CASE is asked once a group
  ///
  /// Only aggregates whose results combine to the bit take part, so the answer is the same.
  static func groupInSteps(_ plan: Plan) -> Plan {
    let plan = plan.replacingInputs(plan.inputs.map(groupInSteps))
    guard case .aggregate(let input, let keys, let aggregates) = plan.node,
      aggregates.allSatisfy(\.isExactlyCombinable),
      !plan.expressions.contains(where: \.countsNotes)
    else { return plan }
    if case .union(let inputs) = input.node {
      return groupInputs(plan, inputs.flatMap(unioned), keys, aggregates) ?? plan
    }
    return groupConditions(plan, input, keys, aggregates) ?? plan
  }

  /// Fewer rows than these are grouped at once: there is nothing to spare.
  private static let manyRows = 1024.0
  /// The first step leaves at most this share of the rows.
  private static let fewGroups = 1.0 / 16

  /// The plans whose rows a union inside a union yields.
  private static func unioned(_ plan: Plan) -> [Plan] {
    if case .union(let inputs) = plan.node { return inputs.flatMap(unioned) }
    return [plan]
  }

  /// `plan` over the groups of each of `inputs`, of which it grouped all rows.
  private static func groupInputs(
    _ plan: Plan, _ inputs: [Plan], _ keys: [BoundExpression], _ aggregates: [BoundAggregate]
  ) -> Plan? {
    let estimates = inputs.map { Cardinality($0) }
    let rows = estimates.reduce(0) { $0 + $1.rows }
    let groups = estimates.reduce(0) { $0 + $1.combinations(of: keys) }
    guard inputs.count > 0, rows >= manyRows, groups <= rows * fewGroups else { return nil }
    var steps = GroupingSteps(plan, keys: keys)
    for call in aggregates { steps.add(call) }
    let parts = inputs.map { steps.firstStep(over: $0) }
    return steps.secondStep(over: Plan(.union(parts), fields: parts[0].fields))
  }

  /// `plan` over groups by its keys and by the columns that conditions in its aggregates ask for.
  private static func groupConditions(
    _ plan: Plan, _ input: Plan, _ keys: [BoundExpression], _ aggregates: [BoundAggregate]
  ) -> Plan? {
    let possible = aggregates.map(GroupedCondition.init)
    guard possible.contains(where: { $0 != nil }) else { return nil }
    let estimate = Cardinality(input)
    guard estimate.rows >= manyRows else { return nil }
    let isFew = { (columns: [BoundExpression]) in
      estimate.combinations(of: keys + columns) <= estimate.rows * fewGroups
    }
    var asked: Set<Int> = []
    let conditions = possible.map { condition -> GroupedCondition? in
      guard let condition, isFew(condition.columns.map { input.columns[$0] }) else { return nil }
      asked.formUnion(condition.columns)
      return condition
    }
    let columns = asked.subtracting(keys.compactMap(\.column)).sorted()
      .map { input.columns[$0] }
    guard isFew(columns) else { return nil }
    var steps = GroupingSteps(plan, keys: keys, columns: columns)
    for (call, condition) in zip(aggregates, conditions) {
      if let condition { steps.add(call, condition) } else { steps.add(call) }
    }
    // A condition costs about as much as a call is fed in, and so does one more key.
    let fed = { (calls: [BoundAggregate]) in calls.filter { !$0.arguments.isEmpty }.count }
    let before = fed(aggregates) + conditions.compactMap { $0 }.count
    guard fed(steps.first) + 1 < before else { return nil }
    return steps.secondStep(over: steps.firstStep(over: input))
  }
}
