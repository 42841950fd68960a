import Columns

/// RFC 4180, with line feeds alone at line ends: what spreadsheets and programs read.
///
/// NULL is an empty field and an empty text is `""`, so that the two stay apart.
struct CSVFormat: ResultFormat {
  func write(_ relation: Relation, to sink: any ByteSink) throws {
    guard !relation.fields.isEmpty else { return }
    var head = ByteBuffer()
    for (index, field) in relation.fields.enumerated() {
      if index > 0 { head.append(UInt8(ascii: ",")) }
      var name = field.name
      name.withUTF8 { Self.append($0, to: &head) }
    }
    head.append(UInt8(ascii: "\n"))
    try sink.write(head.bytes)
    let template = RowTemplate(
      style: Self.style,
      beforeCells: relation.fields.indices.map { $0 == 0 ? "" : "," },
      rowEnd: "\n")
    try template.write(relation, to: sink)
  }

  /// How the cells look.
  static var style: CellStyle {
    var style = CellStyle()
    style.text = { append($0, to: &$1) }
    return style
  }

  /// Appends a text, in quotes where it is empty or holds a comma, a quote or a line end.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    var needsQuotes = text.isEmpty
    for byte in text where isSpecial(byte) {
      needsQuotes = true
      break
    }
    guard needsQuotes else {
      out.append(text)
      return
    }
    out.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { out.append(byte) }
      out.append(byte)
    }
    out.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
