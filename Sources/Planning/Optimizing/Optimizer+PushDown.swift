import Columns
import Language

extension Optimizer {
  /// The plan with `conditions`, over its columns, applied as near to the tables as they can be.
  ///
  /// A condition passes through a projection, a sort, a union, and into the side of a join that
  /// it alone speaks of (of a LEFT join only the left side: a condition on the right decides about
  /// rows after they were matched). It stays above a limit, and above an aggregate or a
  /// window unless it speaks of keys alone.
  static func pushDown(_ plan: Plan, _ conditions: [BoundExpression]) -> Plan {
    switch plan.node {
    case .filter(let input, let predicate):
      // The inner condition stays the first: the outer one is never asked of other rows.
      return pushDown(input, predicate.factoredConjuncts + conditions)
    case .project(let input, let expressions):
      // A condition that would compute an expression anew is cheaper above it.
      let (through, kept) = conditions.parted { condition in
        condition.columns.allSatisfy { expressions[$0].isCheap }
      }
      let below = through.map { $0.replacingColumns { expressions[$0] } }
      let node = Plan.Node.project(pushDown(input, below), expressions)
      return Plan(node, fields: plan.fields).filtered(kept)
    case .sort(let input, let terms, nil):
      return Plan(.sort(pushDown(input, conditions), terms, limit: nil), fields: plan.fields)
    case .union(let inputs):
      return Plan(.union(inputs.map { pushDown($0, conditions) }), fields: plan.fields)
    case .aggregate(let input, let keys, let aggregates):
      let (through, kept) = conditions.parted { condition in
        !condition.columns.isEmpty && condition.columns.allSatisfy { $0 < keys.count }
      }
      let below = through.map { $0.replacingColumns { keys[$0] } }
      let node = Plan.Node.aggregate(
        pushDown(input, below), keys: keys, aggregates: aggregates)
      return Plan(node, fields: plan.fields).filtered(kept)
    case .window(let input, let windows):
      // A condition on what all windows are partitioned by takes out whole partitions.
      let keys = windows.map { Set($0.partition.compactMap(\.column)) }
      let (through, kept) = conditions.parted { condition in
        let columns = condition.columns
        return !columns.isEmpty && keys.allSatisfy { columns.isSubset(of: $0) }
      }
      let node = Plan.Node.window(pushDown(input, through), windows)
      return Plan(node, fields: plan.fields).filtered(kept)
    case .expand(let input, let expansion):
      let width = input.fields.count
      let (through, kept) = conditions.parted { condition in
        !condition.columns.isEmpty && condition.columns.allSatisfy { $0 < width }
      }
      let node = Plan.Node.expand(pushDown(input, through), expansion)
      return Plan(node, fields: plan.fields).filtered(kept)
    case .join(let join):
      return pushDown(join, conditions, fields: plan.fields)
    case .scan, .values, .shared, .limit, .sample, .sort, .recursive, .workingTable,
      .groupingSets, .suppress:
      return plan.replacingInputs(plan.inputs.map { pushDown($0, []) }).filtered(conditions)
    }
  }

  private static func pushDown(
    _ join: PlanJoin, _ conditions: [BoundExpression], fields: [Field]
  ) -> Plan {
    let width = join.left.fields.count
    var left: [BoundExpression] = []
    var right: [BoundExpression] = []
    var keys = join.keys
    var kept: [BoundExpression] = []
    var residual = join.residual?.factoredConjuncts ?? []

    for condition in conditions {
      let columns = condition.columns
      if !columns.isEmpty && columns.allSatisfy({ $0 < width }) {
        left.append(condition)
      } else if join.kind == .inner && !columns.isEmpty && columns.allSatisfy({ $0 >= width }) {
        right.append(condition.remapped { $0 - width })
      } else if join.kind == .inner {
        residual.append(condition)
      } else {
        kept.append(condition)
      }
    }
    if join.kind == .inner {
      // Comma joins bring their equalities in WHERE.
      let split = JoinCondition(residual, leftWidth: width)
      keys += split.keys
      let (leftOnly, rest) = (split.residual?.conjuncts ?? []).parted { term in
        !term.columns.isEmpty && term.columns.allSatisfy { $0 < width }
      }
      let (rightOnly, both) = rest.parted { term in
        !term.columns.isEmpty && term.columns.allSatisfy { $0 >= width }
      }
      left += leftOnly
      right += rightOnly.map { $0.remapped { $0 - width } }
      residual = both
    } else {
      // What an outer join's own condition says of the right side alone can be tested before.
      let (rightOnly, both) = residual.parted { term in
        !term.columns.isEmpty && term.columns.allSatisfy { $0 >= width }
      }
      right += rightOnly.map { $0.remapped { $0 - width } }
      residual = both
    }
    let pushed = PlanJoin(
      kind: join.kind, left: pushDown(join.left, left), right: pushDown(join.right, right),
      keys: keys, residual: BoundExpression.conjunction(residual),
      lastKey: join.lastKey)
    return Plan(.join(pushed), fields: fields).filtered(kept)
  }
}

extension Plan {
  /// The rows in which all of `conditions` hold.
  fileprivate func filtered(_ conditions: [BoundExpression]) -> Plan {
    guard let predicate = BoundExpression.conjunction(conditions) else { return self }
    return Plan(.filter(self, predicate), fields: fields)
  }
}

extension BoundExpression {
  /// The same expression with each column replaced by what `expression` gives for it.
  func replacingColumns(_ expression: (Int) -> BoundExpression) -> BoundExpression {
    if case .column(let position) = kind { return expression(position) }
    let children = self.children
    if children.isEmpty { return self }
    return replacingChildren(children.map { $0.replacingColumns(expression) })
  }

  /// Whether evaluating it twice costs nothing to speak of, and says nothing twice.
  var isCheap: Bool {
    switch kind {
    case .column, .constant: true
    default: false
    }
  }
}

extension Array {
  /// The elements that satisfy `condition`, and the others.
  func parted(_ condition: (Element) -> Bool) -> (yes: [Element], no: [Element]) {
    var yes: [Element] = []
    var no: [Element] = []
    for element in self {
      if condition(element) { yes.append(element) } else { no.append(element) }
    }
    return (yes, no)
  }
}
