// Numbers, texts, parameters.

extension Parser {
  /// The literal or parameter at this place; nil when there is none.
  mutating func acceptLiteral() throws(SyntaxError) -> Expression? {
    let range = token.range
    let literal: Literal
    switch token.kind {
    case .integer: literal = .integer(digits(range))
    case .decimal: literal = .decimal(digits(range))
    case .float: literal = .float(digits(range))
    case .string, .escapeString: literal = .string(try string())
    case .keyword(.null): literal = .null
    case .keyword(.true): literal = .boolean(true)
    case .keyword(.false): literal = .boolean(false)
    case .parameter: return try parameter()
    default: return nil
    }
    // A string has been taken already.
    if case .string = literal {} else { advance() }
    return Expression(.literal(literal), range)
  }

  /// Whether a literal or a parameter is at this place.
  var isLiteral: Bool {
    switch token.kind {
    case .integer, .decimal, .float, .string, .escapeString, .parameter, .keyword(.null),
      .keyword(.true), .keyword(.false):
      true
    default: false
    }
  }

  /// A number's text without its separators.
  private func digits(_ range: SourceRange) -> String {
    let source = bytes[range.lowerBound..<range.upperBound]
    guard source.contains(UInt8(ascii: "_")) else { return String(decoding: source, as: UTF8.self) }
    return String(decoding: source.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  private mutating func parameter() throws(SyntaxError) -> Expression {
    let range = token.range
    let name = text(SourceRange(range.lowerBound + 1, range.upperBound))
    if name.isEmpty {
      advance()
      anonymousParameters += 1
      return Expression(.parameter(.numbered(anonymousParameters)), range)
    }
    if name.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      guard let number = Int(name), number > 0 else {
        throw SyntaxError(.malformedNumber, at: range)
      }
      advance()
      return Expression(.parameter(.numbered(number)), range)
    }
    advance()
    return Expression(.parameter(.named(name)), range)
  }

  /// The text of a string token, without quotes and escapes.
  mutating func string() throws(SyntaxError) -> String {
    let range = token.range
    let value: String
    switch token.kind {
    case .string where text(range).hasPrefix("$"):
      value = DollarQuote.content(of: text(range))
    case .string:
      let inside = SourceRange(range.lowerBound + 1, range.upperBound - 1)
      value = undoubled(inside, quote: UInt8(ascii: "'"))
    case .escapeString:
      value = try unescaped(SourceRange(range.lowerBound + 2, range.upperBound - 1))
    default:
      throw unexpected([.text("a text in single quotes")])
    }
    advance()
    return value
  }

  /// The text of an escape string, as PostgreSQL reads it: `\n`, `\x41`, `\101`, `\u00E9` …; before
  /// any other character a backslash is dropped.
  private func unescaped(_ range: SourceRange) throws(SyntaxError) -> String {
    var result: [UInt8] = []
    var position = range.lowerBound
    /// Takes up to `count` digits.
    func number(radix: Int, upTo count: Int) -> (value: UInt32, digits: Int) {
      var value: UInt32 = 0
      var digits = 0
      while digits < count, position < range.upperBound,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue, digit < radix
      {
        value = value * UInt32(radix) + UInt32(digit)
        digits += 1
        position += 1
      }
      return (value, digits)
    }
    while position < range.upperBound {
      let byte = bytes[position]
      let start = position
      position += 1
      if byte == UInt8(ascii: "'") {
        // The second of a doubled quote; after a backslash a quote stands alone.
        position += 1
      }
      guard byte == UInt8(ascii: "\\"), position < range.upperBound else {
        result.append(byte)
        continue
      }
      let escaped = bytes[position]
      position += 1
      switch escaped {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "0")...UInt8(ascii: "7"), UInt8(ascii: "x"), UInt8(ascii: "u"),
        UInt8(ascii: "U"):
        let parsed: (value: UInt32, digits: Int)
        let isWhole: Bool
        switch escaped {
        case UInt8(ascii: "x"):
          parsed = number(radix: 16, upTo: 2)
          isWhole = parsed.digits > 0
        case UInt8(ascii: "u"):
          parsed = number(radix: 16, upTo: 4)
          isWhole = parsed.digits == 4
        case UInt8(ascii: "U"):
          parsed = number(radix: 16, upTo: 8)
          isWhole = parsed.digits == 8
        default:
          position -= 1
          parsed = number(radix: 8, upTo: 3)
          isWhole = true
        }
        guard isWhole, let scalar = Unicode.Scalar(parsed.value), scalar != "\0" else {
          throw SyntaxError(.badEscape, at: SourceRange(start, position))
        }
        result.append(contentsOf: String(scalar).utf8)
      default: result.append(escaped)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
