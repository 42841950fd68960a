/// Reads dates and times of ISO 8601 in their extended form.
enum DateReader {
  /// Days from 1970-01-01 to the `yyyy-mm-dd` in `count` bytes, years 0001 to 9999; nil where it
  /// is none or no day of the Gregorian calendar.
  @inline(__always)
  static func date(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
    count == 10 ? date10(start) : nil
  }

  @inline(__always)
  private static func date10(_ start: UnsafePointer<UInt8>) -> Int32? {
    // `yyyy-mm-` and `yy-mm-dd`: eight digits are put together from both.
    let first = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian
    let second =
      UnsafeRawPointer(start).loadUnaligned(fromByteOffset: 2, as: UInt64.self).littleEndian
    guard first & 0xFF00_00FF_0000_0000 == 0x2D00_002D_0000_0000 else { return nil }
    var word =
      first & 0xFFFF_FFFF | first &>> 8 & 0xFFFF_0000_0000 | second & 0xFFFF_0000_0000_0000
    let isOut = (word &+ 0x4646_4646_4646_4646) | (word &- 0x3030_3030_3030_3030)
    if isOut & 0x8080_8080_8080_8080 != 0 { return nil }
    // Four numbers of two digits.
    word = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    let year = Int(truncatingIfNeeded: (word & 0xFF) &* 100 &+ word &>> 16 & 0xFF)
    let month = Int(truncatingIfNeeded: word &>> 32 & 0xFF)
    let day = Int(truncatingIfNeeded: word &>> 48)
    return date(year: year, month: month, day: day)
  }

  /// Days from 1970-01-01 to a day of the Gregorian calendar, years 0001 to 9999; nil where there
  /// is no such day.
  @inline(__always)
  static func date(year: Int, month: Int, day: Int) -> Int32? {
    if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 { return nil }
    if day > 28 && day > daysOfMonth(month, year: year) { return nil }
    return days(year: year, month: month, day: day)
  }

  private static func daysOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01: years are taken to begin in March, so that the leap day is their last,
  /// and months then have lengths that a linear formula gives.
  @inline(__always)
  private static func days(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month > 2 ? year : year &- 1
    let century = shifted / 100
    let place = month > 2 ? month &- 3 : month &+ 9
    let ofYear = (153 &* place &+ 2) / 5 &+ day &- 1
    let leaps = shifted / 4 &- century &+ century / 4
    // 719,468 days lie between 0000-03-01 and 1970-01-01.
    return Int32(truncatingIfNeeded: shifted &* 365 &+ leaps &+ ofYear &- 719_468)
  }

  /// Microseconds of a day.
  static let microsecondsOfDay: Int64 = 86_400_000_000

  /// Microseconds from 1970-01-01 00:00:00 to the time in `count` bytes: a date, `T` or a space,
  /// `hh:mm`, optionally `:ss`, optionally a point and up to 9 digits, of which those behind the
  /// sixth must be zero. Nil for anything else, a time zone included.
  static func timestamp(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    guard count >= 16, let days = date10(start) else { return nil }
    guard start[10] == UInt8(ascii: " ") || start[10] == UInt8(ascii: "T"),
      let hour = NumberReader.digits8(start + 11, 2), hour < 24,
      start[13] == UInt8(ascii: ":"), let minute = NumberReader.digits8(start + 14, 2), minute < 60
    else { return nil }
    var second: UInt64 = 0
    var micros: UInt64 = 0
    if count > 16 {
      guard count >= 19, start[16] == UInt8(ascii: ":"),
        let read = NumberReader.digits8(start + 17, 2), read < 60
      else { return nil }
      second = read
      if count > 19 {
        let places = count - 20
        guard start[19] == UInt8(ascii: "."), places >= 1, places <= 9,
          let fraction = NumberReader.digits(start + 20, places)
        else { return nil }
        if places <= 6 {
          micros = fraction * NumberReader.powersOfTen[6 - places]
        } else {
          let power = NumberReader.powersOfTen[places - 6]
          guard fraction.isMultiple(of: power) else { return nil }
          micros = fraction / power
        }
      }
    }
    let seconds = Int64(hour) * 3600 + Int64(minute) * 60 + Int64(second)
    return Int64(days) * microsecondsOfDay + seconds * 1_000_000 + Int64(micros)
  }
}
