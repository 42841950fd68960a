import Language

/// Names as they are written in statements.
enum Identifier {
  /// `name`, in double quotes where it would not be read as a name without them.
  static func quoted(_ name: String) -> String {
    let tokens = Lexer.tokens(of: name)
    if tokens.count == 2, tokens[0].range.count == name.utf8.count {
      switch tokens[0].kind {
      case .word: return name
      case .keyword(let keyword) where keyword.standing == .free: return name
      default: break
      }
    }
    return
      "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
