import Columns
import Language

/// Makes joins of the queries that stand inside expressions.
///
///     Unnesting.swift            which operators hold subqueries, and what each kind becomes
///     Unnesting+Filter.swift     EXISTS and IN as conditions: semi-joins and anti-joins
///     Unnesting+Scalar.swift     correlated queries that stand for a value
///     Unnesting+Dependent.swift  a query of each row's arguments as one query of all arguments
///
/// No query is run once a row. A query without arguments is run once; one with arguments becomes a
/// join with the rows that it yields for all arguments together. The method is that of
/// Neumann and Kemper, "Unnesting Arbitrary Queries" (BTW 2015).
enum Unnesting {
  /// The plan without subqueries in the expressions of its operators.
  ///
  /// Plans of subqueries and of shared tables are taken to be free of them already, since each was
  /// bound, and so unnested, by itself.
  static func unnested(_ plan: Plan) throws -> Plan {
    let plan = plan.replacingInputs(try plan.inputs.map(unnested))
    guard plan.expressions.contains(where: \.hasSubquery) else { return plan }
    switch plan.node {
    case .filter(let input, let predicate):
      return try filter(input, predicate)
    case .join(let join):
      return try self.join(join)
    case .values:
      return try plan.mapExpressions { expression in
        try expression.replacing { part in
          guard case .subquery(let query, let arguments) = part.kind else { return nil }
          return try constant(query, arguments, part)
        }
      }
    default:
      guard var input = plan.inputs.first, plan.inputs.count == 1 else { return plan }
      let width = input.fields.count
      let rewritten = try plan.expressions.map { try replaced($0, &input) }
      let added = input.fields.count - width
      // Operators that hand on their input's columns hand on the added ones too.
      let passes = plan.passesInput
      let fields =
        passes
        ? input.fields + plan.fields.dropFirst(width) : plan.fields
      let wider = Plan(plan.replacingInputs([input]).node, fields: fields)
        .replacingExpressions(rewritten)
      if !passes || added == 0 { return wider }
      return wider.keeping(
        Array(0..<width) + Array((width + added)..<fields.count))
    }
  }

  /// The expression with a column of `input`, which grows by joins, in place of each subquery.
  static func replaced(
    _ expression: BoundExpression, _ input: inout Plan
  ) throws -> BoundExpression {
    guard expression.hasSubquery else { return expression }
    let children = try expression.children.map { try replaced($0, &input) }
    let inner = expression.replacingChildren(children)
    guard case .subquery(let query, let parts) = inner.kind else { return inner }
    let operands = Array(parts.prefix(query.operands))
    let arguments = Array(parts.dropFirst(query.operands))
    switch query.kind {
    case .scalar:
      if !query.plan.isCorrelated { return scalar(query.plan, inner) }
      return try correlatedValue(query.plan, arguments, &input, at: inner.range)
    case .exists:
      if !query.plan.isCorrelated {
        return scalar(try MatchCount.existence(query.plan, at: inner.range), inner)
      }
      let mark = try matching(
        input, query.plan, operands: [], arguments: arguments, kind: .mark)
      input = mark
      return BoundExpression(
        .column(mark.fields.count - 1), type: .boolean, range: inner.range)
    case .member:
      if !query.plan.isCorrelated && operands.count == 1 {
        let keys = [
          PlanJoin.Key(
            left: operands[0],
            right: BoundExpression(
              .column(0), type: query.plan.fields[0].type, range: inner.range))
        ]
        input =
          PlanJoin(
            kind: .mark, left: input, right: query.plan, keys: keys, lastKey: .membership
          ).plan
        return BoundExpression(
          .column(input.fields.count - 1), type: .boolean, range: inner.range)
      }
      let counted = try countingMatches(query.plan, operands, arguments, at: inner.range)
      return try correlatedValue(
        counted.plan, counted.arguments, &input, at: inner.range)
    }
  }

  /// A query without arguments as a value.
  private static func scalar(_ plan: Plan, _ expression: BoundExpression) -> BoundExpression {
    BoundExpression(
      .scalarQuery(SharedPlan(name: "subquery", plan: plan)), type: expression.type,
      range: expression.range)
  }

