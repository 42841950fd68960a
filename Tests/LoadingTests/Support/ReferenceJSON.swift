/// A JSON text read one character after the other: what the reader of records is held to.
///
/// Nil where the text is no JSON by RFC 8259, or where the reader refuses it for what stands in its
/// strings: halves of characters and U+0000.
indirect enum ReferenceJSON: Equatable {
  case null
  case boolean(Bool)
  case number(String)
  case string(String)
  case array([ReferenceJSON])
  case object([Member])

  struct Member: Equatable {
    let key: String
    let value: ReferenceJSON
  }

  struct Malformed: Error {}

  /// The values of a text, one behind the other.
  static func values(_ text: String) -> [ReferenceJSON]? {
    var rest = Substring(text).unicodeScalars
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    var values: [ReferenceJSON] = []
    do {
      while true {
        skipSpace(&rest)
        if rest.isEmpty { return values }
        values.append(try value(&rest))
      }
    } catch {
      return nil
    }
  }

  /// Whether a key stands twice in an object that is no part of an array.
  var hasDuplicateKey: Bool {
    guard case .object(let members) = self else { return false }
    return Set(members.map { Array($0.key.utf8) }).count != members.count
      || members.contains { $0.value.hasDuplicateKey }
  }

  /// The text without space, keys and strings as they are written here.
  var compact: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let text): text
    case .string(let text): Self.quoted(text)
    case .array(let items): "[" + items.map(\.compact).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.key) + ":" + $0.value.compact }.joined(separator: ",")
        + "}"
    }
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u00" + (digits.count == 1 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: Reading

  private typealias Rest = Substring.UnicodeScalarView

  private static func skipSpace(_ rest: inout Rest) {
    while let next = rest.first, [" ", "\n", "\r", "\t"].contains(next) { rest.removeFirst() }
  }

  private static func take(_ scalar: Unicode.Scalar, _ rest: inout Rest) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private static func value(_ rest: inout Rest) throws -> ReferenceJSON {
    switch rest.first {
    case "{":
      rest.removeFirst()
      var members: [Member] = []
      try items(&rest, until: "}") { rest in
        guard rest.first == "\"" else { throw Malformed() }
        let key = try string(&rest)
        skipSpace(&rest)
        guard take(":", &rest) else { throw Malformed() }
        skipSpace(&rest)
        members.append(Member(key: key, value: try value(&rest)))
      }
      return .object(members)
    case "[":
      rest.removeFirst()
      var values: [ReferenceJSON] = []
      try items(&rest, until: "]") { values.append(try value(&$0)) }
      return .array(values)
    case "\"": return .string(try string(&rest))
    default:
      var word = ""
      while let next = rest.first, next.isASCII,
        next.properties.isAlphabetic || "0123456789+-._".unicodeScalars.contains(next)
      {
        word.unicodeScalars.append(next)
        rest.removeFirst()
      }
      switch word {
      case "null": return .null
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default:
        guard word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil else {
          throw Malformed()
        }
        return .number(word)
      }
    }
  }

  private static func items(
    _ rest: inout Rest, until closing: Unicode.Scalar, _ item: (inout Rest) throws -> Void
  ) throws {
    skipSpace(&rest)
    if take(closing, &rest) { return }
    while true {
      skipSpace(&rest)
      try item(&rest)
      skipSpace(&rest)
      if take(closing, &rest) { return }
      guard take(",", &rest) else { throw Malformed() }
    }
  }

  private static func string(_ rest: inout Rest) throws -> String {
    rest.removeFirst()
    var units: [UInt16] = []
    while let next = rest.popFirst() {
      switch next {
      case "\"":
        guard let text = String(validating: units, as: UTF16.self), !units.contains(0) else {
          throw Malformed()
        }
        return text
      case "\\":
        guard let escape = rest.popFirst() else { throw Malformed() }
        switch escape {
        case "\"", "\\", "/": units.append(UInt16(escape.value))
        case "b": units.append(8)
        case "f": units.append(12)
        case "n": units.append(10)
        case "r": units.append(13)
        case "t": units.append(9)
        case "u":
          let digits = String(String.UnicodeScalarView(rest.prefix(4)))
          guard digits.wholeMatch(of: /[0-9a-fA-F]{4}/) != nil, let unit = UInt16(digits, radix: 16)
          else { throw Malformed() }
          units.append(unit)
          rest.removeFirst(4)
        default: throw Malformed()
        }
      case _ where next.value < 0x20: throw Malformed()
      default: units += Array(String(next).utf16)
      }
    }
    throw Malformed()
  }
}
