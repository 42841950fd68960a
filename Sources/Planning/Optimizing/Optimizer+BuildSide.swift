import Columns
import Language

extension Optimizer {
  /// Swaps the sides of inner joins of which the left one is expected to be smaller: the right
  /// side is hashed, and a small table stays in the cache.
  static func chooseBuildSides(_ plan: Plan) -> Plan {
    let plan = plan.replacingInputs(plan.inputs.map(chooseBuildSides))
    guard case .join(let join) = plan.node, join.kind == .inner, !join.keys.isEmpty,
      Cardinality(join.left).rows < Cardinality(join.right).rows
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
