/// The texts that cells of a workbook name by number, each as ``ConvertedText`` has it: quoted.
///
/// Runs of one text in different fonts are joined; how it is pronounced is left out.
struct SharedStrings: XMLHandler {
  let namespaces = SpreadsheetNames.main
  private var arena: [UInt8] = []
  /// Where each text ends in the arena.
  private var ends: [Int] = []
  private var collector = TextCollector()
  private let limit: Int

  /// - Parameter limit: the most bytes that the texts may take.
  init(limit: Int) { self.limit = limit }

  var count: Int { ends.count }
  var byteCount: Int { arena.count + ends.count * MemoryLayout<Int>.stride }

  /// Appends the text with a number below ``count`` to `text`.
  func append(_ number: Int, to text: inout [UInt8]) {
    text.append(contentsOf: arena[(number > 0 ? ends[number - 1] : 0)..<ends[number]])
  }

  mutating func start(_ element: XMLWord, _ attributes: XMLAttributes) {
    switch element {
    case "si": collector.begin()
    default: collector.start(element)
    }
  }

  mutating func end(_ element: XMLWord) throws {
    guard case "si" = element else { return collector.end(element) }
    QuotedText.append(collector.bytes[...], to: &arena)
    ends.append(arena.count)
    if byteCount > limit {
      throw WorkbookFault.tooLarge("its shared texts", bytes: byteCount, limit: limit)
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { collector.text(bytes) }
}

/// Joins the texts of the runs of a cell: `<t>` elements, those of phonetic runs apart.
struct TextCollector {
  private(set) var bytes: [UInt8] = []
  private var isInText = false
  private var phoneticDepth = 0

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    isInText = false
    phoneticDepth = 0
  }

  mutating func start(_ element: XMLWord) {
    switch element {
    case "t": isInText = phoneticDepth == 0
    case "rPh": phoneticDepth += 1
    default: break
    }
  }

  mutating func end(_ element: XMLWord) {
    switch element {
    case "t": isInText = false
    case "rPh": phoneticDepth -= 1
    default: break
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isInText { bytes.append(contentsOf: text) }
  }
}

/// Texts of cells between quotes.
enum QuotedText {
  private static let quote = UInt8(ascii: "\"")

  /// Appends `text` between quotes, those inside it doubled, and characters that XML cannot hold
  /// put in for the `_xHHHH_` that stands for them (ECMA-376-1, 22.9.2.19).
  static func append(_ text: ArraySlice<UInt8>, to target: inout [UInt8]) {
    target.append(quote)
    var rest = text
    while let special = rest.firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "_") }) {
      target.append(contentsOf: rest[..<special])
      if rest[special] == quote {
        target.append(quote)
        target.append(quote)
        rest = rest[(special + 1)...]
      } else if let (character, end) = escaped(rest[special...]) {
        if character == "\"" { target.append(quote) }
        target.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
        rest = rest[end...]
      } else {
        target.append(UInt8(ascii: "_"))
        rest = rest[(special + 1)...]
      }
    }
    target.append(contentsOf: rest)
    target.append(quote)
  }

  /// The character that `_xHHHH_` at the start of `text` stands for, two of them for one beyond
  /// 16 bits, and where they end. Nil for anything else, and for the character 0, which no text
  /// that is loaded may hold.
  private static func escaped(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard let first = unit(text), first != 0 else { return nil }
    let end = text.startIndex + 7
    if let character = Unicode.Scalar(first) { return (character, end) }
    guard (0xD800..<0xDC00).contains(first), let second = unit(text[end...]),
      (0xDC00..<0xE000).contains(second),
      let character = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { return nil }
    return (character, end + 7)
  }

  private static func unit(_ text: ArraySlice<UInt8>) -> UInt32? {
    let sign = text.prefix(7)
    guard sign.count == 7, sign.starts(with: "_x".utf8), sign.last == UInt8(ascii: "_") else {
      return nil
    }
    let digits = sign.dropFirst(2).dropLast()
    guard !digits.contains(UInt8(ascii: "+")) && !digits.contains(UInt8(ascii: "-")) else {
      return nil
    }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
