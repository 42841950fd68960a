import Columns

/// One JSON array with an object a row (RFC 8259).
///
/// Numbers are written with all their digits, whatever their size; dates are strings. A DOUBLE
/// that is infinite or not a number, which JSON cannot write, is a string: `"inf"`, `"nan"`.
struct JSONFormat: ResultFormat {
  func write(_ relation: Relation, to sink: any ByteSink) throws {
    if relation.rowCount == 0 {
      try sink.write("[]\n")
      return
    }
    try sink.write("[\n")
    var template = JSONText.row(of: relation)
    template.between = ",\n"
    try template.write(relation, to: sink)
    try sink.write("\n]\n")
  }
}

/// One JSON object a row and a row a line, in the notation of ``JSONFormat``.
struct JSONLinesFormat: ResultFormat {
  func write(_ relation: Relation, to sink: any ByteSink) throws {
    var template = JSONText.row(of: relation)
    template.rowEnd += "\n"
    try template.write(relation, to: sink)
  }
}

/// The notation of JSON.
package enum JSONText {
  /// `text` as a JSON string, quotes included.
  package static func string(_ text: String) -> String {
    var out = ByteBuffer()
    var copy = text
    copy.withUTF8 { append($0, to: &out) }
    return out.string
  }

  /// The row of `relation` as an object.
  static func row(of relation: Relation) -> RowTemplate {
    let quotes = CellStyle.Brackets(before: "\"", after: "\"")
    var style = CellStyle()
    style.null = "null"
    style.text = { append($0, to: &$1) }
    style.date = quotes
    style.timestamp = quotes
    style.time = quotes
    style.interval = quotes
    style.measure = quotes
    style.nonFinite = quotes
    let before = relation.fields.enumerated().map { index, field in
      (index == 0 ? "{" : ",") + string(field.name) + ":"
    }
    return RowTemplate(style: style, beforeCells: before, rowEnd: before.isEmpty ? "{}" : "}")
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    out.append(UInt8(ascii: "\""))
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      out.append(UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      appendEscape(byte, to: &out)
    }
    out.append(UnsafeBufferPointer(rebasing: text[start...]))
    out.append(UInt8(ascii: "\""))
  }

  private static func appendEscape(_ byte: UInt8, to out: inout ByteBuffer) {
    switch byte {
    case UInt8(ascii: "\""): out.append("\\\"")
    case UInt8(ascii: "\\"): out.append("\\\\")
    case UInt8(ascii: "\n"): out.append("\\n")
    case UInt8(ascii: "\r"): out.append("\\r")
    case UInt8(ascii: "\t"): out.append("\\t")
    default:
      let digits = String(byte, radix: 16)
      out.append(digits.utf8.count == 1 ? "\\u000" : "\\u00")
      out.append(digits)
    }
  }
}
