import Columns

/// A table as GitHub Flavored Markdown reads it; numbers stand right.
///
/// Characters that mean something to Markdown are escaped, line ends become `<br>`.
struct MarkdownFormat: ResultFormat {
  func write(_ relation: Relation, to sink: any ByteSink) throws {
    guard !relation.fields.isEmpty else { return }
    var head = ByteBuffer()
    for field in relation.fields {
      head.append("| ")
      var name = field.name
      name.withUTF8 { Self.append($0, to: &head) }
      head.append(UInt8(ascii: " "))
    }
    head.append("|\n")
    for field in relation.fields { head.append(field.type.standsRight ? "|---:" : "|---") }
    head.append("|\n")
    try sink.write(head.bytes)
    var style = CellStyle()
    style.showsPercent = true
    style.null = "NULL"
    style.text = { Self.append($0, to: &$1) }
    let template = RowTemplate(
      style: style, beforeCells: relation.fields.indices.map { $0 == 0 ? "| " : " | " },
      rowEnd: " |\n")
    try template.write(relation, to: sink)
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    for index in text.indices {
      let byte = text[index]
      if VisibleText.appendControl(at: index, of: text, to: &out) { continue }
      switch byte {
      case UInt8(ascii: "\n"): out.append("<br>")
      case UInt8(ascii: "\r"): break
      case UInt8(ascii: "_"):
        // Inside a word an underscore is an underscore.
        let isInWord =
          index > 0 && isWord(text[index - 1]) && index + 1 < text.count && isWord(text[index + 1])
        if !isInWord { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
      case UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "`"),
        UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"),
        UInt8(ascii: "&"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      default: out.append(byte)
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}
