/// Text made safe for a screen: nothing in it moves the cursor or speaks to the terminal.
///
/// Line feed, carriage return and tab become `\n`, `\r` and `\t`, other control characters `\x1b`
/// with their code.
package enum VisibleText {
  /// `text` made safe.
  package static func string(_ text: String) -> String {
    var out = ByteBuffer()
    var copy = text
    copy.withUTF8 { append($0, to: &out) }
    return out.string
  }

  /// Appends `text` made safe.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\n"): out.append("\\n")
      case UInt8(ascii: "\r"): out.append("\\r")
      case UInt8(ascii: "\t"): out.append("\\t")
      case 0..<0x20, 0x7F: appendCode(byte, to: &out)
      // U+0080 to U+009F are the controls that terminals read like ESC sequences.
      case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0: break
      case 0x80..<0xA0 where index > 0 && text[index - 1] == 0xC2: appendCode(byte, to: &out)
      default: out.append(byte)
      }
    }
  }

  /// Appends the control character at `index`, made visible, where there is one that neither HTML
  /// nor Markdown has; tabs and line ends they have.
  ///
  /// - Returns: whether there was one, or its first byte, which says nothing alone.
  static func appendControl(
    at index: Int, of text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer
  ) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return false
    case 0..<0x20, 0x7F: appendCode(text[index], to: &out)
    case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0: break
    case 0x80..<0xA0 where index > 0 && text[index - 1] == 0xC2:
      appendCode(text[index], to: &out)
    default: return false
    }
    return true
  }

  private static func appendCode(_ byte: UInt8, to out: inout ByteBuffer) {
    let digits = String(byte, radix: 16)
    out.append(digits.utf8.count == 1 ? "\\x0" : "\\x")
    out.append(digits)
  }
}
