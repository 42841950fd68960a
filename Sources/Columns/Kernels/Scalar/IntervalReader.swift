/// Reads intervals: numbers with units and clock times, in any order and number.
///
///     1 year 2 months -3 days 04:05:06.7
///     1.5 hours ago
///
/// A number without a unit must stand alone, and counts seconds. What a fraction of a month or of
/// a longer unit leaves goes into days of 30 to a month; of a day, into hours.
struct IntervalReader {
  private let text: TextBytes
  private var position = 0
  /// Kept wide, so that parts beyond the limits may still cancel out.
  private var months: Int128 = 0
  private var days: Int128 = 0
  private var microseconds: Int128 = 0

  private init(_ text: TextBytes) { self.text = WrittenNumber.trimmed(text) }

  /// The interval that `text` writes; nil where it writes none or its parts are too large.
  static func interval(_ text: TextBytes) -> Interval? {
    var reader = IntervalReader(text)
    return reader.read() ? reader.interval : nil
  }

  private var interval: Interval? {
    guard let months = Int32(exactly: months), let days = Int32(exactly: days),
      let microseconds = Int64(exactly: microseconds)
    else { return nil }
    return Interval(months: months, days: days, microseconds: microseconds)
  }

  private var byte: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipSpace() {
    while let byte, byte == UInt8(ascii: " ") || (byte >= 9 && byte <= 13) { position += 1 }
  }

  private mutating func skip(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    position += 1
    return true
  }

  private mutating func read() -> Bool {
    if skip(UInt8(ascii: "@")) { skipSpace() }
    var parts = 0
    while byte != nil {
      let isNegative = skip(UInt8(ascii: "-"))
      if !isNegative { _ = skip(UInt8(ascii: "+")) }
      guard readPart(isNegative, isFirst: parts == 0) else { return false }
      parts += 1
      skipSpace()
      if readAgo() { return true }
    }
    return parts > 0
  }

  /// Turns all parts round where `ago` ends the text.
  private mutating func readAgo() -> Bool {
    guard ValueWords.matches(TextBytes(rebasing: text[position...]), "ago") else { return false }
    position = text.count
    months = -months
    days = -days
    microseconds = -microseconds
    return true
  }

  private mutating func readPart(_ isNegative: Bool, isFirst: Bool) -> Bool {
    guard let amount = readAmount() else { return false }
    if skip(UInt8(ascii: ":")) {
      return amount.denominator == 1 && readClock(hours: amount.numerator, isNegative)
    }
    skipSpace()
    let start = position
    while let byte, byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") {
      position += 1
    }
    let signed = Amount(
      numerator: isNegative ? -amount.numerator : amount.numerator,
      denominator: amount.denominator)
    if start == position { return isFirst && byte == nil && add(signed, of: .second) }
    let name = String(decoding: text[start..<position], as: UTF8.self)
    guard let unit = DatePart(name: name) else { return false }
    return add(signed, of: unit)
  }

  /// `numerator` / `denominator`, a power of ten.
  private struct Amount {
    var numerator: Int128
    var denominator: Int128

    /// So many `unit`s: the whole part, and what is left of it, towards zero. Nil where that is far
    /// beyond what an interval holds.
    func times(_ unit: Int128) -> (whole: Int128, rest: Amount)? {
      let (product, overflow) = numerator.multipliedReportingOverflow(by: unit)
      if overflow { return nil }
      let (whole, rest) = product.quotientAndRemainder(dividingBy: denominator)
      return (whole, Amount(numerator: rest, denominator: denominator))
    }

    /// The same as the nearest whole number, halves away from zero.
    func rounded(times unit: Int128) -> Int128? {
      let (product, overflow) = numerator.multipliedReportingOverflow(by: unit)
      return overflow ? nil : CastKernels.dividedRoundingHalfAway(product, by: denominator)
    }
  }

  /// Digits with at most one point among them; at most 18 of them before it, and of those behind
  /// it twelve that count: less than a microsecond of a day.
  private mutating func readAmount() -> Amount? {
    var numerator: Int128 = 0
    var denominator: Int128 = 1
    var digits = 0
    var isFraction = false
    while let byte {
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        digits += 1
        if isFraction && denominator == 1_000_000_000_000 {
          position += 1
          continue
        }
        if isFraction { denominator *= 10 }
        numerator = numerator * 10 + Int128(digit)
        if numerator / denominator > Int128(Int64.max) { return nil }
      } else if byte == UInt8(ascii: ".") && !isFraction {
        isFraction = true
      } else {
        break
      }
      position += 1
    }
    return digits == 0 ? nil : Amount(numerator: numerator, denominator: denominator)
  }

  /// The minutes and seconds behind `hours:`.
  private mutating func readClock(hours: Int128, _ isNegative: Bool) -> Bool {
    guard let minutes = readAmount(), minutes.denominator == 1, minutes.numerator < 60 else {
      return false
    }
    var seconds: Int128 = 0
    if skip(UInt8(ascii: ":")) {
      guard let amount = readAmount(), amount.numerator / amount.denominator < 60 else {
        return false
      }
      seconds = amount.rounded(times: Int128(ClockTime.microsecondsPerSecond)) ?? 0
    }
    if let byte, byte != UInt8(ascii: " ") { return false }
    let time =
      (hours * 60 + minutes.numerator) * Int128(ClockTime.microsecondsPerMinute) + seconds
    microseconds += isNegative ? -time : time
    return true
  }

  /// Adds `amount` units; false where there is no interval of such a unit, or of so many.
  private mutating func add(_ amount: Amount, of part: DatePart) -> Bool {
    guard let unit = part.interval else { return false }
    if unit.months > 1 {
      // Less than a month of a year is no number of days that anybody means.
      guard let whole = amount.rounded(times: Int128(unit.months)) else { return false }
      months += whole
    } else if unit.months == 1 {
      guard let (whole, rest) = amount.times(1) else { return false }
      months += whole
      return addDays(rest, 30)
    } else if unit.days != 0 {
      return addDays(amount, Int128(unit.days))
    } else {
      guard let whole = amount.rounded(times: Int128(unit.microseconds)) else { return false }
      microseconds += whole
    }
    return true
  }

  private mutating func addDays(_ amount: Amount, _ unit: Int128) -> Bool {
    guard let (whole, rest) = amount.times(unit),
      let time = rest.rounded(times: Int128(ClockTime.microsecondsPerDay))
    else { return false }
    days += whole
    microseconds += time
    return true
  }
}

extension DatePart {
  /// One such part as an interval; nil where the part is no length of time.
  package var interval: Interval? {
    switch self {
    case .millennium: Interval(months: 12_000)
    case .century: Interval(months: 1200)
    case .decade: Interval(months: 120)
    case .year: Interval(months: 12)
    case .quarter: Interval(months: 3)
    case .month: Interval(months: 1)
    case .week: Interval(days: 7)
    case .day: Interval(days: 1)
    case .hour: Interval(microseconds: Int64(ClockTime.microsecondsPerHour))
    case .minute: Interval(microseconds: Int64(ClockTime.microsecondsPerMinute))
    case .second: Interval(microseconds: Int64(ClockTime.microsecondsPerSecond))
    case .millisecond: Interval(microseconds: 1000)
    case .microsecond: Interval(microseconds: 1)
    default: nil
    }
  }
}
