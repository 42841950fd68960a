/// What is wrong with a text that was to be JSON (RFC 8259).
package enum JSONProblem: Hashable, Sendable {
  /// The text ends where more must follow; `line` is that on which the record begins that is cut.
  case truncated(line: Int)
  case unexpected(found: String, expected: String)
  /// A comma behind which nothing follows but a closing bracket.
  case trailingComma
  /// A number that RFC 8259 does not know: `01`, `+1`, `.5`, `1.`, `0x1F`.
  case badNumber(String)
  /// `NaN` or an infinity.
  case notFinite(String)
  /// A character below U+0020 in a string.
  case controlCharacter(UInt8)
  case badEscape(String)
  /// Half of a pair of UTF-16 without the other half.
  case loneSurrogate(String)
  /// `\u0000`, which no text can hold here.
  case zeroCharacter
  case duplicateKey(String)
  case tooDeep(limit: Int)
  /// Records parted by commas without brackets around them.
  case commaBetweenRecords
  /// A record that is no object; `found` is what it is, `number` counts from 1.
  case notAnObject(found: String, number: Int)
  /// Something behind the end of the array, or of the one value.
  case trailingText(found: String)
  /// An array without elements.
  case noRecords
  /// Records without a key.
  case noKeys
  case tooManyKeys(limit: Int)
}

extension JSONProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .truncated(let line):
      "it ends in the middle of what begins on line \(Wording.count(line)); "
        + "the file may be cut short"
    case .unexpected(let found, let expected):
      "found \(found) where \(expected) was expected" + Self.hint(found)
    case .trailingComma: "a comma stands before a closing bracket; take it away"
    case .badNumber(let text):
      "\(Wording.cell(text)) is no number in JSON, which knows neither leading zeros and plus signs "
        + "nor a point without digits on both sides; write it right, or between double quotes"
    case .notFinite(let text):
      "\(text) is no number in JSON; write null, or the text between double quotes"
    case .controlCharacter(let byte):
      "a string holds the control character \(Self.name(byte)), "
        + "which must be written \(Self.escape(byte))"
    case .badEscape(let text):
      "\(Wording.cell(text)) is no escape in JSON; a backslash itself is written \\\\"
    case .loneSurrogate(let text):
      "\(text) is half of a character: a surrogate without its other half"
    case .zeroCharacter: "a string holds \\u0000, which no column of text can hold"
    case .duplicateKey(let key):
      "the key \(Wording.cell(key)) stands twice in one object, and which counts is not said"
    case .tooDeep(let limit): "objects and arrays are nested more than \(limit) deep"
    case .commaBetweenRecords:
      "a comma stands between two records: either put [ before the first and ] behind the last, "
        + "or take the commas away"
    case .notAnObject(let found, let number):
      "record \(Wording.count(number)) is \(found), and every record must be an object"
    case .trailingText(let found): "found \(found) behind the end of the JSON text"
    case .noRecords: "the array holds no records"
    case .noKeys: "no record has a key"
    case .tooManyKeys(let limit):
      "the records have more than \(Wording.count(limit)) different keys: "
        + "are they names of things rather than of columns?"
    }
  }

  /// What is probably meant by something that other languages know.
  private static func hint(_ found: String) -> String {
    switch found {
    case "'True'", "'TRUE'": "; did you mean true?"
    case "'False'", "'FALSE'": "; did you mean false?"
    case "'None'", "'NULL'", "'Null'", "'nil'", "'undefined'": "; did you mean null?"
    case "'''": "; strings stand between double quotes"
    case "'/'", "'#'": "; JSON has no comments"
    default: ""
    }
  }

  private static func name(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\t"): "TAB"
    case UInt8(ascii: "\n"): "LF (a line break)"
    case UInt8(ascii: "\r"): "CR (a line break)"
    default: "U+00" + hexadecimal(byte)
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\t"): "\\t"
    case UInt8(ascii: "\n"): "\\n"
    case UInt8(ascii: "\r"): "\\r"
    default: "\\u00" + hexadecimal(byte)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
