/// What may follow the beginning of a statement, as the parser sees it.
///
/// The parser is asked again and again: does it get past this word, put at the end of the text? So
/// the answer is that of the grammar, without a second description of it.
package struct Continuation: Sendable {
  /// What a name at the end of the text would name; nil where none may stand there, or where it
  /// would be new, as an alias is.
  package let role: SyntaxError.NameRole?
  /// The keywords that may stand there, and would not be read as a name.
  package let keywords: [Keyword]

  /// Looks at what may follow `text`, which does not end inside a word, a quote or a comment.
  ///
  /// - Parameter keywords: those that are asked about.
  /// - Complexity: O(length of the text × keywords).
  package init(of text: String, keywords: [Keyword] = Keyword.allCases) {
    let prefix = Prefix(text)
    let names = Follower.all.map { prefix.parse(.word, spelt: "x", $0) }
    role = names[0].isAccepted ? names[0].role : nil
    self.keywords = keywords.filter { keyword in
      zip(Follower.all, names).contains { follower, name in
        let parse = prefix.parse(.keyword(keyword), spelt: keyword.rawValue, follower)
        guard parse.isAccepted else { return false }
        // What goes on as after any name was read as one; but no alias is spelt like the start of a
        // clause.
        let isNoName =
          keyword.standing == .reserved || name.role == nil && keyword.standing == .restricted
        return !name.isAccepted || isNoName || parse.taken > name.taken
      }
    }
  }

  /// A token behind the word, without which some keywords are names: `OVER (`, `PARTITION BY`.
  private struct Follower {
    let kind: Token.Kind
    let spelling: String

    static let all: [Follower?] = [
      nil, Follower(kind: .symbol(.leftParenthesis), spelling: "("),
      Follower(kind: .keyword(.by), spelling: "BY"),
      Follower(kind: .keyword(.sets), spelling: "SETS"),
    ]
  }

  /// A text, and what comes of it with one more token.
  private struct Prefix {
    private let bytes: [UInt8]
    private let tokens: [Token]

    struct Parse {
      /// Whether the parser got past the token.
      let isAccepted: Bool
      let role: SyntaxError.NameRole?
      /// How many tokens it took; all where the statement may end there.
      let taken: Int
    }

    init(_ text: String) {
      bytes = Array(text.utf8)
      tokens = Lexer.tokens(of: text).dropLast()
    }

    func parse(_ kind: Token.Kind, spelt spelling: String, _ follower: Follower?) -> Parse {
      var bytes = bytes
      var tokens = tokens
      func append(_ kind: Token.Kind, _ spelling: String) {
        bytes.append(UInt8(ascii: " "))
        tokens.append(
          Token(
            kind: kind, range: SourceRange(bytes.count, bytes.count + spelling.utf8.count)))
        bytes += Array(spelling.utf8)
      }
      append(kind, spelling)
      if let follower { append(follower.kind, follower.spelling) }
      append(.end, "")
      let place = self.tokens.count
      var parser = Parser(bytes, tokens)
      parser.probe = (place, nil)
      _ = try? parser.wholeStatement()
      return Parse(
        isAccepted: parser.index > place, role: parser.probe?.role, taken: parser.index)
    }
  }
}
