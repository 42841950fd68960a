import Columns

/// One INSERT statement a row, into a table named `result`.
struct InsertFormat: ResultFormat {
  func write(_ relation: Relation, to sink: any ByteSink) throws {
    guard !relation.fields.isEmpty else { return }
    var style = CellStyle()
    style.null = "NULL"
    style.text = { Self.append($0, to: &$1) }
    style.date = CellStyle.Brackets(before: "DATE '", after: "'")
    style.timestamp = CellStyle.Brackets(before: "TIMESTAMP '", after: "'")
    style.time = CellStyle.Brackets(before: "TIME '", after: "'")
    style.interval = CellStyle.Brackets(before: "INTERVAL '", after: "'")
    style.measure = CellStyle.Brackets(before: "MEASURE '", after: "'")
    style.nonFinite = CellStyle.Brackets(before: "CAST('", after: "' AS DOUBLE)")
    let names = relation.fields.map { Self.identifier($0.name) }.joined(separator: ", ")
    let template = RowTemplate(
      style: style,
      beforeCells: relation.fields.indices.map { index in
        index == 0 ? "INSERT INTO result (\(names)) VALUES (" : ", "
      },
      rowEnd: ");\n")
    try template.write(relation, to: sink)
  }

  /// The name in double quotes: right for every name, key words included.
  private static func identifier(_ name: String) -> String {
    var quoted = "\""
    for character in name.unicodeScalars {
      if character == "\"" { quoted.unicodeScalars.append(character) }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
    out.append(UInt8(ascii: "'"))
    for byte in text {
      if byte == UInt8(ascii: "'") { out.append(byte) }
      out.append(byte)
    }
    out.append(UInt8(ascii: "'"))
  }
}
