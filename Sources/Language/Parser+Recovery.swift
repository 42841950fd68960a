// Finding out what was meant where the grammar is not followed.

extension Parser {
  /// A clause of the query being parsed.
  struct Clause {
    let keyword: Keyword
    let range: SourceRange
    /// How many parentheses were open where it began.
    let openings: Int
  }

  /// Notes that the clause at this place has begun.
  mutating func note(_ keyword: Keyword) {
    clauses.append(Clause(keyword: keyword, range: token.range, openings: openings.count))
  }

  func isNoted(_ keyword: Keyword) -> Bool { clauses.contains { $0.keyword == keyword } }

  // MARK: Errors

  /// The error for the token at this place, which is none of `expected`.
  func unexpected(_ expected: [SyntaxError.Expectation]) -> SyntaxError {
    if let apostrophe = apostrophe() { return apostrophe }
    if let misspelt = misspelling(expected) { return misspelt }
    if let comma = trailingComma() { return comma }
    if token.kind == .end || at(.semicolon), let opening = openings.last {
      return unclosed(opening)
    }
    if let comma = forgottenComma(expected) { return comma }
    switch token.kind {
    case .symbol(.rightParenthesis), .symbol(.rightBracket), .symbol(.rightBrace):
      if let stray = strayClosing() { return stray }
    case .keyword(let keyword):
      if let opening = openings.last, tokens[opening].kind == .keyword(.case),
        Self.clauseOrder.contains(keyword)
      {
        return unclosed(opening)
      }
      if let misplaced = misplacedClause(keyword) { return misplaced }
      if keyword == .pivot || keyword == .unpivot {
        return SyntaxError(.unsupported, at: token.range)
      }
      if keyword == .into, clauses.last?.keyword == .select {
        return SyntaxError(.selectInto, at: token.range)
      }
    default: break
    }
    return SyntaxError(
      .unexpected(expected: continuations(expected) + expected), at: token.range,
      opening: openings.last.map { tokens[$0].range })
  }

  /// The error where a keyword must stand that can hardly be another.
  func missing(_ keyword: Keyword) -> SyntaxError {
    let other = unexpected([.keyword(keyword)])
    guard case .unexpected = other.kind else { return other }
    switch keyword {
    case .by, .from, .into, .key, .zone, .row, .rows, .exists, .as:
      guard token.kind != .end, !at(.rightParenthesis) || keyword == .key, !at(.comma) else {
        return other
      }
      return SyntaxError(.missingToken(keyword.rawValue), at: token.range)
    default:
      return other
    }
  }

  /// The error where a symbol must stand.
  func missing(_ symbol: Symbol) -> SyntaxError {
    let other = unexpected([.symbol(symbol)])
    guard case .unexpected = other.kind, symbol == .equal, isLiteral || token.kind == .word
    else { return other }
    return SyntaxError(.missingToken(symbol.rawValue), at: token.range)
  }

  /// The error where an expression must begin.
  func missingValue() -> SyntaxError {
    if let apostrophe = apostrophe() { return apostrophe }
    if token.kind == .end || at(.semicolon), let opening = openings.last,
      index == opening + 1
    {
      return unclosed(opening)
    }
    if let comma = trailingComma() { return comma }
    if case .keyword(let keyword) = token.kind {
      if isUsedAsName(keyword) { return SyntaxError(.reservedName(.column), at: token.range) }
      if keyword == .select { return SyntaxError(.unparenthesisedQuery, at: token.range) }
    }
    return SyntaxError(
      .missingValue(after: text(previous.range)), at: token.range,
      opening: openings.last.map { tokens[$0].range })
  }

  /// The error where a name must stand.
  func missingName(_ role: SyntaxError.NameRole) -> SyntaxError {
    if let apostrophe = apostrophe() { return apostrophe }
    switch token.kind {
    case .keyword(let keyword) where isUsedAsName(keyword):
      return SyntaxError(.reservedName(role), at: token.range)
    case .string, .escapeString:
      return SyntaxError(.stringForName(role), at: token.range)
    default:
      return unexpected([.name(role)])
    }
  }

