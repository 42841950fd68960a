/// A part of a date or timestamp, as `extract`, `date_part`, `date_trunc` and `date_diff` name it.
package enum DatePart: Sendable, CaseIterable {
  case era, millennium, century, decade, year, isoyear, quarter, month, week, yearweek
  case day, dayOfWeek, isoDayOfWeek, dayOfYear
  case hour, minute, second, millisecond, microsecond, epoch, julian

  /// The names of each part, as DuckDB and PostgreSQL accept them.
  private static let names: [(DatePart, [String])] = [
    (.era, ["era"]),
    (.millennium, ["millennium", "millennia", "millenium", "mil", "mils"]),
    (.century, ["century", "centuries", "cent", "c"]),
    (.decade, ["decade", "decades", "dec", "decs"]),
    (.year, ["year", "years", "yr", "yrs", "y"]),
    (.isoyear, ["isoyear"]),
    (.quarter, ["quarter", "quarters"]),
    (.month, ["month", "months", "mon", "mons"]),
    (.week, ["week", "weeks", "w", "weekofyear"]),
    (.yearweek, ["yearweek"]),
    (.day, ["day", "days", "d", "dayofmonth"]),
    (.dayOfWeek, ["dow", "dayofweek", "weekday"]),
    (.isoDayOfWeek, ["isodow"]),
    (.dayOfYear, ["doy", "dayofyear"]),
    (.hour, ["hour", "hours", "hr", "hrs", "h"]),
    (.minute, ["minute", "minutes", "min", "mins", "m"]),
    (.second, ["second", "seconds", "sec", "secs", "s"]),
    (.millisecond, ["millisecond", "milliseconds", "msec", "msecs", "ms"]),
    (.microsecond, ["microsecond", "microseconds", "usec", "usecs", "us"]),
    (.epoch, ["epoch"]),
    (.julian, ["julian"]),
  ]

  private static let byName: [String: DatePart] = {
    var result: [String: DatePart] = [:]
    for (part, names) in names {
      for name in names { result[name] = part }
    }
    return result
  }()

  /// The part called `name`, in any case.
  package init?(name: String) {
    guard let part = Self.byName[name.lowercased()] else { return nil }
    self = part
  }

  /// The first name of the part.
  package var name: String { Self.names.first { $0.0 == self }?.1[0] ?? "" }

  /// Whether a part of a day, which a DATE has none of and a TIME no others, is meant.
  package var isTimeOfDay: Bool {
    switch self {
    case .hour, .minute, .second, .millisecond, .microsecond, .epoch: true
    default: false
    }
  }

  /// Whether its value has a fraction: a DOUBLE, where the other parts are whole numbers.
  package var isFractional: Bool { self == .epoch || self == .julian }

  /// The part named by `text`.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` that lists the parts there are.
  static func named(_ text: TextBytes) throws(ValueError) -> DatePart {
    let name = String(decoding: text, as: UTF8.self)
    guard let part = DatePart(name: name) else {
      let known = DatePart.allCases.map(\.name).joined(separator: ", ")
      throw .badArgument("'\(name)' is no part of a date; the parts are \(known)")
    }
    return part
  }
}

/// A moment, split into its day and the time of that day.
struct Moment {
  /// Since 1970-01-01.
  let days: Int
  /// Since midnight: 0 ..< 86,400,000,000.
  let microseconds: Int

  @inline(__always)
  init(days: Int) {
    self.days = days
    microseconds = 0
  }

  @inline(__always)
  init(microsecondsSinceEpoch number: Int) {
    days = ClockTime.floorDivide(number, ClockTime.microsecondsPerDay)
    microseconds = ClockTime.floorRemainder(number, ClockTime.microsecondsPerDay)
  }

  var date: CivilDate { CivilDate(daysSinceEpoch: days) }

  /// The whole number that `part` of this moment is; those of `.epoch` and `.julian` without
  /// their fractions.
  func value(of part: DatePart) -> Int {
    switch part {
    case .era: date.year > 0 ? 1 : 0
    case .millennium: Self.period(date.year, 1000)
    case .century: Self.period(date.year, 100)
    case .decade: date.year / 10
    case .year: date.year
    case .isoyear: isoWeek.year
    case .quarter: (date.month + 2) / 3
    case .month: date.month
    case .week: isoWeek.week
    case .yearweek: isoWeek.year * 100 + (isoWeek.year > 0 ? isoWeek.week : -isoWeek.week)
    case .day: date.day
    case .dayOfWeek: CivilDate.isoWeekday(daysSinceEpoch: days) % 7
    case .isoDayOfWeek: CivilDate.isoWeekday(daysSinceEpoch: days)
    case .dayOfYear:
      days - CivilDate(year: date.year, month: 1, day: 1).daysSinceEpoch + 1
    case .hour: microseconds / ClockTime.microsecondsPerHour
    case .minute: microseconds / ClockTime.microsecondsPerMinute % 60
    case .second: microseconds / ClockTime.microsecondsPerSecond % 60
    case .millisecond: microseconds % ClockTime.microsecondsPerMinute / 1000
    case .microsecond: microseconds % ClockTime.microsecondsPerMinute
    case .epoch: days * 86_400 + microseconds / ClockTime.microsecondsPerSecond
    case .julian: days + Self.julianEpoch
    }
  }

