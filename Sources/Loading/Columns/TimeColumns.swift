import Columns

/// Reads the cells of a column as dates, times or truth values; each function gives nil as soon as
/// one does not fit.
enum TimeColumns {
  static func dates(_ cells: CellBatch, column: Int, tally: inout PieceTally) -> PieceColumn? {
    let values = Buffer<Int64>(count: cells.rows)
    let target = values.pointer
    var validity = ValidityWriter(rows: cells.rows)
    var row = 0
    while row < cells.rows {
      var (start, count) = cells.field(row, column)
      if count > 0 && start[0] == cells.quote {
        (start, count) = cells.unquoted(start, count)
        if count == 0 { tally.quotedEmpty &+= 1 }
      }
      if count == 0 {
        target[row] = 0
        validity.append(false, row: row)
      } else {
        guard let value = DateReader.date(start, count) else { return nil }
        target[row] = Int64(value)
        validity.append(true, row: row)
      }
      row &+= 1
    }
    tally.nulls += validity.nulls
    return .integers(values, validity: validity.finish(rows: cells.rows), scale: 0)
  }

  /// - Parameter midnights: is raised by the dates without a time.
  static func timestamps(
    _ cells: CellBatch, column: Int, tally: inout PieceTally, midnights: inout Int
  ) -> PieceColumn? {
    let values = Buffer<Int64>(count: cells.rows)
    let target = values.pointer
    var validity = ValidityWriter(rows: cells.rows)
    var dates = 0
    var row = 0
    while row < cells.rows {
      var (start, count) = cells.field(row, column)
      if count > 0 && start[0] == cells.quote {
        (start, count) = cells.unquoted(start, count)
        if count == 0 { tally.quotedEmpty &+= 1 }
      }
      if count == 0 {
        target[row] = 0
        validity.append(false, row: row)
      } else if let value = DateReader.timestamp(start, count) {
        target[row] = value
        validity.append(true, row: row)
      } else {
        guard let day = DateReader.date(start, count) else { return nil }
        target[row] = Int64(day) * DateReader.microsecondsOfDay
        dates &+= 1
        validity.append(true, row: row)
      }
      row &+= 1
    }
    midnights += dates
    tally.nulls += validity.nulls
    return .integers(values, validity: validity.finish(rows: cells.rows), scale: 0)
  }

  /// True is 1, false 0.
  static func booleans(_ cells: CellBatch, column: Int, tally: inout PieceTally) -> PieceColumn? {
    let values = Buffer<Int64>(count: cells.rows)
    let target = values.pointer
    var validity = ValidityWriter(rows: cells.rows)
    var row = 0
    while row < cells.rows {
      var (start, count) = cells.field(row, column)
      if count > 0 && start[0] == cells.quote {
        (start, count) = cells.unquoted(start, count)
        if count == 0 { tally.quotedEmpty &+= 1 }
      }
      if count == 0 {
        target[row] = 0
        validity.append(false, row: row)
      } else {
        guard let value = BooleanReader.boolean(start, count) else { return nil }
        target[row] = value ? 1 : 0
        validity.append(true, row: row)
      }
      row &+= 1
    }
    tally.nulls += validity.nulls
    return .integers(values, validity: validity.finish(rows: cells.rows), scale: 0)
  }
}
