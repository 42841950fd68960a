import Language

/// Names as they are written in statements.
enum Identifier {
  /// Whether `name` is letters, digits and underscores, and begins with no digit.
  static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.unicodeScalars.allSatisfy {
      $0 == "_" || ("0"..."9").contains($0) || $0.properties.isAlphabetic
    }
  }

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
