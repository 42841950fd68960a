import Columns
import Language

extension Optimizer {
  /// The plan without the columns that nothing above them reads.
  static func pruned(_ plan: Plan) -> Plan {
    let (pruned, positions) = prune(plan, keeping: Set(plan.fields.indices))
    return Plan(pruned.node, fields: positions.map { plan.fields[$0] })
  }

  /// A plan that yields at least the columns `wanted` of `plan`, and which of them it yields, in
  /// ascending order.
  private static func prune(_ plan: Plan, keeping wanted: Set<Int>) -> (Plan, [Int]) {
    let kept = wanted.sorted()
    let fields = kept.map { plan.fields[$0] }
    switch plan.node {
    case .scan(let relation, let name, let columns):
      return (
        Plan(.scan(relation, name: name, columns: kept.map { columns[$0] }), fields: fields), kept
      )
    case .values(let rows):
      return (Plan(.values(rows.map { row in kept.map { row[$0] } }), fields: fields), kept)
    case .shared, .workingTable:
      return (plan, Array(plan.fields.indices))
    case .recursive:
      // The step reads what it yields, so all columns stay.
      return (
        plan.replacingInputs(plan.inputs.map(pruned)), Array(plan.fields.indices)
      )
    case .filter(let input, let predicate):
      let (below, positions) = prune(input, keeping: wanted.union(predicate.columns))
      let node = Plan.Node.filter(below, predicate.remapped(place(in: positions)))
      let filtered = Plan(node, fields: positions.map { plan.fields[$0] })
      return narrowed(filtered, positions, to: kept)
    case .project(let input, let expressions):
      let used = kept.map { expressions[$0] }
      let (below, positions) = prune(
        input, keeping: used.reduce(into: []) { $0.formUnion($1.columns) })
      let moved = used.map { $0.remapped(place(in: positions)) }
      return (Plan(.project(below, moved), fields: fields), kept)
    case .aggregate(let input, let keys, let aggregates):
      // Keys decide which rows there are, so all stay.
      let usedAggregates = kept.filter { $0 >= keys.count }.map { aggregates[$0 - keys.count] }
      let calls = usedAggregates.map {
        BoundExpression(.aggregate($0), type: $0.type, range: $0.range)
      }
      let (below, positions) = prune(
        input, keeping: (keys + calls).reduce(into: []) { $0.formUnion($1.columns) })
      let place = place(in: positions)
      let movedAggregates = calls.compactMap { call -> BoundAggregate? in
        if case .aggregate(let moved) = call.remapped(place).kind { moved } else { nil }
      }
      let yielded = Array(keys.indices) + kept.filter { $0 >= keys.count }
      return (
        Plan(
          .aggregate(below, keys: keys.map { $0.remapped(place) }, aggregates: movedAggregates),
          fields: yielded.map { plan.fields[$0] }), yielded
      )
    case .window(let input, let windows):
      let width = input.fields.count
      let used = kept.filter { $0 >= width }
      let calls = used.map { position in
        BoundExpression(
          .window(windows[position - width]), type: windows[position - width].type,
          range: windows[position - width].range)
      }
      let needed = calls.reduce(into: wanted.filter { $0 < width }) { $0.formUnion($1.columns) }
      let (below, positions) = prune(input, keeping: needed)
      let moved = calls.compactMap { call -> BoundWindow? in
        if case .window(let moved) = call.remapped(place(in: positions)).kind { moved } else { nil }
      }
      let yielded = positions + used
      let windowed = Plan(
        moved.isEmpty ? below.node : .window(below, moved),
        fields: yielded.map { plan.fields[$0] })
      return narrowed(windowed, yielded, to: kept)
    case .groupingSets(let input, let keys, let sets, let aggregates):
      let whole = Plan(.aggregate(input, keys: keys, aggregates: aggregates), fields: plan.fields)
      let (pruned, yielded) = prune(whole, keeping: wanted)
      guard case .aggregate(let below, let keys, let aggregates) = pruned.node else {
        return (plan, Array(plan.fields.indices))
      }
      return (
        Plan(
          .groupingSets(below, keys: keys, sets: sets, aggregates: aggregates),
          fields: pruned.fields), yielded
      )
    case .sort(let input, let terms, let limit):
      let needed = terms.reduce(into: wanted) { $0.formUnion($1.value.columns) }
      let (below, positions) = prune(input, keeping: needed)
      let moved = terms.map {
        PlanSortTerm(
          value: $0.value.remapped(place(in: positions)), isDescending: $0.isDescending,
          nullsFirst: $0.nullsFirst)
      }
      let sorted = Plan(
        .sort(below, moved, limit: limit), fields: positions.map { plan.fields[$0] })
      return narrowed(sorted, positions, to: kept)
    case .limit(let input, let count, let offset):
      let (below, positions) = prune(input, keeping: wanted)
      return (
        Plan(
          .limit(below, count: count, offset: offset), fields: positions.map { plan.fields[$0] }),
        positions
      )
    case .expand(let input, let expansion):
      // The values decide how many rows there are, so their column stays.
      let width = input.fields.count
      let needed = expansion.expressions.reduce(into: wanted.filter { $0 < width }) {
        $0.formUnion($1.columns)
      }
      let (below, positions) = prune(input, keeping: needed)
      let moved = expansion.expressions.map { $0.remapped(place(in: positions)) }
      let yielded = positions + [width]
      let expanded = Plan(
        .expand(below, expansion.replacing(moved)), fields: yielded.map { plan.fields[$0] })
      return narrowed(expanded, yielded, to: kept)
    case .suppress(let input, let suppression):
      // What is hidden depends on all of its columns.
      let below = pruned(input)
      return narrowed(
        Plan(.suppress(below, suppression), fields: plan.fields), Array(plan.fields.indices),
        to: kept)
    case .sample(let input, let sample):
      let (below, positions) = prune(input, keeping: wanted)
      return (
        Plan(.sample(below, sample), fields: positions.map { plan.fields[$0] }), positions
      )
    case .union(let inputs):
      let pruned = inputs.map { input -> Plan in
        let (below, positions) = prune(input, keeping: wanted)
        return narrowed(below, positions, to: kept).0
      }
      return (Plan(.union(pruned), fields: fields), kept)
    case .join(let join):
      return prune(join, plan.fields, kept)
    }
  }

