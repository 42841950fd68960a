import CKernels
import Columns

/// What one thread of a pass owns: its dictionaries, its scratch memory, and what it counted.
final class Worker: @unchecked Sendable {
  // Used by one thread while the pass runs; read by the caller when it is over.

  let number: Int
  let interners: [TextInterner]
  private(set) var evidence: [ColumnEvidence]
  private(set) var tallies: [PieceTally]
  private(set) var rejects: [Reject] = []
  private(set) var rejected = 0
  private(set) var blankLines = 0
  /// Lines of remarks.
  private(set) var comments = 0
  /// Of each column, the cells that became NULL though something stands in them, and how many there
  /// are that are no marks for missing values.
  private(set) var emptied: [[Reject]]
  private(set) var misfits: [Int]
  private(set) var emptiedCounts: [Int]
  /// Lines of every kind.
  private(set) var lines = 0
  private(set) var loaded = 0
  /// Rows that a quote had swallowed, and that were read all the same.
  private(set) var recovered = 0

  private let pass: LoadPass
  private var positions: UnsafeMutablePointer<UInt32>
  private var positionCapacity = 1 << 16
  private var codes: UnsafeMutablePointer<UInt32>
  private var missing: UnsafeMutablePointer<UInt32>
  private var codeCapacity = 1 << 12
  private let bad: UnsafeMutablePointer<bad_row>
  /// The codes from 1 on that stand for NULL in every interner.
  private let nullCodes: UInt32
  private static let badCapacity = 256

  init(_ number: Int, pass: LoadPass) {
    self.number = number
    self.pass = pass
    interners = pass.plans.map { _ in TextInterner() }
    evidence = pass.plans.map { _ in ColumnEvidence() }
    tallies = pass.plans.map { _ in PieceTally() }
    emptied = pass.plans.map { _ in [] }
    misfits = pass.plans.map { _ in 0 }
    emptiedCounts = misfits
    nullCodes = Self.intern(pass.rules.nullTexts ?? [], in: interners)
    positions = .allocate(capacity: positionCapacity)
    codes = .allocate(capacity: codeCapacity)
    missing = .allocate(capacity: codeCapacity)
    bad = .allocate(capacity: Self.badCapacity)
  }

  /// Gives the texts that stand for NULL the first codes.
  private static func intern(_ texts: [[UInt8]], in interners: [TextInterner]) -> UInt32 {
    let padded = Set(texts.filter { !$0.isEmpty }).sorted { $0.lexicographicallyPrecedes($1) }
      .map { (bytes: $0 + [UInt8](repeating: 0, count: 8), count: $0.count) }
    for interner in interners {
      for text in padded {
        text.bytes.withUnsafeBufferPointer { bytes in
          guard let start = bytes.baseAddress else { return }
          _ = interner.code(start, text.count)
        }
      }
    }
    return UInt32(padded.count)
  }

  deinit {
    positions.deallocate()
    codes.deallocate()
    missing.deallocate()
    bad.deallocate()
  }

  /// Reads the rows of `piece` into columns.
  ///
  /// - Throws: ``LoadError`` where the text is not text.
  func read(_ piece: RowReader.Piece) throws -> PieceResult {
    let text = UnsafePointer(piece.block.base)
    let size = piece.end - Block.front
    if let unclosed = piece.unclosedLine {
      try refuseInvalidText(piece)
      rejected += 1
      // A row, where lines are counted by them.
      lines += pass.dialect.countsRows ? 1 : unclosed - piece.firstLine + 1
      reject(
        piece, Block.front, lineContentEnd(piece), piece.firstLine, .unclosedQuote(line: unclosed))
      return PieceResult(
        index: piece.index, rows: 0, columns: pass.plans.map { _ in .unread }, bytes: size)
    }
    let rows = try index(piece)
    reserveCodes(rows)
    let cells = CellBatch(
      text: text, positions: positions, stride: pass.dialect.columnCount + 1, rows: rows,
      quote: pass.dialect.quote ?? 0, firstLine: piece.firstLine, origin: Block.front,
      countsRows: pass.dialect.countsRows, isTypedByQuotes: pass.dialect.isTypedByQuotes)
    var columns: [PieceColumn] = []
    columns.reserveCapacity(pass.plans.count)
    let failed = pass.failed
    for (place, plan) in pass.plans.enumerated() {
      columns.append(column(place, plan, cells, piece, isFailed: failed[place]))
    }
    loaded += rows
    return PieceResult(index: piece.index, rows: rows, columns: columns, bytes: size)
  }

