/// The lines before a table: a title, a date, remarks.
struct Preamble: Hashable, Sendable {
  private(set) var bytes = 0
  /// Lines, blank ones included.
  private(set) var lines = 0
  /// Whether the user said how many lines there are.
  private(set) var isAsked = false
  /// The character with which remarks among them begin.
  private(set) var comment: UInt8?
  /// What to tell of them.
  private(set) var note: String?

  /// The most lines that are searched.
  private static let maximumLines = 50

  init() {}

  /// The first `lines` lines, as the user asked.
  init(lines: Int, of head: FileHead) {
    isAsked = true
    let text = head.text
    while self.lines < lines, bytes < text.count {
      bytes = Self.lineEnd(text, bytes)
      self.lines += 1
    }
  }

  /// The first `rows` rows, as the user asked of a format that has rows and no lines.
  init(rows: Int, of head: FileHead, delimiter: UInt8, quote: UInt8?) {
    isAsked = true
    var lexer = RowLexer(head.text, delimiter: delimiter, quote: quote)
    while lines < rows, lexer.next(isCounting: true) != nil { lines += 1 }
    bytes = lexer.position
  }

  /// A first line `sep=;`, with which spreadsheets are told the delimiter.
  static func separator(_ head: FileHead) -> (delimiter: UInt8, preamble: Preamble)? {
    let text = head.text
    let line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let bare = line.filter { $0 != UInt8(ascii: "\"") }
    guard bare.count == 5, bare.prefix(4).elementsEqual("sep=".utf8, by: { $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    var preamble = Preamble(lines: 1, of: head)
    preamble.note = "the first line names the delimiter"
    return (bare[4], preamble)
  }

  /// The lines before the first row that can name the columns of a table, where rows of the table
  /// have `mode` fields.
  ///
  /// A line before a table has something in at most one field. The row of names behind it has all
  /// `mode` fields filled, none of them a number or a date and none with a blank before it, and at
  /// least nine tenths of the rows from there on have as many fields. Besides, something must speak
  /// for a table there: a blank line before it, a `#` before a remark, or a column of numbers or
  /// dates below.
  ///
  /// - Parameter countsRows: whether each row counts as one line, whatever stands in its fields.
  init(
    _ head: FileHead, _ rows: [SampleRow], mode: Int, delimiter: UInt8, quote: UInt8?,
    countsRows: Bool
  ) {
    guard mode > 1, let first = rows.first, Self.isRemark(first, mode, head.text) else { return }
    guard
      let place = rows.prefix(Self.maximumLines).firstIndex(where: {
        !Self.isRemark($0, mode, head.text)
      }),
      rows[place].fieldCount == mode, rows[place].filledCount == mode
    else { return }
    let hasMark = rows[..<place].contains { head.text[$0.start] == UInt8(ascii: "#") }
    // Remarks may go on inside the table.
    let table = rows[place...].filter { row in
      !(hasMark && row.fieldCount != mode && head.text[row.start] == UInt8(ascii: "#"))
    }
    guard table.count(where: { $0.fieldCount == mode }) * 10 >= table.count * 9 else { return }
    let start = rows[place].start
    var lexer = RowLexer(head.text, from: start, delimiter: delimiter, quote: quote)
    guard let names = lexer.next(),
      names.fields.allSatisfy({ Self.isName(head.text, lexer.inside($0)) })
    else { return }
    let before = UnsafeBufferPointer(rebasing: head.text[..<start])
    let lines = LineCount.lines(in: before, outside: countsRows ? quote : nil)
    let hasBlank = lines > place
    var isTyped = false
    while !isTyped, let row = lexer.next(), lexer.position < start + DialectDetector.sampleBytes {
      isTyped = row.fields.contains { HeaderDetector.isTyped(head.text, lexer.inside($0)) }
    }
    guard hasBlank || hasMark || isTyped else { return }
    bytes = start
    self.lines = lines
    if hasMark { comment = UInt8(ascii: "#") }
    let text = String(decoding: before.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    note =
      "\(Wording.count(lines, "line")) before the table \(lines == 1 ? "was" : "were") left out: "
      + "\(Wording.cell(text))\(lines > 1 ? " …" : "")"
  }

  /// Whether a row has something in at most one of its fields; where that is one row of several
  /// columns, which could name one of them, it must be the first field of at least three.
  private static func isRemark(
    _ row: SampleRow, _ mode: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if text[row.start] == UInt8(ascii: "#") {
      let next = row.start + 1 < text.count ? text[row.start + 1] : 0
      if row.fieldCount != mode || next == UInt8(ascii: " ") { return true }
    }
    return row.filledCount <= 1 && (row.fieldCount == 1 || row.fieldCount == mode && mode > 2)
  }

  private static func isName(_ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> Bool {
    guard let first = text[cell].first, first != UInt8(ascii: " ") else { return false }
    return !HeaderDetector.isTyped(text, cell)
  }

  /// Where the line from `start` ends, its line end included.
  private static func lineEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.count, text[at] != UInt8(ascii: "\n"), text[at] != UInt8(ascii: "\r") {
      at += 1
    }
    if at + 1 < text.count, text[at] == UInt8(ascii: "\r"), text[at + 1] == UInt8(ascii: "\n") {
      at += 1
    }
    return min(at + 1, text.count)
  }
}
