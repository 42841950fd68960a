/// Tells whether the first row of a file names the columns.
enum HeaderDetector {
  /// Rows of the head that are compared with the first.
  private static let sampleRows = 2_000

  /// Whether the first row holds names.
  ///
  /// It does where one of its cells is text and the cells below are all numbers, dates or the
  /// like; it does not where all such cells fit those below. Where every column is text, it does
  /// unless most of its cells come again in their columns, as data do.
  static func hasHeader(_ head: FileHead, dialect: Dialect) -> Bool {
    var lexer = RowLexer(head.text, delimiter: dialect.delimiter, quote: dialect.quote)
    var first: [[UInt8]]?
    /// Of each column, whether a cell below is text, and whether one holds anything.
    var hasText: [Bool] = []
    var hasValue: [Bool] = []
    var isRepeated: [Bool] = []
    var rows = 0
    while rows < sampleRows, let row = lexer.next() {
      if row.fields.count == 1 && row.fields[0].isEmpty { continue }
      let cells = row.fields.map(lexer.content)
      guard let names = first else {
        first = cells
        hasText = Array(repeating: false, count: cells.count)
        hasValue = hasText
        isRepeated = hasText
        continue
      }
      if cells.count != names.count || row.isOpen || (!row.isEnded && !head.isWhole) { continue }
      rows += 1
      for (index, cell) in cells.enumerated() where !cell.isEmpty {
        hasValue[index] = true
        if isText(cell) { hasText[index] = true }
        if cell == names[index] { isRepeated[index] = true }
      }
    }
    guard let first else { return true }
    if rows == 0 { return first.allSatisfy { $0.isEmpty || isText($0) } }
    var fits = 0
    for (index, cell) in first.enumerated()
    where !cell.isEmpty && hasValue[index] && !hasText[index] {
      if isText(cell) { return true }
      fits += 1
    }
    let repeated = isRepeated.count { $0 }
    return fits == 0 && repeated * 2 <= first.count { !$0.isEmpty }
  }

  private static func isText(_ cell: [UInt8]) -> Bool {
    // The readers look a register behind the cell.
    let padded = cell + [UInt8](repeating: 0, count: 16)
    return padded.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { CellShape($0, cell.count).cellClass == .text } ?? false
    }
  }
}