  /// The error where a statement must begin.
  func statementStartError() -> SyntaxError {
    if token.kind == .word || isWord(index),
      Self.foreignStatements.contains(text(token.range).uppercased())
    {
      return SyntaxError(.unsupported, at: token.range)
    }
    if token.kind == .word,
      let meant = Spelling.closest(to: text(token.range), among: Self.statementKeywords)
    {
      return SyntaxError(.misspelt(meant: meant), at: token.range)
    }
    let isExpression =
      isLiteral || at(.leftParenthesis) || isWord(index) && peek().kind == .symbol(.leftParenthesis)
    return SyntaxError(.statementStart(isExpression: isExpression), at: token.range)
  }

  /// Words that begin statements of other systems.
  private static let foreignStatements: Set<String> = [
    "ANALYZE", "ATTACH", "CALL", "CHECKPOINT", "COMMENT", "DETACH", "EXPORT", "GRANT", "IMPORT",
    "INSTALL", "LOAD", "MERGE", "PIVOT", "REVOKE", "SAVEPOINT", "UNPIVOT", "USE", "VACUUM",
  ]

  static let statementKeywords = [
    "SELECT", "FROM", "WITH", "VALUES", "TABLE", "CREATE", "DROP", "INSERT", "UPDATE", "DELETE",
    "TRUNCATE", "COPY", "DESCRIBE", "SUMMARIZE", "CHECK", "SHOW", "EXPLAIN", "SET", "RESET",
    "ALTER",
    "BEGIN", "COMMIT", "ROLLBACK", "PREPARE", "EXECUTE", "DEALLOCATE", "PRAGMA",
  ]

  // MARK: Spelling

  /// The error when the word here, or the one before it that was taken for an alias, is nearly a
  /// keyword that might stand in its place.
  private func misspelling(_ expected: [SyntaxError.Expectation]) -> SyntaxError? {
    var keywords: [String] = []
    for case .keyword(let keyword) in expected {
      keywords.append(keyword.rawValue)
    }
    if isWord(index) {
      let word = text(token.range)
      if let meant = Spelling.closest(to: word, among: keywords)
        ?? Spelling.closest(to: word, among: keywords + followers), meant != word.uppercased()
      {
        return SyntaxError(.misspelt(meant: meant), at: token.range)
      }
    }
    if let bareAlias, bareAlias == index - 1, isWord(bareAlias), token.kind != .end,
      let meant = Spelling.closest(to: text(previous.range), among: keywords + followers),
      meant != text(previous.range).uppercased()
    {
      return SyntaxError(.misspelt(meant: meant), at: previous.range)
    }
    return nil
  }

  /// Whether a token is a name without quotes, or a keyword that may be one.
  func isWord(_ index: Int) -> Bool {
    switch tokens[min(index, tokens.count - 1)].kind {
    case .word: true
    case .keyword(let keyword): keyword.standing != .reserved
    default: false
    }
  }

  /// Keywords that may follow something complete, two at a time where a space may be missing.
  private var followers: [String] {
    var keywords = [
      "FROM", "WHERE", "GROUP", "GROUP BY", "HAVING", "ORDER", "ORDER BY", "LIMIT", "OFFSET",
      "QUALIFY", "WINDOW", "SUPPRESS", "UNION", "INTERSECT", "EXCEPT", "AND", "BETWEEN", "LIKE",
      "ILIKE", "SIMILAR", "UNDER", "DURING",
    ]
    switch clauses.last?.keyword {
    case .from: keywords += ["JOIN", "LEFT", "RIGHT", "INNER", "CROSS", "NATURAL", "USING"]
    case .order: keywords += ["ASC", "DESC", "NULLS"]
    default: break
    }
    if let opening = openings.last {
      if tokens[opening].kind == .keyword(.case) { keywords += ["WHEN", "THEN", "ELSE", "END"] }
      keywords += ["PARTITION", "ROWS", "RANGE"]
    }
    return keywords
  }

  // MARK: Quotes and commas

  /// The error when the text just before this place was ended by an apostrophe inside it.
  private func apostrophe() -> SyntaxError? {
    guard index > 0, previous.kind == .string,
      previous.range.upperBound == token.range.lowerBound, isWord(index)
    else { return nil }
    return apostrophe(before: index + 1, closesLater: false)
  }

