extension Optimizer {
  /// Has what a query shows computed for the rows that a limit leaves, not for those before them.
  ///
  /// So it takes less time, a value that cannot be computed is an error only where it is shown, and
  /// notes count the rows of the result.
  static func computeBehindLimits(_ plan: Plan) -> Plan {
    let plan = plan.replacingInputs(plan.inputs.map(computeBehindLimits))
    switch plan.node {
    case .limit(let input, let count, let offset):
      guard case .project(let below, let shown) = input.node, shown.contains(where: isComputed)
      else { return plan }
      let kept = Plan(.limit(below, count: count, offset: offset), fields: below.fields)
      return Plan(.project(kept, shown), fields: plan.fields)
    case .sort(let input, let terms, let limit?):
      return sortedBefore(plan, input, terms, limit: limit)
    default: return plan
    }
  }

  /// The first `limit` rows by `terms`, of which only what these read is computed before.
  private static func sortedBefore(
    _ plan: Plan, _ input: Plan, _ terms: [PlanSortTerm], limit: Int
  ) -> Plan {
    guard case .project(let below, let shown) = input.node else { return plan }
    let read = terms.reduce(into: Set<Int>()) { $0.formUnion($1.value.columns) }
    let isLater = shown.indices.contains { !read.contains($0) && isComputed(shown[$0]) }
    if !isLater { return plan }
    // What the terms read and is computed stands behind the columns below.
    let early = read.filter { isComputed(shown[$0]) }.sorted()
    let columns = below.columns
    func place(_ column: Int) -> Int {
      early.firstIndex(of: column).map { columns.count + $0 } ?? shown[column].column ?? 0
    }
    let prepared =
      early.isEmpty
      ? below
      : Plan(
        .project(below, columns + early.map { shown[$0] }),
        fields: below.fields + early.map { input.fields[$0] })
    let moved = terms.map { term in
      PlanSortTerm(
        value: term.value.remapped(place), isDescending: term.isDescending,
        nullsFirst: term.nullsFirst)
    }
    let sorted = Plan(.sort(prepared, moved, limit: limit), fields: prepared.fields)
    let results = shown.enumerated().map { index, expression in
      early.contains(index)
        ? BoundExpression(.column(place(index)), type: expression.type, range: expression.range)
        : expression
    }
    return Plan(.project(sorted, results), fields: plan.fields)
  }

  private static func isComputed(_ expression: BoundExpression) -> Bool {
    expression.column == nil
  }
}
