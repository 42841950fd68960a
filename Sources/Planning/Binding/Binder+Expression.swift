import Columns
import Language

extension Binder {
  /// The expression with its names resolved and its types settled.
  func bind(
    _ expression: Expression, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let range = expression.range
    switch expression.kind {
    case .literal(let literal):
      return try bind(literal, at: range)
    case .typedLiteral(let type, let text):
      return try cast(
        BoundExpression(.constant(.text(text)), type: .varchar, range: range), toTypeNamed: type,
        at: range)
    case .interval(let value, let unit):
      return try bind(intervalOf: value, unit, at: range, &context)
    case .column(let name):
      return try bind(name, &context)
    case .unary(let symbol, let operand):
      return try bind(symbol, operand, at: range, &context)
    case .binary(let symbol, let left, let right):
      if let rows = try bindRows(symbol, left, right, at: range, &context) { return rows }
      if let collation = Self.collation(of: left, right, under: symbol) {
        return try bind(symbol, left, right, collation: collation, at: range, &context)
      }
      let operands = [try bind(left, &context), try bind(right, &context)]
      let dividesWhole =
        symbol == .divide && state.settings.dividesWhole
        && operands.allSatisfy { $0.type == .bigint || $0.type == .hugeint }
      let name = dividesWhole ? BinaryOperator.integerDivide.rawValue : symbol.rawValue
      return try call(name, operands, at: range)
    case .and(let terms):
      // Measures are compared in the rows that the other conditions leave, wherever they stand:
      // `q > '5 kg' AND dimension_of(q) = 'mass'`.
      let asWritten = try terms.map { try boolean(try bind($0, &context), clause: "AND") }
      let bound =
        asWritten.filter { !$0.comparesMeasures } + asWritten.filter(\.comparesMeasures)
      return folded(BoundExpression(.and(bound), type: .boolean, range: range))
    case .or(let terms):
      let bound = try terms.map { try boolean(try bind($0, &context), clause: "OR") }
      return folded(BoundExpression(.or(bound), type: .boolean, range: range))
    case .is(let operand, let truth, let isNegated):
      return try bind(operand, is: truth, isNegated, at: range, &context)
    case .isDistinctFrom(let left, let right, let isNegated):
      let name = isNegated ? "is not distinct from" : "is distinct from"
      return try call(name, [try bind(left, &context), try bind(right, &context)], at: range)
    case .between(let between):
      return try bind(between, at: range, &context)
    case .match(let match):
      return try bind(match, at: range, &context)
    case .inList(let value, let list, let isNegated):
      return try bind(value, in: list, isNegated, at: range, &context)
    case .case(let choice):
      return try bind(choice, at: range, &context)
    case .cast(let inner, let type, let isTry):
      return try cast(try bind(inner, &context), toTypeNamed: type, isTry: isTry, at: range)
    case .call(let call):
      return try bind(call, at: range, &context)
    case .element(let value, let place):
      let text = try textOnly(try bind(value, &context), range)
      return try call("array_extract", [text, try bind(place, &context)], at: range)
    case .slice(let value, let first, let last):
      let text = try textOnly(try bind(value, &context), range)
      let from = try first.map { try bind($0, &context) } ?? Self.whole(1, at: range)
      let to = try last.map { try bind($0, &context) } ?? Self.whole(-1, at: range)
      return try call("array_slice", [text, from, to], at: range)
    case .collate(let value, let name):
      return try bind(value, collation: name, &context)
    case .star:
      throw BindingProblem.starNotAllowed(hasFrom: true).diagnostic(at: range)
    case .subquery(let query):
      return try bindScalar(query, at: range, context)
    case .exists(let query):
      return try bindExists(query, at: range, context)
    case .inQuery(let value, let query, let isNegated):
      return try bindMember(value, query, isNegated, at: range, &context)
    case .quantified(let value, let symbol, let quantifier, let other):
      return try bindQuantified(value, symbol, quantifier, other, at: range, &context)
    case .parameter(let parameter):
      return try value(of: parameter, at: range)
    case .defaultValue:
      throw TableProblem.misplacedDefault.diagnostic(at: range)
    default:
      throw BindingProblem.notBuilt(Self.name(of: expression.kind)).diagnostic(at: range)
    }
  }

