// The operands of expressions.

extension Parser {
  /// A value without operators around it.
  mutating func primary() throws(SyntaxError) -> Expression {
    if let literal = try acceptLiteral() { return literal }
    let start = index
    switch token.kind {
    case .word, .quotedName:
      return try columnOrCall()
    case .symbol(.leftParenthesis):
      return try parenthesis()
    case .symbol(.leftBracket):
      return Expression(.list(try bracketedList()), range(from: start))
    case .symbol(.leftBrace):
      return Expression(.structure(try structureFields()), range(from: start))
    case .keyword(.case):
      return Expression(.case(try caseExpression()), range(from: start))
    case .keyword(.cast):
      return Expression(try cast(isTry: false), range(from: start))
    case .keyword(.tryCast):
      return Expression(try cast(isTry: true), range(from: start))
    case .keyword(.exists) where peek().kind == .symbol(.leftParenthesis):
      advance()
      guard holdsQuery else {
        advance()
        throw SyntaxError(.unexpected(expected: [.query]), at: token.range)
      }
      return Expression(.exists(try parenthesisedQuery()), range(from: start))
    case .keyword(.interval):
      if let interval = try acceptInterval() { return interval }
      return try columnOrCall()
    case .keyword(.array) where peek().kind == .symbol(.leftBracket):
      advance()
      return Expression(.list(try bracketedList()), range(from: start))
    case .keyword(.row) where peek().kind == .symbol(.leftParenthesis):
      advance()
      let elements = try parenthesised { (parser) throws(SyntaxError) in try parser.expression() }
      return Expression(.tuple(elements), range(from: start))
    case .keyword(.columns) where peek().kind == .symbol(.leftParenthesis):
      advance()
      try open(.leftParenthesis)
      let pattern = try starOrExpression()
      try close(.rightParenthesis)
      return Expression(.columns(pattern), range(from: start))
    case .keyword(let keyword) where keyword.standing != .reserved:
      if peek().kind == .symbol(.leftParenthesis),
        let call = try acceptKeywordCall(keyword)
      {
        return call
      }
      return try columnOrCall()
    default:
      throw missingValue()
    }
  }

  /// An expression, or `*` where several columns may stand.
  mutating func starOrExpression() throws(SyntaxError) -> Expression {
    at(.star) ? try star(qualifier: nil, from: index) : try expression()
  }

  // MARK: Names

  @inline(never)
  private mutating func columnOrCall() throws(SyntaxError) -> Expression {
    let start = index
    if let literal = try acceptTypedLiteral() { return literal }
    if let lambda = try acceptLambda() { return lambda }
    var parts = [try name(.column)]
    if at(.leftParenthesis) { return try call(parts[0], receiver: nil) }
    while at(.dot) {
      if peek().kind == .symbol(.star) {
        let qualifier = QualifiedName(parts, range: range(from: start))
        advance()
        return try star(qualifier: qualifier, from: start)
      }
      advance()
      let part = try name(.column)
      if at(.leftParenthesis) {
        let receiver = QualifiedName(parts, range: range(from: start))
        let end = parts.last?.range.upperBound ?? 0
        let range = SourceRange(tokens[start].range.lowerBound, end)
        return try call(part, receiver: Expression(.column(receiver), range))
      }
      parts.append(part)
    }
    let range = range(from: start)
    return Expression(.column(QualifiedName(parts, range: range)), range)
  }

  /// `lambda x, y: x + y`; nil when `lambda` is a name here.
  @inline(never)
  private mutating func acceptLambda() throws(SyntaxError) -> Expression? {
    let start = index
    guard token.kind == .word, isWord(index + 1) || peek().kind == .quotedName,
      peek(2).kind == .symbol(.colon) || peek(2).kind == .symbol(.comma),
      text(token.range).lowercased() == "lambda"
    else { return nil }
    advance()
    let parameters = try commaList { (parser) throws(SyntaxError) in try parser.name(.name) }
    try expect(.colon)
    let body = try expression()
    return Expression(.lambda(parameters, body), range(from: start))
  }

  /// `*` and what may follow it; the star is at this place, its qualifier begins at `start`.
  @inline(never)
  private mutating func star(
    qualifier: QualifiedName?, from start: Int
  ) throws(SyntaxError) -> Expression {
    try expect(.star)
    var exclude: [QualifiedName] = []
    var replace: [SelectItem] = []
    var rename: [Star.Renaming] = []
    if accept(.exclude) {
      exclude = try oneOrParenthesised { (parser) throws(SyntaxError) in
        try parser.qualifiedName(.column)
      }
    }
    if accept(.replace) {
      replace = try oneOrParenthesised { (parser) throws(SyntaxError) in
        let start = parser.index
        let value = try parser.expression()
        try parser.expect(.as)
        let alias = try parser.name(.column)
        return SelectItem(value: value, alias: alias, range: parser.range(from: start))
      }
    }
    if accept(.rename) {
      rename = try oneOrParenthesised { (parser) throws(SyntaxError) in
        let from = try parser.name(.column)
        try parser.expect(.as)
        return Star.Renaming(from: from, to: try parser.name(.column))
      }
    }
    let star = Star(qualifier: qualifier, exclude: exclude, replace: replace, rename: rename)
    return Expression(.star(star), range(from: start))
  }

  private mutating func oneOrParenthesised<Element>(
    _ element: (inout Parser) throws(SyntaxError) -> Element
  ) throws(SyntaxError) -> [Element] {
    at(.leftParenthesis) ? try parenthesised(element) : [try element(&self)]
  }

  // MARK: Brackets

