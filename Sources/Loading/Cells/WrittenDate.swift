/// Dates as people write them: `25/03/2024`, `3.4.2024 14:30`, `3 April 2024`, `Apr 3, 2024`,
/// `2024/4/3`, `2024-04-03T10:00:00Z`.
///
/// `03/04/2024` is a date in two readings, with the day or with the month first; which one is meant
/// is decided by the whole column (``ColumnEvidence``). A year has four digits: which century `24`
/// is of nobody can say.
struct WrittenDate {
  /// Days from 1970-01-01 with the day before the month; nil where there is no such day.
  var dayFirst: Int32?
  /// The same with the month before the day.
  var monthFirst: Int32?
  /// Microseconds from midnight, an offset from UTC taken off; nil where there is no time.
  var time: Int64?
  /// Whether the time says how far it is from UTC.
  var hasOffset = false

  /// Whether both readings give a day, and not the same.
  var isAmbiguous: Bool {
    if let dayFirst, let monthFirst { dayFirst != monthFirst } else { false }
  }

  /// The date in the `count` bytes from `start`, blanks around them taken off; nil where it is none.
  init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
    // `Wednesday, 30 September 2024 12:00:00.000000 +00:00` is about the longest.
    guard count >= 8, count <= 48 else { return nil }
    var reader = DatePartReader(start, count)
    guard let first = reader.part() else { return nil }
    guard let between = reader.separator(), let second = reader.part(),
      let behind = reader.separator(), let third = reader.part()
    else { return nil }
    // The parts of a date of digits are parted by the same sign.
    let isWritten = first.isMonthName || second.isMonthName
    guard isWritten || (between == behind && between != UInt8(ascii: " ")) else { return nil }
    switch (first, second, third) {
    case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
      dayFirst = Self.days(year, month, day)
      monthFirst = dayFirst
    case (.number(let a, 1...2), .number(let b, 1...2), .number(let year, 4)):
      dayFirst = Self.days(year, b, a)
      monthFirst = Self.days(year, a, b)
    case (.number(let day, 1...2), .month(let month), .number(let year, 4)),
      (.month(let month), .number(let day, 1...2), .number(let year, 4)),
      (.number(let year, 4), .month(let month), .number(let day, 1...2)):
      dayFirst = Self.days(year, month, day)
      monthFirst = dayFirst
    default: return nil
    }
    if dayFirst == nil && monthFirst == nil { return nil }
    if reader.isAtEnd { return }
    guard let time = reader.time() else { return nil }
    self.time = time
    hasOffset = reader.hasOffset
  }

  /// Whether the `count` bytes from `start` are a date of digits whose year has two of them, such as
  /// `25/03/24` or `24-03-25`.
  static func hasShortYear(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard (6...8).contains(count) else { return false }
    var reader = DatePartReader(start, count)
    guard case .number(let a, 1...2)? = reader.part(), let between = reader.separator(),
      case .number(let b, 1...2)? = reader.part(), reader.separator() == between,
      between != UInt8(ascii: " "), case .number(let c, 2)? = reader.part(), reader.isAtEnd
    else { return false }
    // Some two of the parts are a day and a month.
    return [(a, b), (b, a), (c, b)].contains { (1...31).contains($0) && (1...12).contains($1) }
  }

  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
    DateReader.date(year: year, month: month, day: day)
  }
}

/// A number of some digits, or the name of a month.
private enum DatePart {
  case number(Int, digits: Int)
  case month(Int)

  var isMonthName: Bool { if case .month = self { true } else { false } }
}

private struct DatePartReader {
  private let text: UnsafePointer<UInt8>
  private let count: Int
  private var position = 0
  private(set) var hasOffset = false

  init(_ text: UnsafePointer<UInt8>, _ count: Int) {
    self.text = text
    self.count = count
  }

  var isAtEnd: Bool { position == count }

  private var next: UInt8 { position < count ? text[position] : 0 }