  /// A subquery where there are no rows around it to join with.
  private static func constant(
    _ query: BoundSubquery, _ parts: [BoundExpression], _ expression: BoundExpression
  ) throws -> BoundExpression {
    let arguments = Array(parts.dropFirst(query.operands))
    if query.kind == .scalar && arguments.isEmpty { return scalar(query.plan, expression) }
    if query.kind == .exists && arguments.isEmpty {
      return scalar(try MatchCount.existence(query.plan, at: expression.range), expression)
    }
    // One row without columns, joined with the query like any other.
    var row = Plan(.values([[]]), fields: [])
    let value = try replaced(expression, &row)
    let field = Field(name: "", type: value.type)
    return scalar(Plan(.project(row, [value]), fields: [field]), expression)
  }

  /// A join whose condition holds subqueries: they go to the side that they speak of.
  private static func join(_ join: PlanJoin) throws -> Plan {
    let width = join.left.fields.count
    let rightWidth = join.right.fields.count
    guard let residual = join.residual else {
      // Keys are expressions of one side each.
      var left = join.left
      var right = join.right
      let keys = try join.keys.map {
        PlanJoin.Key(
          left: try replaced($0.left, &left), right: try replaced($0.right, &right),
          matchesNull: $0.matchesNull)
      }
      return restored(
        PlanJoin(
          kind: join.kind, left: left, right: right, keys: keys, lastKey: join.lastKey),
        leftWidth: width, rightWidth: rightWidth)
    }
    if join.kind == .inner {
      let crossed = PlanJoin(kind: .inner, left: join.left, right: join.right, keys: join.keys)
      return try filter(try self.join(crossed), residual)
    }
    // First what speaks of the left side alone, so that its width is known to the others.
    var left = join.left
    var right = join.right
    let terms = residual.conjuncts
    let onLeft = try terms.map { term -> BoundExpression? in
      guard term.hasSubquery, term.columns.allSatisfy({ $0 < width }) else { return nil }
      return try replaced(term, &left)
    }
    let added = left.fields.count - width
    let settled = try zip(terms, onLeft).map { term, done -> BoundExpression in
      if let done { return done }
      if !term.hasSubquery { return term.remapped { $0 < width ? $0 : $0 + added } }
      guard term.columns.allSatisfy({ $0 >= width }) else {
        throw BindingProblem.subqueryOfBothSides.diagnostic(at: term.range)
      }
      return try replaced(term.remapped { $0 - width }, &right).remapped { $0 + width + added }
    }
    let result = PlanJoin(
      kind: join.kind, left: left, right: right, keys: join.keys,
      residual: BoundExpression.conjunction(settled))
    return restored(result, leftWidth: width, rightWidth: rightWidth)
  }

  /// The columns that a join had before its sides gained others.
  private static func restored(_ join: PlanJoin, leftWidth: Int, rightWidth: Int) -> Plan {
    let left = Array(0..<leftWidth)
    let width = join.left.fields.count
    switch join.kind {
    case .semi, .anti: return join.plan.keeping(left)
    case .mark: return join.plan.keeping(left + [width])
    case .inner, .left, .single, .asOf, .asOfLeft:
      return join.plan.keeping(left + Array(width..<width + rightWidth))
    }
  }
}

extension Plan {
  /// Whether the operator hands on all columns of its only input, before those it adds.
  fileprivate var passesInput: Bool {
    switch node {
    case .sort, .limit, .filter, .window, .expand: true
    default: false
    }
  }

  /// Whether it reads arguments of the query around it.
  var isCorrelated: Bool {
    if expressions.contains(where: \.isCorrelated) { return true }
    if case .shared(let shared) = node { return shared.isCorrelated }
    return inputs.contains(where: \.isCorrelated)
  }
}

extension BoundExpression {
  /// Whether a query stands in it that is no join yet.
  var hasSubquery: Bool {
    contains { if case .subquery = $0.kind { true } else { false } }
  }

  /// Whether it reads an argument of the query around it.
  var isCorrelated: Bool {
    contains { if case .outer = $0.kind { true } else { false } }
  }

  /// The same expression with other expressions in place of columns and of arguments.
  func substituting(
    columns: (Int) -> BoundExpression, arguments: (Int) -> BoundExpression
  ) -> BoundExpression {
    replacing { part in
      switch part.kind {
      case .column(let position): columns(position)
      case .outer(let number): arguments(number)
      default: nil
      }
    }
  }
}
