/// A day of the proleptic Gregorian calendar, by its numbers.
package struct CivilDate: Hashable, Sendable {
  /// Astronomical: 0 is the year before 1, which history calls 1 BC.
  package var year: Int
  /// 1 … 12.
  package var month: Int
  /// 1 … 31.
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days of 400 years, after which the calendar repeats.
  private static let daysOfEra = 146_097
  /// From 0000-03-01, with which an era begins here, to 1970-01-01.
  private static let daysToEpoch = 719_468

  /// The date `days` after 1970-01-01.
  ///
  /// Years are counted from March here, so that the leap day is the last of its year and the days
  /// before each month follow one line: (153 × month + 2) / 5.
  @inline(__always)
  package init(daysSinceEpoch days: Int) {
    let shifted = days &+ Self.daysToEpoch
    let era = (shifted >= 0 ? shifted : shifted &- (Self.daysOfEra - 1)) / Self.daysOfEra
    let dayOfEra = shifted &- era &* Self.daysOfEra
    let leapDays = dayOfEra / 1460 &- dayOfEra / 36_524 &+ dayOfEra / (Self.daysOfEra - 1)
    let yearOfEra = (dayOfEra &- leapDays) / 365
    let dayOfYear =
      dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let monthFromMarch = (5 &* dayOfYear &+ 2) / 153
    day = dayOfYear &- (153 &* monthFromMarch &+ 2) / 5 &+ 1
    month = monthFromMarch < 10 ? monthFromMarch &+ 3 : monthFromMarch &- 9
    year = yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  @inline(__always)
  package var daysSinceEpoch: Int {
    let marchYear = month <= 2 ? year &- 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear &- 399) / 400
    let yearOfEra = marchYear &- era &* 400
    let monthFromMarch = month > 2 ? month &- 3 : month &+ 9
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ day &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return era &* Self.daysOfEra &+ dayOfEra &- Self.daysToEpoch
  }

  /// Whether `year` has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The days of `month`, 1 … 12, in `year`.
  package static func days(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the calendar has such a day.
  package var exists: Bool {
    (1...12).contains(month) && day >= 1 && day <= Self.days(ofMonth: month, year: year)
  }

  /// The day of the week `days` after 1970-01-01, a Thursday: Monday is 1, Sunday 7 (ISO 8601).
  @inline(__always)
  package static func isoWeekday(daysSinceEpoch days: Int) -> Int {
    let rest = (days &+ 3) % 7
    return (rest < 0 ? rest &+ 7 : rest) &+ 1
  }
}

/// The clock within a TIMESTAMP.
package enum ClockTime {
  static let microsecondsPerSecond = 1_000_000
  static let microsecondsPerMinute = 60_000_000
  static let microsecondsPerHour = 3_600_000_000
  package static let microsecondsPerDay = 86_400_000_000

  /// The greatest number that is not above `number` / `divisor`, for a divisor above zero.
  @inline(__always)
  static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient &- 1 : quotient
  }

  /// What ``floorDivide(_:_:)`` leaves: 0 ..< `divisor`.
  @inline(__always)
  static func floorRemainder(_ number: Int, _ divisor: Int) -> Int {
    let remainder = number % divisor
    return remainder < 0 ? remainder &+ divisor : remainder
  }
}
