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
  /// Lines of every kind.
  private(set) var lines = 0
  private(set) var loaded = 0

  private let pass: LoadPass
  private var positions: UnsafeMutablePointer<UInt32>
  private var positionCapacity = 1 << 16
  private var codes: UnsafeMutablePointer<UInt32>
  private var missing: UnsafeMutablePointer<UInt32>
  private var codeCapacity = 1 << 12
  private let bad: UnsafeMutablePointer<bad_row>
  private static let badCapacity = 256

  init(_ number: Int, pass: LoadPass) {
    self.number = number
    self.pass = pass
    interners = pass.plans.map { _ in TextInterner() }
    evidence = pass.plans.map { _ in ColumnEvidence() }
    tallies = pass.plans.map { _ in PieceTally() }
    positions = .allocate(capacity: positionCapacity)
    codes = .allocate(capacity: codeCapacity)
    missing = .allocate(capacity: codeCapacity)
    bad = .allocate(capacity: Self.badCapacity)
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
    let invalid = first_invalid_utf8(text, Int64(Block.front), Int64(piece.end))
    if invalid >= 0 {
      throw error(.notUTF8(encoding: FileHead.likelyEncoding), piece, at: Int(invalid))
    }
    if let unclosed = piece.unclosedLine {
      rejected += 1
      lines += unclosed - piece.firstLine + 1
      reject(
        piece, Block.front, lineContentEnd(piece), piece.firstLine, .unclosedQuote(line: unclosed))
      return PieceResult(
        index: piece.index, rows: 0, columns: pass.plans.map { _ in .unread }, bytes: size)
    }
    let rows = try index(piece)
    reserveCodes(rows)
    let cells = CellBatch(
      text: text, positions: positions, stride: pass.dialect.columnCount + 1, rows: rows,
      quote: pass.dialect.quote ?? 0, firstLine: piece.firstLine, origin: Block.front)
    var columns: [PieceColumn] = []
    columns.reserveCapacity(pass.plans.count)
    let failed = pass.failed
    for (place, plan) in pass.plans.enumerated() {
      columns.append(column(place, plan, cells, isFailed: failed[place]))
    }
    loaded += rows
    return PieceResult(index: piece.index, rows: rows, columns: columns, bytes: size)
  }

  private func error(
    _ kind: LoadError.Kind, _ piece: RowReader.Piece, at position: Int
  ) -> LoadError {
    let before = UnsafeBufferPointer(
      start: piece.block.base + Block.front, count: position - Block.front)
    return LoadError(
      kind, path: pass.path, line: piece.firstLine + LineCount.lines(in: before),
      offset: piece.offset + position - Block.front)
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
    while from < Int64(piece.end) {
      let found = index_rows(
        text, from, Int64(piece.end), dialect, Int64(stride - 1), positions + rows * stride, bad,
        Int64(Self.badCapacity))
      if found.first_zero >= 0 {
        throw error(.binary(format: nil), piece, at: Int(found.first_zero))
      }
      for number in 0..<Int(found.bad_rows) {
        let row = bad[number]
        line += LineCount.lines(
          in: UnsafeBufferPointer(start: text + place, count: Int(row.start) - place))
        place = Int(row.start)
        reject(piece, place, Int(row.end), line, reason(row))
      }
      rows += Int(found.rows)
      rejected += Int(found.bad_rows)
      blankLines += Int(found.blank_lines)
      lines += Int(found.rows + found.bad_rows + found.blank_lines + found.inner_lines)
      from = found.stopped
    }
    return rows
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
    _ place: Int, _ plan: ColumnPlan, _ cells: CellBatch, isFailed: Bool
  ) -> PieceColumn {
    let isText = plan.kind == .coded || plan.kind == .plain
    if isFailed {
      if !isText { evidence[place].add(cells, column: plan.index) }
      return .unread
    }
    var tally = PieceTally()
    var digits = 0
    var midnights = 0
    let read = parse(place, plan, cells, &tally, &digits, &midnights)
    guard let read else {
      pass.fail(place)
      if !isText { evidence[place].add(cells, column: plan.index) }
      return .unread
    }
    tallies[place].nulls += tally.nulls
    tallies[place].quotedEmpty += tally.quotedEmpty
    if plan.isWatched {
      evidence[place].add(cells, column: plan.index)
    } else {
      let values = cells.rows - tally.nulls
      evidence[place].add(values - midnights, of: plan.kind.cellClass)
      evidence[place].add(midnights, of: .date)
      evidence[place].add(tally.nulls - tally.quotedEmpty, of: .empty)
      evidence[place].add(tally.quotedEmpty, of: .quotedEmpty)
      var scale = 0
      if case .integers(_, _, let own) = read { scale = own }
      evidence[place].addDigits(integerDigits: digits, scale: scale)
    }
    return read
  }

  private func parse(
    _ place: Int, _ plan: ColumnPlan, _ cells: CellBatch, _ tally: inout PieceTally,
    _ digits: inout Int, _ midnights: inout Int
  ) -> PieceColumn? {
    switch plan.kind {
    case .unknown: return TextColumns.nulls(cells, column: plan.index, tally: &tally)
    case .boolean: return TimeColumns.booleans(cells, column: plan.index, tally: &tally)
    case .bigint:
      return NumberColumns.bigints(cells, column: plan.index, tally: &tally, digits: &digits)
    case .decimal(let scale):
      return NumberColumns.decimals(
        cells, column: plan.index, scale: scale, tally: &tally, digits: &digits)
    case .double: return NumberColumns.doubles(cells, column: plan.index, tally: &tally)
    case .date: return TimeColumns.dates(cells, column: plan.index, tally: &tally)
    case .timestamp:
      return TimeColumns.timestamps(
        cells, column: plan.index, tally: &tally, midnights: &midnights)
    case .coded:
      return TextColumns.codes(
        cells, column: plan.index, interner: interners[place], worker: number, codes: codes,
        missing: missing, tally: &tally)
    case .plain: return TextColumns.plain(cells, column: plan.index, tally: &tally)
    }
  }
}
