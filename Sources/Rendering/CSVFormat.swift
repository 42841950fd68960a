import Columns

/// RFC 4180, with line feeds alone at line ends: what spreadsheets and programs read.
///
/// NULL is an empty field and an empty text is `""`, so that the two stay apart.
package struct CSVFormat: ResultFormat {
  /// The ASCII character between fields.
  let delimiter: UInt8
  /// Whether the first line holds the names of the columns.
  let hasHeader: Bool

  /// - Parameters:
  ///   - delimiter: the ASCII character between fields, none that numbers and dates have in them.
  ///   - hasHeader: whether the first line holds the names of the columns.
  package init(delimiter: UInt8 = UInt8(ascii: ","), hasHeader: Bool = true) {
    self.delimiter = delimiter
    self.hasHeader = hasHeader
  }

  package func write(_ relation: Relation, to sink: any ByteSink) throws {
    guard !relation.fields.isEmpty else { return }
    if hasHeader {
      let head = head(relation.fields)
      try withExtendedLifetime(head) { try sink.write(head.bytes) }
    }
    let separator = String(UnicodeScalar(delimiter))
    let template = RowTemplate(
      style: style,
      beforeCells: relation.fields.indices.map { $0 == 0 ? "" : separator },
      rowEnd: "\n")
    try template.write(relation, to: sink)
  }

  private func head(_ fields: [Field]) -> ByteBuffer {
    var head = ByteBuffer()
    for (index, field) in fields.enumerated() {
      if index > 0 { head.append(delimiter) }
      var name = field.name
      name.withUTF8 { Self.append($0, delimiter, to: &head) }
    }
    head.append(UInt8(ascii: "\n"))
    return head
  }

  /// How the cells look.
  private var style: CellStyle {
    var style = CellStyle()
    let delimiter = self.delimiter
    style.text = { Self.append($0, delimiter, to: &$1) }
    return style
  }

  /// Appends a text, in quotes where it is empty or holds a delimiter, a quote or a line end.
  private static func append(
    _ text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, to out: inout ByteBuffer
  ) {
    var needsQuotes = text.isEmpty
    for byte in text where byte == delimiter || isSpecial(byte) {
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
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
