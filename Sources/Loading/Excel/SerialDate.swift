import Columns

/// Dates and times as workbooks store them: days since about 1900, the time of day as a fraction.
struct SerialDate {
  /// Whether day 0 is 1 January 1904, as in workbooks that began on a Macintosh.
  let is1904: Bool

  /// What a number turned out to be.
  enum Reading {
    case moment
    /// A day that Excel and other programs show differently: before 1 March 1900.
    case early
    /// Day 60 of 1900, which Excel takes for 29 February. That year had none.
    case neverWas
    /// No day of Excel's calendar, which ends with the year 9999: nothing was written.
    case outside
  }

  private static let millisecondsOfDay = 86_400_000
  /// From 1899-12-30, which would be day 0 had 1900 had its 29 February, to 1970-01-01.
  private static let daysFrom1900 = 25_569
  /// From 1904-01-01 to 1970-01-01.
  private static let daysFrom1904 = 24_107
  /// 9999-12-31, since 1970-01-01.
  private static let lastDay = 2_932_896

  /// Appends the moment that is `serial` days to `text`: `2024-04-03`, `2024-04-03 14:30:00`, or
  /// `14:30:00` for a time without a day. Times are rounded to milliseconds, and the fraction of a
  /// second is written where there is one.
  ///
  /// The number decides, not only its format: a time of day is written though the format hides it,
  /// and a day before a time likewise. Below 1 there is no day, unless the system is that of 1904
  /// and the format shows one.
  func append(_ serial: Double, hasDate: Bool, hasTime: Bool, to text: inout [UInt8]) -> Reading {
    let days = is1904 ? Self.daysFrom1904 : Self.daysFrom1900
    guard serial >= 0, serial < Double(Self.lastDay + days + 1) else { return .outside }
    var milliseconds = Int((serial * Double(Self.millisecondsOfDay)).rounded())
    // The last half of a millisecond does not make a day of what is none.
    if serial < 1 { milliseconds = min(milliseconds, Self.millisecondsOfDay - 1) }
    let day = milliseconds / Self.millisecondsOfDay
    let time = milliseconds % Self.millisecondsOfDay
    if day - days > Self.lastDay { return .outside }
    if day == 0 && !(is1904 && hasDate) {
      guard hasTime else { return .outside }
      appendTime(time, to: &text)
      return .moment
    }
    var reading = Reading.moment
    if !is1904 && day == 60 {
      reading = .neverWas
      text.append(contentsOf: "1900-02-29".utf8)
    } else {
      let isEarly = !is1904 && day < 60
      if isEarly { reading = .early }
      let date = CivilDate(daysSinceEpoch: day - days + (isEarly ? 1 : 0))
      append(date.year, 4, to: &text)
      text.append(UInt8(ascii: "-"))
      append(date.month, 2, to: &text)
      text.append(UInt8(ascii: "-"))
      append(date.day, 2, to: &text)
    }
    if time != 0 || hasTime {
      text.append(UInt8(ascii: " "))
      appendTime(time, to: &text)
    }
    return reading
  }

  private func appendTime(_ milliseconds: Int, to text: inout [UInt8]) {
    let seconds = milliseconds / 1000
    append(seconds / 3600, 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(seconds % 60, 2, to: &text)
    if milliseconds % 1000 != 0 {
      text.append(UInt8(ascii: "."))
      append(milliseconds % 1000, 3, to: &text)
    }
  }

  /// Appends `number` with zeros before it to `digits` digits.
  private func append(_ number: Int, _ digits: Int, to text: inout [UInt8]) {
    var unit = 1
    for _ in 1..<digits { unit *= 10 }
    while unit > 0 {
      text.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
      unit /= 10
    }
  }
}
