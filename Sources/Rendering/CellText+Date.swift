extension CellText {
  private static let microsecondsPerDay: Int64 = 86_400_000_000

  /// Appends the day that is `days` after 1970-01-01.
  @inline(__always)
  static func append(days: Int64, to out: inout ByteBuffer) {
    let isBeforeChrist = appendDay(days, to: &out)
    if isBeforeChrist { out.append(" (BC)") }
  }

  /// Appends the moment that is `microseconds` after 1970-01-01 00:00:00.
  @inline(__always)
  static func append(microseconds: Int64, to out: inout ByteBuffer) {
    var days = microseconds / microsecondsPerDay
    var rest = microseconds % microsecondsPerDay
    if rest < 0 {
      days -= 1
      rest += microsecondsPerDay
    }
    append(days: days, to: &out)
    out.append(UInt8(ascii: " "))
    append(time: rest, to: &out)
  }

  /// Appends the time of day that is `microseconds`, not negative, after midnight.
  @inline(__always)
  static func append(time microseconds: Int64, to out: inout ByteBuffer) {
    let (seconds, fraction) = UInt64(microseconds.magnitude)
      .quotientAndRemainder(dividingBy: 1_000_000)
    appendDigits(seconds / 3600, width: 2, to: &out)
    out.append(UInt8(ascii: ":"))
    appendDigits(seconds / 60 % 60, width: 2, to: &out)
    out.append(UInt8(ascii: ":"))
    appendDigits(seconds % 60, width: 2, to: &out)
    if fraction != 0 {
      out.append(UInt8(ascii: "."))
      appendFraction(fraction, digits: 6, to: &out)
    }
  }

  /// Appends year, month and day, and returns whether the year is one before Christ.
  @inline(__always)
  private static func appendDay(_ days: Int64, to out: inout ByteBuffer) -> Bool {
    // Years are counted from 1 March, so that the leap day is the last day of its year, and in
    // eras of 400 years, which all have 146,097 days; 719,468 days lie between 0000-03-01 and
    // 1970-01-01.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = UInt32(truncatingIfNeeded: shifted - era * 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = Int64(yearOfEra) + era * 400 + (month <= 2 ? 1 : 0)

    let isBeforeChrist = year <= 0
    let shown = UInt64(isBeforeChrist ? 1 - year : year)
    appendDigits(shown, width: max(4, digitCount(shown)), to: &out)
    out.append(UInt8(ascii: "-"))
    appendDigits(UInt64(month), width: 2, to: &out)
    out.append(UInt8(ascii: "-"))
    appendDigits(UInt64(day), width: 2, to: &out)
    return isBeforeChrist
  }
}
