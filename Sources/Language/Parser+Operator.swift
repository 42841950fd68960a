// Operators: PostgreSQL's precedence, by climbing.

/// How tightly an operator binds, loosest first.
enum Precedence: Int, Comparable {
  case or, and, not
  /// `IS`, `ISNULL`, `NOTNULL`
  case `is`
  case comparison
  /// `BETWEEN`, `IN`, `LIKE`, `~` and their kin
  case match
  /// `||`, `&`, `|`, `<<`, `>>`
  case other
  case additive, multiplicative, power
  /// `+`, `-`, `~` before their operand
  case unary
  /// `AT TIME ZONE`, `COLLATE`
  case at
  /// `[…]`, `::`, `.`
  case postfix

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter one.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .postfix }
}

extension Symbol {
  /// The operator that this symbol is between two operands.
  var binary: (BinaryOperator, Precedence)? {
    switch self {
    case .equal, .doubleEqual: (.equal, .comparison)
    case .notEqual, .exclamationEqual: (.notEqual, .comparison)
    case .less: (.less, .comparison)
    case .lessOrEqual: (.lessOrEqual, .comparison)
    case .greater: (.greater, .comparison)
    case .greaterOrEqual: (.greaterOrEqual, .comparison)
    case .concatenate: (.concatenate, .other)
    case .caretAt: (.startsWith, .other)
    case .ampersand: (.bitwiseAnd, .other)
    case .bar: (.bitwiseOr, .other)
    case .shiftLeft: (.shiftLeft, .other)
    case .shiftRight: (.shiftRight, .other)
    case .plus: (.add, .additive)
    case .minus: (.subtract, .additive)
    case .star: (.multiply, .multiplicative)
    case .slash: (.divide, .multiplicative)
    case .doubleSlash: (.integerDivide, .multiplicative)
    case .percent: (.modulo, .multiplicative)
    case .caret, .doubleStar: (.power, .power)
    default: nil
    }
  }

  /// The match against a pattern that this symbol is.
  fileprivate var match: (PatternMatch.Operator, isNegated: Bool)? {
    switch self {
    case .tilde: (.regex, false)
    case .notTilde: (.regex, true)
    case .tildeStar: (.regexIgnoringCase, false)
    case .notTildeStar: (.regexIgnoringCase, true)
    case .doubleTilde: (.like, false)
    case .notDoubleTilde: (.like, true)
    case .doubleTildeStar: (.ilike, false)
    case .notDoubleTildeStar: (.ilike, true)
    case .tripleTilde: (.glob, false)
    default: nil
    }
  }
}

extension Parser {
  /// An expression whose operators bind at least as tightly as `minimum`.
  mutating func expression(
    _ minimum: Precedence = .or
  ) throws(SyntaxError) -> Expression {
    try enter()
    let outer = deepest
    deepest = depth
    var left = try operand()
    while let applied = try applyOperator(to: left, minimum) { left = applied }
    deepest = max(deepest, outer)
    leave()
    return left
  }

  /// An operand with the signs before it.
  @inline(never)
  private mutating func operand() throws(SyntaxError) -> Expression {
    let sign: UnaryOperator
    switch token.kind {
    case .keyword(.not): sign = .not
    case .symbol(.minus): sign = .minus
    case .symbol(.plus): sign = .plus
    case .symbol(.tilde): sign = .bitwiseNot
    case .symbol(.atSign): sign = .absolute
    default: return try primary()
    }
    let start = index
    advance()
    let value = try expression(sign == .not ? .not : .at)
    return Expression(.unary(sign, value), range(from: start))
  }

  /// The expression made by the operator at this place and `left`; nil when there is no operator
  /// here that binds tightly enough.
  private mutating func applyOperator(
    to left: Expression, _ minimum: Precedence
  ) throws(SyntaxError) -> Expression? {
    switch token.kind {
    case .symbol(let symbol):
      return try applySymbol(symbol, to: left, minimum)
    case .keyword(let keyword):
      guard let precedence = precedence(of: keyword), precedence >= minimum else { return nil }
      try deepen()
      switch precedence {
      case .or: return try chain(left, .or, operands: .and)
      case .and: return try chain(left, .and, operands: .not)
      case .is: return try isTest(left)
      case .match: return try matchTest(left)
      default: return try atOrCollate(left)
      }
    default:
      return nil
    }
  }

