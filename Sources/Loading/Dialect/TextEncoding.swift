import Glibc

/// How the bytes of a file stand for characters, and how that is known.
struct TextEncoding: Sendable {
  /// The C library's name; nil for UTF-8, which needs no conversion.
  let converter: String?
  /// What the ledger calls it.
  let name: String
  /// What to tell whoever signs a figure.
  var note: String?

  static let utf8 = TextEncoding(converter: nil, name: "UTF-8")

  /// The encoding that an option names.
  ///
  /// `latin-1` and `iso-8859-1` are read as what they say, not as Windows-1252.
  init(option name: String) {
    let folded = name.lowercased().filter { $0 != "_" && $0 != " " }
    switch folded {
    case "utf-8", "utf8": self = .utf8
    case "latin-1", "latin1", "iso8859-1", "iso-8859-1":
      self.init(converter: "ISO-8859-1", name: "ISO-8859-1")
    case "utf-16", "utf16", "utf-16le":
      self.init(converter: "UTF-16LE", name: "UTF-16 (little-endian)")
    case "utf-16be": self.init(converter: "UTF-16BE", name: "UTF-16 (big-endian)")
    default:
      let digits = folded.drop { !$0.isNumber }
      let isWindows = folded.hasPrefix("windows") || folded.hasPrefix("cp125")
      self.init(converter: isWindows ? "CP\(digits)" : name, name: name)
    }
  }

  init(converter: String?, name: String, note: String? = nil) {
    self.converter = converter
    self.name = name
    self.note = note
  }

  /// The encoding that the first bytes of a file give away; UTF-8 until proven otherwise.
  static func detected(_ source: any ByteSource) throws -> TextEncoding {
    let block = Block(count: headBytes)
    let start = block.base + Block.front
    let got = try source.readFully(into: start, count: headBytes)
    try source.rewind()
    return detected(UnsafeBufferPointer(start: start, count: got))
  }

  /// Enough to see which bytes are zero.
  private static let headBytes = 256

  private static func detected(_ head: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return TextEncoding(converter: nil, name: "UTF-8 with byte order mark")
    }
    guard let kind = FileSignature.utf16(head) else { return .utf8 }
    let converter = kind.isLittleEndian ? "UTF-16LE" : "UTF-16BE"
    let name = "UTF-16 (\(kind.isLittleEndian ? "little" : "big")-endian)"
    return TextEncoding(
      converter: converter, name: name,
      note: kind.hasMark
        ? nil : "every other byte is zero, so the text is taken for \(name)")
  }
}

/// What the bytes of a whole file that is not UTF-8 say of its encoding.
struct EncodingEvidence {
  /// Sequences of several bytes that are well-formed UTF-8.
  private(set) var wellFormed = 0
  /// Bytes of 0x80 and above that belong to no such sequence.
  private(set) var others = 0
  /// Of those, bytes between two letters of ASCII that are letters in Windows-1252, and that are
  /// none but letters in the code pages of DOS.
  private(set) var letters = 0
  private(set) var foreign = 0
  /// Bytes beside another byte of 0x80 and above, as in scripts other than Latin.
  private(set) var inRuns = 0
  /// Bytes that Windows-1252 leaves undefined.
  private(set) var undefined = 0
  /// The line of the first byte that is not UTF-8, its place, and the word around it.
  private(set) var first: (line: Int, offset: Int, word: String)?

  /// Reads `source` from its start to its end.
  ///
  /// - Complexity: linear.
  init(_ source: any ByteSource) throws {
    try source.rewind()
    let size = 1 << 20
    let block = Block(count: size + Self.context * 2)
    var filled = 0
    var offset = 0
    var lines = 1
    var previous: UInt8 = 0
    while true {
      let text = block.base + Block.front
      let got = try source.read(into: text + filled, count: size - filled)
      filled += got
      (text + filled).update(repeating: 0, count: Block.back)
      // The last bytes wait for what follows them.
      let end = got == 0 ? filled : max(0, filled - Self.context)
      let used = look(
        at: text, from: 0, to: end, filled: filled, previous: previous, offset, &lines)
      if used > 0 { previous = text[used - 1] }
      if got == 0 { break }
      text.update(from: text + used, count: filled - used)
      filled -= used
      offset += used
    }
    try source.rewind()
  }

  private static let context = 64

