/// Text made safe for a screen: nothing in it moves the cursor, speaks to the terminal, or turns the
/// direction of what stands beside it.
///
/// Line feed, carriage return and tab become `\n`, `\r` and `\t`, other control characters `\x1b`
/// with their code, and those that turn the direction of text `\u202e`.
package enum VisibleText {
  /// `text` made safe, on one line.
  package static func string(_ text: String) -> String {
    var out = ByteBuffer()
    var copy = text
    copy.withUTF8 { append($0, to: &out) }
    return out.string
  }

  /// `text` made safe; its line ends and tabs stay.
  package static func lines(_ text: String) -> String {
    var out = ByteBuffer()
    var copy = text
    copy.withUTF8 { appendLines($0, to: &out) }
    return out.string
  }

  /// Appends `text` made safe; its line ends and tabs stay.
  package static func appendLines(
    _ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer
  ) {
    for index in text.indices where !appendControl(at: index, of: text, to: &out) {
      out.append(text[index])
    }
  }

  /// Appends `text` made safe.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "\n"): out.append("\\n")
      case UInt8(ascii: "\r"): out.append("\\r")
      case UInt8(ascii: "\t"): out.append("\\t")
      case let byte: if !appendControl(at: index, of: text, to: &out) { out.append(byte) }
      }
    }
  }

  /// Appends the control character of which a byte stands at `index`, made visible, where there is
  /// one; tabs and line ends are none.
  ///
  /// - Returns: whether there was one, or a byte of one, which says nothing alone.
  static func appendControl(
    at index: Int, of text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer
  ) -> Bool {
    func byte(_ offset: Int) -> UInt8 {
      text.indices.contains(index + offset) ? text[index + offset] : 0
    }
    switch text[index] {
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return false
    case 0..<0x20, 0x7F: appendCode(text[index], to: &out)
    // U+0080 to U+009F are the controls that terminals read like ESC sequences.
    case 0xC2 where (0x80..<0xA0).contains(byte(1)): break
    case 0x80..<0xA0 where byte(-1) == 0xC2: appendCode(text[index], to: &out)
    case 0xE2 where turnsDirection(byte(1), byte(2)): break
    case 0x80...0x81 where byte(-1) == 0xE2 && turnsDirection(text[index], byte(1)): break
    case let last where byte(-2) == 0xE2 && turnsDirection(byte(-1), last):
      let code = UInt32(byte(-1) & 0x3F) << 6 | UInt32(last & 0x3F)
      out.append("\\u")
      out.append(String(0x2000 | code, radix: 16))
    default: return false
    }
    return true
  }

  /// Whether a character whose UTF-8 is E2 and these two turns the direction of text (Unicode
  /// Standard Annex #9): marks, embeddings, overrides, isolates.
  private static func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
    default: false
    }
  }

  private static func appendCode(_ byte: UInt8, to out: inout ByteBuffer) {
    let digits = String(byte, radix: 16)
    out.append(digits.utf8.count == 1 ? "\\x0" : "\\x")
    out.append(digits)
  }
}