  private func bind(_ literal: Literal, at range: SourceRange) throws -> BoundExpression {
    guard let (value, type) = Literals.value(of: literal) else {
      if case .float(let digits) = literal {
        throw BindingProblem.value(.outOfRange(value: digits, type: .double)).diagnostic(at: range)
      }
      throw BindingProblem.value(
        .badArgument(
          "an exact number has at most \(DataType.maximumPrecision) digits; with an exponent it is a DOUBLE"
        )
      ).diagnostic(at: range)
    }
    return BoundExpression(.constant(value), type: type, range: range)
  }

  private func bind(
    _ name: QualifiedName, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    do {
      let position = try context.scope.resolve(name)
      if let grouped = context.groupedColumns, !grouped.contains(position),
        context.enclosingAggregate == nil, name.parts.count == 1,
        let result = context.aliases[name.parts[0].folded]
      {
        return result.moved(to: name.range)
      }
      return BoundExpression(
        .column(position), type: context.scope.columns[position].type, range: name.range)
    } catch {
      let folded = name.parts.count == 1 ? name.parts[0].folded : ""
      if let known = context.aliases[folded] { return known.moved(to: name.range) }
      guard let pending = context.pendingAliases.removeValue(forKey: folded) else {
        if let outer = try outerColumn(name) { return outer }
        if name.parts.count == 1, !name.parts[0].isQuoted,
          FunctionTable.calledWithoutParentheses.contains(folded)
        {
          return try call(folded, [], at: name.range)
        }
        throw name.parts.count == 1 ? suggestingText(error, name, context) : error
      }
      // An alias that names itself finds no alias the second time.
      defer { context.pendingAliases[folded] = pending }
      do {
        return try bind(pending, &context).moved(to: name.range)
      } catch var problem as Diagnostic {
        problem.labels.append(Diagnostic.Label(name.range, "which is used here"))
        throw problem
      }
    }
  }

