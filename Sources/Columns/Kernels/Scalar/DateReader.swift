/// Reads dates and timestamps, year first, as ISO 8601 and SQL write them.
///
/// What could be read in two ways is not read: years have four digits or more, and a day or month
/// never comes first.
struct DateReader {
  private let text: TextBytes
  private var position = 0

  private init(_ text: TextBytes) { self.text = WrittenNumber.trimmed(text) }

  /// Days since 1970-01-01 of `2024-02-29`, `2024/2/29`, `2024 2 29`, `0044-03-15 (BC)`,
  /// `-0043-03-15` (the same day) or `epoch`, and of a timestamp, whose time is left out; nil where
  /// `text` is none of these or no such day exists.
  static func date(_ text: TextBytes) -> Int32? {
    var reader = DateReader(text)
    guard let days = reader.readDate() ?? reader.readEpoch() else { return nil }
    if !reader.isAtEnd {
      guard let microseconds = timestamp(text) else { return nil }
      return Int32(
        exactly: ClockTime.floorDivide(Int(microseconds), ClockTime.microsecondsPerDay))
    }
    return Int32(exactly: days)
  }

  /// Microseconds since 1970-01-01 00:00:00 of a date, or a date and `10:11[:12[.345678]]` behind
  /// a space or a `T`; nil where `text` is not that.
  ///
  /// A TIMESTAMP has no time zone. So `Z`, `UTC` and `+00` may follow, and other offsets are
  /// refused, not dropped. Digits behind the microseconds are dropped.
  static func timestamp(_ text: TextBytes) -> Int64? {
    var reader = DateReader(text)
    guard let days = reader.readDate() ?? reader.readEpoch() else { return nil }
    var time = 0
    if !reader.isAtEnd {
      guard let read = reader.readTime(), reader.skipZeroOffset(), reader.isAtEnd else {
        return nil
      }
      time = read
    }
    let (midnight, overflow) = days.multipliedReportingOverflow(by: ClockTime.microsecondsPerDay)
    let (result, overflowToo) = midnight.addingReportingOverflow(time)
    return overflow || overflowToo ? nil : Int64(result)
  }

  /// The moment in UTC of a timestamp behind which an offset may stand, `+02`, `-05:30` or
  /// `+0530`; nil where `text` is not that.
  static func timestampWithOffset(_ text: TextBytes) -> Int64? {
    if let timestamp = timestamp(text) { return timestamp }
    let text = WrittenNumber.trimmed(text)
    // The signs of an offset come behind a colon: those of a date, before.
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      let sign = text[colon...].firstIndex(where: {
        $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
      }), let moment = timestamp(TextBytes(rebasing: text[..<sign]))
    else { return nil }
    var reader = DateReader(TextBytes(rebasing: text[(sign + 1)...]))
    guard let hours = reader.readNumber(2, 2), hours <= 15 else { return nil }
    var minutes = 0
    if reader.skip(UInt8(ascii: ":")) || !reader.isAtEnd {
      guard let read = reader.readNumber(2, 2), read < 60 else { return nil }
      minutes = read
    }
    guard reader.isAtEnd else { return nil }
    let offset = Int64((hours * 60 + minutes) * ClockTime.microsecondsPerMinute)
    let (result, overflow) =
      text[sign] == UInt8(ascii: "+")
      ? moment.subtractingReportingOverflow(offset) : moment.addingReportingOverflow(offset)
    return overflow ? nil : result
  }

  /// Microseconds since midnight of `10:11[:12[.345678]]`, also behind a date; nil where `text` is
  /// not that.
  ///
  /// Zones and digits behind the microseconds are dealt with as in a timestamp.
  static func time(_ text: TextBytes) -> Int64? {
    var reader = DateReader(text)
    if reader.readDate() != nil {
      guard reader.skipSeparator() else { return nil }
    } else {
      reader = DateReader(text)
    }
    guard let time = reader.readClock(), reader.skipZeroOffset(), reader.isAtEnd else {
      return nil
    }
    return Int64(time)
  }

