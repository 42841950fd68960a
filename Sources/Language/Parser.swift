/// Makes a syntax tree of source text, by recursive descent.
///
/// `Parser.swift` holds the tokens and the steps over them; the grammar is in the extensions, one
/// part of the language each; `Parser+Recovery.swift` finds out what was meant when it is not
/// followed.
package struct Parser {
  /// How deep a tree may become, whether by nesting or by a chain such as `1 + 1 + 1 …`.
  ///
  /// The parser and everything after it walk the tree by recursion. (Chains of `AND` and of `OR`
  /// are one node, and lists are not deep.)
  package static let maximumDepth = 500

  /// How deep the text may be nested, in levels of parentheses.
  ///
  /// A level takes up to 1.3 KiB of stack in an optimised build, so that all of them leave a third
  /// of a stack of 512 KiB free. What takes more counts as several levels. The functions on the way
  /// down are `@inline(never)`: merged into one another, each level would hold the frames of every
  /// branch that was not taken.
  package static let maximumNesting = 250

  let bytes: [UInt8]
  let tokens: [Token]
  /// The token to look at next; never past the last one, which is of kind `end`.
  var index = 0
  /// How many nodes enclose the one being parsed.
  var depth = 0
  /// How deep the deepest node parsed since the last `measured` stands.
  var deepest = 0
  /// Parentheses, brackets and `CASE`s not yet closed, as token indices.
  var openings: [Int] = []
  /// The last alias that was taken without `AS`, as a token index.
  var bareAlias: Int?
  /// The clauses of the query being parsed, so far.
  var clauses: [Clause] = []
  /// For each opening parenthesis the token that closes it.
  let closings: [Int]
  var anonymousParameters = 0
  /// The token that ``Continuation`` asks about, and what a name there would name.
  var probe: (index: Int, role: SyntaxError.NameRole?)?

  init(_ text: String) throws(SyntaxError) {
    self.init(Array(text.utf8), Lexer.tokens(of: text))
    try checkTokens()
  }

  /// A parser of tokens that were made of `bytes`, the last of kind `end`.
  init(_ bytes: [UInt8], _ tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    closings = Self.closings(in: tokens)
  }

  /// Parses one statement; a semicolon after it is allowed.
  ///
  /// - Throws: the first thing that is wrong, with its place in the source.
  /// - Complexity: O(*n*) in the length of the text.
  package static func statement(_ source: Source) throws(Diagnostic) -> Statement {
    do throws(SyntaxError) {
      var parser = try Parser(source.text)
      return try parser.wholeStatement()
    } catch {
      throw error.diagnostic(in: source)
    }
  }

  /// Parses one expression, such as the value of a parameter.
  ///
  /// - Throws: the first thing that is wrong, with its place in the source.
  package static func expression(_ source: Source) throws(Diagnostic) -> Expression {
    do throws(SyntaxError) {
      var parser = try Parser(source.text)
      let expression = try parser.expression()
      guard parser.token.kind == .end else { throw parser.unexpected([.endOfStatement]) }
      return expression
    } catch {
      throw error.diagnostic(in: source)
    }
  }

  /// Parses the name of a type, such as `DECIMAL(18, 3)`.
  ///
  /// - Throws: the first thing that is wrong, with its place in the source.
  package static func typeName(_ source: Source) throws(Diagnostic) -> TypeName {
    do throws(SyntaxError) {
      var parser = try Parser(source.text)
      let name = try parser.typeName()
      guard parser.token.kind == .end else { throw parser.unexpected([.endOfStatement]) }
      return name
    } catch {
      throw error.diagnostic(in: source)
    }
  }

  // MARK: Tokens

  var token: Token { tokens[index] }

  /// The token some places ahead, or the last one.
  func peek(_ distance: Int = 1) -> Token {
    tokens[min(index + distance, tokens.count - 1)]
  }

  /// The token before this one; at the beginning, this one.
  var previous: Token { tokens[max(index - 1, 0)] }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
  }

  /// From the start of a token to the end of the last one taken.
  func range(from start: Int) -> SourceRange {
    SourceRange(tokens[start].range.lowerBound, previous.range.upperBound)
  }

  /// From the start of an expression to the end of the last token taken.
  func range(from start: Expression) -> SourceRange {
    SourceRange(start.range.lowerBound, previous.range.upperBound)
  }

  func at(_ keyword: Keyword) -> Bool { token.kind == .keyword(keyword) }

  func at(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }

  /// Whether these keywords follow one another here.
  func at(_ first: Keyword, _ second: Keyword) -> Bool {
    at(first) && peek().kind == .keyword(second)
  }

  mutating func accept(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  mutating func accept(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func accept(_ first: Keyword, _ second: Keyword) -> Bool {
    guard at(first, second) else { return false }
    advance()
    advance()
    return true
  }

  /// Whether this word is here. Words that mean something in few places are names everywhere else,
  /// and so no keywords.
  func at(word: String) -> Bool {
    token.kind == .word && text(token.range).uppercased() == word
  }

  mutating func accept(word: String) -> Bool {
    guard at(word: word) else { return false }
    advance()
    return true
  }

  mutating func expect(word: String) throws(SyntaxError) {
    guard accept(word: word) else { throw unexpected([.text(word)]) }
  }

  mutating func expect(_ keyword: Keyword) throws(SyntaxError) {
    if !accept(keyword) { throw missing(keyword) }
  }

  mutating func expect(_ symbol: Symbol) throws(SyntaxError) {
    if !accept(symbol) { throw missing(symbol) }
  }

  // MARK: Parentheses and lists

  /// Takes an opening symbol, which `close` must follow.
  mutating func open(_ symbol: Symbol) throws(SyntaxError) {
    openings.append(index)
    guard accept(symbol) else {
      openings.removeLast()
      throw unexpected([.symbol(symbol)])
    }
  }

  mutating func close(
    _ symbol: Symbol, else expected: [SyntaxError.Expectation] = []
  ) throws(SyntaxError) {
    guard at(symbol) else { throw unexpected(expected + [.symbol(symbol)]) }
    openings.removeLast()
    advance()
  }

  /// One element or more, with commas between them.
  mutating func commaList<Element>(
    _ element: (inout Parser) throws(SyntaxError) -> Element
  ) throws(SyntaxError) -> [Element] {
    var elements = [try element(&self)]
    while accept(.comma) { elements.append(try element(&self)) }
    return elements
  }

  /// `(element, …)`, at least one.
  mutating func parenthesised<Element>(
    _ element: (inout Parser) throws(SyntaxError) -> Element
  ) throws(SyntaxError) -> [Element] {
    try open(.leftParenthesis)
    let elements = try commaList(element)
    try close(.rightParenthesis, else: [.symbol(.comma)])
    return elements
  }

  // MARK: Depth

  /// Enters a node, which `leave` must follow; `levels` is how many parentheses it weighs.
  mutating func enter(levels: Int = 1) throws(SyntaxError) {
    depth += levels
    deepest = max(deepest, depth)
    if depth > Self.maximumNesting { throw SyntaxError(.tooDeep, at: token.range) }
  }

  mutating func leave(levels: Int = 1) { depth -= levels }

  /// Notes that everything parsed since `deepest` was set has come to stand one node deeper, as the
  /// left side of an operator does.
  mutating func deepen() throws(SyntaxError) {
    deepest += 1
    if deepest > Self.maximumDepth { throw SyntaxError(.tooDeep, at: token.range) }
  }

  // MARK: Names

  /// The name at this place, or nil when there is none that may stand here.
  mutating func acceptName(bareAlias isBareAlias: Bool = false) -> Identifier? {
    switch token.kind {
    case .word: break
    case .quotedName:
      defer { advance() }
      let inside = SourceRange(token.range.lowerBound + 1, token.range.upperBound - 1)
      return Identifier(
        undoubled(inside, quote: UInt8(ascii: "\"")), isQuoted: true, range: token.range)
    case .keyword(let keyword):
      if keyword.standing == .reserved || isBareAlias && keyword.standing == .restricted {
        return nil
      }
      if isBareAlias && closesQuery { return nil }
    default: return nil
    }
    defer { advance() }
    return Identifier(text(token.range), range: token.range)
  }

  /// Whether TOP, SUPPRESS or CHART at this place is the clause, and no alias.
  private var closesQuery: Bool {
    if at(.chart) { return closesStatement(at: 1) || isWord(index + 1) && closesStatement(at: 2) }
    if at(.suppress) { return peek().kind == .keyword(.below) }
    guard at(.top) else { return false }
    return switch peek().kind {
    case .integer, .decimal, .float, .parameter: true
    default: false
    }
  }

  /// Whether a statement could end before the token some places ahead, or go on with the file that
  /// its chart is written to.
  private func closesStatement(at distance: Int) -> Bool {
    switch peek(distance).kind {
    case .end, .symbol(.semicolon), .keyword(.to): true
    default: false
    }
  }

  /// The name of an option at this place, which every word may be: `escape = '"'`, `NULL 'n/a'`.
  mutating func acceptOptionName() -> Identifier? {
    if let name = acceptName() { return name }
    guard case .keyword = token.kind else { return nil }
    defer { advance() }
    return Identifier(text(token.range), range: token.range)
  }

  mutating func name(_ role: SyntaxError.NameRole) throws(SyntaxError) -> Identifier {
    if probe?.index == index { probe?.role = role }
    if let name = acceptName() { return name }
    throw missingName(role)
  }

  mutating func qualifiedName(_ role: SyntaxError.NameRole) throws(SyntaxError) -> QualifiedName {
    let start = index
    var parts = [try name(role)]
    while accept(.dot) { parts.append(try name(role)) }
    return QualifiedName(parts, range: range(from: start))
  }

  /// The name of an alias after `AS`, where nearly every keyword may stand.
  mutating func aliasAfterAs() throws(SyntaxError) -> Identifier {
    if let name = acceptName() { return name }
    if case .keyword = token.kind {
      switch peek().kind {
      case .end, .symbol(.comma), .symbol(.rightParenthesis), .symbol(.semicolon),
        .keyword(.from):
        defer { advance() }
        return Identifier(text(token.range), range: token.range)
      default: break
      }
    }
    throw missingName(.alias)
  }

  /// The text in a range, with each doubled quote made one.
  func undoubled(_ range: SourceRange, quote: UInt8) -> String {
    let inside = bytes[range.lowerBound..<range.upperBound]
    guard inside.contains(quote) else { return String(decoding: inside, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(inside.count)
    var isSecond = false
    for byte in inside {
      isSecond = byte == quote && !isSecond
      if !isSecond { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
