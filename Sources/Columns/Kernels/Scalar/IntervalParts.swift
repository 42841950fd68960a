extension DatePart {
  /// Refuses a part that values of `type` do not have.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` that lists those which they have.
  func check(within type: DataType) throws(ValueError) {
    let has: (DatePart) -> Bool
    switch type {
    case .time: has = \.isTimeOfDay
    case .interval: has = { ($0.isTimeOfDay || $0.interval != nil) && $0 != .week }
    default: return
    }
    if has(self) { return }
    let known = DatePart.allCases.filter(has).map(\.name).joined(separator: ", ")
    let owner = type == .time ? "a TIME" : "an INTERVAL"
    throw .badArgument("\(owner) has no \(name); its parts are \(known)")
  }
}

extension Interval {
  /// The number that a part is: years are the whole ones of the months, `month` what they leave;
  /// hours are not carried into days. The epoch counts a year as 365.25 days and a month as 30.
  func value(of part: DatePart) -> Double {
    if part != .epoch { return Double(whole(part)) }
    // 365.25 days are 8,766 hours.
    let hours = Int128(months / 12) * 8766 + (Int128(months % 12) * 30 + Int128(days)) * 24
    let total = hours * Int128(ClockTime.microsecondsPerHour) + Int128(microseconds)
    return Double(total) / Double(ClockTime.microsecondsPerSecond)
  }

  /// The same for parts other than the epoch; 0 for what is no part of an interval.
  func whole(_ part: DatePart) -> Int {
    let time = Int(microseconds)
    return switch part {
    case .millennium: Int(months / 12_000)
    case .century: Int(months / 1200)
    case .decade: Int(months / 120)
    case .year: Int(months / 12)
    case .quarter: Int(months % 12 / 3 + 1)
    case .month: Int(months % 12)
    case .day: Int(days)
    case .hour: time / ClockTime.microsecondsPerHour
    case .minute: time / ClockTime.microsecondsPerMinute % 60
    case .second: time / ClockTime.microsecondsPerSecond % 60
    case .millisecond: time % ClockTime.microsecondsPerMinute / 1000
    case .microsecond: time % ClockTime.microsecondsPerMinute
    default: 0
    }
  }

  /// What is left without the parts that are smaller than `part`.
  func truncated(to part: DatePart) -> Interval {
    if let unit = part.interval, unit.months > 0 {
      return Interval(months: months / unit.months * unit.months)
    }
    switch part {
    case .week: return Interval(months: months, days: days / 7 * 7)
    case .hour, .minute, .second, .millisecond, .microsecond:
      let unit = part.interval?.microseconds ?? 1
      return Interval(months: months, days: days, microseconds: microseconds / unit * unit)
    case .epoch:
      return truncated(to: .second)
    default: return Interval(months: months, days: days)
    }
  }
}

extension DateKernels {
  /// One part of each interval, which must have it.
  static func intervalPart(_ part: DatePart, of intervals: Vector) throws -> Vector {
    let source = NumberSource.integers(intervals, as: Int128.self)
    let count = intervals.count
    if part.isFractional {
      return doubles(intervals.validity, count) {
        Interval(bits: source.pointer[$0]).value(of: part)
      }
    }
    return numbers([intervals], count) { Interval(bits: source.pointer[$0]).whole(part) }
  }

  /// Intervals without the parts smaller than the one named in the same row.
  static func truncateIntervals(_ inputs: [Vector], _ count: Int) throws -> Vector {
    let source = NumberSource.integers(inputs[1], as: Int128.self)
    return try TextReader.read(inputs[0]) { names in
      let fixed = names.isConstant ? try DatePart.named(names[0]) : nil
      return try IntervalKernels.intervals(inputs, count) { row in
        let part = try fixed ?? DatePart.named(names[row])
        if part != .week { try part.check(within: .interval) }
        return Interval(bits: source.pointer[row]).truncated(to: part)
      }
    }
  }
}
