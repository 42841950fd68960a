import Columns

extension Optimizer {
  /// Groups no more rows than the other side of a join asks for: where an aggregate is joined by its
  /// keys with a few rows, those rows choose what is grouped.
  ///
  ///     a LEFT JOIN (SELECT k, sum(v) FROM b GROUP BY k) ON a.k = k
  ///
  /// then groups only the rows of `b` whose `k` occurs in `a`, which is computed once for both. The
  /// groups that are left out have no partner, so the answer is the same.
  static func restrictGroups(_ plan: Plan) -> Plan {
    let plan = plan.replacingInputs(plan.inputs.map(restrictGroups))
    guard case .join(let join) = plan.node, case .equality = join.lastKey else { return plan }
    let (left, right) = (join.keys.map(\.left), join.keys.map(\.right))
    let sides: (left: Plan, right: Plan)
    switch join.kind {
    case .inner, .left, .single, .semi, .anti:
      if let restricted = restrict(join.right, by: right, to: join.left, left, join.keys) {
        sides = (restricted.other, restricted.target)
      } else if join.kind == .inner,
        let restricted = restrict(join.left, by: left, to: join.right, right, join.keys)
      {
        sides = (restricted.target, restricted.other)
      } else {
        return plan
      }
    case .mark, .asOf, .asOfLeft: return plan
    }
    return plan.replacingInputs([sides.left, sides.right])
  }

  /// Fewer rows than this share of the groups must ask for them.
  private static let fewRows = 0.25

  /// `target`, whose aggregate groups only what `other` asks for, and `other`, to be computed once;
  /// nil where that is not possible, or does not pay.
  private static func restrict(
    _ target: Plan, by keys: [BoundExpression], to other: Plan, _ otherKeys: [BoundExpression],
    _ joined: [PlanJoin.Key]
  ) -> (target: Plan, other: Plan)? {
    // What the keys are above the aggregate, going down to it.
    guard let found = aggregate(in: target, keys: keys.map(\.column)),
      case .aggregate(let input, let groupKeys, let aggregates) = found.plan.node,
      aggregates.allSatisfy({ call in
        call.inputs.allSatisfy { $0.type != .measure && !$0.countsNotes }
      }), groupKeys.allSatisfy({ !$0.countsNotes })
    else { return nil }
    let pairs = joined.indices.compactMap { index -> (group: BoundExpression, key: Int)? in
      guard let column = found.columns[index], column < groupKeys.count else { return nil }
      return (groupKeys[column], index)
    }
    let groups = Cardinality(input).combinations(of: pairs.map(\.group))
    guard !pairs.isEmpty, Cardinality(other).rows < groups * fewRows else { return nil }
    let shared = Plan(
      .shared(SharedPlan(name: "rows that ask", plan: other)), fields: other.fields)
    let wanted = Plan(
      .project(shared, pairs.map { otherKeys[$0.key] }),
      fields: pairs.map { Field(name: "", type: otherKeys[$0.key].type) })
    let semi = PlanJoin(
      kind: .semi, left: input, right: wanted,
      keys: pairs.enumerated().map { place, pair in
        PlanJoin.Key(
          left: pair.group,
          right: BoundExpression(.column(place), type: pair.group.type, range: pair.group.range),
          matchesNull: joined[pair.key].matchesNull)
      })
    return (found.rebuilt(found.plan.replacingInputs([semi.plan])), shared)
  }

  /// An aggregate under projections and filters.
  private struct FoundAggregate {
    let plan: Plan
    /// For each key the column of the aggregate that it is; nil where it is none.
    let columns: [Int?]
    /// The whole plan with another aggregate in its place.
    let rebuilt: (Plan) -> Plan
  }

  private static func aggregate(in plan: Plan, keys: [Int?]) -> FoundAggregate? {
    switch plan.node {
    case .aggregate:
      return FoundAggregate(plan: plan, columns: keys) { $0 }
    case .project(let input, let expressions):
      let below = keys.map { $0.flatMap { expressions[$0].column } }
      return aggregate(in: input, keys: below).map { found in
        FoundAggregate(plan: found.plan, columns: found.columns) {
          plan.replacingInputs([found.rebuilt($0)])
        }
      }
    case .filter(let input, let predicate) where !predicate.countsNotes:
      return aggregate(in: input, keys: keys).map { found in
        FoundAggregate(plan: found.plan, columns: found.columns) {
          plan.replacingInputs([found.rebuilt($0)])
        }
      }
    default: return nil
    }
  }
}
