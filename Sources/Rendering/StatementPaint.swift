import Language

/// The colours of a statement: what each stretch of its text is.
package struct StatementPaint: Hashable, Sendable {
  /// Bytes of the text.
  package let range: SourceRange
  package let paint: Paint

  /// The stretches of `text` that have a colour, in order; names, symbols and what lies between
  /// have none. A line that begins with a dot is a command, and its name is a keyword.
  ///
  /// - Complexity: O(length of the text).
  package static func of(_ text: String) -> [StatementPaint] {
    if text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: ".") { return command(text) }
    let tokens = Lexer.tokens(of: text, includingComments: true)
    return tokens.indices.compactMap { index in
      let next = index + 1 < tokens.count ? tokens[index + 1].kind : .end
      return paint(of: tokens[index].kind, before: next).map {
        StatementPaint(range: tokens[index].range, paint: $0)
      }
    }
  }

  /// `text` with the sequences that colour it.
  package static func applied(to text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var end = 0
    for stretch in of(text) {
      out += bytes[end..<stretch.range.lowerBound]
      out += Array(stretch.paint.rawValue.utf8)
      out += bytes[stretch.range.lowerBound..<stretch.range.upperBound]
      out += Array(Paint.end.utf8)
      end = stretch.range.upperBound
    }
    return String(decoding: out + bytes[end...], as: UTF8.self)
  }

  private static func paint(of kind: Token.Kind, before next: Token.Kind) -> Paint? {
    switch kind {
    case .keyword(let keyword):
      // `count` and its kin are words that nothing keeps from being a name.
      if keyword.standing == .reserved { return .keyword }
      return next == .symbol(.leftParenthesis) ? .function : .keyword
    case .word: return next == .symbol(.leftParenthesis) ? .function : nil
    case .string, .escapeString: return .literal
    case .integer, .decimal, .float, .parameter: return .number
    case .comment: return .faint
    case .invalid(.unclosedString): return .literal
    case .invalid(.unclosedComment): return .faint
    case .invalid(.unclosedName), .invalid(.emptyName): return nil
    case .invalid: return .wrong
    case .quotedName, .symbol, .end: return nil
    }
  }

  private static func command(_ text: String) -> [StatementPaint] {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 > 0x20 } ?? 0
    let end = bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
    return [StatementPaint(range: SourceRange(start, end), paint: .keyword)]
  }
}
