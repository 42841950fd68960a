import Columns

/// Reads the cells of a column as dates, times or truth values in plain form; each function gives
/// nil as soon as one does not fit.
enum TimeColumns {
  static func dates(_ cells: CellBatch, column: Int, tally: inout PieceTally) -> PieceColumn? {
    integers(cells, column, acceptsQuotes: true, &tally) {
      DateReader.date($0, $1).map { Int64($0) }
    }
  }

  static func timestamps(
    _ cells: CellBatch, column: Int, tally: inout PieceTally
  ) -> PieceColumn? {
    var midnights = 0
    let read = integers(cells, column, acceptsQuotes: true, &tally) { start, count in
      if let moment = DateReader.timestamp(start, count) { return moment }
      guard let day = DateReader.date(start, count) else { return nil }
      midnights &+= 1
      return Int64(day) * DateReader.microsecondsOfDay
    }
    tally.midnights = midnights
    return read
  }

  /// True is 1, false 0.
  static func booleans(_ cells: CellBatch, column: Int, tally: inout PieceTally) -> PieceColumn? {
    integers(cells, column, acceptsQuotes: false, &tally) {
      BooleanReader.boolean($0, $1).map { $0 ? 1 : 0 }
    }
  }

  @inline(__always)
  private static func integers(
    _ cells: CellBatch, _ column: Int, acceptsQuotes: Bool, _ tally: inout PieceTally,
    _ parse: (UnsafePointer<UInt8>, Int) -> Int64?
  ) -> PieceColumn? {
    PlainCells.read(
      cells, column: column, zero: Int64(0), acceptsQuotes: acceptsQuotes, tally: &tally,
      parse: parse
    ).map { .integers($0.values, validity: $0.validity, scale: 0) }
  }
}