  /// Text in double quotes is a column's name, which no column may have.
  private func suggestingText(
    _ problem: Diagnostic, _ name: QualifiedName, _ context: ExpressionContext
  ) -> Diagnostic {
    guard name.parts[0].isQuoted, problem.fix == nil else { return problem }
    var result = problem
    result.help.insert("text stands in single quotes; double quotes are for names", at: 0)
    result.fix = Diagnostic.Fix(
      name.range,
      "'"
        + name.parts[0].name.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'")
    return result
  }

  private func bind(
    _ symbol: UnaryOperator, _ operand: Expression, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let inner = try bind(operand, &context)
    switch symbol {
    case .not:
      return try call("not", [try boolean(inner, clause: "NOT")], at: range)
    case .minus:
      if case .literal(let literal) = operand.kind,
        let (value, type) = Literals.negated(literal)
      {
        return BoundExpression(.constant(value), type: type, range: range)
      }
      return try call("-", [inner], at: range)
    case .plus:
      guard inner.type.isNumeric || inner.type == .null || inner.type == .interval else {
        throw BindingProblem.wrongArguments(
          function: "+", signature: "+ number", types: [inner.type]
        ).diagnostic(at: range)
      }
      return inner.moved(to: range)
    case .bitwiseNot:
      return try call("~", [inner], at: range)
    case .absolute:
      return try call("@", [inner], at: range)
    }
  }

  private func bind(
    _ operand: Expression, is truth: Truth, _ isNegated: Bool, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    var inner = try bind(operand, &context)
    if truth == .true || truth == .false { inner = try boolean(inner, clause: "IS") }
    let name = "is \(isNegated ? "not " : "")\(truth.rawValue.lowercased())"
    return try call(name, [inner], at: range)
  }

  private func bind(
    _ between: Between, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let value = try bind(between.value, &context)
    let lower = try bind(between.lower, &context)
    let upper = try bind(between.upper, &context)
    func within(_ low: BoundExpression, _ high: BoundExpression) throws -> BoundExpression {
      folded(
        BoundExpression(
          .and([
            try call(">=", [value, low], at: range), try call("<=", [value, high], at: range),
          ]), type: .boolean, range: range))
    }
    var result = try within(lower, upper)
    if between.isSymmetric {
      result = folded(
        BoundExpression(.or([result, try within(upper, lower)]), type: .boolean, range: range))
    }
    return between.isNegated ? try call("not", [result], at: range) : result
  }

  private func bind(
    _ match: PatternMatch, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    if let escape = match.escape, match.operator != .like, match.operator != .ilike {
      throw BindingProblem.notBuilt("ESCAPE behind \(match.operator.rawValue)")
        .diagnostic(at: escape.range)
    }
    let name: String
    switch match.operator {
    case .during: return try bind(during: match, at: range, &context)
    case .under: return try bind(under: match, at: range, &context)
    case .like: name = "like"
    case .ilike: name = "ilike"
    case .similarTo: name = "similar to"
    case .glob: name = "glob"
    case .regex: name = "~"
    case .regexIgnoringCase: name = "~*"
    }
    var arguments = [try bind(match.value, &context), try bind(match.pattern, &context)]
    if let escape = match.escape { arguments.append(try bind(escape, &context)) }
    let result = try call(name, arguments, at: range)
    return match.isNegated ? try call("not", [result], at: range) : result
  }

  private func bind(
    _ value: Expression, in list: [Expression], _ isNegated: Bool, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let terms: [BoundExpression]
    if case .tuple = value.kind {
      terms = try list.map { item in
        guard let equal = try bindRows(.equal, value, item, at: item.range, &context) else {
          throw BindingProblem.rowExpected.diagnostic(at: item.range)
        }
        return equal
      }
    } else {
      let bound = try bind(value, &context)
      let items = try list.map { try bind($0, &context) }
      if let member = try longMembership(bound, items, at: range) {
        return isNegated ? try call("not", [member], at: range) : member
      }
      terms = try items.map { try call("=", [bound, $0], at: $0.range) }
    }
    if terms.isEmpty {
      return BoundExpression(.constant(.boolean(isNegated)), type: .boolean, range: range)
    }
    let result =
      terms.count == 1
      ? terms[0] : folded(BoundExpression(.or(terms), type: .boolean, range: range))
    return isNegated ? try call("not", [result], at: range) : result
  }

  private func bind(
    _ choice: CaseExpression, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let operand = try choice.operand.map { try bind($0, &context) }
    var branches: [(condition: BoundExpression, result: BoundExpression)] = []
    for branch in choice.branches {
      let when = try bind(branch.when, &context)
      let condition =
        try operand.map { try call("=", [$0, when], at: branch.when.range) }
        ?? boolean(when, clause: "WHEN")
      branches.append((condition, try bind(branch.then, &context)))
    }
    let otherwise = try choice.otherwise.map { try bind($0, &context) }
    let results = branches.map(\.result) + (otherwise.map { [$0] } ?? [])
    let type = try commonType(of: results, what: "this CASE")
    let converted = try branches.map {
      BoundExpression.Branch(condition: $0.condition, result: try cast($0.result, to: type))
    }
    return BoundExpression(
      .choose(converted, otherwise: try otherwise.map { try cast($0, to: type) }),
      type: type, range: range)
  }

  private static func name(of kind: Expression.Kind) -> String {
    switch kind {
    case .columns: "COLUMNS(…)"
    case .collate: "COLLATE"
    case .list, .element, .slice: "a list"
    case .tuple: "a row of values"
    case .structure, .field: "a structure"
    case .lambda: "a lambda"
    default: "this"
    }
  }
}

extension BoundExpression {
  /// The same expression, standing at another place of the text.
  func moved(to range: SourceRange) -> BoundExpression {
    BoundExpression(kind, type: type, range: range)
  }
}
