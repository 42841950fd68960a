/// Functions of two dates.
extension DateKernels {
  /// How many whole `part`s lie between two dates, or times: 0 years from 1 March to the last of
  /// February; negative where `end` is before `start`.
  package static func wholeParts(
    partNamed names: Vector, from start: Vector, to end: Vector
  ) throws -> Vector {
    try TextKernels.apply([names, start, end], .bigint, start.count) { inputs, count in
      let starts = Moments(inputs[1])
      let ends = Moments(inputs[2])
      return try TextReader.read(inputs[0]) { names in
        let fixed = names.isConstant ? try DatePart.named(names[0]) : nil
        return try numbers(inputs, count) { row in
          let part = try fixed ?? DatePart.named(names[row])
          try part.check(within: inputs[1].type)
          return try starts[row].wholeParts(part, until: ends[row])
        }
      }
    }
  }

  /// Years, months, days and time from each `start` to each `end`, as a calendar counts them.
  package static func age(of end: Vector, since start: Vector) throws -> Vector {
    try TextKernels.apply([end, start], .interval, start.count) { inputs, count in
      let ends = Moments(inputs[0])
      let starts = Moments(inputs[1])
      return try IntervalKernels.intervals(inputs, count) { row in
        try starts[row].age(at: ends[row])
      }
    }
  }

  /// The starts of the spans of `width`, counted from `origin` on, in which dates or timestamps lie;
  /// of `type`, DATE or TIMESTAMP.
  ///
  /// - Parameters:
  ///   - origin: of the type of `moments`; nil for Monday 2000-01-03, or where the width is months
  ///     for 2000-01-01.
  ///   - offset: an interval by which the spans start later; nil for none.
  /// - Throws: ``ValueError/badArgument(_:)`` for a width that is not positive, or mixes months
  ///   with days.
  package static func bucket(
    _ width: Vector, _ moments: Vector, origin: Vector? = nil, offset: Vector? = nil,
    type: DataType
  ) throws -> Vector {
    let inputs = [width, moments] + [origin, offset].compactMap { $0 }
    return try TextKernels.apply(inputs, type, moments.count) { inputs, count in
      let widths = NumberSource.integers(inputs[0], as: Int128.self)
      let source = Moments(inputs[1])
      let origins = origin == nil ? nil : Moments(inputs[2])
      let offsets = offset == nil ? nil : NumberSource.integers(inputs[2], as: Int128.self)
      return try stored(inputs, count, type) { row in
        let width = Interval(bits: widths.pointer[row])
        let offset = offsets.map { Interval(bits: $0.pointer[row]) } ?? Interval()
        var moment = source[row]
        if offsets != nil {
          moment = Moment(
            microsecondsSinceEpoch: try IntervalKernels.shifted(moment, offset, -1))
        }
        let start = try moment.bucket(width, origin: origins?[row])
        let moved =
          offsets == nil
          ? try start.microsecondsSinceEpoch() : try IntervalKernels.shifted(start, offset, 1)
        return type == .date
          ? try day(ClockTime.floorDivide(moved, ClockTime.microsecondsPerDay)) : moved
      }
    }
  }
}

extension Moment {
  static func < (a: Moment, b: Moment) -> Bool {
    a.days != b.days ? a.days < b.days : a.microseconds < b.microseconds
  }

  /// The years, months, days and time from here to `end`, each field borrowing from the next, as
  /// PostgreSQL's `age` does: days are borrowed from the month of the earlier moment.
  func age(at end: Moment) throws(ValueError) -> Interval {
    if end < self {
      let age = try end.age(at: self)
      return Interval(months: -age.months, days: -age.days, microseconds: -age.microseconds)
    }
    let from = date
    let to = end.date
    var months = (to.year - from.year) * 12 + to.month - from.month
    var days = to.day - from.day
    var time = end.microseconds - microseconds
    if time < 0 {
      time += ClockTime.microsecondsPerDay
      days -= 1
    }
    if days < 0 {
      days += CivilDate.days(ofMonth: from.month, year: from.year)
      months -= 1
    }
    guard let months = Int32(exactly: months) else { throw .overflow(type: .interval) }
    return Interval(months: months, days: Int32(days), microseconds: Int64(time))
  }

  /// How many whole `part`s lie between here and `end`.
  func wholeParts(_ part: DatePart, until end: Moment) throws(ValueError) -> Int {
    if end < self { return -(try end.wholeParts(part, until: self)) }
    switch part {
    case .era: return 0
    case .yearweek, .isoyear:
      return part == .isoyear ? try months(until: end) / 12 : try wholeParts(.week, until: end)
    case .dayOfWeek, .isoDayOfWeek, .dayOfYear, .julian:
      return try wholeParts(.day, until: end)
    case .epoch: return try wholeParts(.second, until: end)
    default: break
    }
    guard let unit = part.interval else { return 0 }
    if unit.months > 0 { return try months(until: end) / Int(unit.months) }
    let (difference, overflow) = try end.microsecondsSinceEpoch()
      .subtractingReportingOverflow(try microsecondsSinceEpoch())
    if overflow { throw .overflow(type: .bigint) }
    return difference / (Int(unit.days) * ClockTime.microsecondsPerDay + Int(unit.microseconds))
  }

  /// The whole months until `end`, which is not earlier. From the 31st, the last day of a shorter
  /// month completes one.
  private func months(until end: Moment) throws(ValueError) -> Int {
    let to = end.date
    let last = CivilDate.days(ofMonth: to.month, year: to.year)
    var start = self
    let from = date
    if to.day == last && from.day > last {
      let moved = CivilDate(year: from.year, month: from.month, day: last)
      start = Moment(days: moved.daysSinceEpoch, microseconds: microseconds)
    }
    return Int(try start.age(at: end).months)
  }

  /// The start of the span of `width` in which this moment lies.
  func bucket(_ width: Interval, origin: Moment?) throws(ValueError) -> Moment {
    if width.months != 0 && (width.days != 0 || width.microseconds != 0) {
      throw .badArgument("the width of a bucket is either months or days and time, not both")
    }
    guard width.total > 0 else { throw .badArgument("the width of a bucket must be above zero") }
    if width.months > 0 {
      let first = (origin ?? Moment(days: Self.firstOfMillennium)).date
      let start = first.year * 12 + first.month - 1
      let now = date
      let length = Int(width.months)
      let month =
        start + ClockTime.floorDivide(now.year * 12 + now.month - 1 - start, length) * length
      return Moment(
        days: CivilDate(
          year: ClockTime.floorDivide(month, 12), month: ClockTime.floorRemainder(month, 12) + 1,
          day: 1
        ).daysSinceEpoch)
    }
    guard let length = Int(exactly: width.total) else { throw .overflow(type: .timestamp) }
    let start = try (origin ?? Moment(days: Self.firstOfMillennium + 2)).microsecondsSinceEpoch()
    let (distance, overflow) = try microsecondsSinceEpoch().subtractingReportingOverflow(start)
    let (first, below) = (start).addingReportingOverflow(
      overflow ? 0 : ClockTime.floorDivide(distance, length) &* length)
    if overflow || below { throw .overflow(type: .timestamp) }
    return Moment(microsecondsSinceEpoch: first)
  }

  /// 2000-01-01, a Saturday.
  private static let firstOfMillennium = 10_957
}