  /// `(expression)`, `(a, b)` or `(query)`.
  @inline(never)
  private mutating func parenthesis() throws(SyntaxError) -> Expression {
    let start = index
    if holdsQuery {
      let query = try parenthesisedQuery()
      return Expression(.subquery(query), range(from: start))
    }
    if peek().kind == .symbol(.rightParenthesis) {
      throw SyntaxError(.emptyParentheses, at: token.range.union(peek().range))
    }
    try open(.leftParenthesis)
    let first = try expression()
    if !at(.comma) {
      try close(.rightParenthesis)
      // The parentheses belong to the range, so that a larger expression can begin with them.
      return Expression(first.kind, range(from: start))
    }
    var elements = [first]
    while accept(.comma) { elements.append(try expression()) }
    try close(.rightParenthesis, else: [.symbol(.comma)])
    return Expression(.tuple(elements), range(from: start))
  }

  @inline(never)
  private mutating func bracketedList() throws(SyntaxError) -> [Expression] {
    try open(.leftBracket)
    var elements: [Expression] = []
    while !at(.rightBracket) {
      elements.append(try expression())
      if !accept(.comma) { break }
    }
    try close(.rightBracket, else: [.symbol(.comma)])
    return elements
  }

  @inline(never)
  private mutating func structureFields() throws(SyntaxError) -> [StructureField] {
    try open(.leftBrace)
    var fields: [StructureField] = []
    while !at(.rightBrace) {
      let range = token.range
      let name =
        token.kind == .string
        ? Identifier(try string(), isQuoted: true, range: range) : try name(.field)
      try expect(.colon)
      fields.append(StructureField(name: name, value: try expression()))
      if !accept(.comma) { break }
    }
    try close(.rightBrace, else: [.symbol(.comma)])
    return fields
  }

  // MARK: CASE and CAST

  @inline(never)
  private mutating func caseExpression() throws(SyntaxError) -> CaseExpression {
    openings.append(index)
    try expect(.case)
    let operand = at(.when) ? nil : try expression()
    var branches: [CaseExpression.Branch] = []
    repeat {
      guard accept(.when) else {
        throw unexpected(
          branches.isEmpty ? [.keyword(.when)] : [.keyword(.when), .keyword(.else), .keyword(.end)])
      }
      let when = try expression()
      try expect(.then)
      branches.append(CaseExpression.Branch(when: when, then: try expression()))
    } while !at(.else) && !at(.end)
    let otherwise = accept(.else) ? try expression() : nil
    guard at(.end) else { throw unexpected([.keyword(.end)]) }
    openings.removeLast()
    advance()
    return CaseExpression(operand: operand, branches: branches, otherwise: otherwise)
  }

  @inline(never)
  private mutating func cast(isTry: Bool) throws(SyntaxError) -> Expression.Kind {
    advance()
    try open(.leftParenthesis)
    let value = try expression()
    try expect(.as)
    let type = try typeName()
    try close(.rightParenthesis)
    return .cast(value, type, isTry: isTry)
  }

  // MARK: Literals with a type

  /// `DATE '2024-05-01'`; nil when no type with a text behind it is at this place.
  @inline(never)
  private mutating func acceptTypedLiteral() throws(SyntaxError) -> Expression? {
    guard token.kind != .quotedName else { return nil }
    switch peek().kind {
    case .string, .escapeString: break
    case .keyword(.with), .keyword(.without):
      guard peek(2).kind == .keyword(.time), peek(3).kind == .keyword(.zone),
        peek(4).kind == .string
      else { return nil }
    default: return nil
    }
    // Any other word before a text is an expression after which a comma was forgotten.
    guard Self.literalTypes.contains(text(token.range).uppercased()) else { return nil }
    let start = index
    let type = try typeName()
    let value = try string()
    return Expression(.typedLiteral(type, value), range(from: start))
  }

  private static let literalTypes: Set<String> = [
    "BIGINT", "BLOB", "BOOL", "BOOLEAN", "DATE", "DATETIME", "DECIMAL", "DOUBLE", "FLOAT",
    "HUGEINT", "INT", "INTEGER", "JSON", "MEASURE", "NUMERIC", "PERCENT", "REAL", "SMALLINT",
    "TEXT", "TIME", "TIMESTAMP", "TIMESTAMPTZ", "TIMETZ", "TINYINT", "UUID", "VARCHAR",
  ]

  /// `INTERVAL '3 days'`, `INTERVAL 3 DAY`, `INTERVAL (n) DAY`; nil when `interval` is a name here.
  @inline(never)
  private mutating func acceptInterval() throws(SyntaxError) -> Expression? {
    let start = index
    let isText: Bool
    switch peek().kind {
    case .string, .escapeString: isText = true
    case .integer, .decimal, .parameter, .symbol(.leftParenthesis): isText = false
    default: return nil
    }
    advance()
    // Its primary stands within a primary: two levels of the stack.
    try enter()
    let value = try primary()
    leave()
    let unit = intervalUnit(text(token.range))
    if unit != nil {
      advance()
    } else if !isText {
      guard token.kind != .end else { throw unexpected([.text("a unit such as DAY")]) }
      throw SyntaxError(.unknownIntervalUnit, at: token.range)
    }
    return Expression(.interval(value, unit), range(from: start))
  }

  private func intervalUnit(_ word: String) -> IntervalUnit? {
    let word = word.lowercased()
    switch word {
    case "centuries": return .century
    case "millennia": return .millennium
    default:
      return IntervalUnit(rawValue: word)
        ?? (word.hasSuffix("s") ? IntervalUnit(rawValue: String(word.dropLast())) : nil)
    }
  }
}
