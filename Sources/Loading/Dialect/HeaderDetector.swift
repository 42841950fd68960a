/// Tells whether the first row of a file names the columns.
struct HeaderDetector {
  /// Whether the first row holds names.
  let hasHeader: Bool
  /// What speaks against the row of names; nil where nothing does.
  private(set) var note: String?

  /// Rows of the head that are compared with the first.
  private static let sampleRows = 300

  /// Compares the first row with those below.
  ///
  /// It holds names where one of its cells is text and the cells below are all numbers, dates or the
  /// like; it does not where all such cells fit those below. Where every column is text, it does
  /// unless most of its cells come again in their columns, as data do. A row that is the same
  /// throughout is the row of names again, as in files that were joined.
  init(_ head: FileHead, dialect: Dialect) {
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
    var copies = 0
    while rows < Self.sampleRows {
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
      if zip(cells, names).allSatisfy({ text[$0].elementsEqual(text[$1]) }) {
        copies += 1
        continue
      }
      for (index, cell) in cells.enumerated() where !cell.isEmpty {
        hasValue[index] = true
        if !hasText[index] && Self.isText(text, cell) { hasText[index] = true }
        if !isRepeated[index] && cell.count == names[index].count
          && text[cell].elementsEqual(text[names[index]])
        {
          isRepeated[index] = true
        }
      }
    }
    guard let first else {
      hasHeader = true
      return
    }
    if rows == 0 {
      hasHeader = first.allSatisfy { $0.isEmpty || Self.isText(text, $0) }
      return
    }
    let typed = first.indices.filter { !first[$0].isEmpty && hasValue[$0] && !hasText[$0] }
    let isAbove = typed.contains { Self.isText(text, first[$0]) }
    let repeated = first.indices.filter { isRepeated[$0] }
    hasHeader = isAbove || typed.isEmpty && repeated.count * 2 <= first.count { !$0.isEmpty }
    guard hasHeader else { return }
    if copies > 0 {
      note =
        "the row of names comes again among the rows, \(Wording.count(copies, "time")) in the first "
        + "\(Wording.count(rows)), and is read as data there"
    } else if !isAbove, let place = repeated.first {
      let cell = String(decoding: text[first[place]], as: UTF8.self)
      note =
        "the first row was taken for names, though \(Wording.cell(cell)) comes again below it: "
        + "header=false reads it as data"
    }
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
