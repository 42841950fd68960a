import Columns
import Language

extension Unnesting {
  /// The rows of `input` in which `predicate`, which holds subqueries, is true.
  static func filter(_ input: Plan, _ predicate: BoundExpression) throws -> Plan {
    let width = input.fields.count
    let (nested, plain) = predicate.conjuncts.parted(\.hasSubquery)
    var plan = input
    if let condition = BoundExpression.conjunction(plain) {
      plan = Plan(.filter(plan, condition), fields: plan.fields)
    }
    for term in nested {
      if let joined = try joined(plan, term) {
        plan = joined
        continue
      }
      let condition = try replaced(term, &plan)
      plan = Plan(.filter(plan, condition), fields: plan.fields)
    }
    return plan.keeping(Array(0..<width))
  }

  /// EXISTS, IN and NOT EXISTS as a join that keeps or drops rows; nil for any other condition.
  ///
  /// NOT IN is none of them: it keeps no row where the query has a NULL.
  private static func joined(_ input: Plan, _ term: BoundExpression) throws -> Plan? {
    var term = term
    var isNegated = false
    while case .call("not", _, let inner) = term.kind, inner.count == 1 {
      term = inner[0]
      isNegated.toggle()
    }
    guard case .subquery(let query, let parts) = term.kind,
      !parts.contains(where: \.hasSubquery)
    else { return nil }
    let operands = Array(parts.prefix(query.operands))
    let arguments = Array(parts.dropFirst(query.operands))
    switch query.kind {
    case .exists where query.plan.isCorrelated:
      return try matching(
        input, query.plan, operands: [], arguments: arguments, kind: isNegated ? .anti : .semi)
    case .member where !isNegated:
      return try matching(
        input, query.plan, operands: operands, arguments: arguments, kind: .semi)
    default: return nil
    }
  }

  /// The rows of `input` joined with those rows of `plan` that it yields for their arguments and
  /// that equal their operands.
  static func matching(
    _ input: Plan, _ plan: Plan, operands: [BoundExpression], arguments: [BoundExpression],
    kind: PlanJoin.Kind
  ) throws -> Plan {
    let width = input.fields.count
    if let core = FilteredCore(plan, keepsDuplicates: false) {
      // The conditions of the query are those of the join.
      func joined(_ expression: BoundExpression) -> BoundExpression {
        expression.substituting {
          BoundExpression(
            .column($0 + width), type: core.plan.fields[$0].type, range: expression.range)
        } arguments: {
          arguments[$0]
        }
      }
      let equalities = try zip(operands, core.outputs).map { operand, output in
        try BoundExpression.call("=", [operand, joined(output)], at: operand.range)
      }
      let conditions = core.conditions.map(joined)
      let split = JoinCondition(equalities + conditions, leftWidth: width)
      return PlanJoin(
        kind: kind, left: input, right: core.plan, keys: split.keys, residual: split.residual
      ).plan
    }
    let domain = ArgumentDomain(of: input, arguments)
    let all = try dependent(domain.plan, plan)
    let keys = zip(operands, all.fields.indices).map { operand, position in
      PlanJoin.Key(
        left: operand,
        right: BoundExpression(.column(position), type: operand.type, range: operand.range))
    }
    return PlanJoin(
      kind: kind, left: domain.input, right: all,
      keys: keys + domain.keys(at: plan.fields.count)
    ).plan
  }

  /// The query whose row says whether the operands are a row of `plan`, as IN answers it, NULLs
  /// included. The operands become arguments.
  static func countingMatches(
    _ plan: Plan, _ operands: [BoundExpression], _ arguments: [BoundExpression],
    at range: SourceRange
  ) throws -> (plan: Plan, arguments: [BoundExpression]) {
    let equalities = try operands.enumerated().map { index, operand in
      try BoundExpression.call(
        "=",
        [
          BoundExpression(.outer(arguments.count + index), type: operand.type, range: range),
          BoundExpression(.column(index), type: plan.fields[index].type, range: range),
        ], at: range)
    }
    guard let condition = BoundExpression.conjunction(equalities) else {
      throw BindingProblem.subqueryColumns(plan.fields.count, wanted: 1).diagnostic(at: range)
    }
    return (
      try MatchCount.plan(condition, plan, deciding: true, at: range), arguments + operands
    )
  }
}
