import Columns
import Language

/// Makes a plan cheaper without changing its answer.
///
///     Optimizer.swift             the passes, in order
///     Optimizer+PushDown.swift    filters move towards the tables
///     Optimizer+JoinOrder.swift   joins of several tables are put in order
///     Cardinality.swift           how many rows to expect
///     Optimizer+BuildSide.swift   the smaller side of a join is hashed
///     Optimizer+Projections.swift  common parts of expressions are computed once
///     Optimizer+Limits.swift      what is shown is computed for the rows that a limit leaves
///     Optimizer+Pruning.swift     columns that nothing reads are dropped
///     Optimizer+GroupingSteps.swift  rows are grouped in two steps where that spares work
///     Optimizer+GroupRestriction.swift  only the groups that a join asks for are made
package enum Optimizer {
  /// The plan after all passes.
  package static func optimize(_ plan: Plan) -> Plan {
    var uses: [ObjectIdentifier: Int] = [:]
    count(plan, &uses)
    var known: [ObjectIdentifier: SharedPlan] = [:]
    return passes(inline(plan, uses, &known))
  }

  private static func passes(_ plan: Plan) -> Plan {
    let pushed = pushDown(plan, [])
    let sided = chooseBuildSides(orderJoins(pushed))
    // Pruning leaves projections that a second look makes one.
    let limited = computeBehindLimits(arrangeProjections(sided))
    let stepped = groupInSteps(arrangeProjections(limited))
    return restrictGroups(arrangeProjections(pruned(stepped)))
  }

  private static func count(_ plan: Plan, _ uses: inout [ObjectIdentifier: Int]) {
    if case .shared(let shared) = plan.node {
      uses[ObjectIdentifier(shared), default: 0] += 1
      if uses[ObjectIdentifier(shared)] == 1 { count(shared.plan, &uses) }
    } else {
      for input in plan.inputs + plan.queries.map(\.shared) { count(input, &uses) }
    }
  }

  /// Puts the plan of a common table in place of its only use, so that filters can enter it; one
  /// that is read in several places goes through the passes by itself, once.
  private static func inline(
    _ plan: Plan, _ uses: [ObjectIdentifier: Int], _ known: inout [ObjectIdentifier: SharedPlan]
  ) -> Plan {
    guard case .shared(let shared) = plan.node else {
      let inlined = plan.replacingInputs(plan.inputs.map { inline($0, uses, &known) })
      if plan.queries.isEmpty { return inlined }
      return inlined.mapExpressions { expression in
        expression.replacing { part in
          guard case .scalarQuery(let query) = part.kind else { return nil }
          return BoundExpression(
            .scalarQuery(optimized(query, uses, &known)), type: part.type, range: part.range)
        }
      }
    }
    if uses[ObjectIdentifier(shared)] == 1 {
      return Plan(inline(shared.plan, uses, &known).node, fields: plan.fields)
    }
    return Plan(.shared(optimized(shared, uses, &known)), fields: plan.fields)
  }

  private static func optimized(
    _ shared: SharedPlan, _ uses: [ObjectIdentifier: Int],
    _ known: inout [ObjectIdentifier: SharedPlan]
  ) -> SharedPlan {
    let identity = ObjectIdentifier(shared)
    if let done = known[identity] { return done }
    let made = SharedPlan(
      name: shared.name, plan: passes(inline(shared.plan, uses, &known)))
    known[identity] = made
    return made
  }
}

extension SharedPlan {
  /// The shared plan as a plan.
  package var shared: Plan { Plan(.shared(self), fields: plan.fields) }
}

extension Plan {
  /// The plans whose rows this one reads. A shared plan is a source of its own.
  package var inputs: [Plan] {
    switch node {
    case .scan, .values, .shared, .workingTable: []
    case .recursive(let recursive): [recursive.anchor, recursive.step]
    case .filter(let input, _), .project(let input, _), .aggregate(let input, _, _),
      .sort(let input, _, _), .limit(let input, _, _), .window(let input, _),
      .sample(let input, _), .expand(let input, _), .groupingSets(let input, _, _, _),
      .suppress(let input, _):
      [input]
    case .join(let join): [join.left, join.right]
    case .union(let inputs): inputs
    }
  }

  /// The same operator over other inputs, in the order of ``inputs``.
  func replacingInputs(_ new: [Plan]) -> Plan {
    let node: Node
    switch self.node {
    case .scan, .values, .shared, .workingTable: return self
    case .recursive(let recursive):
      node = .recursive(
        RecursivePlan(
          identity: recursive.identity, anchor: new[0], step: new[1],
          isDistinct: recursive.isDistinct, range: recursive.range))
    case .filter(_, let predicate): node = .filter(new[0], predicate)
    case .project(_, let expressions): node = .project(new[0], expressions)
    case .aggregate(_, let keys, let aggregates):
      node = .aggregate(new[0], keys: keys, aggregates: aggregates)
    case .expand(_, let expansion): node = .expand(new[0], expansion)
    case .suppress(_, let suppression): node = .suppress(new[0], suppression)
    case .sample(_, let sample): node = .sample(new[0], sample)
    case .window(_, let windows): node = .window(new[0], windows)
    case .groupingSets(_, let keys, let sets, let aggregates):
      node = .groupingSets(new[0], keys: keys, sets: sets, aggregates: aggregates)
    case .sort(_, let terms, let limit): node = .sort(new[0], terms, limit: limit)
    case .limit(_, let count, let offset): node = .limit(new[0], count: count, offset: offset)
    case .join(let join):
      node = .join(
        PlanJoin(
          kind: join.kind, left: new[0], right: new[1], keys: join.keys,
          residual: join.residual, lastKey: join.lastKey))
    case .union: node = .union(new)
    }
    return Plan(node, fields: fields)
  }
}
