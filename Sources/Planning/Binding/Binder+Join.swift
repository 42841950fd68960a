import Columns
import Language

extension Binder {
  /// A join of two tables as it was written.
  func bind(_ join: Join) throws -> BoundTable {
    if join.isAsOf { return try bindAsOf(join) }
    return try joined(
      try bind(join.left), join.right, kind: join.kind, condition: join.condition,
      at: join.keywordRange)
  }

  /// `left` joined with what `reference` means, which may depend on the rows of `left`.
  func joined(
    _ left: BoundTable, _ reference: TableReference, kind: Join.Kind, condition: Join.Condition,
    at range: SourceRange
  ) throws -> BoundTable {
    let (right, arguments) = try dependent(
      on: ExpressionContext(scope: left.scope, clause: "FROM")
    ) { try bind(reference) }
    let known = Set(left.scope.tables.map { $0.lowercased() })
    if let twice = right.scope.tables.first(where: { known.contains($0.lowercased()) }) {
      throw BindingProblem.duplicateTableName(twice).diagnostic(at: range)
    }
    let names = Self.sharedNames(condition, left.scope, right.scope, at: range)
    var terms: [BoundExpression] = []
    if case .on(let expression) = condition {
      var context = ExpressionContext(scope: left.scope.joined(with: right.scope), clause: "ON")
      terms = try boolean(try bind(expression, &context), clause: "ON").conjuncts
    }
    terms += try names.map { try comparison("=", $0, left.scope, right.scope) }
    let split = JoinCondition(terms, leftWidth: left.plan.fields.count)
    if !arguments.isEmpty {
      guard kind == .inner || kind == .cross || kind == .left else {
        throw BindingProblem.dependentJoin(kind.rawValue).diagnostic(at: range)
      }
      let plan = try Unnesting.join(
        left.plan, right.plan, arguments: arguments, kind: kind == .left ? .left : .inner, split)
      return merged(left, right, plan, names, kind)
    }
    return merged(left, right, plan(left.plan, right.plan, kind, split), names, kind)
  }

  /// The plan of a join; its columns are those of both sides, or of the left one alone.
  private func plan(
    _ left: Plan, _ right: Plan, _ kind: Join.Kind, _ condition: JoinCondition
  ) -> Plan {
    func join(_ kind: PlanJoin.Kind) -> Plan {
      PlanJoin(
        kind: kind, left: left, right: right, keys: condition.keys, residual: condition.residual
      ).plan
    }
    switch kind {
    case .inner, .cross: return join(.inner)
    case .left: return join(.left)
    case .semi: return join(.semi)
    case .anti: return join(.anti)
    case .right:
      // The sides change places, and back.
      let swapped = condition.swapped(left.fields.count, right.fields.count)
      let plan = PlanJoin(
        kind: .left, left: right, right: left, keys: swapped.keys, residual: swapped.residual
      ).plan
      let width = right.fields.count
      return plan.keeping(
        Array(width..<plan.fields.count) + Array(0..<width))
    case .full:
      return full(left, right, condition)
    }
  }

  /// A FULL join: a LEFT join, and the rows of the right side that it leaves out.
  private func full(_ left: Plan, _ right: Plan, _ condition: JoinCondition) -> Plan {
    let left = Plan(.shared(SharedPlan(name: "left side", plan: left)), fields: left.fields)
    let right = Plan(.shared(SharedPlan(name: "right side", plan: right)), fields: right.fields)
    let matched = PlanJoin(
      kind: .left, left: left, right: right, keys: condition.keys, residual: condition.residual
    ).plan
    let swapped = condition.swapped(left.fields.count, right.fields.count)
    let alone = PlanJoin(
      kind: .anti, left: right, right: left, keys: swapped.keys, residual: swapped.residual
    ).plan
    let range = SourceRange(at: 0)
    let nulls = left.fields.map {
      BoundExpression(.constant(.null), type: $0.type, range: range)
    }
    let columns = right.fields.enumerated().map { position, field in
      BoundExpression(.column(position), type: field.type, range: range)
    }
    return Plan(
      .union([matched, Plan(.project(alone, nulls + columns), fields: matched.fields)]),
      fields: matched.fields)
  }

