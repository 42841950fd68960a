/// Days since 1970-01-01 in the proleptic Gregorian calendar, which is how dates are kept.
enum DayNumber {
  /// The day that a text like `2013-07-01` names; nil when it names none.
  static func day(_ text: String) -> Int32? {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, fields.map(\.utf8.count) == [4, 2, 2],
      let year = Int32(fields[0]), let month = Int32(fields[1]), let day = Int32(fields[2]),
      year >= 0, (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year)
    else { return nil }
    // A year that begins in March has its leap day last, so that months need no table: Howard
    // Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let leapDays = floored(shifted, 4) - floored(shifted, 100) + floored(shifted, 400)
    return 365 * shifted + leapDays + dayOfYear - 719_468
  }

  private static func length(ofMonth month: Int32, year: Int32) -> Int32 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func floored(_ number: Int32, _ divisor: Int32) -> Int32 {
    number >= 0 ? number / divisor : (number + 1) / divisor - 1
  }
}
