import Columns

/// What reading a column of one block gave besides its values.
struct PieceTally {
  var nulls = 0
  /// Quoted empty cells that were read as NULL.
  var quotedEmpty = 0
  /// Cells that became NULL though something stands in them.
  var emptied: [EmptiedCell] = []
  /// The most digits of a number before the point.
  var digits = 0
  /// Dates without a time in a column of timestamps.
  var midnights = 0
}

/// A cell that became NULL though something stands in it.
struct EmptiedCell {
  let row: Int
  /// Whether it is no mark for a missing value, but something that does not fit the type.
  let isMisfit: Bool
}

/// The frame in which cells in plain form are read, one by one, up to the first that does not fit.
enum PlainCells {
  /// Reads `column` into values; an empty cell, quoted or not, is NULL and holds `zero`.
  ///
  /// - Parameter acceptsQuotes: whether a value may stand in quotes where they say what is text.
  /// - Parameter parse: gives the value of the bytes between the delimiters or quotes, at least
  ///   one; nil where they do not fit.
  /// - Returns: the values and their validity, nil as soon as a cell does not fit.
  @inline(__always)
  static func read<Value: BitwiseCopyable>(
    _ cells: CellBatch, column: Int, zero: Value, acceptsQuotes: Bool = false,
    tally: inout PieceTally, parse: (UnsafePointer<UInt8>, Int) -> Value?
  ) -> (values: Buffer<Value>, validity: Buffer<UInt64>?)? {
    let values = Buffer<Value>(count: cells.rows)
    let target = values.pointer
    var validity = ValidityWriter(rows: cells.rows)
    var row = 0
    while row < cells.rows {
      var (start, count) = cells.field(row, column)
      if count > 0 && start[0] == cells.quote {
        if cells.isTypedByQuotes && !acceptsQuotes { return nil }
        (start, count) = cells.unquoted(start, count)
        if count == 0 { tally.quotedEmpty &+= 1 }
      }
      if count == 0 {
        target[row] = zero
        validity.append(false, row: row)
      } else {
        guard let value = parse(start, count) else { return nil }
        target[row] = value
        validity.append(true, row: row)
      }
      row &+= 1
    }
    tally.nulls &+= validity.nulls
    return (values, validity.finish(rows: cells.rows))
  }
}