  // MARK: USING and NATURAL

  static func sharedNames(
    _ condition: Join.Condition, _ left: Scope, _ right: Scope, at range: SourceRange
  ) -> [Identifier] {
    switch condition {
    case .none, .on: return []
    case .using(let names): return names
    case .natural:
      return left.columns.filter { column in
        column.isVisible
          && right.columns.contains {
            $0.isVisible && $0.name.lowercased() == column.name.lowercased()
          }
      }.map { Identifier($0.name, range: range) }
    }
  }

  func comparison(
    _ symbol: String, _ name: Identifier, _ left: Scope, _ right: Scope
  ) throws -> BoundExpression {
    let qualified = QualifiedName([name], range: name.range)
    let leftPosition = try left.resolve(qualified)
    let rightPosition = try right.resolve(qualified)
    let a = left.columns[leftPosition].type
    let b = right.columns[rightPosition].type
    guard let type = TypeRules.commonType(a, b) else {
      throw BindingProblem.wrongTypes(operator: "USING", a, b).diagnostic(at: name.range)
    }
    return try call(
      symbol,
      [
        try cast(BoundExpression(.column(leftPosition), type: a, range: name.range), to: type),
        try cast(
          BoundExpression(
            .column(left.columns.count + rightPosition), type: b, range: name.range), to: type),
      ], at: name.range)
  }

  /// The names under which the columns of a join are known. Columns that USING names are seen once:
  /// the left one's value or, of a RIGHT or FULL join, whichever side has one.
  func merged(
    _ left: BoundTable, _ right: BoundTable, _ plan: Plan, _ names: [Identifier], _ kind: Join.Kind
  ) -> BoundTable {
    if kind == .semi || kind == .anti { return BoundTable(plan: plan, scope: left.scope) }
    var scope = left.scope.joined(with: right.scope)
    let width = left.scope.columns.count
    var columns = plan.fields.enumerated().map { position, field in
      BoundExpression(.column(position), type: field.type, range: SourceRange(at: 0))
    }
    for name in names {
      let qualified = QualifiedName([name], range: name.range)
      guard let leftPosition = try? left.scope.resolve(qualified),
        let rightPosition = try? right.scope.resolve(qualified)
      else { continue }
      scope.columns[width + rightPosition].isVisible = false
      guard kind == .right || kind == .full,
        let value = try? call(
          "coalesce", [columns[leftPosition], columns[width + rightPosition]], at: name.range)
      else { continue }
      // The merged value takes the left column's place, which moves behind all others.
      columns.append(columns[leftPosition])
      columns[leftPosition] = value
      var hidden = scope.columns[leftPosition]
      hidden.isVisible = false
      scope.columns.append(hidden)
      scope.columns[leftPosition] = Scope.Column(
        table: nil, name: hidden.name, type: value.type)
    }
    if columns.count == plan.fields.count { return BoundTable(plan: plan, scope: scope) }
    let fields = scope.columns.map { Field(name: $0.name, type: $0.type) }
    return BoundTable(plan: Plan(.project(plan, columns), fields: fields), scope: scope)
  }
}

extension JoinCondition {
  /// The same condition with the sides in each other's place.
  ///
  /// - Parameters: the columns of the sides as they are now.
  func swapped(_ leftWidth: Int, _ rightWidth: Int) -> JoinCondition {
    var result = self
    result.keys = keys.map {
      PlanJoin.Key(left: $0.right, right: $0.left, matchesNull: $0.matchesNull)
    }
    result.residual = residual?.remapped {
      $0 < leftWidth ? $0 + rightWidth : $0 - leftWidth
    }
    return result
  }
}
