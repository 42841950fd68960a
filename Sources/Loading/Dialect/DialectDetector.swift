/// Finds the character between fields by how evenly each candidate splits the rows, and with it
/// where the table begins.
struct DialectDetector {
  /// Bytes of the head that are looked at: some hundreds of rows.
  static let sampleBytes = 64 << 10
  private static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// How one candidate splits the rows.
  struct Split {
    let delimiter: UInt8
    /// Lines before the table.
    var preamble = Preamble()
    /// Fields of the first row of the table that is not blank.
    var first = 0
    /// The commonest number of fields, the larger of two equally common ones.
    var mode = 0
    /// Rows with that number.
    var agreeing = 0
    var rows = 0
    /// Whether the rows below the first have one field more, and nothing in it: each ends with a
    /// delimiter.
    var hasTrailingDelimiter = false
  }

  private let splits: [Split]
  private let quoting: Quoting
  private let isChosen: Bool
  private let comment: UInt8?

  /// - Parameter isConverted: whether the text was made of a format that has rows and no lines.
  init(_ head: FileHead, options: LoadOptions, isConverted: Bool = false) {
    let separated = isConverted ? nil : Preamble.separator(head)
    let candidates = (options.delimiter ?? separated?.delimiter).map { [$0] } ?? Self.candidates
    let quoting = Quoting(head, options: options, delimiters: candidates)
    self.quoting = quoting
    splits = candidates.map { delimiter in
      let asked = options.skip.map {
        isConverted
          ? Preamble(rows: $0, of: head, delimiter: delimiter, quote: quoting.quote)
          : Preamble(lines: $0, of: head)
      }
      let start = asked ?? separated?.preamble
      let rows = SampleRow.rows(
        head, from: start?.bytes ?? 0, delimiter, quoting.quote, comment: options.comment)
      return Self.split(
        head, rows, delimiter, start: start, quoting.quote, countsRows: isConverted)
    }
    isChosen = candidates.count == 1
    comment = options.comment
  }

  private static func split(
    _ head: FileHead, _ rows: [SampleRow], _ delimiter: UInt8, start: Preamble?, _ quote: UInt8?,
    countsRows: Bool
  ) -> Split {
    var split = Split(delimiter: delimiter)
    count(rows[...], &split)
    split.preamble =
      start
      ?? Preamble(
        head, rows, mode: split.mode, delimiter: delimiter, quote: quote, countsRows: countsRows)
    let table = rows.filter { $0.start >= split.preamble.bytes }[...]
    if split.preamble.bytes > 0 {
      split = Split(delimiter: delimiter, preamble: split.preamble)
      count(table, &split)
    }
    split.first = table.first?.fieldCount ?? 0
    let below = table.dropFirst()
    split.hasTrailingDelimiter =
      !below.isEmpty && below.allSatisfy { $0.fieldCount != split.first + 1 || $0.isLastEmpty }
      && below.contains { $0.fieldCount == split.first + 1 }
      && !below.contains { $0.fieldCount == split.first }
    return split
  }

  private static func count(_ rows: ArraySlice<SampleRow>, _ split: inout Split) {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.fieldCount, default: 0] += 1 }
    split.rows = rows.count
    for (fields, rows) in counts
    where rows > split.agreeing || (rows == split.agreeing && fields > split.mode) {
      split.mode = fields
      split.agreeing = rows
    }
  }

  /// The candidate that splits rows best.
  ///
  /// A candidate must give at least half of the rows the same number of fields, above one. Among
  /// those, one that the first row, which names the columns, agrees with goes before one that it
  /// does not; then the one that more rows agree with, then the one that gives more fields, then
  /// the order `,` `;` TAB `|`. With no candidate left, a row is one field.
  private var best: Split? {
    var best: Split?
    for split in splits where split.mode > 1 && (isChosen || split.agreeing * 2 >= split.rows) {
      guard let known = best else {
        best = split
        continue
      }
      let fits = (split.first == split.mode, known.first == known.mode)
      if fits.0 != fits.1 {
        if fits.0 { best = split }
        continue
      }
      let share = split.agreeing * known.rows
      let knownShare = known.agreeing * split.rows
      if share > knownShare || (share == knownShare && split.mode > known.mode) { best = split }
    }
    return best ?? (isChosen ? splits.first : nil)
  }

  var dialect: Dialect {
    var dialect = Dialect(delimiter: Dialect.noDelimiter, quote: quoting.quote)
    if let best {
      dialect.delimiter = best.delimiter
      dialect.columnCount = max(1, best.first + (best.hasTrailingDelimiter ? 1 : 0))
      dialect.preamble = best.preamble
    } else if let first = splits.first {
      // A table of one column has no title lines that could be told from its rows.
      dialect.preamble = first.preamble.isAsked ? first.preamble : Preamble()
    }
    dialect.escape = quoting.escape
    dialect.comment = comment ?? dialect.preamble.comment
    dialect.isCommentChosen = comment != nil
    return dialect
  }

  /// The fields of the first row of the table.
  var fieldsOfFirstRow: Int { max(1, best?.first ?? 1) }

  /// What to say of how the table was found.
  func notes(on dialect: Dialect) -> [String] {
    var notes = quoting.notes
    if let note = dialect.preamble.note { notes.append(note) }
    guard let split = splits.first(where: { $0.delimiter == dialect.delimiter }) else {
      return notes
    }
    if split.hasTrailingDelimiter {
      notes.append(
        "the rows end with a delimiter: a last column without a name was added")
    } else if split.first != split.mode, split.rows > 2 {
      notes.append(
        "the first row has \(Wording.count(split.first, "field")), but "
          + "\(Wording.count(split.agreeing)) of the first \(Wording.count(split.rows, "row")) have "
          + "\(Wording.count(split.mode)): is it the row of names?")
    }
    return notes
  }
}

/// A row of the head, as a candidate splits it.
struct SampleRow {
  let start: Int
  let fieldCount: Int
  /// Fields that hold something.
  let filledCount: Int
  let isLastEmpty: Bool

  /// The rows of the sample that are whole and not blank.
  static func rows(
    _ head: FileHead, from: Int, _ delimiter: UInt8, _ quote: UInt8?, comment: UInt8?
  ) -> [SampleRow] {
    var rows: [SampleRow] = []
    var lexer = RowLexer(head.text, from: from, delimiter: delimiter, quote: quote)
    while lexer.position < from + DialectDetector.sampleBytes || rows.count < 2 {
      let start = lexer.position
      guard let row = lexer.next() else { break }
      let isCut = !row.isEnded && !head.isWhole
      if row.isBlank || comment != nil && head.text[start] == comment { continue }
      if !rows.isEmpty && (row.isOpen || isCut) { continue }
      rows.append(
        SampleRow(
          start: start, fieldCount: row.fieldCount, filledCount: row.fields.count { !$0.isEmpty },
          isLastEmpty: row.fields.last?.isEmpty ?? true))
    }
    return rows
  }
}