  private func forgottenComma(_ expected: [SyntaxError.Expectation]) -> SyntaxError? {
    let isInList: Bool
    switch clauses.last?.keyword {
    case .select, .from, .group, .order: isInList = clauses.last?.openings == openings.count
    default: isInList = false
    }
    guard isInList && isEnd(expected) || expected.contains(.symbol(.comma)), index > 0
    else { return nil }
    if let bareAlias, bareAlias == index - 1, at(.leftParenthesis) || at(.dot) {
      // `count(*) sum(x)`: the alias was the next item.
      let place = SourceRange(tokens[bareAlias - 1].range.upperBound, previous.range.upperBound)
      return SyntaxError(.missingComma(isCertain: true), at: place)
    }
    switch token.kind {
    case .word, .quotedName, .string, .escapeString, .integer, .decimal, .float, .parameter,
      .keyword(.case), .keyword(.cast), .keyword(.tryCast), .keyword(.null):
      // A text after something else may be meant as its alias; and of three words in a row any
      // may be the alias.
      let isAlias = token.kind == .string && previous.kind != .string && isInList
      return SyntaxError(
        .missingComma(isCertain: !isAlias && bareAlias != index - 1),
        at: SourceRange(previous.range.upperBound, token.range.upperBound))
    default:
      return nil
    }
  }

  /// The error when a list goes on after a comma with nothing.
  private func trailingComma() -> SyntaxError? {
    guard index > 0, previous.kind == .symbol(.comma) else { return nil }
    switch token.kind {
    case .symbol(.comma):
      return SyntaxError(.trailingComma, at: token.range)
    case .end, .symbol(.semicolon):
      return openings.isEmpty ? SyntaxError(.trailingComma, at: previous.range) : nil
    case .symbol(.rightParenthesis), .symbol(.rightBracket):
      return SyntaxError(.trailingComma, at: previous.range)
    case .keyword(let keyword)
    where Self.clauseOrder.contains(keyword) && !isUsedAsName(keyword)
      && openings.count == openingsOfQuery:
      return SyntaxError(.trailingComma, at: previous.range)
    default:
      return nil
    }
  }

  /// Whether only the end of a query may stand here.
  private func isEnd(_ expected: [SyntaxError.Expectation]) -> Bool {
    expected == [.endOfStatement] || expected == [.symbol(.rightParenthesis)]
  }

  // MARK: Parentheses

  private func unclosed(_ opening: Int) -> SyntaxError {
    switch tokens[opening].kind {
    case .symbol(let symbol): SyntaxError(.unclosed(symbol), at: tokens[opening].range)
    default: SyntaxError(.unclosedCase, at: tokens[opening].range)
    }
  }

  private func strayClosing() -> SyntaxError? {
    guard case .symbol(let symbol) = token.kind else { return nil }
    guard let opening = openings.last else {
      return SyntaxError(.strayClosing(symbol), at: token.range)
    }
    // `CASE … )`: the parenthesis outside closes before the inner one does.
    return openings.count > 1 && tokens[opening].kind == .keyword(.case)
      ? unclosed(opening) : nil
  }

  // MARK: Clauses

  /// The clauses of a query in the order in which they must stand.
  private static let clauseOrder: [Keyword] = [
    .select, .from, .where, .group, .having, .window, .qualify, .order, .limit, .top, .suppress,
  ]

  private func misplacedClause(_ keyword: Keyword) -> SyntaxError? {
    // SELECT may follow FROM.
    guard let rank = Self.clauseOrder.firstIndex(of: keyword == .select ? .from : keyword),
      openings.count == openingsOfQuery
    else { return nil }
    if let earlier = clauses.first(where: { $0.keyword == keyword }) {
      return SyntaxError(.repeatedClause(keyword, earlier.range), at: token.range)
    }
    guard
      let later = clauses.first(where: { clause in
        (Self.clauseOrder.firstIndex(of: clause.keyword) ?? 0) > rank
      })
    else { return nil }
    return SyntaxError(
      .misplacedClause(keyword, before: later.keyword, later.range), at: token.range)
  }

  private var openingsOfQuery: Int { clauses.first?.openings ?? -1 }

  /// What an analyst would most likely write after the clause that was being parsed.
  private func continuations(
    _ expected: [SyntaxError.Expectation]
  ) -> [SyntaxError.Expectation] {
    guard isEnd(expected), let clause = clauses.last, clause.openings == openings.count else {
      return []
    }
    switch clause.keyword {
    case .select: return [.symbol(.comma), .keyword(.from)]
    case .from: return [.symbol(.comma), .keyword(.join), .keyword(.where)]
    case .where, .having, .qualify: return [.keyword(.and), .keyword(.or)]
    case .group, .order: return [.symbol(.comma)]
    default: return []
    }
  }

