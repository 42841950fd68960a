/// The days that the data set covers: 1 January 2004 to 31 December 2024.
struct StudyPeriod {
  static let firstYear = 2004
  static let lastYear = 2024
  static let yearCount = lastYear - firstYear + 1

  struct Day {
    /// Years since 2004.
    let year: Int
    /// 0 for January.
    let month: Int
    /// 0 for Monday.
    let weekday: Int
    /// `2004-01-31`.
    let text: String
  }

  /// Every day in order; a day's index is the number of days since 1 January 2004.
  let days: [Day]

  init() {
    var days: [Day] = []
    for year in Self.firstYear...Self.lastYear {
      for month in 1...12 {
        for day in 1...Self.daysInMonth(year: year, month: month) {
          // 1 January 2004 was a Thursday.
          days.append(
            Day(
              year: year - Self.firstYear, month: month - 1, weekday: (days.count + 3) % 7,
              text: "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"))
        }
      }
    }
    self.days = days
  }

  /// The index of a date within the period.
  static func index(year: Int, month: Int, day: Int) -> Int {
    var index = day - 1
    for earlier in firstYear..<year {
      index += isLeap(earlier) ? 366 : 365
    }
    for earlier in 1..<month {
      index += daysInMonth(year: year, month: earlier)
    }
    return index
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
