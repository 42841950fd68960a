import Columns
import Language

extension Unnesting {
  /// The only value of `plan` for the arguments of each row of `input`, which gains the columns that
  /// it is made of.
  static func correlatedValue(
    _ plan: Plan, _ arguments: [BoundExpression], _ input: inout Plan, at range: SourceRange
  ) throws -> BoundExpression {
    // What is computed from a total is computed after the join, where a total of no rows is known
    // for what it is: a count of 0.
    var value = BoundExpression(.column(0), type: plan.fields[0].type, range: range)
    var core = plan
    while case .project(let below, let expressions) = core.node {
      value = value.replacingColumns { expressions[$0] }
      core = below
    }
    guard case .aggregate(let below, let keys, let aggregates) = core.node, keys.isEmpty else {
      let domain = ArgumentDomain(of: input, arguments)
      let width = domain.input.fields.count
      input =
        PlanJoin(
          kind: .single, left: domain.input, right: try dependent(domain.plan, plan),
          keys: domain.keys(at: plan.fields.count)
        ).plan
      return BoundExpression(.column(width), type: plan.fields[0].type, range: range)
    }
    let width = input.fields.count
    let totals: Plan
    let joinKeys: [PlanJoin.Key]
    if let grouped = groupedByEqualities(below, aggregates, arguments) {
      totals = grouped.plan
      joinKeys = grouped.keys
    } else {
      let domain = ArgumentDomain(of: input, arguments)
      input = domain.input
      let all = try dependent(domain.plan, below)
      let start = below.fields.count
      let keys = arguments.indices.map { index in
        BoundExpression(
          .column(start + index), type: arguments[index].type, range: arguments[index].range)
      }
      let inner = aggregates.map { call in
        call.expression.substituting {
          BoundExpression(.column($0), type: all.fields[$0].type, range: call.range)
        } arguments: {
          keys[$0]
        }
      }.compactMap(\.aggregate)
      totals = Plan(
        .aggregate(all, keys: keys, aggregates: inner),
        fields: domain.plan.fields + core.fields)
      joinKeys = domain.keys(at: 0)
    }
    let first = width + totals.fields.count - aggregates.count
    input = PlanJoin(kind: .left, left: input, right: totals, keys: joinKeys).plan
    return value.substituting { position in
      let column = BoundExpression(
        .column(first + position), type: aggregates[position].type, range: range)
      return aggregates[position].countsNothingAsZero ? column.orZero : column
    } arguments: {
      arguments[$0]
    }
  }

  /// The aggregates grouped by what the arguments are compared with, where equalities are all that
  /// depends on them: then no row of the outer query is needed to compute them.
  private static func groupedByEqualities(
    _ input: Plan, _ aggregates: [BoundAggregate], _ arguments: [BoundExpression]
  ) -> (plan: Plan, keys: [PlanJoin.Key])? {
    guard let core = FilteredCore(input, keepsDuplicates: true),
      !aggregates.contains(where: { $0.expression.isCorrelated })
    else { return nil }
    var keys: [PlanJoin.Key] = []
    var rest: [BoundExpression] = []
    for condition in core.conditions {
      if !condition.isCorrelated {
        rest.append(condition)
        continue
      }
      guard case .call("=", _, let sides) = condition.kind, sides.count == 2,
        sides[0].type == sides[1].type
      else { return nil }
      let isFirstOuter = sides[0].isCorrelated
      let outer = isFirstOuter ? sides[0] : sides[1]
      let inner = isFirstOuter ? sides[1] : sides[0]
      guard outer.columns.isEmpty, !inner.isCorrelated, !inner.columns.isEmpty else { return nil }
      keys.append(
        PlanJoin.Key(
          left: outer.substituting {
            BoundExpression(.column($0), type: outer.type, range: outer.range)
          } arguments: {
            arguments[$0]
          }, right: inner))
    }
    if keys.isEmpty { return nil }
    var rows = core.plan
    if let condition = BoundExpression.conjunction(rest) {
      rows = Plan(.filter(rows, condition), fields: rows.fields)
    }
    let moved = aggregates.compactMap { call in
      call.expression.replacingColumns { core.outputs[$0] }.aggregate
    }
    let fields =
      keys.map { Field(name: "", type: $0.right.type) }
      + aggregates.map { Field(name: $0.function.name, type: $0.type) }
    let grouped = Plan(
      .aggregate(rows, keys: keys.map(\.right), aggregates: moved), fields: fields)
    let joined = keys.enumerated().map { index, key in
      PlanJoin.Key(
        left: key.left,
        right: BoundExpression(.column(index), type: key.right.type, range: key.right.range))
    }
    return (grouped, joined)
  }
}

extension BoundAggregate {
  /// Whether its result over no rows is 0 and not NULL.
  var countsNothingAsZero: Bool { function.traits.contains(.zeroOverNothing) }
}

extension BoundExpression {
  /// The value, or 0 where it is NULL.
  var orZero: BoundExpression {
    guard let overload = FunctionTable.scalar(named: "is not null")?.resolve([type]) else {
      return self
    }
    let isThere = BoundExpression(
      .call("is not null", overload, [self]), type: .boolean, range: range)
    return BoundExpression(
      .choose(
        [Branch(condition: isThere, result: self)],
        otherwise: BoundExpression(
          .constant(type.isFloating ? .double(0) : .integer(0)), type: type, range: range)),
      type: type, range: range)
  }
}