  private var isAtEnd: Bool { position == text.count }

  private func next() -> UInt8? { position < text.count ? text[position] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    position += 1
    return true
  }

  /// A number of `least` to `most` digits.
  private mutating func readNumber(_ least: Int, _ most: Int) -> Int? {
    let start = position
    var result = 0
    while position - start < most, let byte = next() {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      result = result * 10 + Int(digit)
      position += 1
    }
    return position - start >= least ? result : nil
  }

  /// The word `epoch`, which PostgreSQL has for 1970-01-01.
  private mutating func readEpoch() -> Int? {
    guard ValueWords.matches(text, "epoch") else { return nil }
    position = text.count
    return 0
  }

  private mutating func readDate() -> Int? {
    let isNegative = skip(UInt8(ascii: "-"))
    guard var year = readNumber(4, 7), let separator = next(), Self.isSeparator(separator),
      skip(separator), let month = readNumber(1, 2), skip(separator),
      let day = readNumber(1, 2)
    else { return nil }
    // Digits that go on are not a day.
    if let byte = next(), byte &- UInt8(ascii: "0") <= 9 { return nil }
    if isNegative {
      year = -year
    } else if skipEra() {
      if year == 0 { return nil }
      year = 1 - year
    }
    let date = CivilDate(year: year, month: month, day: day)
    return date.exists ? date.daysSinceEpoch : nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: " "), UInt8(ascii: "\\"): true
    default: false
    }
  }

  /// Skips ` (BC)`.
  private mutating func skipEra() -> Bool {
    let rest = TextBytes(rebasing: text[position...])
    guard rest.count >= 5, ValueWords.matches(TextBytes(rebasing: rest[..<5]), " (bc)") else {
      return false
    }
    position += 5
    return true
  }

  /// The clock behind a date.
  private mutating func readTime() -> Int? { skipSeparator() ? readClock() : nil }

  /// Skips the `T` or the spaces between a date and a time.
  private mutating func skipSeparator() -> Bool {
    if skip(UInt8(ascii: "T")) { return true }
    guard skip(UInt8(ascii: " ")) else { return false }
    while skip(UInt8(ascii: " ")) {}
    return true
  }

  /// Microseconds since midnight; `24:00:00` is the midnight that follows.
  private mutating func readClock() -> Int? {
    guard let hour = readNumber(1, 2), hour <= 24, skip(UInt8(ascii: ":")),
      let minute = readNumber(1, 2), minute < 60
    else { return nil }
    var second = 0
    var fraction = 0
    if skip(UInt8(ascii: ":")) {
      guard let read = readNumber(1, 2), read < 60 else { return nil }
      second = read
      if skip(UInt8(ascii: ".")) {
        guard let read = readFraction() else { return nil }
        fraction = read
      }
    }
    let time =
      hour * ClockTime.microsecondsPerHour + minute * ClockTime.microsecondsPerMinute
      + second * ClockTime.microsecondsPerSecond + fraction
    return time <= ClockTime.microsecondsPerDay ? time : nil
  }

  /// The digits behind a second's point, as microseconds.
  private mutating func readFraction() -> Int? {
    let start = position
    var result = 0
    while let byte = next() {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      if position - start < 6 { result = result * 10 + Int(digit) }
      position += 1
    }
    if position == start { return nil }
    for _ in 0..<max(0, 6 - (position - start)) { result *= 10 }
    return result
  }

  /// Skips a zone that says "no offset"; false where another zone stands there.
  private mutating func skipZeroOffset() -> Bool {
    if isAtEnd { return true }
    let rest = WrittenNumber.trimmed(TextBytes(rebasing: text[position...]))
    let isZero =
      ValueWords.matches(rest, "z") || ValueWords.matches(rest, "utc")
      || ValueWords.matches(rest, "+00") || ValueWords.matches(rest, "+00:00")
      || ValueWords.matches(rest, "-00") || ValueWords.matches(rest, "+0000")
    if isZero { position = text.count }
    return isZero
  }
}
