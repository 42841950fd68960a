import CKernels

/// Rows that an open quote has swallowed: a field opens with a quote that is missing at its end, and
/// what comes up to the next quote, perhaps many rows further down, was taken for its text.
///
/// They are told from a long text by what they are: behind the line on which the quote opens, every
/// line up to the end is a row of the table's columns.
struct SwallowedRows {
  /// Where the row with the open quote ends, its line end apart.
  let rejectedEnd: Int
  /// Lines from the start of that row to the one on which the quote opens.
  let linesToQuote: Int
  private let positions: [UInt32]
  let rowCount: Int
  let blankLines: Int
  private let stride: Int

  /// Nil where the row is no such row.
  init?(_ row: bad_row, _ text: UnsafePointer<UInt8>, _ dialect: Dialect) {
    guard row.stray != 0, dialect.columnCount > 1 else { return nil }
    let start = Int(row.start)
    let end = Int(row.end)
    let whole = UnsafeBufferPointer(start: text + start, count: end - start)
    // Up to the closing quote behind which text stands.
    let upToStray = UnsafeBufferPointer(rebasing: whole[..<(Int(row.stray) - start)])
    var lexer = RowLexer(upToStray, delimiter: dialect.delimiter, quote: dialect.quote)
    guard let opening = lexer.next()?.opening else { return nil }
    var lineEnd = opening
    while lineEnd < whole.count, !Self.isLineBreak(whole[lineEnd]) { lineEnd += 1 }
    guard lineEnd < whole.count else { return nil }
    var next = lineEnd + 1
    if whole[lineEnd] == UInt8(ascii: "\r"), next < whole.count,
      whole[next] == UInt8(ascii: "\n")
    {
      next += 1
    }
    // The line end behind the row belongs to the piece, so it can be read here.
    var stop = end + 1
    if text[end] == UInt8(ascii: "\r"), text[stop] == UInt8(ascii: "\n") { stop += 1 }
    let from = Int64(start + next)
    let marks = count_bytes(
      text, from, Int64(stop), dialect.delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var bad = bad_row()
    var found = row_index()
    positions = [UInt32](unsafeUninitializedCapacity: Int(marks) * 2 + 128) { buffer, count in
      guard let target = buffer.baseAddress else { return }
      found = index_rows(
        text, from, Int64(stop), dialect.kernel, Int64(dialect.columnCount), target, &bad, 1)
      count = Int(found.rows) * (dialect.columnCount + 1)
    }
    // The last of the rows ends where this one does, or else a quote in it is open again.
    guard found.bad_rows == 0, found.stopped == Int64(stop), positions.last == row.end else {
      return nil
    }
    rejectedEnd = start + lineEnd
    linesToQuote = LineCount.lines(in: UnsafeBufferPointer(rebasing: whole[..<opening]))
    rowCount = Int(found.rows)
    blankLines = Int(found.blank_lines)
    stride = dialect.columnCount + 1
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Puts the rows in their place among `rows` rows at `index`, which has room for them.
  ///
  /// - Returns: how many rows there are then.
  func insert(into index: UnsafeMutablePointer<UInt32>, rows: Int) -> Int {
    var place = rows
    while place > 0, index[(place - 1) * stride] > positions[0] { place -= 1 }
    let target = index + place * stride
    (target + positions.count).update(from: target, count: (rows - place) * stride)
    target.update(from: positions, count: positions.count)
    return rows + rowCount
  }
}
