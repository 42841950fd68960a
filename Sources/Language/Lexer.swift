/// Cuts source text into tokens.
///
/// It never fails: what is no token comes out as one of kind `invalid`, with the range of the whole
/// stretch, and the rest is cut as usual. Ranges are in order and do not overlap; what lies between
/// them is white space (and comments, unless they were asked for).
package struct Lexer {
  private let bytes: [UInt8]
  private var position = 0
  private let keepsComments: Bool

  private init(_ text: String, keepsComments: Bool) {
    bytes = Array(text.utf8)
    self.keepsComments = keepsComments
  }

  /// All tokens of a text, the last of kind `end`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func tokens(of text: String, includingComments: Bool = false) -> [Token] {
    var lexer = Lexer(text, keepsComments: includingComments)
    var tokens: [Token] = []
    tokens.reserveCapacity(lexer.bytes.count / 4 + 1)
    while true {
      let token = lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() -> Token {
    while true {
      skipWhiteSpace()
      let start = position
      guard let byte = peek() else { return Token(kind: .end, range: SourceRange(at: start)) }
      let kind = scan(byte)
      if kind == .comment && !keepsComments { continue }
      return Token(kind: kind, range: SourceRange(start, position))
    }
  }

  /// Scans one token, which begins with `byte`, and leaves the position behind it.
  private mutating func scan(_ byte: UInt8) -> Token.Kind {
    switch byte {
    case UInt8(ascii: "'"):
      return scanQuoted(.string, unclosed: .unclosedString)
    case UInt8(ascii: "\""):
      return scanQuotedName()
    case UInt8(ascii: "-") where peek(1) == byte:
      skipLine()
      return .comment
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      return scanBlockComment()
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      if peek(1) == UInt8(ascii: "'") {
        position += 1
        return scanEscapeString()
      }
      return scanWord()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return scanNumber()
    case UInt8(ascii: ".") where startsFraction:
      return scanNumber()
    case UInt8(ascii: "?"):
      position += 1
      return .parameter
    case UInt8(ascii: "$"):
      return scanParameter()
    default:
      if wordLength() > 0 { return scanWord() }
      return scanSymbol(byte)
    }
  }

  // MARK: Bytes

  private func peek(_ distance: Int = 0) -> UInt8? {
    let index = position + distance
    return index < bytes.count ? bytes[index] : nil
  }

  /// The Unicode scalar at the position and its length in bytes; nil at the end.
  private func scalar() -> (Unicode.Scalar, length: Int)? {
    guard let first = peek() else { return nil }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for distance in stride(from: 1, to: length, by: 1) {
      value = value << 6 | UInt32((peek(distance) ?? 0) & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", min(length, bytes.count - position))
  }

  private mutating func skipWhiteSpace() {
    while let byte = peek() {
      switch byte {
      case 0x20, 0x09...0x0D:
        position += 1
      case 0x80...:
        // Text pasted from a document brings non-breaking spaces and byte order marks.
        guard let (scalar, length) = scalar(),
          scalar == "\u{FEFF}" || scalar.properties.isWhitespace
        else { return }
        position += length
      default:
        return
      }
    }
  }

  private mutating func skipLine() {
    while let byte = peek(), byte != UInt8(ascii: "\n") { position += 1 }
  }

  // MARK: Comments and quotes

  private mutating func scanBlockComment() -> Token.Kind {
    var depth = 0
    while let byte = peek() {
      if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else if byte == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        depth -= 1
        position += 2
        if depth == 0 { return .comment }
      } else {
        position += 1
      }
    }
    return .invalid(.unclosedComment)
  }

  /// Scans to the quote that closes; the quote twice stands for itself.
  private mutating func scanQuoted(_ kind: Token.Kind, unclosed: Token.Fault) -> Token.Kind {
    let quote = bytes[position]
    position += 1
    while let byte = peek() {
      position += 1
      if byte == quote {
        guard peek() == quote else { return kind }
        position += 1
      }
    }
    return .invalid(unclosed)
  }

  private mutating func scanQuotedName() -> Token.Kind {
    let start = position
    let kind = scanQuoted(.quotedName, unclosed: .unclosedName)
    return kind == .quotedName && position - start == 2 ? .invalid(.emptyName) : kind
  }

  private mutating func scanEscapeString() -> Token.Kind {
    position += 1
    while let byte = peek() {
      position += 1
      if byte == UInt8(ascii: "\\") {
        position = min(position + 1, bytes.count)
      } else if byte == UInt8(ascii: "'") {
        guard peek() == byte else { return .escapeString }
        position += 1
      }
    }
    return .invalid(.unclosedString)
  }

  // MARK: Words, numbers, parameters

  /// Bytes of the name character at the position; 0 when there is none.
  private func wordLength(continuing: Bool = false) -> Int {
    guard let byte = peek() else { return 0 }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      return 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"):
      return continuing ? 1 : 0
    case 0x80...:
      guard let (scalar, length) = scalar() else { return 0 }
      let properties = scalar.properties
      return properties.isXIDStart || continuing && properties.isXIDContinue ? length : 0
    default:
      return 0
    }
  }

  private mutating func skipWord() {
    while true {
      let length = wordLength(continuing: true)
      if length == 0 { return }
      position += length
    }
  }

  private mutating func scanWord() -> Token.Kind {
    let start = position
    skipWord()
    guard let keyword = Keyword(spelling: bytes[start..<position]) else { return .word }
    return .keyword(keyword)
  }

  /// Whether the dot at the position begins a number such as `.5`, and is not that of `t.5`.
  private var startsFraction: Bool {
    guard let next = peek(1), next.isDigit else { return false }
    guard position > 0 else { return true }
    switch bytes[position - 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "]"), 0x80...:
      return false
    default:
      return true
    }
  }

  private mutating func scanNumber() -> Token.Kind {
    var kind = Token.Kind.integer
    var isWhole = true
    if peek() == UInt8(ascii: "0"), let next = peek(1), next | 0x20 == UInt8(ascii: "x") {
      position += 2
      isWhole = skipDigits(where: \.isHexadecimalDigit)
    } else {
      _ = skipDigits(where: \.isDigit)
      if peek() == UInt8(ascii: ".") {
        kind = .decimal
        position += 1
        _ = skipDigits(where: \.isDigit)
      }
      if let byte = peek(), byte | 0x20 == UInt8(ascii: "e") {
        kind = .float
        position += 1
        if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
        isWhole = skipDigits(where: \.isDigit)
      }
    }
    let end = position
    skipWord()
    return isWhole && position == end ? kind : .invalid(.malformedNumber)
  }

  /// Skips digits and single underscores between them; says whether there was a digit.
  private mutating func skipDigits(where isDigit: (UInt8) -> Bool) -> Bool {
    let start = position
    while let byte = peek() {
      if isDigit(byte) {
        position += 1
      } else if byte == UInt8(ascii: "_"), position > start, let next = peek(1), isDigit(next) {
        position += 1
      } else {
        break
      }
    }
    return position > start
  }

  private mutating func scanParameter() -> Token.Kind {
    if let tag = DollarQuote.tag(in: bytes, at: position) {
      position += tag.count
      guard let end = DollarQuote.end(of: tag, in: bytes, from: position) else {
        position = bytes.count
        return .invalid(.unclosedString)
      }
      position = end
      return .string
    }
    position += 1
    let start = position
    if wordLength(continuing: true) > 0, peek() != UInt8(ascii: "$") { skipWord() }
    return position > start ? .parameter : .invalid(.unknownCharacter)
  }

  // MARK: Symbols

  private mutating func scanSymbol(_ byte: UInt8) -> Token.Kind {
    for symbol in Symbol.byFirstByte[Int(byte)] where bytes[position...].starts(with: symbol.1) {
      position += symbol.1.count
      return .symbol(symbol.0)
    }
    return scanUnknown()
  }

  /// Takes a character that begins nothing; for a quote of another kind, the whole quotation when
  /// it closes on the same line.
  private mutating func scanUnknown() -> Token.Kind {
    guard let (first, length) = scalar() else { return .end }
    position += length
    let fault: Token.Fault
    let closing: Set<Unicode.Scalar>
    if first == "`" {
      fault = .backquote
      closing = ["`"]
    } else if Self.typographicQuotes.contains(first) {
      fault = .typographicQuote
      closing = Self.typographicQuotes
    } else {
      return .invalid(.unknownCharacter)
    }
    let afterFirst = position
    while let (scalar, length) = scalar(), scalar != "\n" {
      position += length
      if closing.contains(scalar) { return .invalid(fault) }
    }
    position = afterFirst
    return .invalid(fault)
  }

  /// “ ” „ ‘ ’ ‚ « »
  static let typographicQuotes: Set<Unicode.Scalar> = [
    "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{AB}", "\u{BB}",
  ]
}

extension Symbol {
  /// For each of the 256 bytes, the symbols that begin with it and their bytes, longest first.
  fileprivate static let byFirstByte: [[(Symbol, [UInt8])]] = {
    var table: [[(Symbol, [UInt8])]] = Array(repeating: [], count: 256)
    for symbol in allCases.sorted(by: { $0.rawValue.utf8.count > $1.rawValue.utf8.count }) {
      let bytes = Array(symbol.rawValue.utf8)
      table[Int(bytes[0])].append((symbol, bytes))
    }
    return table
  }()
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  fileprivate var isHexadecimalDigit: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }
}
