import Columns

/// Makes dates, times and lengths of time of arrays into vectors, all in microseconds.
enum ArrowTimes {
  /// A vector, and how many of its values lost a fraction of a microsecond.
  typealias Result = (vector: Vector, cut: Int)

  private static let millisecondsPerDay: Int64 = 86_400_000
  private static let microsecondsPerDay: Int64 = 86_400_000_000

  /// DATE out of milliseconds, which must be whole days.
  static func dates(milliseconds rows: ArrowRows, column: String) throws -> Vector {
    let values = ArrowNumbers.integers(rows, bits: 64, isSigned: true)
    let days = Buffer<Int64>(count: rows.count)
    for row in 0..<rows.count {
      let (day, rest) = values.pointer[row].quotientAndRemainder(dividingBy: millisecondsPerDay)
      guard rest == 0, let short = Int32(exactly: day) else {
        throw rows.problem(column, row, "a date is not a whole day")
      }
      days.pointer[row] = Int64(short)
    }
    return IntegerNarrowing.vector(days, count: rows.count, type: .date, validity: rows.validity)
  }

  static func timestamps(
    _ rows: ArrowRows, _ unit: ArrowTimeUnit, column: String
  ) throws -> Result {
    let (values, cut) = try microseconds(rows, bits: 64, unit, column: column)
    return (
      IntegerNarrowing.vector(
        values, count: rows.count, type: .timestamp, validity: rows.validity), cut
    )
  }

  static func times(
    _ rows: ArrowRows, _ unit: ArrowTimeUnit, bits: Int, column: String
  ) throws -> Result {
    let (values, cut) = try microseconds(rows, bits: bits, unit, column: column)
    let vector = IntegerNarrowing.vector(
      values, count: rows.count, type: .time, validity: rows.validity)
    if let bounds = vector.bounds, bounds.lowerBound < 0 || bounds.upperBound > microsecondsPerDay,
      let row = values.elements.firstIndex(where: { $0 < 0 || $0 > microsecondsPerDay })
    {
      throw rows.problem(column, row, "a time of day is not within a day")
    }
    return (vector, cut)
  }

  static func durations(
    _ rows: ArrowRows, _ unit: ArrowTimeUnit, column: String
  ) throws -> Result {
    let (values, cut) = try microseconds(rows, bits: 64, unit, column: column)
    let bits = Buffer<Int128>(count: rows.count)
    for row in 0..<rows.count {
      bits.pointer[row] = Interval(microseconds: values.pointer[row]).bits
    }
    return (intervals(bits, rows), cut)
  }

  static func months(_ rows: ArrowRows) -> Vector {
    intervals(rows.values(zero: 0) { (months: Int32) in Interval(months: months).bits }, rows)
  }

  static func daysAndMilliseconds(_ rows: ArrowRows) -> Vector {
    let bits = rows.values(zero: 0) { (value: (days: Int32, milliseconds: Int32)) in
      Interval(days: value.days, microseconds: Int64(value.milliseconds) * 1000).bits
    }
    return intervals(bits, rows)
  }

  static func monthsDaysNanoseconds(_ rows: ArrowRows) -> Result {
    typealias Parts = (months: Int32, days: Int32, nanoseconds: Int64)
    let bits = rows.values(zero: 0) { (value: Parts) in
      Interval(
        months: value.months, days: value.days,
        microseconds: floor(value.nanoseconds, by: 1000)
      ).bits
    }
    let odd = rows.values(zero: false) { (value: Parts) in !value.nanoseconds.isMultiple(of: 1000) }
    return (intervals(bits, rows), odd.elements.count { $0 })
  }

  private static func intervals(_ bits: Buffer<Int128>, _ rows: ArrowRows) -> Vector {
    Vector(type: .interval, count: rows.count, storage: .int128(bits), validity: rows.validity)
  }

  /// The values in microseconds, and how many of them lost a fraction of one.
  ///
  /// - Throws: ``ArrowProblem/value(column:row:reason:)`` where one has no room in 64 bits.
  private static func microseconds(
    _ rows: ArrowRows, bits: Int, _ unit: ArrowTimeUnit, column: String
  ) throws -> (Buffer<Int64>, cut: Int) {
    let source = ArrowNumbers.integers(rows, bits: bits, isSigned: true)
    if unit == .microseconds { return (source, 0) }
    let target = Buffer<Int64>(count: rows.count)
    if unit == .nanoseconds {
      var cut = 0
      for row in 0..<rows.count {
        let value = source.pointer[row]
        let whole = floor(value, by: 1000)
        target.pointer[row] = whole
        if whole &* 1000 != value { cut += 1 }
      }
      return (target, cut)
    }
    let factor: Int64 = unit == .seconds ? 1_000_000 : 1000
    for row in 0..<rows.count {
      let (value, isOver) = source.pointer[row].multipliedReportingOverflow(by: factor)
      if isOver {
        throw rows.problem(column, row, "a time is too far from 1970 to be told in microseconds")
      }
      target.pointer[row] = value
    }
    return (target, 0)
  }

  /// The greatest whole number that is not above `value` / `divisor`, which is above zero.
  private static func floor(_ value: Int64, by divisor: Int64) -> Int64 {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