  /// Whether a reserved keyword at this place seems to be meant as a name: what follows it follows
  /// names and not that keyword.
  func isUsedAsName(_ keyword: Keyword) -> Bool {
    guard keyword.standing == .reserved else { return false }
    let isInCase = openings.last.map { tokens[$0].kind == .keyword(.case) } ?? false
    switch keyword {
    case .when, .then, .else, .end: if isInCase { return false }
    case .select, .not, .null, .case, .true, .false, .exists, .cast, .tryCast: return false
    default: break
    }
    switch peek().kind {
    case .symbol(let symbol):
      switch symbol {
      case .comma, .dot, .doubleColon: return true
      case .rightParenthesis, .semicolon: return keyword != .from && keyword != .end
      case .minus, .plus, .star, .tilde, .atSign: return false
      default: return symbol.binary != nil
      }
    case .keyword(let next):
      switch next {
      case .from: return keyword != .from && keyword != .distinct
      case .as, .is, .in, .between, .like, .ilike, .asc: return keyword != .from
      case .desc, .where, .group, .order: return keyword != .from && keyword != .on
      default: return false
      }
    case .end:
      switch keyword {
      case .from, .where, .on, .using, .end, .having, .limit, .and, .or, .as: return false
      default: return true
      }
    default:
      return false
    }
  }

  // MARK: Tokens

  /// Refuses the first token that the lexer could not read.
  func checkTokens() throws(SyntaxError) {
    for (index, token) in tokens.enumerated() {
      guard case .invalid(let fault) = token.kind else { continue }
      throw lexicalError(fault, at: index)
    }
  }

  private func lexicalError(_ fault: Token.Fault, at index: Int) -> SyntaxError {
    let range = tokens[index].range
    switch fault {
    case .unclosedString:
      return apostrophe(before: index, closesLater: true)
        ?? SyntaxError(.unclosedString, at: firstLine(of: range))
    case .unclosedName: return SyntaxError(.unclosedName, at: firstLine(of: range))
    case .unclosedComment:
      return SyntaxError(.unclosedComment, at: SourceRange(range.lowerBound, range.lowerBound + 2))
    case .emptyName: return SyntaxError(.emptyName, at: range)
    case .malformedNumber: return SyntaxError(.malformedNumber, at: range)
    case .backquote: return SyntaxError(.backquote, at: range)
    case .typographicQuote: return SyntaxError(.typographicQuote, at: range)
    case .unknownCharacter: return SyntaxError(.unknownCharacter, at: range)
    }
  }

  /// The first text before a token that runs straight into a word: there the apostrophe is.
  private func apostrophe(before index: Int, closesLater: Bool) -> SyntaxError? {
    for word in 1..<max(index, 1) {
      let text = tokens[word - 1]
      if text.kind == .string, text.range.upperBound == tokens[word].range.lowerBound,
        isWord(word)
      {
        let place = SourceRange(text.range.upperBound - 1, text.range.upperBound)
        return SyntaxError(.apostrophe(closesLater: closesLater), at: place)
      }
    }
    return nil
  }

  private func firstLine(of range: SourceRange) -> SourceRange {
    let inside = bytes[range.lowerBound..<range.upperBound]
    var end = inside.firstIndex { $0 == UInt8(ascii: "\n") } ?? range.upperBound
    while end > range.lowerBound + 1, bytes[end - 1] <= 0x20 { end -= 1 }
    return SourceRange(range.lowerBound, end)
  }

  /// For each opening parenthesis, bracket or brace the token that closes it, or the last token.
  ///
  /// - Complexity: O(*n*) in the tokens.
  static func closings(in tokens: [Token]) -> [Int] {
    var closings = Array(repeating: tokens.count - 1, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket), .symbol(.leftBrace):
        open.append(index)
      case .symbol(.rightParenthesis), .symbol(.rightBracket), .symbol(.rightBrace):
        if let opening = open.popLast() { closings[opening] = index }
      default: break
      }
    }
    return closings
  }
}
