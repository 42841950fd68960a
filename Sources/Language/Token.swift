/// A piece of source text that the parser takes as one.
package struct Token: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A name without quotes that is no keyword.
    case word
    /// Whether a keyword may also be a name is for the parser to say.
    case keyword(Keyword)
    /// `"name"`, with `""` for a quote inside.
    case quotedName
    /// `'text'`, with `''` for a quote inside.
    case string
    /// `E'text'`, with backslash escapes.
    case escapeString
    /// `12`, `1_000`, `0x1F`.
    case integer
    /// `1.5`, `.5`, `1.`.
    case decimal
    /// `1e6`, `1.5E-3`.
    case float
    /// `$name`, `$1`, `?`.
    case parameter
    case symbol(Symbol)
    /// `-- …` or `/* … */`; only when asked for.
    case comment
    case invalid(Fault)
    /// After the last token; its range is empty.
    case end
  }

  /// Why a stretch of text is no token.
  package enum Fault: Hashable, Sendable {
    case unclosedString
    case unclosedName
    case unclosedComment
    case emptyName
    /// A number that runs into letters: `12abc`, `1e`.
    case malformedNumber
    /// Quotation marks of a word processor instead of `'` or `"`.
    case typographicQuote
    /// A name in backquotes, which other languages have.
    case backquote
    case unknownCharacter
  }

  package let kind: Kind
  package let range: SourceRange

  /// The range, the kind and the text on one line: the form of golden scripts.
  package func description(in source: Source) -> String {
    "\(range) \(kind) \(source.text(of: range))"
  }
}

/// Every sign that is not a letter, a digit or a quote.
package enum Symbol: String, CaseIterable, Sendable {
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case doubleSlash = "//"
  case percent = "%"
  case caret = "^"
  case doubleStar = "**"
  case concatenate = "||"
  case equal = "="
  case doubleEqual = "=="
  case notEqual = "<>"
  case exclamationEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case doubleColon = "::"
  case dot = "."
  case comma = ","
  case semicolon = ";"
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case colon = ":"
  case arrow = "->"
  case doubleArrow = "=>"
  case assign = ":="
  case tilde = "~"
  case notTilde = "!~"
  case tildeStar = "~*"
  case notTildeStar = "!~*"
  case doubleTilde = "~~"
  case notDoubleTilde = "!~~"
  case doubleTildeStar = "~~*"
  case notDoubleTildeStar = "!~~*"
  case tripleTilde = "~~~"
  case caretAt = "^@"
  case atSign = "@"
  case ampersand = "&"
  case bar = "|"
  case shiftLeft = "<<"
  case shiftRight = ">>"
}

extension Token.Kind: CustomStringConvertible {
  /// One word, or the symbol in quotes: the form of golden scripts.
  package var description: String {
    switch self {
    case .word: "word"
    case .keyword(let keyword): keyword.rawValue
    case .quotedName: "quoted-name"
    case .string: "string"
    case .escapeString: "escape-string"
    case .integer: "integer"
    case .decimal: "decimal"
    case .float: "float"
    case .parameter: "parameter"
    case .symbol(let symbol): "'\(symbol.rawValue)'"
    case .comment: "comment"
    case .invalid(let fault): "invalid(\(fault))"
    case .end: "end"
    }
  }
}
