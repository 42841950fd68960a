import Columns
import Language

extension Optimizer {
  /// Puts projections that stand on projections into one, and has what several expressions of an
  /// operator have in common computed once.
  static func arrangeProjections(_ plan: Plan) -> Plan {
    let plan = plan.replacingInputs(plan.inputs.map(arrangeProjections))
    switch plan.node {
    case .project(let input, let outer):
      if outer.compactMap(\.column) == Array(input.fields.indices)
        && outer.count == input.fields.count
      {
        // It hands on all columns in their order.
        return Plan(input.node, fields: plan.fields)
      }
      return sharingParts(merged(plan, input, outer))
    case .aggregate:
      return sharingParts(plan)
    default:
      return plan
    }
  }

  /// A projection of a projection as one, unless an expression would then be computed twice.
  private static func merged(
    _ plan: Plan, _ input: Plan, _ outer: [BoundExpression]
  ) -> Plan {
    guard case .project(let below, let inner) = input.node else { return plan }
    var uses = [Int](repeating: 0, count: inner.count)
    for expression in outer {
      _ = expression.contains { part in
        if let column = part.column { uses[column] += 1 }
        return false
      }
    }
    guard inner.indices.allSatisfy({ uses[$0] <= 1 || inner[$0].isCheap }) else { return plan }
    return Plan(
      .project(below, outer.map { $0.replacingColumns { inner[$0] } }), fields: plan.fields)
  }

  /// The operator over a projection that computes the parts that its expressions share.
  private static func sharingParts(_ plan: Plan) -> Plan {
    guard let input = plan.inputs.first else { return plan }
    var parts = SharedParts()
    for expression in plan.expressions { parts.collect(expression) }
    let shared = parts.shared
    if shared.isEmpty { return plan }
    let columns = input.columns
    let below = Plan(
      .project(input, columns + shared),
      fields: input.fields + shared.map { Field(name: "", type: $0.type) })
    return plan.replacingInputs([below]).mapExpressions { expression in
      expression.replacing { part in
        guard let index = shared.firstIndex(where: { $0.isSame(as: part) }) else { return nil }
        return BoundExpression(
          .column(columns.count + index), type: part.type, range: part.range)
      }
    }
  }
}

/// Parts of expressions that are computed for every row, and how often each occurs.
private struct SharedParts {
  private var parts: [(expression: BoundExpression, uses: Int)] = []

  /// More parts than these are not compared with each other.
  private static let most = 256

  /// What occurs more than once and is not just a part of such a thing; the first places first.
  var shared: [BoundExpression] {
    let repeated = parts.filter { $0.uses > 1 }
    return repeated.filter { part in
      !repeated.contains { other in
        other.uses >= part.uses && !other.expression.isSame(as: part.expression)
          && other.expression.contains { $0.isSame(as: part.expression) }
      }
    }.map(\.expression)
  }

  mutating func collect(_ expression: BoundExpression) {
    switch expression.kind {
    case .call, .cast:
      if expression.columns.isEmpty || parts.count > Self.most { return }
      if let known = parts.firstIndex(where: { $0.expression.isSame(as: expression) }) {
        parts[known].uses += 1
        // Its own parts were counted with the first occurrence.
        return
      }
      parts.append((expression, 1))
      for child in expression.children { collect(child) }
    case .aggregate(let aggregate):
      for input in aggregate.inputs where aggregate.filter == nil { collect(input) }
    // Branches of a CASE and terms behind the first are computed for some rows alone.
    case .choose(let branches, _):
      if let first = branches.first { collect(first.condition) }
    case .and(let terms), .or(let terms):
      if let first = terms.first { collect(first) }
    default:
      return
    }
  }
}
