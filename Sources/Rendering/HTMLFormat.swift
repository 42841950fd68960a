import Columns

/// An HTML table, escaped; numbers stand right, NULL is `<em>NULL</em>`. Control characters, which
/// HTML has not, are written as `\x1b`.
struct HTMLFormat: ResultFormat {
  func write(_ relation: Relation, to sink: any ByteSink) throws {
    var head = ByteBuffer()
    head.append("<table>\n<thead>\n<tr>")
    for field in relation.fields {
      head.append("<th>")
      var name = field.name
      name.withUTF8 { Self.append($0, to: &head) }
      head.append("</th>")
    }
    head.append("</tr>\n</thead>\n<tbody>\n")
    try sink.write(head.bytes)
    var style = CellStyle()
    style.showsPercent = true
    style.null = "<em>NULL</em>"
    style.text = { Self.append($0, to: &$1) }
    let cells = relation.fields.map { field in
      field.type.standsRight ? "<td style=\"text-align:right\">" : "<td>"
    }
    let template = RowTemplate(
      style: style,
      beforeCells: cells.enumerated().map { ($0 == 0 ? "<tr>" : "</td>") + $1 },
      rowEnd: cells.isEmpty ? "<tr></tr>\n" : "</td></tr>\n")
    try template.write(relation, to: sink)
    try sink.write("</tbody>\n</table>\n")
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    for (index, byte) in text.enumerated() {
      if VisibleText.appendControl(at: index, of: text, to: &out) { continue }
      switch byte {
      case UInt8(ascii: "&"): out.append("&amp;")
      case UInt8(ascii: "<"): out.append("&lt;")
      case UInt8(ascii: ">"): out.append("&gt;")
      case UInt8(ascii: "\""): out.append("&quot;")
      case UInt8(ascii: "'"): out.append("&#39;")
      default: out.append(byte)
      }
    }
  }
}
