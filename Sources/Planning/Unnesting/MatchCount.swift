import Columns
import Language

/// Three-valued answers about all rows of a query, from counts of the answers of its rows.
enum MatchCount {
  /// A plan of one row: `deciding` where `condition` is that in a row of `plan`, otherwise NULL where
  /// it is NULL in one, otherwise the opposite of `deciding`.
  static func plan(
    _ condition: BoundExpression, _ plan: Plan, deciding: Bool, at range: SourceRange
  ) throws -> Plan {
    let decided = deciding ? condition : try .call("not", [condition], at: range)
    let open = try BoundExpression.call("is null", [condition], at: range)
    let fields = [Field(name: "", type: .bigint), Field(name: "", type: .bigint)]
    let counts = Plan(
      .aggregate(
        plan, keys: [],
        aggregates: [
          try count(decided, at: range), try count(open, at: range),
        ]), fields: fields)
    func answer(_ value: Value) -> BoundExpression {
      BoundExpression(.constant(value), type: .boolean, range: range)
    }
    let choice = BoundExpression(
      .choose(
        [
          BoundExpression.Branch(
            condition: try isPositive(0, at: range), result: answer(.boolean(deciding))),
          BoundExpression.Branch(
            condition: try isPositive(1, at: range), result: answer(.null)),
        ], otherwise: answer(.boolean(!deciding))), type: .boolean, range: range)
    return Plan(.project(counts, [choice]), fields: [Field(name: "", type: .boolean)])
  }

  /// One row that says whether `plan` has any.
  static func existence(_ plan: Plan, at range: SourceRange) throws -> Plan {
    let first = Plan(.limit(plan, count: 1, offset: 0), fields: plan.fields)
    let counted = Plan(
      .aggregate(first, keys: [], aggregates: [try count(nil, at: range)]),
      fields: [Field(name: "", type: .bigint)])
    return Plan(
      .project(counted, [try isPositive(0, at: range)]),
      fields: [Field(name: "", type: .boolean)])
  }

  /// `count(*)` over the rows where `filter`, if given, is true.
  static func count(
    _ filter: BoundExpression?, at range: SourceRange
  ) throws -> BoundAggregate {
    try .call("count", [], filter: filter, at: range)
  }

  private static func isPositive(
    _ position: Int, at range: SourceRange
  ) throws -> BoundExpression {
    try .call(
      ">",
      [
        BoundExpression(.column(position), type: .bigint, range: range),
        BoundExpression(.constant(.integer(0)), type: .bigint, range: range),
      ], at: range)
  }
}

extension BoundExpression {
  /// A call whose arguments have the types that an overload asks for, no casts needed.
  ///
  /// - Throws: a ``Diagnostic`` where there is none.
  static func call(
    _ name: String, _ arguments: [BoundExpression], at range: SourceRange
  ) throws -> BoundExpression {
    guard let function = FunctionTable.scalar(named: name),
      let overload = function.resolve(arguments.map(\.type)),
      overload.argumentTypes == arguments.map(\.type)
    else {
      throw BindingProblem.wrongArguments(
        function: name, signature: "", types: arguments.map(\.type)
      ).diagnostic(at: range)
    }
    return BoundExpression(
      .call(function.name, overload, arguments), type: overload.resultType, range: range)
  }
}
