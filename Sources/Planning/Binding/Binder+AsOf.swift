import Columns
import Language

extension Binder {
  /// `a ASOF JOIN b ON a.k = b.k AND a.t >= b.t`: each row of `a` with the one row of `b` that is
  /// nearest on the named side.
  func bindAsOf(_ join: Join) throws -> BoundTable {
    guard join.kind == .inner || join.kind == .left else {
      throw BindingProblem.notBuilt("ASOF \(join.kind.rawValue) JOIN")
        .diagnostic(at: join.keywordRange)
    }
    let left = try bind(join.left)
    let right = try bind(join.right)
    let names = Self.sharedNames(join.condition, left.scope, right.scope, at: join.keywordRange)
    var terms: [BoundExpression] = []
    if case .on(let expression) = join.condition {
      var context = ExpressionContext(scope: left.scope.joined(with: right.scope), clause: "ON")
      terms = try boolean(try bind(expression, &context), clause: "ON").conjuncts
    }
    // The last name that USING lists is the one that is compared by order.
    for (index, name) in names.enumerated() {
      let symbol = index == names.count - 1 ? ">=" : "="
      terms.append(try comparison(symbol, name, left.scope, right.scope))
    }
    let width = left.plan.fields.count
    var nearest: [(key: PlanJoin.Key, symbol: BinaryOperator)] = []
    let equalities = terms.filter { term in
      guard let found = Self.ordering(term, leftWidth: width) else { return true }
      nearest.append(found)
      return false
    }
    let split = JoinCondition(equalities, leftWidth: width)
    guard nearest.count == 1, split.residual == nil, let (key, symbol) = nearest.first else {
      throw BindingProblem.asOfCondition.diagnostic(at: join.keywordRange)
    }
    guard key.left.type != .varchar && key.left.type != .boolean && key.left.type != .interval
    else { throw BindingProblem.asOfCondition.diagnostic(at: key.left.range) }
    let plan = PlanJoin(
      kind: join.kind == .left ? .asOfLeft : .asOf, left: left.plan, right: right.plan,
      keys: split.keys + [key], lastKey: .nearest(symbol)
    ).plan
    return merged(left, right, plan, names, .inner)
  }

  /// The sides of a comparison by order between the tables, and how the left table's compares.
  private static func ordering(
    _ term: BoundExpression, leftWidth: Int
  ) -> (key: PlanJoin.Key, symbol: BinaryOperator)? {
    let opposite: [BinaryOperator: BinaryOperator] = [
      .less: .greater, .lessOrEqual: .greaterOrEqual, .greater: .less,
      .greaterOrEqual: .lessOrEqual,
    ]
    guard case .call(let name, _, let sides) = term.kind, sides.count == 2,
      let symbol = BinaryOperator(rawValue: name), let turned = opposite[symbol],
      sides[0].type == sides[1].type, !sides[0].columns.isEmpty, !sides[1].columns.isEmpty
    else { return nil }
    func isLeft(_ side: BoundExpression) -> Bool { side.columns.allSatisfy { $0 < leftWidth } }
    func isRight(_ side: BoundExpression) -> Bool { side.columns.allSatisfy { $0 >= leftWidth } }
    if isLeft(sides[0]) && isRight(sides[1]) {
      return (
        PlanJoin.Key(left: sides[0], right: sides[1].remapped { $0 - leftWidth }), symbol
      )
    }
    if isRight(sides[0]) && isLeft(sides[1]) {
      return (
        PlanJoin.Key(left: sides[1], right: sides[0].remapped { $0 - leftWidth }), turned
      )
    }
    return nil
  }
}