  mutating func part() -> DatePart? {
    if let (value, digits) = number() { return .number(value, digits: digits) }
    let start = position
    while position < count, (text[position] | 0x20) &- UInt8(ascii: "a") < 26 { position += 1 }
    let length = position - start
    guard length >= 3 else { return nil }
    for (index, name) in Self.monthNames.enumerated()
    where length == name.utf8CodeUnitCount || length == 3 || (length == 4 && index == 8) {
      // `Sept` is in use besides `Sep`.
      let isName = name.withUTF8Buffer { name in
        name.prefix(length).elementsEqual(
          UnsafeBufferPointer(start: text + start, count: length), by: { $0 == $1 | 0x20 })
      }
      if isName {
        if next == UInt8(ascii: ".") { position += 1 }
        return .month(index + 1)
      }
    }
    return nil
  }

  private static let monthNames: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private mutating func number() -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while position < count, text[position] &- UInt8(ascii: "0") < 10 {
      guard position - start < 9 else { return nil }
      value = value * 10 + Int(text[position] - UInt8(ascii: "0"))
      position += 1
    }
    return position == start ? nil : (value, position - start)
  }

  /// `/`, `-`, `.` or blanks; `, ` counts as a blank.
  mutating func separator() -> UInt8? {
    switch next {
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."):
      let sign = next
      position += 1
      // `3. 4. 2024` is in use.
      while sign == UInt8(ascii: "."), next == UInt8(ascii: " ") { position += 1 }
      return sign
    default: break
    }
    let start = position
    if next == UInt8(ascii: ",") { position += 1 }
    while next == UInt8(ascii: " ") { position += 1 }
    return position == start ? nil : UInt8(ascii: " ")
  }

  /// Microseconds of the time that follows, up to the end.
  mutating func time() -> Int64? {
    guard next == UInt8(ascii: "T") || next == UInt8(ascii: " ") || next == UInt8(ascii: ",")
    else { return nil }
    position += 1
    while next == UInt8(ascii: " ") { position += 1 }
    guard var hour = number(), hour.digits <= 2, next == UInt8(ascii: ":") else { return nil }
    position += 1
    guard let minute = number(), minute.digits == 2, minute.value < 60 else { return nil }
    var micros: Int64 = 0
    var seconds = 0
    if next == UInt8(ascii: ":") {
      position += 1
      guard let second = number(), second.digits == 2, second.value < 60 else { return nil }
      seconds = second.value
      if next == UInt8(ascii: ".") || next == UInt8(ascii: ",") {
        position += 1
        guard let fraction = number(), fraction.digits <= 6 else { return nil }
        micros = Int64(fraction.value)
        for _ in fraction.digits..<6 { micros *= 10 }
      }
    }
    if let isAfternoon = halfOfDay() {
      guard hour.value >= 1, hour.value <= 12 else { return nil }
      hour.value = hour.value % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour.value < 24, let offset = offset(), isAtEnd else { return nil }
    let whole = hour.value * 3600 + minute.value * 60 + seconds - offset
    return Int64(whole) * 1_000_000 + micros
  }

  private mutating func halfOfDay() -> Bool? {
    let start = position
    if next == UInt8(ascii: " ") { position += 1 }
    let letter = next | 0x20
    if letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"), position + 1 < count,
      text[position + 1] | 0x20 == UInt8(ascii: "m")
    {
      position += 2
      return letter == UInt8(ascii: "p")
    }
    position = start
    return nil
  }

  /// Seconds that the written time is ahead of UTC; 0 where it does not say.
  private mutating func offset() -> Int? {
    let start = position
    if next == UInt8(ascii: " ") { position += 1 }
    if next | 0x20 == UInt8(ascii: "z") {
      position += 1
      hasOffset = true
      return 0
    }
    guard next == UInt8(ascii: "+") || next == UInt8(ascii: "-") else {
      position = start
      return 0
    }
    let isBehind = next == UInt8(ascii: "-")
    position += 1
    guard let hours = number() else { return nil }
    var seconds = 0
    if hours.digits == 4 {
      guard hours.value % 100 < 60 else { return nil }
      seconds = hours.value / 100 * 3600 + hours.value % 100 * 60
    } else {
      guard hours.digits == 2 else { return nil }
      seconds = hours.value * 3600
      if next == UInt8(ascii: ":") {
        position += 1
        guard let minutes = number(), minutes.digits == 2, minutes.value < 60 else { return nil }
        seconds += minutes.value * 60
      }
    }
    // No zone is further from UTC than UTC+14.
    guard seconds <= 14 * 3600 else { return nil }
    hasOffset = true
    return isBehind ? -seconds : seconds
  }
}
