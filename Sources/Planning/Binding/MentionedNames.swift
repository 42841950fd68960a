import Language

/// Which columns of a file a statement could need, judged by its words alone.
///
/// A query over a file is to parse only the columns that it uses; which these are must be known
/// before the file is loaded, and so before names can be resolved. Every word of the statement may
/// be a column, so this is more than is needed, never less.
enum MentionedNames {
  /// All names in `text`, in lower case; nil where it may need every column.
  static func columns(in text: String) -> Set<String>? {
    let tokens = Lexer.tokens(of: text)
    if hasQueryWithoutSelect(tokens) { return nil }
    let bytes = Array(text.utf8)
    var names: Set<String> = []
    var hasSelect = false
    for (index, token) in tokens.enumerated() {
      let word = String(
        decoding: bytes[token.range.lowerBound..<token.range.upperBound], as: UTF8.self
      )
      .lowercased()
      switch token.kind {
      case .word: names.insert(word)
      case .quotedName:
        names.insert(String(word.dropFirst().dropLast()).replacingDoubledQuotes())
      case .keyword:
        if word == "select" { hasSelect = true }
        if ["natural", "pivot", "unpivot"].contains(word) { return nil }
        // `DESCRIBE t` and `TABLE t` ask for everything; ORDER BY … DESC and CREATE TABLE do not.
        if index == 0 && ["describe", "desc", "summarize", "show"].contains(word) { return nil }
        if word == "table" && !isObjectOfStatement(tokens, at: index) { return nil }
        names.insert(word)
      case .symbol(.star):
        if isStarOfColumns(tokens, at: index) { return nil }
      default: break
      }
      // `COLUMNS(…)`; in `read_csv('f', columns = …)` it is an option.
      if word == "columns", tokens.dropFirst(index + 1).first?.kind == .symbol(.leftParenthesis) {
        return nil
      }
    }
    return hasSelect ? names : nil
  }

  /// Whether some query begins with FROM and has no SELECT: it yields all columns unmentioned.
  private static func hasQueryWithoutSelect(_ tokens: [Token]) -> Bool {
    enum Progress { case start, select, from }
    // How far the query inside each open parenthesis is.
    var open: [Progress] = [.start]
    var before: Token.Kind?
    for token in tokens {
      let kind = token.kind
      // Unlike the FROM of extract(year FROM d), that of a query follows no operand.
      let followsNothing =
        switch before {
        case nil, .symbol(.leftParenthesis), .symbol(.rightParenthesis), .keyword: true
        default: false
        }
      switch kind {
      case .symbol(.leftParenthesis): open.append(.start)
      case .symbol(.rightParenthesis):
        if open[open.count - 1] == .from { return true }
        if open.count > 1 { open.removeLast() }
      case .keyword(.union), .keyword(.intersect), .keyword(.except):
        // Behind a star, EXCEPT names columns; then nothing is restricted anyway.
        if open[open.count - 1] == .from { return true }
        open[open.count - 1] = .start
      case .keyword(.from) where open[open.count - 1] == .start && followsNothing:
        open[open.count - 1] = .from
      case .keyword(.select): open[open.count - 1] = .select
      default: break
      }
      before = kind
    }
    return open.contains(.from)
  }

  /// Whether the word TABLE says what is made or dropped.
  private static func isObjectOfStatement(_ tokens: [Token], at index: Int) -> Bool {
    guard index > 0 else { return false }
    switch tokens[index - 1].kind {
    case .keyword(.create), .keyword(.replace), .keyword(.temp), .keyword(.temporary),
      .keyword(.drop):
      return true
    default: return false
    }
  }

  /// Whether the star stands for columns: behind SELECT, DISTINCT, a comma or a dot, and not as
  /// the argument of `count(*)` or between factors.
  private static func isStarOfColumns(_ tokens: [Token], at index: Int) -> Bool {
    guard index > 0 else { return true }
    switch tokens[index - 1].kind {
    case .symbol(.comma), .symbol(.dot), .keyword: return true
    default: return false
    }
  }
}

extension String {
  /// The inside of a quoted name, in which `""` stands for one quote.
  fileprivate func replacingDoubledQuotes() -> String {
    var result = ""
    var skipsNext = false
    for character in self {
      if character == "\"" && skipsNext {
        skipsNext = false
        continue
      }
      skipsNext = character == "\""
      result.append(character)
    }
    return result
  }
}
