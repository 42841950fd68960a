import Columns

/// What reading a column of one block gave besides its values.
struct PieceTally {
  var nulls = 0
  /// Quoted empty cells that were read as NULL.
  var quotedEmpty = 0
}

/// Reads the cells of a column as numbers; each function gives nil as soon as one does not fit.
enum NumberColumns {
  /// - Parameter digits: gets the most digits of a number.
  static func bigints(
    _ cells: CellBatch, column: Int, tally: inout PieceTally, digits: inout Int
  ) -> PieceColumn? {
    let values = Buffer<Int64>(count: cells.rows)
    let target = values.pointer
    var validity = ValidityWriter(rows: cells.rows)
    var largest: UInt64 = 0
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
        guard let value = NumberReader.integer(start, count) else { return nil }
        target[row] = value
        largest = max(largest, value.magnitude)
        validity.append(true, row: row)
      }
      row &+= 1
    }
    digits = max(digits, digitCount(largest))
    tally.nulls += validity.nulls
    return .integers(values, validity: validity.finish(rows: cells.rows), scale: 0)
  }

  /// The decimal digits of `value`, none for 0.
  private static func digitCount(_ value: UInt64) -> Int {
    var rest = value
    var count = 0
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }

  /// - Parameter digits: gets the most digits before the point.
  static func decimals(
    _ cells: CellBatch, column: Int, scale planned: Int, tally: inout PieceTally,
    digits: inout Int
  ) -> PieceColumn? {
    let values = Buffer<Int64>(count: cells.rows)
    let target = values.pointer
    var validity = ValidityWriter(rows: cells.rows)
    var scale = planned
    // The least magnitude that has too many digits at the current scale.
    let limit = Int64(NumberReader.powersOfTen[DataType.narrowPrecision])
    var largest: Int64 = 0
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
        row &+= 1
        continue
      }
      guard let value = NumberReader.decimal(start, count) else { return nil }
      if value.scale > scale {
        let power = Int64(NumberReader.powersOfTen[value.scale &- scale])
        if largest >= limit / power { return nil }
        var earlier = 0
        while earlier < row {
          target[earlier] = target[earlier] &* power
          earlier &+= 1
        }
        largest = largest &* power
        scale = value.scale
      }
      // At most 18 digits times at most 10^18 may pass 64 bits; the check sees it.
      let power = Int64(NumberReader.powersOfTen[scale &- value.scale])
      let (aligned, isOver) = value.unscaled.multipliedReportingOverflow(by: power)
      let magnitude = aligned < 0 ? 0 &- aligned : aligned
      if isOver || magnitude >= limit { return nil }
      largest = max(largest, magnitude)
      target[row] = aligned
      validity.append(true, row: row)
      row &+= 1
    }
    digits = max(digits, digitCount(UInt64(largest) / NumberReader.powersOfTen[scale]))
    tally.nulls += validity.nulls
    return .integers(values, validity: validity.finish(rows: cells.rows), scale: scale)
  }

  static func doubles(_ cells: CellBatch, column: Int, tally: inout PieceTally) -> PieceColumn? {
    let values = Buffer<Double>(count: cells.rows)
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
        guard let value = NumberReader.double(start, count) else { return nil }
        target[row] = value
        validity.append(true, row: row)
      }
      row &+= 1
    }
    tally.nulls += validity.nulls
    return .doubles(values, validity: validity.finish(rows: cells.rows))
  }
}
