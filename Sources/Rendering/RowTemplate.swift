import Columns

/// A format that writes row after row, each cell behind a fixed text: all but the box.
///
///     {"category":"Drugs","rows":12}
///     ^^^^^^^^^^^^       ^^^^^^^^   ^ what stands before each cell, and at the end of the row
struct RowTemplate {
  var style: CellStyle
  /// What stands before the cell of each column: one text for each field of the relation.
  var beforeCells: [String]
  var rowEnd: String
  /// What stands between two rows.
  var between = ""

  /// Buffered bytes at which they are handed on: they and the columns read stay in the level-2
  /// cache.
  private static let flushBytes = 1 << 16

  /// Writes all rows of `relation`.
  func write(_ relation: Relation, to sink: any ByteSink) throws {
    let encoder = CellEncoder(relation, style: style)
    let arena = PieceArena()
    let before = beforeCells.map { arena.piece($0) }
    let end = arena.piece(rowEnd)
    let separator = arena.piece(between)
    var out = ByteBuffer(capacity: Self.flushBytes * 2)
    var isFirst = true
    for chunk in relation.chunks {
      let columns = encoder.columns(of: chunk)
      for row in 0..<chunk.count {
        if isFirst { isFirst = false } else { out.append(separator) }
        for column in columns.indices {
          out.append(before[column])
          encoder.append(row, of: columns[column], to: &out)
        }
        out.append(end)
        if out.count >= Self.flushBytes {
          try sink.write(out.bytes)
          out.truncate()
        }
      }
    }
    if out.count > 0 { try sink.write(out.bytes) }
    // The pieces are read through bare addresses.
    withExtendedLifetime((encoder, arena, relation)) {}
  }
}

extension ByteSink {
  /// Takes all of `text`.
  func write(_ text: String) throws {
    var copy = text
    try copy.withUTF8 { try write($0) }
  }
}
