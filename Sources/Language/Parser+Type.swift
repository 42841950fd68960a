// Type names.

extension Parser {
  /// `DECIMAL(18, 3)`, `TIMESTAMP WITH TIME ZONE`, `STRUCT(a INTEGER)`, `VARCHAR[]`.
  mutating func typeName() throws(SyntaxError) -> TypeName {
    try enter()
    let start = index
    var words = [try name(.type).name.uppercased()]
    switch words[0] {
    case "DOUBLE": acceptWord("PRECISION", into: &words)
    case "CHARACTER", "CHAR": acceptWord("VARYING", into: &words)
    default: break
    }
    var arguments: [TypeName.Argument] = []
    if at(.leftParenthesis) {
      arguments = try parenthesised { (parser) throws(SyntaxError) in try parser.typeArgument() }
    }
    if words[0] == "TIMESTAMP" || words[0] == "TIME" { acceptTimeZone(into: &words) }
    var listDepth = 0
    while at(.leftBracket) {
      try open(.leftBracket)
      try close(.rightBracket)
      listDepth += 1
    }
    leave()
    return TypeName(
      name: words.joined(separator: " "), arguments: arguments, listDepth: listDepth,
      range: range(from: start))
  }

  private mutating func acceptWord(_ word: String, into words: inout [String]) {
    guard token.kind == .word, text(token.range).uppercased() == word else { return }
    words.append(word)
    advance()
  }

  private mutating func acceptTimeZone(into words: inout [String]) {
    guard at(.with) || at(.without), peek().kind == .keyword(.time),
      peek(2).kind == .keyword(.zone)
    else { return }
    for _ in 0..<3 {
      words.append(text(token.range).uppercased())
      advance()
    }
  }

  private mutating func typeArgument() throws(SyntaxError) -> TypeName.Argument {
    switch token.kind {
    case .integer:
      defer { advance() }
      return .number(text(token.range))
    case .string, .escapeString:
      return .text(try string())
    default:
      // A field has a name before its type: two names in a row.
      switch peek().kind {
      case .word, .quotedName, .keyword(.time), .keyword(.interval):
        let field = try name(.field)
        return .field(field, try typeName())
      default:
        return .type(try typeName())
      }
    }
  }
}
