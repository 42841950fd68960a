/// How names and texts are written in SQL.
package enum SQLText {
  /// A text in single quotes: `'it''s'`.
  package static func literal(_ text: String) -> String { enclose(text, in: "'") }

  /// A name in double quotes, whether it needs them or not.
  package static func quoted(_ name: String) -> String { enclose(name, in: "\"") }

  /// A name as it can stand in a statement: in double quotes only when it would be read otherwise.
  package static func name(_ name: String) -> String {
    let tokens = Lexer.tokens(of: name)
    guard tokens.count == 2, tokens[0].range.count == name.utf8.count else { return quoted(name) }
    return switch tokens[0].kind {
    case .word: name
    case .keyword(let keyword) where keyword.standing == .free: name
    default: quoted(name)
    }
  }

  /// The name that is written so: without its double quotes, where it has them.
  package static func unquoted(_ name: String) -> String {
    guard name.utf8.count > 1, name.first == "\"", name.last == "\"" else { return name }
    return String(name.dropFirst().dropLast().replacing("\"\"", with: "\""))
  }

  private static func enclose(_ text: String, in quote: Character) -> String {
    var result = String(quote)
    result.reserveCapacity(text.utf8.count + 2)
    for character in text.unicodeScalars {
      result.unicodeScalars.append(character)
      if Character(character) == quote { result.append(quote) }
    }
    result.append(quote)
    return result
  }
}
