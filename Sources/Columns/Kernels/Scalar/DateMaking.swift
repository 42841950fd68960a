/// Functions that make dates and times of numbers, and numbers of them.
extension DateKernels {
  /// The time of day of an hour, a minute and a second with its fraction; `24:00:00` is one.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` where the clock has no such time.
  package static func makeTime(_ hour: Vector, _ minute: Vector, _ second: Vector) throws -> Vector
  {
    try TextKernels.apply([hour, minute, second], .time, hour.count) { inputs, count in
      let clock = Clock(inputs)
      return try stored(inputs, count, .time) { row in
        let time = try clock.time(row)
        guard time <= ClockTime.microsecondsPerDay else { throw clock.error(row) }
        return time
      }
    }
  }

  /// The moment of a year, month, day, hour, minute and second.
  ///
  /// - Parameter parts: six vectors, the last of doubles, the others of BIGINT.
  /// - Throws: ``ValueError/badArgument(_:)`` where there is no such day or time.
  package static func makeTimestamp(_ parts: [Vector]) throws -> Vector {
    let midnight = try make(parts[0], parts[1], parts[2])
    return try TextKernels.apply([midnight] + parts[3...], .timestamp, midnight.count) {
      inputs, count in
      let days = NumberSource.integers(inputs[0], as: Int64.self)
      let clock = Clock(Array(inputs[1...]))
      return try stored(inputs, count, .timestamp) { row in
        let total =
          Int128(days.pointer[row]) * Int128(ClockTime.microsecondsPerDay)
          + Int128(try clock.time(row))
        guard let result = Int(exactly: total) else { throw ValueError.overflow(type: .timestamp) }
        return result
      }
    }
  }

  /// Hours, minutes and seconds, a row each.
  private struct Clock {
    private let hours: Buffer<Int64>
    private let minutes: Buffer<Int64>
    private let seconds: Buffer<Double>

    init(_ inputs: [Vector]) {
      hours = NumberSource.integers(inputs[0], as: Int64.self)
      minutes = NumberSource.integers(inputs[1], as: Int64.self)
      seconds = NumberSource.doubles(inputs[2])
    }

    func time(_ row: Int) throws(ValueError) -> Int {
      let (hour, minute, second) = (
        hours.pointer[row], minutes.pointer[row], seconds.pointer[row]
      )
      guard (0...24).contains(hour), (0...59).contains(minute), second >= 0, second <= 60 else {
        throw error(row)
      }
      let time =
        Int(hour) * ClockTime.microsecondsPerHour + Int(minute) * ClockTime.microsecondsPerMinute
        + Int((second * Double(ClockTime.microsecondsPerSecond)).rounded())
      guard time <= ClockTime.microsecondsPerDay else { throw error(row) }
      return time
    }

    func error(_ row: Int) -> ValueError {
      .badArgument(
        "there is no time \(hours.pointer[row]):\(minutes.pointer[row]):\(seconds.pointer[row])")
    }
  }

  /// The timestamps that lie so many units after 1970-01-01 00:00:00 UTC.
  ///
  /// - Parameters:
  ///   - numbers: whole numbers, or doubles where the unit is a second.
  ///   - unit: in microseconds.
  package static func timestamps(_ numbers: Vector, unit: Int) throws -> Vector {
    try TextKernels.apply([numbers], .timestamp, numbers.count) { inputs, count in
      if inputs[0].type == .double {
        let source = NumberSource.doubles(inputs[0])
        return try stored(inputs, count, .timestamp) { row in
          guard let result = Int(exactly: (source.pointer[row] * Double(unit)).rounded()) else {
            throw ValueError.overflow(type: .timestamp)
          }
          return result
        }
      }
      let source = NumberSource.integers(inputs[0], as: Int64.self)
      return try stored(inputs, count, .timestamp) { row in
        let (result, overflow) = Int(source.pointer[row]).multipliedReportingOverflow(by: unit)
        if overflow { throw ValueError.overflow(type: .timestamp) }
        return result
      }
    }
  }

  /// How many units lie between 1970-01-01 00:00:00 and each date or timestamp, or between midnight
  /// and each time, rounded down;
  /// or in each interval by its total, rounded towards zero.
  ///
  /// - Parameter unitsPerSecond: 1,000 for milliseconds.
  package static func epoch(_ vector: Vector, unitsPerSecond: Int) throws -> Vector {
    try TextKernels.apply([vector], .bigint, vector.count) { inputs, count in
      let dates = inputs[0]
      let isInterval = dates.type == .interval
      let intervals = isInterval ? NumberSource.integers(dates, as: Int128.self) : nil
      let moments = Moments(dates)
      return try numbers(inputs, count) { row in
        let microseconds: Int128
        if let intervals {
          microseconds = Interval(bits: intervals.pointer[row]).total
        } else {
          let moment = moments[row]
          microseconds =
            Int128(moment.days) * Int128(ClockTime.microsecondsPerDay) + Int128(moment.microseconds)
        }
        let second = Int128(ClockTime.microsecondsPerSecond)
        let (whole, rest) = (microseconds * Int128(unitsPerSecond)).quotientAndRemainder(
          dividingBy: second)
        guard let result = Int(exactly: rest < 0 && !isInterval ? whole - 1 : whole) else {
          throw ValueError.overflow(type: .bigint)
        }
        return result
      }
    }
  }

  /// The days that lie so many days after 1970-01-01.
  package static func dates(_ days: Vector) throws -> Vector {
    try TextKernels.apply([days], .date, days.count) { inputs, count in
      let source = NumberSource.integers(inputs[0], as: Int64.self)
      return try stored(inputs, count, .date) { try day(Int(source.pointer[$0])) }
    }
  }

  /// The fiscal year of each date: a fiscal year begins on the first of `month` and is called after
  /// the calendar year in which it ends.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a month that is not 1 … 12.
  package static func fiscalYear(_ dates: Vector, firstMonth: Vector) throws -> Vector {
    try TextKernels.apply([dates, firstMonth], .bigint, dates.count) { inputs, count in
      let moments = Moments(inputs[0])
      let months = NumberSource.integers(inputs[1], as: Int64.self)
      return try numbers(inputs, count) { row in
        let first = months.pointer[row]
        guard (1...12).contains(first) else {
          throw ValueError.badArgument("\(first) is no month in which a fiscal year could begin")
        }
        let date = moments[row].date
        return date.year + (first > 1 && date.month >= first ? 1 : 0)
      }
    }
  }
}
