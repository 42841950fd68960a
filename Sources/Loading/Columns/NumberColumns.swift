import Columns

/// Reads the cells of a column as numbers in plain form; each function gives nil as soon as one does
/// not fit.
enum NumberColumns {
  static func bigints(_ cells: CellBatch, column: Int, tally: inout PieceTally) -> PieceColumn? {
    var largest: UInt64 = 0
    let read = PlainCells.read(cells, column: column, zero: Int64(0), tally: &tally) {
      start, count -> Int64? in
      guard let value = NumberReader.integer(start, count) else { return nil }
      largest = max(largest, value.magnitude)
      return value
    }
    guard let read else { return nil }
    tally.digits = digitCount(largest)
    return .integers(read.values, validity: read.validity, scale: 0)
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

  /// Decimals of at most 18 digits when their points are aligned; the scale grows from `planned`.
  static func decimals(
    _ cells: CellBatch, column: Int, scale planned: Int, tally: inout PieceTally
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
        if cells.isTypedByQuotes { return nil }
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
    tally.digits = digitCount(UInt64(largest) / NumberReader.powersOfTen[scale])
    tally.nulls &+= validity.nulls
    return .integers(values, validity: validity.finish(rows: cells.rows), scale: scale)
  }

  /// Decimals of up to 38 digits, `scale` of them behind the point.
  static func wideDecimals(
    _ cells: CellBatch, column: Int, scale: Int, precision: Int, tally: inout PieceTally
  ) -> PieceColumn? {
    PlainCells.read(cells, column: column, zero: Int128(0), tally: &tally) {
      WideNumber.decimal($0, $1, scale: scale, digits: precision)
    }.map { .wides($0.values, validity: $0.validity) }
  }

  static func doubles(_ cells: CellBatch, column: Int, tally: inout PieceTally) -> PieceColumn? {
    var digits = 0
    let read = PlainCells.read(cells, column: column, zero: 0.0, tally: &tally) {
      start, count -> Double? in
      // Only a number that is long by itself has digits that are lost.
      if count > TypeDecision.exactDigits, let plain = PlainNumber(start, count), !plain.hasExponent
      {
        digits = max(digits, plain.integerDigits)
      }
      return NumberReader.double(start, count)
    }
    tally.digits = digits
    return read.map { .doubles($0.values, validity: $0.validity) }
  }
}
