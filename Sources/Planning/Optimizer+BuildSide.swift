import Columns
import Language

extension Optimizer {
  /// Swaps the sides of inner joins of which the left one is expected to be smaller: the right
  /// side is hashed, and a small table stays in the cache.
  static func chooseBuildSides(_ plan: Plan) -> Plan {
    let plan = plan.replacingInputs(plan.inputs.map(chooseBuildSides))
    guard case .join(let join) = plan.node, join.kind == .inner, !join.keys.isEmpty,
      join.left.expectedRows < join.right.expectedRows
    else { return plan }
    let leftWidth = join.left.fields.count
    let rightWidth = join.right.fields.count
    let swapped = PlanJoin(
      kind: .inner, left: join.right, right: join.left,
      keys: join.keys.map {
        PlanJoin.Key(left: $0.right, right: $0.left, matchesNull: $0.matchesNull)
      },
      residual: join.residual?.remapped { $0 < leftWidth ? $0 + rightWidth : $0 - leftWidth })
    let joined = Plan(.join(swapped), fields: join.right.fields + join.left.fields)
    let order = Array(rightWidth..<rightWidth + leftWidth) + Array(0..<rightWidth)
    return Plan(joined.keeping(order).node, fields: plan.fields)
  }
}

extension Plan {
  /// About how many rows it yields; for choosing between plans, never shown as a fact.
  package var expectedRows: Int {
    switch node {
    case .scan(let relation, _, _): return relation.rowCount
    case .values(let rows): return rows.count
    // Without statistics of the values, a condition is taken to leave a third.
    case .filter(let input, _): return input.expectedRows / 3 + 1
    case .project(let input, _): return input.expectedRows
    case .aggregate(let input, let keys, _):
      return keys.isEmpty ? 1 : input.expectedRows / 10 + 1
    case .join(let join):
      let left = join.left.expectedRows
      switch join.kind {
      case .inner, .left: return max(left, join.right.expectedRows)
      case .single, .mark: return left
      case .semi, .anti: return left / 2 + 1
      }
    case .recursive(let recursive): return recursive.anchor.expectedRows * 10
    case .workingTable: return 100
    case .sort(let input, _, let limit): return min(limit ?? Int.max, input.expectedRows)
    case .limit(let input, let count, _): return min(count ?? Int.max, input.expectedRows)
    case .union(let inputs): return inputs.reduce(0) { $0 + $1.expectedRows }
    case .shared(let shared): return shared.plan.expectedRows
    }
  }
}
