import Columns

/// Tab-separated values as PostgreSQL's COPY writes them: nothing is quoted, NULL is `\N`, and
/// backslash, tab and line ends inside a text are `\\`, `\t`, `\n` and `\r`.
package struct TSVFormat: ResultFormat {
  /// Whether the first line holds the names of the columns.
  let hasHeader: Bool

  /// - Parameter hasHeader: whether the first line holds the names of the columns.
  package init(hasHeader: Bool = true) { self.hasHeader = hasHeader }

  package func write(_ relation: Relation, to sink: any ByteSink) throws {
    guard !relation.fields.isEmpty else { return }
    var head = ByteBuffer()
    for (index, field) in relation.fields.enumerated() {
      if index > 0 { head.append(UInt8(ascii: "\t")) }
      var name = field.name
      name.withUTF8 { Self.append($0, to: &head) }
    }
    head.append(UInt8(ascii: "\n"))
    if hasHeader { try sink.write(head.bytes) }
    var style = CellStyle()
    style.null = "\\N"
    style.text = { Self.append($0, to: &$1) }
    let template = RowTemplate(
      style: style, beforeCells: relation.fields.indices.map { $0 == 0 ? "" : "\t" },
      rowEnd: "\n")
    try template.write(relation, to: sink)
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\\"): out.append("\\\\")
      case UInt8(ascii: "\t"): out.append("\\t")
      case UInt8(ascii: "\n"): out.append("\\n")
      case UInt8(ascii: "\r"): out.append("\\r")
      default: out.append(byte)
      }
    }
  }
}
