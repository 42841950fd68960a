import Columns

/// A column of texts that repeat: for each row the number of its text, 0 where it has none.
struct PlainTexts {
  private(set) var codes: [UInt32] = []
  /// By number.
  private(set) var texts = [""]
  private var known: [String: UInt32] = [:]

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    if bytes.isEmpty { return codes.append(0) }
    let text = String(decoding: bytes, as: UTF8.self)
    if let code = known[text] { return codes.append(code) }
    let code = UInt32(texts.count)
    known[text] = code
    texts.append(text)
    codes.append(code)
  }

  /// What stands for code `code` in an answer.
  func value(ofCode code: UInt32) -> Value { code == 0 ? .null : .text(texts[Int(code)]) }

  func value(_ row: Int) -> Value { value(ofCode: codes[row]) }

  /// The number of `text`, or nil where no row has it.
  func code(of text: String) -> UInt32? { known[text] }

  /// For each code its place among the texts in order of their bytes; 0 for none.
  var ranks: [Int] {
    let order = texts.indices.dropFirst()
      .sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
    var result = [Int](repeating: 0, count: texts.count)
    for (place, code) in order.enumerated() { result[code] = place + 1 }
    return result
  }
}

/// A column of texts that hardly repeat, one behind the other.
struct PlainNotes {
  private(set) var bytes: [UInt8] = []
  /// Where each row's text ends.
  private(set) var ends: [Int] = []

  mutating func append(_ text: ArraySlice<UInt8>) {
    bytes += text
    ends.append(bytes.count)
  }

  var count: Int { ends.count }

  /// The text of `row`, empty where it has none.
  subscript(row: Int) -> ArraySlice<UInt8> {
    bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
  }

  /// Where `part` ends, at its first place in the text of `row` behind place `start`; nil where it is
  /// not there.
  func end(of part: [UInt8], in row: Int, from start: Int = 0) -> Int? {
    let (first, last) = (row == 0 ? 0 : ends[row - 1], ends[row] - part.count)
    var place = max(first, start)
    while place <= last {
      var length = 0
      while length < part.count && bytes[place + length] == part[length] { length += 1 }
      if length == part.count { return place + length }
      place += 1
    }
    return nil
  }

  /// Whether the text of `row` has one of `parts`.
  func hasOne(of parts: [[UInt8]], in row: Int) -> Bool {
    parts.contains { end(of: $0, in: row) != nil }
  }

  /// Code points of the text of `row`.
  func length(_ row: Int) -> Int {
    // All bytes but those that go on with a code point.
    self[row].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
