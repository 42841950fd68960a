/// Arithmetic with intervals, dates, timestamps and times. A result that does not fit its type is
/// ``ValueError/overflow(type:)``; a NULL on either side gives NULL.
package enum IntervalKernels {
  /// The totals by which intervals are compared, as a HUGEINT vector.
  package static func totals(_ vector: Vector) -> Vector {
    switch vector.storage {
    case .constant(.interval(let interval)):
      return Vector(constant: .integer(interval.total), type: .hugeint, count: vector.count)
    case .int128(let buffer):
      let count = vector.count
      let result = Buffer<Int128>(count: count)
      let source = buffer.pointer
      withExtendedLifetime(buffer) {
        var row = 0
        while row < count {
          result.pointer[row] = Interval(bits: source[row]).total
          row &+= 1
        }
      }
      return Vector(
        type: .hugeint, count: count, storage: .int128(result), validity: vector.validity)
    default:
      return Vector(constant: .null, type: .hugeint, count: vector.count)
    }
  }

  /// Dates or timestamps so much later, or where `isNegated` earlier; a DATE gives the TIMESTAMP
  /// of its midnight.
  ///
  /// Months are counted first, and a day that the month reached does not have becomes its last:
  /// 31 January and one month is the last of February. Then days, then microseconds.
  package static func shift(
    _ moments: Vector, by intervals: Vector, isNegated: Bool = false
  ) throws -> Vector {
    try TextKernels.apply([moments, intervals], .timestamp, moments.count) { inputs, count in
      let source = DateKernels.Moments(inputs[0])
      return try stored(inputs, count, .timestamp) { row, interval in
        try shifted(source[row], interval, isNegated ? -1 : 1)
      }
    }
  }

  /// `moment` and `sign` times `interval`, in microseconds since 1970-01-01 00:00:00.
  static func shifted(
    _ moment: Moment, _ interval: Interval, _ sign: Int
  ) throws(ValueError) -> Int {
    var days = moment.days
    if interval.months != 0 {
      var date = moment.date
      let months = date.year * 12 + date.month - 1 + sign * Int(interval.months)
      date.year = ClockTime.floorDivide(months, 12)
      date.month = ClockTime.floorRemainder(months, 12) + 1
      date.day = min(date.day, CivilDate.days(ofMonth: date.month, year: date.year))
      days = date.daysSinceEpoch
    }
    days += sign * Int(interval.days)
    let total =
      Int128(days) * Int128(ClockTime.microsecondsPerDay) + Int128(moment.microseconds)
      + Int128(sign) * Int128(interval.microseconds)
    guard let result = Int(exactly: total) else { throw .overflow(type: .timestamp) }
    return result
  }

  /// Times so much later, or where `isNegated` earlier, on a clock that goes round; months and
  /// days of the interval leave a time as it is.
  package static func turn(
    _ times: Vector, by intervals: Vector, isNegated: Bool = false
  ) throws -> Vector {
    try TextKernels.apply([times, intervals], .time, times.count) { inputs, count in
      let source = NumberSource.integers(inputs[0], as: Int64.self)
      return stored(inputs, count, .time) { row, interval in
        let day = ClockTime.microsecondsPerDay
        let change = Int(interval.microseconds) % day
        return ClockTime.floorRemainder(
          Int(source.pointer[row]) + (isNegated ? -change : change), day)
      }
    }
  }

  /// The moments at which each date has each time.
  package static func moments(dates: Vector, times: Vector) throws -> Vector {
    try TextKernels.apply([dates, times], .timestamp, dates.count) { inputs, count in
      let days = NumberSource.integers(inputs[0], as: Int64.self)
      let clock = NumberSource.integers(inputs[1], as: Int64.self)
      return try DateKernels.stored(inputs, count, .timestamp) { row in
        let total =
          Int128(days.pointer[row]) * Int128(ClockTime.microsecondsPerDay)
          + Int128(clock.pointer[row])
        guard let result = Int(exactly: total) else {
          throw ValueError.overflow(type: .timestamp)
        }
        return result
      }
    }
  }

  /// The days and microseconds from each `start` to each `end`, both timestamps.
  package static func between(_ end: Vector, and start: Vector) throws -> Vector {
    try TextKernels.apply([end, start], .interval, end.count) { inputs, count in
      let ends = NumberSource.integers(inputs[0], as: Int64.self)
      let starts = NumberSource.integers(inputs[1], as: Int64.self)
      return try intervals(inputs, count) { row in
        let (difference, overflow) = ends.pointer[row].subtractingReportingOverflow(
          starts.pointer[row])
        if overflow { throw ValueError.overflow(type: .interval) }
        let (days, rest) = difference.quotientAndRemainder(
          dividingBy: Int64(ClockTime.microsecondsPerDay))
        return Interval(days: Int32(days), microseconds: rest)
      }
    }
  }

  /// The sums, or where `isNegated` the differences, of two intervals, part by part.
  package static func add(
    _ a: Vector, _ b: Vector, isNegated: Bool = false
  ) throws -> Vector {
    try TextKernels.apply([a, b], .interval, a.count) { inputs, count in
      let left = NumberSource.integers(inputs[0], as: Int128.self)
      let right = NumberSource.integers(inputs[1], as: Int128.self)
      return try intervals(inputs, count) { row in
        let x = Interval(bits: left.pointer[row])
        let y = Interval(bits: right.pointer[row])
        let sign = isNegated ? -1 : 1
        return try checked(
          months: Int128(Int(x.months) + sign * Int(y.months)),
          days: Int128(Int(x.days) + sign * Int(y.days)),
          microseconds: Int128(x.microseconds) + Int128(sign) * Int128(y.microseconds))
      }
    }
  }

  /// The intervals with each part of the other sign.
  package static func negate(_ vector: Vector) throws -> Vector {
    try add(
      Vector(constant: .interval(Interval()), type: .interval, count: vector.count), vector,
      isNegated: true)
  }

  /// Intervals times whole numbers, exactly; or times doubles, where what a fraction of a month
  /// leaves becomes days of 30 to a month, and of a day, microseconds.
  package static func multiply(_ vector: Vector, by factors: Vector) throws -> Vector {
    try TextKernels.apply([vector, factors], .interval, vector.count) { inputs, count in
      let source = NumberSource.integers(inputs[0], as: Int128.self)
      if inputs[1].type == .double {
        let numbers = NumberSource.doubles(inputs[1])
        return try intervals(inputs, count) { row in
          try scaled(Interval(bits: source.pointer[row]), by: numbers.pointer[row])
        }
      }
      let numbers = NumberSource.integers(inputs[1], as: Int64.self)
      return try intervals(inputs, count) { row in
        let interval = Interval(bits: source.pointer[row])
        let factor = Int128(numbers.pointer[row])
        return try checked(
          months: Int128(interval.months) * factor, days: Int128(interval.days) * factor,
          microseconds: Int128(interval.microseconds) * factor)
      }
    }
  }

  /// Intervals divided by doubles, with fractions as in multiplication; NULL, and counted in
  /// `context`, where the divisor is zero.
  package static func divide(
    _ vector: Vector, by divisors: Vector, _ context: EvaluationContext
  ) throws -> Vector {
    if vector.constant?.isNull == true || vector.count == 0 { return vector }
    let one = Vector(
      type: .double, count: vector.count,
      storage: .float64(Buffer(repeating: 1, count: vector.count)), validity: vector.validity)
    // The reciprocal only says where the result is NULL; the parts are divided by the number.
    let reciprocal = try DivisionKernels.divide(one, divisors, context)
    return try TextKernels.apply([vector, divisors, reciprocal], .interval, vector.count) {
      inputs, count in
      let source = NumberSource.integers(inputs[0], as: Int128.self)
      let numbers = NumberSource.doubles(inputs[1])
      return try intervals(inputs, count) { row in
        try scaled(Interval(bits: source.pointer[row]), by: numbers.pointer[row], divides: true)
      }
    }
  }

  /// Rounds between the steps as PostgreSQL does: to a millionth of a day and of a second, so that
  /// a third of a month is ten days.
  private static func scaled(
    _ interval: Interval, by number: Double, divides: Bool = false
  ) throws(ValueError) -> Interval {
    func part(_ part: Double) -> Double { divides ? part / number : part * number }
    func rounded(_ amount: Double) -> Double { (amount * 1e6).rounded(.toNearestOrEven) / 1e6 }
    let months = part(Double(interval.months))
    let days = part(Double(interval.days))
    let wholeMonths = months.rounded(.towardZero)
    var wholeDays = days.rounded(.towardZero)
    let daysOfMonths = rounded((months - wholeMonths) * 30)
    let wholeDaysOfMonths = daysOfMonths.rounded(.towardZero)
    var seconds = rounded((days - wholeDays + daysOfMonths - wholeDaysOfMonths) * 86_400)
    if seconds.magnitude >= 86_400 {
      let carried = (seconds / 86_400).rounded(.towardZero)
      wholeDays += carried
      seconds -= carried * 86_400
    }
    let time =
      part(Double(interval.microseconds))
      + seconds * Double(ClockTime.microsecondsPerSecond)
    guard let months = Int32(exactly: wholeMonths),
      let days = Int32(exactly: wholeDays + wholeDaysOfMonths),
      let microseconds = Int64(exactly: time.rounded(.toNearestOrEven))
    else { throw .overflow(type: .interval) }
    return Interval(months: months, days: days, microseconds: microseconds)
  }

  /// An interval of parts that must fit.
  static func checked(
    months: Int128, days: Int128, microseconds: Int128
  ) throws(ValueError) -> Interval {
    guard let months = Int32(exactly: months), let days = Int32(exactly: days),
      let microseconds = Int64(exactly: microseconds)
    else { throw .overflow(type: .interval) }
    return Interval(months: months, days: days, microseconds: microseconds)
  }

  /// For each row in which no input is NULL, what `body` returns.
  @inline(__always)
  static func intervals(
    _ inputs: [Vector], _ count: Int, _ body: (Int) throws -> Interval
  ) rethrows -> Vector {
    let validity = Nulls.validity(inputs)
    let result = Buffer<Int128>(count: count)
    var row = 0
    while row < count {
      result.pointer[row] = validity.map { $0[row] } ?? true ? try body(row).bits : 0
      row &+= 1
    }
    return Vector(type: .interval, count: count, storage: .int128(result), validity: validity)
  }

  /// Integers of `type`, each from the row and its interval, which the second input holds.
  @inline(__always)
  private static func stored(
    _ inputs: [Vector], _ count: Int, _ type: DataType, _ body: (Int, Interval) throws -> Int
  ) rethrows -> Vector {
    let intervals = NumberSource.integers(inputs[1], as: Int128.self)
    return try DateKernels.stored(inputs, count, type) { row in
      try body(row, Interval(bits: intervals.pointer[row]))
    }
  }
}