  private static func prune(
    _ join: PlanJoin, _ fields: [Field], _ kept: [Int]
  ) -> (Plan, [Int]) {
    let width = join.left.fields.count
    var needed = Set(kept)
    if let residual = join.residual { needed.formUnion(residual.columns) }
    var leftNeeded = needed.filter { $0 < width }
    // The answer of a mark join stands where an inner join has the right side.
    var rightNeeded = Set(needed.filter { $0 >= width }.map { $0 - width })
    if join.kind == .mark {
      rightNeeded = Set((join.residual?.columns ?? []).filter { $0 >= width }.map { $0 - width })
    }
    for key in join.keys {
      leftNeeded.formUnion(key.left.columns)
      rightNeeded.formUnion(key.right.columns)
    }
    let (left, leftPositions) = prune(join.left, keeping: leftNeeded)
    let (right, rightPositions) = prune(join.right, keeping: rightNeeded)
    let positions = leftPositions + rightPositions.map { $0 + width }
    let pruned = PlanJoin(
      kind: join.kind, left: left, right: right,
      keys: join.keys.map {
        PlanJoin.Key(
          left: $0.left.remapped(Self.place(in: leftPositions)),
          right: $0.right.remapped(Self.place(in: rightPositions)),
          matchesNull: $0.matchesNull)
      },
      residual: join.residual?.remapped(place(in: positions)), lastKey: join.lastKey)
    let yielded: [Int] =
      switch join.kind {
      case .inner, .left, .single, .asOf, .asOfLeft: positions
      case .semi, .anti: leftPositions
      case .mark: leftPositions + [width]
      }
    let joined = Plan(.join(pruned), fields: yielded.map { fields[$0] })
    return narrowed(joined, yielded, to: kept)
  }

  /// `plan`, which yields the columns `positions`, cut to `kept`.
  private static func narrowed(
    _ plan: Plan, _ positions: [Int], to kept: [Int]
  ) -> (Plan, [Int]) {
    if positions == kept { return (plan, kept) }
    return (plan.keeping(kept.map(place(in: positions))), kept)
  }

  /// Where each column stands among `positions`.
  private static func place(in positions: [Int]) -> (Int) -> Int {
    var places: [Int: Int] = [:]
    for (place, position) in positions.enumerated() { places[position] = place }
    return { places[$0] ?? 0 }
  }
}
