import Columns
import Glibc

/// Reads the cells of a column as text.
enum TextColumns {
  /// Codes of `interner` for each cell, 0 for NULL.
  ///
  /// - Parameters:
  ///   - codes: room for a code a row.
  ///   - missing: room for as many.
  ///   - nullCodes: the codes from 1 on that stand for NULL.
  /// - Returns: nil where the interner is full.
  static func codes(
    _ cells: CellBatch, column: Int, interner: TextInterner, worker: Int,
    codes: UnsafeMutablePointer<UInt32>, missing: UnsafeMutablePointer<UInt32>,
    nullCodes: UInt32, tally: inout PieceTally
  ) -> PieceColumn? {
    let known = interner.count
    var first = 0
    while first < cells.rows {
      // A text that is new comes again soon: it is added before many rows have missed it.
      let end = min(first + groupRows, cells.rows)
      let found = interner.find(
        cells, column: column, rows: first..<end, codes: codes, missing: missing)
      tally.nulls += Int(found.nulls)
      for index in 0..<Int(found.missing) {
        let row = Int(missing[index])
        codes[row] = newCode(cells, row, column, interner: interner, tally: &tally)
      }
      first = end
    }
    if interner.isFull { return nil }
    if nullCodes > 0 {
      for row in 0..<cells.rows where codes[row] &- 1 < nullCodes {
        codes[row] = 0
        tally.nulls += 1
      }
    }
    return .codes(
      PieceCodes(
        codes, rows: cells.rows, limit: interner.count, worker: worker,
        added: known..<interner.count))
  }

  /// Rows that are looked up before new texts are added.
  private static let groupRows = 256

  /// The code of a cell that is new, empty between quotes, or has quotes inside.
  private static func newCode(
    _ cells: CellBatch, _ row: Int, _ column: Int, interner: TextInterner,
    tally: inout PieceTally
  ) -> UInt32 {
    let (start, count) = cells.field(row, column)
    guard start[0] == cells.quote else { return interner.code(start, count) }
    let (inner, length) = cells.unquoted(start, count)
    if length == 0 { tally.quotedEmpty &+= 1 }
    if memchr(inner, CInt(cells.quote), length) == nil { return interner.code(inner, length) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length + 16) { copy in
      guard let target = copy.baseAddress else { return 0 }
      let end = single(inner, length, quote: cells.quote, to: target)
      return interner.code(target, end)
    }
  }

  /// Copies the inside of a quoted field with its doubled quotes made single.
  ///
  /// - Returns: the bytes written.
  private static func single(
    _ start: UnsafePointer<UInt8>, _ count: Int, quote: UInt8,
    to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var from = 0
    var to = 0
    while from < count {
      let next = memchr(start + from, CInt(quote), count &- from)
      let stop = next.map { UnsafeRawPointer($0) - UnsafeRawPointer(start) + 1 } ?? count
      memcpy(target + to, start + from, stop &- from)
      to &+= stop &- from
      from = next == nil ? stop : stop &+ 1
    }
    return to
  }

  /// The texts of the cells one behind the other; NULL rows are empty.
  static func plain(
    _ cells: CellBatch, column: Int, rules: CellRules, tally: inout PieceTally
  ) -> PieceColumn {
    var total = 0
    var row = 0
    while row < cells.rows {
      total &+= cells.field(row, column).count
      row &+= 1
    }
    let offsets = Buffer<UInt32>(count: cells.rows + 1)
    let bytes = Buffer<UInt8>(count: total)
    var validity = ValidityWriter(rows: cells.rows)
    let quote = cells.quote
    var end = 0
    offsets.pointer[0] = 0
    row = 0
    while row < cells.rows {
      let (start, count) = cells.field(row, column)
      if count > 0 && start[0] == quote {
        let (inner, length) = cells.unquoted(start, count)
        if length == 0 { tally.quotedEmpty &+= 1 }
        end &+= single(inner, length, quote: quote, to: bytes.pointer + end)
      } else {
        memcpy(bytes.pointer + end, start, count)
        end &+= count
      }
      var isNull = count == 0
      if rules.nullTexts != nil {
        let begin = Int(offsets.pointer[row])
        if rules.isNull(bytes.pointer + begin, end &- begin) {
          isNull = true
          end = begin
        }
      }
      validity.append(!isNull, row: row)
      offsets.pointer[row &+ 1] = UInt32(truncatingIfNeeded: end)
      row &+= 1
    }
    tally.nulls += validity.nulls
    return .texts(
      TextStore(offsets: offsets, bytes: bytes), validity: validity.finish(rows: cells.rows))
  }
}
