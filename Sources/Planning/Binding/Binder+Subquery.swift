import Columns
import Language

/// A place where a query stands inside another: what it can name of the rows around it.
final class EnclosingScope {
  let context: ExpressionContext
  /// What the inner query reads of the outer one, over the columns of the outer one: argument `i` is
  /// ``BoundExpression/Kind/outer`` `i` inside.
  var arguments: [BoundExpression] = []

  init(_ context: ExpressionContext) { self.context = context }

  /// The argument for `value`, as the inner query reads it.
  func argument(_ value: BoundExpression) -> BoundExpression {
    let number: Int
    if let known = arguments.firstIndex(where: { $0.isSame(as: value) }) {
      number = known
    } else {
      number = arguments.count
      arguments.append(value)
    }
    return BoundExpression(.outer(number), type: value.type, range: value.range)
  }
}

extension Binder {
  /// Binds something that may depend on the rows of `context`, and says what it reads of them.
  func dependent<Result>(
    on context: ExpressionContext, _ body: () throws -> Result
  ) throws -> (Result, arguments: [BoundExpression]) {
    let scope = EnclosingScope(context)
    enclosing.append(scope)
    defer { enclosing.removeLast() }
    return (try body(), scope.arguments)
  }

  /// The column that `name` means in one of the queries around this one, the innermost first; nil
  /// where none has it.
  func outerColumn(_ name: QualifiedName) throws -> BoundExpression? {
    try outerColumn(name, depth: enclosing.count - 1)
  }

  private func outerColumn(_ name: QualifiedName, depth: Int) throws -> BoundExpression? {
    guard depth >= 0 else { return nil }
    let scope = enclosing[depth].context.scope
    if let position = try scope.find(name) {
      let column = BoundExpression(
        .column(position), type: scope.columns[position].type, range: name.range)
      return enclosing[depth].argument(column)
    }
    return try outerColumn(name, depth: depth - 1).map(enclosing[depth].argument)
  }

  // MARK: Queries in expressions

  /// `(SELECT …)` as a value.
  func bindScalar(
    _ query: Query, at range: SourceRange, _ context: ExpressionContext
  ) throws -> BoundExpression {
    let (plan, arguments) = try dependent(on: context) { try bind(query) }
    guard plan.fields.count == 1 else {
      throw BindingProblem.subqueryColumns(plan.fields.count, wanted: 1).diagnostic(at: range)
    }
    return BoundExpression(
      .subquery(BoundSubquery(.scalar, plan), arguments), type: plan.fields[0].type, range: range)
  }

  /// `EXISTS (SELECT …)`.
  func bindExists(
    _ query: Query, at range: SourceRange, _ context: ExpressionContext
  ) throws -> BoundExpression {
    let (plan, arguments) = try dependent(on: context) { try bind(query) }
    return BoundExpression(
      .subquery(BoundSubquery(.exists, plan), arguments), type: .boolean, range: range)
  }

  /// `value IN (SELECT …)`, the value one expression or a row of them.
  func bindMember(
    _ value: Expression, _ query: Query, _ isNegated: Bool, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let written: [Expression] = if case .tuple(let parts) = value.kind { parts } else { [value] }
    var operands = try written.map { try bind($0, &context) }
    var (plan, arguments) = try dependent(on: context) { try bind(query) }
    guard plan.fields.count == operands.count else {
      throw BindingProblem.subqueryColumns(plan.fields.count, wanted: operands.count)
        .diagnostic(at: query.range)
    }
    var fields: [Field] = []
    for index in operands.indices {
      let field = plan.fields[index]
      let type = try memberType(operands[index], field.type, at: range)
      operands[index] = try cast(operands[index], to: type)
      fields.append(Field(name: field.name, type: type))
    }
    plan = plan.converted(to: fields)
    let member = BoundExpression(
      .subquery(
        BoundSubquery(.member, plan, operands: operands.count), operands + arguments),
      type: .boolean, range: range)
    return isNegated ? try call("not", [member], at: range) : member
  }

  /// From so many values on, a list is looked up by hash and not compared one by one.
  private static let longList = 64

  /// `value IN (1, 2, 3 …)` with a long list of constants as a table that is looked up; nil for any
  /// other list.
  func longMembership(
    _ value: BoundExpression, _ items: [BoundExpression], at range: SourceRange
  ) throws -> BoundExpression? {
    guard items.count >= Self.longList, value.constant == nil, !value.hasAggregate,
      !value.hasWindow, items.allSatisfy({ $0.constant != nil })
    else { return nil }
    let column = try commonType(of: items, what: "this list")
    let type = try memberType(value, column, at: range)
    let plan = Plan(
      .values(try items.map { [try cast($0, to: type)] }), fields: [Field(name: "", type: type)])
    return BoundExpression(
      .subquery(BoundSubquery(.member, plan, operands: 1), [try cast(value, to: type)]),
      type: .boolean, range: range)
  }

  /// The type in which an operand of IN is compared with a column of the query.
  private func memberType(
    _ operand: BoundExpression, _ column: DataType, at range: SourceRange
  ) throws -> DataType {
    if let type = TypeRules.commonType(operand.type, column) { return type }
    // A text that was written in the statement is whatever the column is.
    if case .text? = operand.constant { return column }
    throw BindingProblem.wrongTypes(operator: "IN", operand.type, column).diagnostic(at: range)
  }

  /// `value < ANY (SELECT …)` and its kind.
  func bindQuantified(
    _ value: Expression, _ symbol: BinaryOperator, _ quantifier: Quantifier, _ other: Expression,
    at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    guard case .subquery(let query) = other.kind else {
      guard case .list(let items) = other.kind else {
        throw BindingProblem.quantifiedOperand.diagnostic(at: other.range)
      }
      let operand = try bind(value, &context)
      let terms = try items.map {
        try call(symbol.rawValue, [operand, try bind($0, &context)], at: range)
      }
      let kind: BoundExpression.Kind = quantifier == .any ? .or(terms) : .and(terms)
      return folded(BoundExpression(kind, type: .boolean, range: range))
    }
    switch (symbol, quantifier) {
    case (.equal, .any):
      return try bindMember(value, query, false, at: range, &context)
    case (.notEqual, .all):
      return try bindMember(value, query, true, at: range, &context)
    default: break
    }
    // How many rows answer the comparison with true, how many with false, how many with NULL.
    let operand = try bind(value, &context)
    let scope = EnclosingScope(context)
    enclosing.append(scope)
    defer { enclosing.removeLast() }
    let plan = try bind(query)
    guard plan.fields.count == 1 else {
      throw BindingProblem.subqueryColumns(plan.fields.count, wanted: 1).diagnostic(at: query.range)
    }
    let column = BoundExpression(.column(0), type: plan.fields[0].type, range: query.range)
    let comparison = try call(
      symbol.rawValue, [scope.argument(operand).moved(to: operand.range), column], at: range)
    let counted = try MatchCount.plan(comparison, plan, deciding: quantifier == .any, at: range)
    return BoundExpression(
      .subquery(BoundSubquery(.scalar, counted), scope.arguments), type: .boolean, range: range)
  }
}
