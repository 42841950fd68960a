import Columns

/// Reads the cells of a column that are not all in plain form: with marks for missing values, blanks
/// around, thousands grouped, or dates in another form than ISO 8601.
///
/// Slower than ``PlainCells``, cell by cell; it is taken only where the cells ask for it.
struct StyledCells {
  let cells: CellBatch
  let column: Int
  let style: CellStyle
  let rules: CellRules
  /// Whether a cell that does not fit becomes NULL and is noted, instead of ending the reading.
  let emptiesMisfits: Bool
  let kind: ColumnPlan.Kind
  /// The most digits of a decimal of at most ``DataType/narrowPrecision`` digits.
  let digits: Int

  private var isDate: Bool { kind == .date || kind == .timestamp }

  /// The column as its kind; nil where a cell does not fit.
  func read(tally: inout PieceTally) -> PieceColumn? {
    switch kind {
    case .boolean:
      return integers(&tally) { BooleanReader.boolean($0, $1).map { $0 ? 1 : 0 } }
    case .bigint:
      return integers(&tally) { start, count in
        number(start, count) { NumberReader.integer($0, $1) }
      }
    case .decimal(let scale):
      return integers(&tally, scale: scale) { start, count in
        wide(start, count, scale: scale, digits: digits)
          .map { Int64(truncatingIfNeeded: $0) }
      }
    case .wideDecimal(let precision, let scale):
      return values(zero: Int128(0), &tally) { start, count in
        wide(start, count, scale: scale, digits: precision)
      }.map { .wides($0.values, validity: $0.validity) }
    case .double:
      return values(zero: 0.0, &tally) { start, count in
        number(start, count) { NumberReader.anyDouble($0, $1) }.map {
          style.isPercent ? $0 / 100 : $0
        }
      }.map { .doubles($0.values, validity: $0.validity) }
    case .date:
      return integers(&tally) { start, count in
        guard let moment = moment(start, count), moment.time == nil else { return nil }
        return moment.days
      }
    case .timestamp:
      var midnights = 0
      let read = integers(&tally) { start, count in
        guard let moment = moment(start, count) else { return nil }
        if moment.time == nil { midnights += 1 }
        return moment.days * DateReader.microsecondsOfDay + (moment.time ?? 0)
      }
      tally.midnights += midnights
      return read
    case .examined, .coded, .plain: return nil
    }
  }

  // MARK: The frame

  private func integers(
    _ tally: inout PieceTally, scale: Int = 0, _ parse: (UnsafePointer<UInt8>, Int) -> Int64?
  ) -> PieceColumn? {
    values(zero: 0, &tally, parse).map {
      .integers($0.values, validity: $0.validity, scale: scale)
    }
  }

  private func values<Value: BitwiseCopyable>(
    zero: Value, _ tally: inout PieceTally, _ parse: (UnsafePointer<UInt8>, Int) -> Value?
  ) -> (values: Buffer<Value>, validity: Buffer<UInt64>?)? {
    let values = Buffer<Value>(count: cells.rows)
    var validity = ValidityWriter(rows: cells.rows)
    for row in 0..<cells.rows {
      var (start, count) = cells.field(row, column)
      values.pointer[row] = zero
      if count == 0 {
        validity.append(false, row: row)
        continue
      }
      let isQuoted = start[0] == cells.quote
      if isQuoted { (start, count) = cells.unquoted(start, count) }
      if isQuoted && count == 0 {
        tally.quotedEmpty += 1
        validity.append(false, row: row)
        continue
      }
      if rules.isNull(start, count) {
        validity.append(false, row: row)
        continue
      }
      // Where quotes say what is text, only a date may stand in them.
      let isText = isQuoted && rules.isTypedByQuotes && !isDate
      (start, count) = BlankTrim.trimmed(start, count)
      if !isText, count > 0, let value = parse(start, count) {
        values.pointer[row] = value
        validity.append(true, row: row)
        continue
      }
      let isMissing = rules.isMissing(start, count)
      guard isMissing || emptiesMisfits else { return nil }
      tally.emptied.append(EmptiedCell(row: row, isMisfit: !isMissing))
      validity.append(false, row: row)
    }
    tally.nulls += validity.nulls
    return (values, validity.finish(rows: cells.rows))
  }

  // MARK: Cells

  /// What `read` gives for a number in its plain form.
  private func number<Value>(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ read: (UnsafePointer<UInt8>, Int) -> Value?
  ) -> Value? {
    guard
      let plain = GroupedNumber.plain(
        start, count, mark: rules.decimalMark ?? style.decimalMark, rules: rules),
      plain.isPercent == style.isPercent
    else { return nil }
    return plain.withBytes(read)
  }

  /// A decimal with `scale` digits behind the point and at most `digits` in all.
  private func wide(
    _ start: UnsafePointer<UInt8>, _ count: Int, scale: Int, digits: Int
  ) -> Int128? {
    let places = style.isPercent ? scale - 2 : scale
    return number(start, count) { WideNumber.decimal($0, $1, scale: places, digits: digits) }
  }

  private func moment(
    _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> (days: Int64, time: Int64?)? {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    if let format = rules.timestampFormat, let moment = format.microseconds(bytes) {
      return Self.parts(moment)
    }
    if let format = rules.dateFormat, let moment = format.microseconds(bytes) {
      let parts = Self.parts(moment)
      return (parts.days, parts.time == 0 ? nil : parts.time)
    }
    if rules.refusesOtherDates { return nil }
    if let day = DateReader.date(start, count) { return (Int64(day), nil) }
    if let moment = DateReader.timestamp(start, count) { return Self.parts(moment) }
    guard let date = WrittenDate(start, count),
      let day = style.isDayFirst ? date.dayFirst : date.monthFirst
    else { return nil }
    return (Int64(day), date.time)
  }

  private static func parts(_ moment: Int64) -> (days: Int64, time: Int64) {
    let days = moment / DateReader.microsecondsOfDay
    let time = moment % DateReader.microsecondsOfDay
    return time < 0 ? (days - 1, time + DateReader.microsecondsOfDay) : (days, time)
  }
}