  /// - Throws: ``LoadError/Kind/notUTF8`` where `piece` is not UTF-8.
  private func refuseInvalidText(_ piece: RowReader.Piece) throws {
    let invalid = first_invalid_utf8(piece.block.base, Int64(Block.front), Int64(piece.end))
    if invalid >= 0 { throw error(.notUTF8, piece, at: Int(invalid)) }
  }

  private func error(
    _ kind: LoadError.Kind, _ piece: RowReader.Piece, at position: Int
  ) -> LoadError {
    let before = UnsafeBufferPointer(
      start: piece.block.base + Block.front, count: position - Block.front)
    return LoadError(
      kind, path: pass.path, line: piece.firstLine + lineCount(before),
      offset: piece.offset + position - Block.front)
  }

  private func lineCount(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    LineCount.lines(in: text, outside: pass.dialect.countsRows ? pass.dialect.quote : nil)
  }

  // MARK: - Rows

  /// Finds the fields of every row, and puts the rows that do not fit aside.
  ///
  /// - Returns: the rows that fit.
  private func index(_ piece: RowReader.Piece) throws -> Int {
    let text = UnsafePointer(piece.block.base)
    let dialect = pass.dialect.kernel
    reservePositions(piece)
    let stride = pass.dialect.columnCount + 1
    var from = Int64(Block.front)
    var rows = 0
    var place = Block.front
    var line = piece.firstLine
    var swallowed: [SwallowedRows] = []
    var isValid = false
    while from < Int64(piece.end) {
      let found = index_rows(
        text, from, Int64(piece.end), dialect, Int64(stride - 1), positions + rows * stride, bad,
        Int64(Self.badCapacity))
      if found.has_high_bytes != 0 && !isValid {
        try refuseInvalidText(piece)
        isValid = true
      }
      if found.first_zero >= 0 {
        throw error(.binary(format: nil), piece, at: Int(found.first_zero))
      }
      for number in 0..<Int(found.bad_rows) {
        let row = bad[number]
        line += lineCount(
          UnsafeBufferPointer(start: text + place, count: Int(row.start) - place))
        place = Int(row.start)
        if isComment(text, row) {
          comments += 1
          continue
        }
        rejected += 1
        if let rows = SwallowedRows(row, text, pass.dialect) {
          swallowed.append(rows)
          reject(
            piece, place, rows.rejectedEnd, line, .unclosedQuote(line: line + rows.linesToQuote))
        } else {
          reject(piece, place, Int(row.end), line, reason(row))
        }
      }
      let remarks = pass.dialect.removeComments(
        text, positions + rows * stride, rows: Int(found.rows))
      comments += remarks
      rows += Int(found.rows) - remarks
      for other in swallowed {
        recovered += other.rowCount
        blankLines += other.blankLines
        rows = other.insert(into: positions, rows: rows)
      }
      swallowed = []
      blankLines += Int(found.blank_lines)
      lines += Int(found.rows + found.bad_rows + found.blank_lines)
      if !pass.dialect.countsRows { lines += Int(found.inner_lines) }
      from = found.stopped
    }
    return rows
  }

  /// Whether a row that does not fit is a line of remarks: one line, so that a quote in it has not
  /// swallowed rows.
  private func isComment(_ text: UnsafePointer<UInt8>, _ row: bad_row) -> Bool {
    guard let mark = pass.dialect.comment, text[Int(row.start)] == mark else { return false }
    let line = UnsafeBufferPointer(start: text + Int(row.start), count: Int(row.end - row.start))
    return !line.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }

  private func reason(_ row: bad_row) -> Reject.Reason {
    let expected = pass.dialect.columnCount
    if row.stray != 0 { return .textAfterQuote }
    return row.fields < expected
      ? .tooFewFields(found: Int(row.fields), expected: expected)
      : .tooManyFields(found: Int(row.fields), expected: expected)
  }

  private func reject(
    _ piece: RowReader.Piece, _ start: Int, _ end: Int, _ line: Int, _ reason: Reject.Reason
  ) {
    guard rejects.count < Reject.maximumKept else { return }
    let raw = UnsafeBufferPointer(
      start: piece.block.base + start, count: min(end - start, Reject.maximumRawBytes))
    rejects.append(
      Reject(
        line: line, offset: piece.offset + start - Block.front, column: nil,
        raw: String(decoding: raw, as: UTF8.self), reason: reason))
  }