  /// How tightly the keyword at this place binds as an operator; nil when it is none.
  private func precedence(of keyword: Keyword) -> Precedence? {
    switch keyword {
    case .or: .or
    case .and: .and
    case .is, .isnull, .notnull: .is
    case .between, .in, .like, .ilike, .similar, .glob: .match
    // Names elsewhere: `SELECT a AS under`, and without `AS` too, which WHERE does not have.
    case .under, .during:
      beginsOperand(peek()) || clauses.last?.keyword == .where ? .match : nil
    case .not:
      switch peek().kind {
      case .keyword(.between), .keyword(.in), .keyword(.like), .keyword(.ilike),
        .keyword(.similar), .keyword(.glob), .keyword(.under), .keyword(.during):
        .match
      // Not an operator: `isTest` says so.
      case .keyword(.null): .is
      default: nil
      }
    case .at: peek().kind == .keyword(.time) ? .at : nil
    case .collate: .at
    default: nil
    }
  }

  /// Whether a token that follows a name can only be an operand: nothing that goes on behind a
  /// column's alias begins with one.
  private func beginsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .quotedName, .string, .escapeString, .integer, .decimal, .parameter: true
    case .symbol(.leftParenthesis), .keyword(.case), .keyword(.cast), .keyword(.tryCast): true
    case .keyword(let keyword): keyword.standing == .free
    default: false
    }
  }

  // MARK: Symbols

  @inline(never)
  private mutating func applySymbol(
    _ symbol: Symbol, to left: Expression, _ minimum: Precedence
  ) throws(SyntaxError) -> Expression? {
    switch symbol {
    case .doubleColon, .leftBracket, .dot:
      try deepen()
      return try postfix(left)
    case .arrow where minimum == .or:
      guard let parameters = lambdaParameters(left) else { return nil }
      try deepen()
      advance()
      let body = try expression()
      return Expression(.lambda(parameters, body), range(from: left))
    case .doubleArrow where minimum <= .comparison:
      throw SyntaxError(.swappedOperator(meant: ">="), at: token.range)
    default: break
    }
    if let (pattern, isNegated) = symbol.match, .match >= minimum {
      try deepen()
      advance()
      let right = try expression(.other)
      let match = PatternMatch(
        value: left, operator: pattern, pattern: right, escape: nil, isNegated: isNegated)
      return Expression(.match(match), range(from: left))
    }
    guard let (binary, precedence) = symbol.binary, precedence >= minimum else { return nil }
    try deepen()
    advance()
    try checkOperatorPair()
    if precedence == .comparison, let quantified = try acceptQuantified(left, binary) {
      return quantified
    }
    let right = try expression(precedence.tighter)
    if precedence == .comparison, case .symbol(let next) = token.kind,
      next.binary?.1 == .comparison
    {
      try checkOperatorPair(at: index)
      throw SyntaxError(.chainedComparison, at: token.range, opening: right.range)
    }
    return Expression(.binary(binary, left, right), range(from: left))
  }

  /// Refuses two symbols in a row that another language writes for one operator: `=<`, `&&`.
  private func checkOperatorPair(at second: Int? = nil) throws(SyntaxError) {
    let second = second ?? index
    guard second > 0, case .symbol = tokens[second].kind else { return }
    let first = tokens[second - 1].range
    let pair = text(first) + text(tokens[second].range)
    let meant: String
    switch pair {
    case "=<", "<=": meant = "<="
    case "=>", ">=": meant = ">="
    case "<>", "><": meant = "<>"
    case "==", "===": meant = "="
    case "&&": meant = "AND"
    default: return
    }
    throw SyntaxError(
      .swappedOperator(meant: meant), at: first.union(tokens[second].range))
  }

  @inline(never)
  private mutating func acceptQuantified(
    _ left: Expression, _ comparison: BinaryOperator
  ) throws(SyntaxError) -> Expression? {
    let quantifier: Quantifier
    switch token.kind {
    case .keyword(.any), .keyword(.some): quantifier = .any
    case .keyword(.all): quantifier = .all
    default: return nil
    }
    advance()
    guard at(.leftParenthesis) else { throw unexpected([.symbol(.leftParenthesis)]) }
    let operand = try primary()
    return Expression(.quantified(left, comparison, quantifier, operand), range(from: left))
  }

  private func lambdaParameters(_ left: Expression) -> [Identifier]? {
    switch left.kind {
    case .column(let name) where name.parts.count == 1:
      return name.parts
    case .tuple(let elements):
      let names = elements.compactMap { element -> Identifier? in
        guard case .column(let name) = element.kind, name.parts.count == 1 else { return nil }
        return name.parts.first
      }
      return names.count == elements.count ? names : nil
    default: return nil
    }
  }

  @inline(never)
  private mutating func postfix(_ left: Expression) throws(SyntaxError) -> Expression {
    if accept(.doubleColon) {
      let type = try typeName()
      return Expression(.cast(left, type, isTry: false), range(from: left))
    }
    if at(.leftBracket) {
      let kind = try elementOrSlice(left)
      return Expression(kind, range(from: left))
    }
    try expect(.dot)
    let name = try name(.field)
    if at(.leftParenthesis) {
      return try call(name, receiver: left)
    }
    return Expression(.field(left, name), range(from: left))
  }

  @inline(never)
  private mutating func elementOrSlice(
    _ list: Expression
  ) throws(SyntaxError) -> Expression.Kind {
    try open(.leftBracket)
    var first: Expression?
    if !at(.colon) {
      let position = try expression()
      if at(.rightBracket) {
        try close(.rightBracket)
        return .element(list, position)
      }
      first = position
    }
    guard accept(.colon) else { throw unexpected([.symbol(.colon), .symbol(.rightBracket)]) }
    let last: Expression? = at(.rightBracket) ? nil : try expression()
    try close(.rightBracket)
    return .slice(list, first, last)
  }

  // MARK: Keywords

  /// `left AND b AND c …`, as one node however long it is.
  @inline(never)
  private mutating func chain(
    _ left: Expression, _ keyword: Keyword, operands precedence: Precedence
  ) throws(SyntaxError) -> Expression {
    var operands = [left]
    while accept(keyword) { operands.append(try expression(precedence)) }
    return Expression(keyword == .or ? .or(operands) : .and(operands), range(from: left))
  }

  @inline(never)
  private mutating func isTest(_ left: Expression) throws(SyntaxError) -> Expression {
    let start = index
    if accept(.isnull) {
      return Expression(.is(left, .null, isNegated: false), range(from: left))
    }
    if accept(.notnull) {
      return Expression(.is(left, .null, isNegated: true), range(from: left))
    }
    guard accept(.is) else {
      throw SyntaxError(.missingIs, at: tokens[start].range.union(peek().range))
    }
    let isNegated = accept(.not)
    if accept(.distinct) {
      try expect(.from)
      let right = try expression(.comparison)
      return Expression(
        .isDistinctFrom(left, right, isNegated: isNegated), range(from: left))
    }
    let truth: Truth
    switch token.kind {
    case .keyword(.null): truth = .null
    case .keyword(.true): truth = .true
    case .keyword(.false): truth = .false
    case .keyword(.unknown): truth = .unknown
    default:
      throw unexpected([
        .keyword(.null), .keyword(.true), .keyword(.false), .keyword(.distinct),
      ])
    }
    advance()
    return Expression(.is(left, truth, isNegated: isNegated), range(from: left))
  }

  @inline(never)
  private mutating func matchTest(_ left: Expression) throws(SyntaxError) -> Expression {
    let isNegated = accept(.not)
    if accept(.between) {
      let isSymmetric = accept(.symmetric)
      let lower = try expression(.other)
      try expect(.and)
      let between = Between(
        value: left, lower: lower, upper: try expression(.other), isSymmetric: isSymmetric,
        isNegated: isNegated)
      return Expression(.between(between), range(from: left))
    }
    if accept(.in) {
      let kind = try inOperand(left, isNegated: isNegated)
      return Expression(kind, range(from: left))
    }
    let pattern: PatternMatch.Operator
    if accept(.like) {
      pattern = .like
    } else if accept(.ilike) {
      pattern = .ilike
    } else if accept(.glob) {
      pattern = .glob
    } else if accept(.under) {
      pattern = .under
    } else if accept(.during) {
      pattern = .during
    } else {
      try expect(.similar)
      try expect(.to)
      pattern = .similarTo
    }
    let right = try expression(.other)
    let escape = accept(.escape) ? try expression(.other) : nil
    let match = PatternMatch(
      value: left, operator: pattern, pattern: right, escape: escape, isNegated: isNegated)
    return Expression(.match(match), range(from: left))
  }

  @inline(never)
  private mutating func inOperand(
    _ left: Expression, isNegated: Bool
  ) throws(SyntaxError) -> Expression.Kind {
    guard at(.leftParenthesis) else {
      throw SyntaxError(.inWithoutParentheses, at: token.range)
    }
    if holdsQuery {
      return .inQuery(left, try parenthesisedQuery(), isNegated: isNegated)
    }
    if peek().kind == .symbol(.rightParenthesis) {
      // Nothing is among nothing: a list that a script has filled may be empty.
      advance()
      advance()
      return .inList(left, [], isNegated: isNegated)
    }
    let elements = try parenthesised { (parser) throws(SyntaxError) in try parser.expression() }
    return .inList(left, elements, isNegated: isNegated)
  }

  @inline(never)
  private mutating func atOrCollate(_ left: Expression) throws(SyntaxError) -> Expression {
    let start = index
    if accept(.collate) {
      return Expression(.collate(left, try name(.name)), range(from: left))
    }
    try expect(.at)
    try expect(.time)
    try expect(.zone)
    let keywords = range(from: start)
    let zone = try expression(.postfix)
    let call = FunctionCall(
      name: Identifier("timezone", range: keywords), arguments: [zone, left])
    return Expression(.call(call), range(from: left))
  }
}
