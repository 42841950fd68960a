/// Finds the character between fields by how evenly each candidate splits the rows.
struct DialectDetector {
  /// Bytes of the head that are looked at: some hundreds of rows.
  private static let sampleBytes = 64 << 10
  private static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// How one candidate splits the rows.
  struct Split {
    let delimiter: UInt8
    /// Fields of the first row that is not blank.
    var first = 0
    /// The commonest number of fields, the larger of two equally common ones.
    var mode = 0
    /// Rows with that number.
    var agreeing = 0
    var rows = 0
  }

  let splits: [Split]
  let quote: UInt8?

  init(_ head: FileHead, options: LoadOptions) {
    quote =
      switch options.quote {
      case .automatic: UInt8(ascii: "\"")
      case .none: nil
      case .character(let byte): byte
      }
    let candidates = options.delimiter.map { [$0] } ?? Self.candidates
    let quote = quote
    splits = candidates.map { Self.split(head, delimiter: $0, quote: quote) }
    isChosen = options.delimiter != nil
  }

  private let isChosen: Bool

  private static func split(_ head: FileHead, delimiter: UInt8, quote: UInt8?) -> Split {
    var split = Split(delimiter: delimiter)
    var counts: [Int: Int] = [:]
    var lexer = RowLexer(head.text, delimiter: delimiter, quote: quote)
    while lexer.position < sampleBytes || split.rows < 2, let row = lexer.next(isCounting: true) {
      let isCut = !row.isEnded && !head.isWhole
      if split.rows > 0 && (row.isOpen || isCut) { continue }
      if row.isBlank { continue }
      if split.rows == 0 { split.first = row.fieldCount }
      split.rows += 1
      counts[row.fieldCount, default: 0] += 1
    }
    for (fields, rows) in counts
    where rows > split.agreeing || (rows == split.agreeing && fields > split.mode) {
      split.mode = fields
      split.agreeing = rows
    }
    return split
  }

  /// The candidate that splits rows best.
  ///
  /// A candidate must give at least half of the rows the same number of fields, above one. Among
  /// those, one that the first row, which names the columns, agrees with goes before one that it
  /// does not; then the one that more rows agree with, then the one that gives more fields, then
  /// the order `,` `;` TAB `|`. With no candidate left, a row is one field.
  var dialect: Dialect {
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
    if let best {
      return Dialect(delimiter: best.delimiter, quote: quote, columnCount: best.first)
    }
    if isChosen, let only = splits.first {
      return Dialect(
        delimiter: only.delimiter, quote: quote, columnCount: max(1, only.first))
    }
    return Dialect(delimiter: Dialect.noDelimiter, quote: quote)
  }

  /// What to say where the first row has another number of fields than most rows.
  func doubt(about dialect: Dialect) -> String? {
    guard let split = splits.first(where: { $0.delimiter == dialect.delimiter }),
      split.first != split.mode, split.rows > 2
    else { return nil }
    return "the first row has \(Wording.count(split.first, "field")), but "
      + "\(Wording.count(split.agreeing)) of the first \(Wording.count(split.rows, "row")) have "
      + "\(Wording.count(split.mode)): is it the row of names?"
  }
}