  /// The value of ``DatePart/epoch`` or ``DatePart/julian`` with its fraction.
  func fraction(of part: DatePart) -> Double {
    if part == .julian {
      return Double(days + Self.julianEpoch)
        + Double(microseconds) / Double(ClockTime.microsecondsPerDay)
    }
    let total = Int128(days) * Int128(ClockTime.microsecondsPerDay) + Int128(microseconds)
    return Double(total) / Double(ClockTime.microsecondsPerSecond)
  }

  /// The Julian day number of 1970-01-01, counted as PostgreSQL and DuckDB do: from midnight.
  static let julianEpoch = 2_440_588

  /// The century or millennium that `year` is in: the first has the years 1 … `length`, the one
  /// before it is -1.
  private static func period(_ year: Int, _ length: Int) -> Int {
    year > 0 ? (year - 1) / length + 1 : -(-year / length + 1)
  }

  /// The week of ISO 8601 and the year to which it belongs: weeks begin on Monday and belong to
  /// the year of their Thursday.
  var isoWeek: (year: Int, week: Int) {
    let thursday = days + 4 - CivilDate.isoWeekday(daysSinceEpoch: days)
    let year = CivilDate(daysSinceEpoch: thursday).year
    let first = CivilDate(year: year, month: 1, day: 1).daysSinceEpoch
    return (year, (thursday - first) / 7 + 1)
  }

  /// Since 1970-01-01 00:00:00.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` for the midnight of a DATE beyond what a TIMESTAMP
  ///   reaches.
  func microsecondsSinceEpoch() throws(ValueError) -> Int {
    let (midnight, overflow) = days.multipliedReportingOverflow(by: ClockTime.microsecondsPerDay)
    let (result, overflowToo) = midnight.addingReportingOverflow(microseconds)
    if overflow || overflowToo { throw .overflow(type: .timestamp) }
    return result
  }

  /// The number of the period of `part` in which this moment lies, counted from any one on: the
  /// difference of two such numbers is what `date_diff` counts.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` as ``microsecondsSinceEpoch()`` does.
  func boundaries(of part: DatePart) throws(ValueError) -> Int {
    switch part {
    case .era: date.year > 0 ? 1 : 0
    case .millennium: ClockTime.floorDivide(date.year, 1000)
    case .century: ClockTime.floorDivide(date.year, 100)
    case .decade: ClockTime.floorDivide(date.year, 10)
    case .year: date.year
    case .isoyear: isoWeek.year
    case .quarter: date.year * 4 + (date.month - 1) / 3
    case .month: date.year * 12 + date.month
    // 1970-01-01 was a Thursday, three days into its week.
    case .week, .yearweek: ClockTime.floorDivide(days + 3, 7)
    case .day, .dayOfWeek, .isoDayOfWeek, .dayOfYear, .julian: days
    case .hour: days * 24 + microseconds / ClockTime.microsecondsPerHour
    case .minute: days * 1440 + microseconds / ClockTime.microsecondsPerMinute
    case .second, .epoch: days * 86_400 + microseconds / ClockTime.microsecondsPerSecond
    case .millisecond: days * 86_400_000 + microseconds / 1000
    case .microsecond: try microsecondsSinceEpoch()
    }
  }

  /// The first moment of the `part` in which this one lies.
  func truncated(to part: DatePart) -> Moment {
    let date = self.date
    func year(_ length: Int) -> Moment {
      let first = ClockTime.floorDivide(date.year, length) * length
      return Moment(days: CivilDate(year: first, month: 1, day: 1).daysSinceEpoch)
    }
    func time(_ unit: Int) -> Moment {
      Moment(days: days, microseconds: microseconds / unit * unit)
    }
    switch part {
    case .era:
      return Moment(days: CivilDate(year: date.year > 0 ? 1 : 0, month: 1, day: 1).daysSinceEpoch)
    case .millennium: return year(1000)
    case .century: return year(100)
    case .decade: return year(10)
    case .year: return year(1)
    case .isoyear:
      let week = isoWeek.week
      return Moment(
        days: days - CivilDate.isoWeekday(daysSinceEpoch: days) + 1 - (week - 1) * 7)
    case .quarter:
      let month = (date.month - 1) / 3 * 3 + 1
      return Moment(days: CivilDate(year: date.year, month: month, day: 1).daysSinceEpoch)
    case .month:
      return Moment(days: CivilDate(year: date.year, month: date.month, day: 1).daysSinceEpoch)
    case .week, .yearweek:
      return Moment(days: days - CivilDate.isoWeekday(daysSinceEpoch: days) + 1)
    case .day, .dayOfWeek, .isoDayOfWeek, .dayOfYear, .julian: return Moment(days: days)
    case .hour: return time(ClockTime.microsecondsPerHour)
    case .minute: return time(ClockTime.microsecondsPerMinute)
    case .second, .epoch: return time(ClockTime.microsecondsPerSecond)
    case .millisecond: return time(1000)
    case .microsecond: return self
    }
  }

  init(days: Int, microseconds: Int) {
    self.days = days
    self.microseconds = microseconds
  }
}
