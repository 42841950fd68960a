/// Tells whether the first row of a file names the columns.
enum HeaderDetector {
  /// Rows of the head that are compared with the first.
  private static let sampleRows = 300

  /// Whether the first row holds names.
  ///
  /// It does where one of its cells is text and the cells below are all numbers, dates or the
  /// like; it does not where all such cells fit those below. Where every column is text, it does
  /// unless most of its cells come again in their columns, as data do.
  static func hasHeader(_ head: FileHead, dialect: Dialect) -> Bool {
    let text = head.text
    var lexer = RowLexer(
      text, from: dialect.preamble.bytes, delimiter: dialect.delimiter, quote: dialect.quote)
    var first: [Range<Int>]?
    // Of each column: whether a cell below is text, whether one holds anything, and whether one is
    // that of the first row again.
    var hasText: [Bool] = []
    var hasValue: [Bool] = []
    var isRepeated: [Bool] = []
    var rows = 0
    while rows < sampleRows {
      let start = lexer.position
      guard let row = lexer.next() else { break }
      if row.isBlank || dialect.isCommentChosen && text[start] == dialect.comment { continue }
      let cells = row.fields.map(lexer.inside)
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
        if !hasText[index] && isText(text, cell) { hasText[index] = true }
        if !isRepeated[index] && cell.count == names[index].count
          && text[cell].elementsEqual(text[names[index]])
        {
          isRepeated[index] = true
        }
      }
    }
    guard let first else { return true }
    if rows == 0 { return first.allSatisfy { $0.isEmpty || isText(text, $0) } }
    var fits = 0
    for (index, cell) in first.enumerated()
    where !cell.isEmpty && hasValue[index] && !hasText[index] {
      if isText(text, cell) { return true }
      fits += 1
    }
    let repeated = isRepeated.count { $0 }
    return fits == 0 && repeated * 2 <= first.count { !$0.isEmpty }
  }

  /// Whether a cell is neither a number, nor a date, nor the like. The block behind the text may be
  /// read beyond it.
  private static func isText(_ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> Bool {
    guard let start = text.baseAddress else { return false }
    let found = CellShape(start + cell.lowerBound, cell.count).cellClass
    return found == .text || found == .missing
  }

  /// Whether a cell is a number or a date.
  static func isTyped(_ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> Bool {
    guard let start = text.baseAddress else { return false }
    let found = CellShape(start + cell.lowerBound, cell.count).cellClass
    return found.isNumber || found.isDate
  }
}