  /// Counts the bytes of `text` in `from ..< to`; a sequence may reach behind `to`.
  private mutating func look(
    at text: UnsafeMutablePointer<UInt8>, from: Int, to: Int, filled: Int, previous: UInt8,
    _ offset: Int, _ lines: inout Int
  ) -> Int {
    var at = from
    while at < to {
      let byte = text[at]
      if byte < 0x80 {
        if byte == 10 || byte == 13 && text[at + 1] != 10 { lines += 1 }
        at += 1
        continue
      }
      let length = Self.sequenceLength(text + at, filled - at)
      if length > 0 {
        wellFormed += 1
        at += length
        continue
      }
      others += 1
      let before = at > 0 ? text[at - 1] : previous
      let after = at + 1 < filled ? text[at + 1] : 0
      note(byte, between: before, and: after)
      if first == nil {
        let start = max(0, at - 12)
        let word = (start..<min(filled, at + 12)).map { text[$0] }
        first = (lines, offset + at, Self.windows1252(word, around: at - start))
      }
      at += 1
    }
    return at
  }

  private mutating func note(_ byte: UInt8, between before: UInt8, and after: UInt8) {
    if before >= 0x80 || after >= 0x80 { inRuns += 1 }
    if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { undefined += 1 }
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
    guard isLetter(before) || isLetter(after) else { return }
    if byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 {
      letters += 1
    } else if [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte) {
      letters += 1
    } else if isLetter(before) && isLetter(after) && byte != 0x92 && byte != 0xAD && byte != 0xB7 {
      // No apostrophe, no hyphen, no middle dot: Windows-1252 has a sign inside a word here.
      foreign += 1
    }
  }

  /// The length of a well-formed sequence of two to four bytes; 0 where there is none.
  private static func sequenceLength(_ at: UnsafePointer<UInt8>, _ left: Int) -> Int {
    let lead = at[0]
    func isContinuation(_ index: Int) -> Bool { index < left && at[index] & 0xC0 == 0x80 }
    switch lead {
    case 0xC2...0xDF: return isContinuation(1) ? 2 : 0
    case 0xE0...0xEF:
      guard isContinuation(1), isContinuation(2) else { return 0 }
      if lead == 0xE0 && at[1] < 0xA0 || lead == 0xED && at[1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard isContinuation(1), isContinuation(2), isContinuation(3) else { return 0 }
      if lead == 0xF0 && at[1] < 0x90 || lead == 0xF4 && at[1] > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }

  /// Windows-1252 where the bytes speak for it.
  ///
  /// They do where nothing in the file is UTF-8 of several bytes, next to no byte is one that
  /// Windows-1252 does not have, and its accented letters stand among letters more often than its
  /// signs do inside words or its bytes in runs.
  ///
  /// - Throws: ``LoadError`` with what was found and the encodings to choose from.
  func encoding(path: String) throws -> TextEncoding {
    let word = first?.word ?? ""
    if wellFormed > others / 100 {
      throw refusal(
        path,
        "it holds \(Wording.count(wellFormed, "character")) of UTF-8 and "
          + "\(Wording.count(others, "byte")) of something else; encoding='…' says how to read all "
          + "of it")
    }
    if undefined > 0 || foreign > letters || inRuns > letters {
      throw refusal(
        path,
        "\(Wording.count(others, "byte")) of it cannot be, and Windows-1252 would give words such as "
          + "\(Wording.cell(word)); encoding='…' says what it is, such as cp850, windows-1250, "
          + "windows-1251 or iso-8859-2")
    }
    return TextEncoding(
      converter: "CP1252", name: "Windows-1252",
      note:
        "\(Wording.count(others, "byte")) cannot be UTF-8, such as in \(Wording.cell(word)) (line "
        + "\(Wording.count(first?.line ?? 1))): the text is taken for Windows-1252")
  }

  private func refusal(_ path: String, _ reason: String) -> LoadError {
    LoadError(.unclearEncoding(reason), path: path, line: first?.line, offset: first?.offset)
  }

  /// Some bytes in Windows-1252, for showing; what it does not have becomes U+FFFD. Cut at the ends
  /// of the line or the field in which the one at `middle` stands.
  private static func windows1252(_ bytes: [UInt8], around middle: Int) -> String {
    let isEnd: (UInt8) -> Bool = { $0 < 0x20 || $0 == 0x22 || $0 == 0x2C || $0 == 0x3B }
    let start = bytes[..<middle].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    let end = bytes[middle...].firstIndex(where: isEnd) ?? bytes.count
    let high: [UInt32] = [
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    var text = ""
    for byte in bytes[start..<end] {
      let scalar = (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
      text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return text
  }
}