  /// Where the last line of `piece` ends, its line end apart.
  private func lineContentEnd(_ piece: RowReader.Piece) -> Int {
    var end = piece.end
    if end > Block.front, piece.block.base[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > Block.front, piece.block.base[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  private func reservePositions(_ piece: RowReader.Piece) {
    let size = piece.end - Block.front
    var count = size * 3
    if size > Self.countedBytes {
      // A very long row: most of its bytes are no delimiters.
      count =
        2
        * Int(
          count_bytes(
            piece.block.base, Int64(Block.front), Int64(piece.end), pass.dialect.delimiter,
            UInt8(ascii: "\n"), UInt8(ascii: "\r")))
    }
    count += 2 * Block.front
    if count <= positionCapacity { return }
    positions.deallocate()
    positionCapacity = count
    positions = .allocate(capacity: count)
  }

  /// Up to here, room is made for a text of delimiters alone: memory that is not touched costs
  /// nothing.
  private static let countedBytes = 4 << 20

  private func reserveCodes(_ count: Int) {
    if count <= codeCapacity { return }
    codes.deallocate()
    missing.deallocate()
    codeCapacity = count
    codes = .allocate(capacity: count)
    missing = .allocate(capacity: count)
  }

  // MARK: - Columns

  /// Reads one column as its plan says; looks closely at it where the plan has failed.
  private func column(
    _ place: Int, _ plan: ColumnPlan, _ cells: CellBatch, _ piece: RowReader.Piece, isFailed: Bool
  ) -> PieceColumn {
    let isText = plan.kind == .coded || plan.kind == .plain
    let isWatched = plan.isWatched || plan.kind == .examined
    if isWatched { evidence[place].add(cells, column: plan.index, rules: pass.rules) }
    if plan.kind == .examined { return .unread }
    var tally = PieceTally()
    guard !isFailed, let read = parse(place, plan, cells, &tally) else {
      if !isFailed { pass.fail(place) }
      if !isText && !isWatched {
        evidence[place].add(cells, column: plan.index, rules: pass.rules)
      }
      return .unread
    }
    tallies[place].nulls += tally.nulls
    tallies[place].quotedEmpty += tally.quotedEmpty
    if !tally.emptied.isEmpty { note(tally.emptied, place, plan, cells, piece) }
    if !isWatched { evidence[place].add(cells.rows, tally, read, of: plan.kind.cellClass) }
    return read
  }

  /// Notes the cells that became NULL though something stands in them.
  private func note(
    _ cells: [EmptiedCell], _ place: Int, _ plan: ColumnPlan, _ batch: CellBatch,
    _ piece: RowReader.Piece
  ) {
    emptiedCounts[place] += cells.count
    var line = piece.firstLine
    var at = UnsafePointer(piece.block.base + Block.front)
    for cell in cells {
      if cell.isMisfit { misfits[place] += 1 }
      guard emptied[place].count < Reject.maximumKept else { continue }
      let (start, count) = batch.field(cell.row, plan.index)
      line += lineCount(UnsafeBufferPointer(start: at, count: start - at))
      at = start
      emptied[place].append(
        Reject(
          line: line, offset: piece.offset + (start - batch.text) - Block.front, column: plan.name,
          raw: String(
            decoding: UnsafeBufferPointer(start: start, count: min(count, Reject.maximumRawBytes)),
            as: UTF8.self),
          reason: cell.isMisfit ? .misfit(type: plan.asked ?? .varchar) : .missing))
    }
  }

  private func parse(
    _ place: Int, _ plan: ColumnPlan, _ cells: CellBatch, _ tally: inout PieceTally
  ) -> PieceColumn? {
    if let style = plan.style {
      return StyledCells(
        cells: cells, column: plan.index, style: style, rules: pass.rules,
        emptiesMisfits: plan.emptiesMisfits, kind: plan.kind, digits: plan.digits
      ).read(tally: &tally)
    }
    switch plan.kind {
    case .examined: return nil
    case .boolean: return TimeColumns.booleans(cells, column: plan.index, tally: &tally)
    case .bigint: return NumberColumns.bigints(cells, column: plan.index, tally: &tally)
    case .decimal(let scale):
      return NumberColumns.decimals(cells, column: plan.index, scale: scale, tally: &tally)
    case .wideDecimal(let precision, let scale):
      return NumberColumns.wideDecimals(
        cells, column: plan.index, scale: scale, precision: precision, tally: &tally)
    case .double: return NumberColumns.doubles(cells, column: plan.index, tally: &tally)
    case .date: return TimeColumns.dates(cells, column: plan.index, tally: &tally)
    case .timestamp: return TimeColumns.timestamps(cells, column: plan.index, tally: &tally)
    case .coded:
      return TextColumns.codes(
        cells, column: plan.index, interner: interners[place], worker: number, codes: codes,
        missing: missing, nullCodes: nullCodes, tally: &tally)
    case .plain:
      return TextColumns.plain(cells, column: plan.index, rules: pass.rules, tally: &tally)
    }
  }
}
