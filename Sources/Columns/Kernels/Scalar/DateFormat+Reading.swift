extension DateKernels {
  /// The timestamps that texts write in the formats of the same rows.
  ///
  /// What a format does not name is that of 1900-01-01 00:00:00. Where it names an offset from UTC,
  /// the result is the moment in UTC.
  ///
  /// - Parameter isTry: whether a text that is not of its format becomes NULL, not an error.
  /// - Throws: ``ValueError/badArgument(_:)`` for such a text, and always for a format with a
  ///   specifier that is not known.
  package static func read(
    _ texts: Vector, _ formats: Vector, isTry: Bool = false
  ) throws -> Vector {
    try TextKernels.apply([texts, formats], .timestamp, texts.count) { inputs, count in
      try TextReader.read(inputs[0], inputs[1]) { texts, formats in
        let fixed = formats.isConstant ? try DateFormat(formats[0]) : nil
        var failures: [Int] = []
        let read = try stored(inputs, count, .timestamp) { row in
          let format = try fixed ?? DateFormat(formats[row])
          if let moment = format.read(texts[row]) { return moment }
          if !isTry {
            throw ValueError.badArgument(
              "'\(string(texts[row]))' is not a date written as '\(string(formats[row]))'")
          }
          failures.append(row)
          return 0
        }
        if failures.isEmpty { return read }
        let validity = Nulls.removing(failures, from: Nulls.validity(inputs), count: count)
        return CastKernels.vector(
          NumberSource.integers(read, as: Int64.self), count, .timestamp, validity)
      }
    }
  }

  private static func string(_ text: TextBytes) -> String { String(decoding: text, as: UTF8.self) }
}

extension DateFormat {
  /// The moment that `text` writes in this format, in microseconds since 1970-01-01 00:00:00; nil
  /// where it does not, or writes a day that there is not.
  func read(_ text: TextBytes) -> Int? {
    var reader = FormattedDateReader(WrittenNumber.trimmed(text))
    for piece in pieces {
      switch piece {
      case .text(let bytes):
        for byte in bytes where !reader.read(literal: byte) { return nil }
      case .field(let field, _):
        guard reader.read(field: field) else { return nil }
      }
    }
    return reader.isAtEnd && !pieces.isEmpty ? reader.microseconds : nil
  }
}

/// Reads one text field by field, and puts the fields together.
private struct FormattedDateReader {
  private let text: TextBytes
  private var position = 0
  private var year = 1900
  private var month = 1
  private var day = 1
  private var dayOfYear: Int?
  private var isoYear: Int?
  private var isoWeek: Int?
  /// A week counted from the first Sunday or Monday of the year.
  private var week: (number: Int, startsOnMonday: Bool)?
  /// Monday is 1, Sunday 7.
  private var weekday: Int?
  private var hour = 0
  private var minute = 0
  private var second = 0
  private var fraction = 0
  private var isAfternoon: Bool?
  private var usesTwelveHours = false
  private var secondsEastOfUTC = 0

  init(_ text: TextBytes) { self.text = text }

  var isAtEnd: Bool { position == text.count }

  private var byte: UInt8? { position < text.count ? text[position] : nil }

  /// A space stands for any number of them, but at least one.
  mutating func read(literal: UInt8) -> Bool {
    guard byte == literal else { return false }
    position += 1
    if literal == UInt8(ascii: " ") {
      while byte == literal { position += 1 }
    }
    return true
  }

  private mutating func number(_ digits: Int, _ range: ClosedRange<Int>) -> Int? {
    let start = position
    var result = 0
    while position - start < digits, let byte, byte &- UInt8(ascii: "0") <= 9 {
      result = result * 10 + Int(byte &- UInt8(ascii: "0"))
      position += 1
    }
    return position > start && range.contains(result) ? result : nil
  }

  /// As many digits as there are, up to `digits`, behind a point.
  private mutating func fraction(_ digits: Int) -> Int? {
    let start = position
    guard var result = number(digits, 0...Int.max) else { return nil }
    for _ in (position - start)..<digits { result *= 10 }
    return result
  }

  /// The place of the name that stands here, in any case, from 1 on.
  private mutating func name(_ names: [String], isShort: Bool) -> Int? {
    for (index, name) in names.enumerated() {
      let wanted = isShort ? String(name.prefix(3)) : name
      let end = position + wanted.utf8.count
      guard end <= text.count else { continue }
      let matches = zip(text[position..<end], wanted.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      if matches {
        position = end
        return index + 1
      }
    }
    return nil
  }

  private mutating func set(_ field: WritableKeyPath<Self, Int>, _ value: Int?) -> Bool {
    guard let value else { return false }
    self[keyPath: field] = value
    return true
  }

  private mutating func set(_ field: WritableKeyPath<Self, Int?>, _ value: Int?) -> Bool {
    self[keyPath: field] = value
    return value != nil
  }

  mutating func read(field: UInt8) -> Bool {
    switch field {
    case UInt8(ascii: "Y"): return set(\.year, number(4, 0...9999))
    case UInt8(ascii: "y"):
      // POSIX: 69 to 99 are of the 20th century.
      return set(\.year, number(2, 0...99).map { $0 < 69 ? $0 + 2000 : $0 + 1900 })
    case UInt8(ascii: "m"): return set(\.month, number(2, 1...12))
    case UInt8(ascii: "d"): return set(\.day, number(2, 1...31))
    case UInt8(ascii: "e"):
      while byte == UInt8(ascii: " ") { position += 1 }
      return set(\.day, number(2, 1...31))
    case UInt8(ascii: "j"): return set(\.dayOfYear, number(3, 1...366))
    case UInt8(ascii: "b"), UInt8(ascii: "h"):
      return set(\.month, name(DateFormat.monthNames, isShort: true))
    case UInt8(ascii: "B"): return set(\.month, name(DateFormat.monthNames, isShort: false))
    case UInt8(ascii: "a"): return set(\.weekday, name(DateFormat.dayNames, isShort: true))
    case UInt8(ascii: "A"): return set(\.weekday, name(DateFormat.dayNames, isShort: false))
    case UInt8(ascii: "u"): return set(\.weekday, number(1, 1...7))
    case UInt8(ascii: "w"): return set(\.weekday, number(1, 0...6).map { $0 == 0 ? 7 : $0 })
    case UInt8(ascii: "G"): return set(\.isoYear, number(4, 0...9999))
    case UInt8(ascii: "V"): return set(\.isoWeek, number(2, 1...53))
    case UInt8(ascii: "U"), UInt8(ascii: "W"):
      guard let number = number(2, 0...53) else { return false }
      week = (number, field == UInt8(ascii: "W"))
      return true
    default: return readTime(field: field)
    }
  }

  private mutating func readTime(field: UInt8) -> Bool {
    switch field {
    case UInt8(ascii: "H"): return set(\.hour, number(2, 0...23))
    case UInt8(ascii: "I"):
      usesTwelveHours = true
      return set(\.hour, number(2, 1...12))
    case UInt8(ascii: "M"): return set(\.minute, number(2, 0...59))
    case UInt8(ascii: "S"): return set(\.second, number(2, 0...59))
    case UInt8(ascii: "f"): return set(\.fraction, fraction(6))
    case UInt8(ascii: "g"): return set(\.fraction, fraction(3).map { $0 * 1000 })
    case UInt8(ascii: "n"): return set(\.fraction, fraction(9).map { $0 / 1000 })
    case UInt8(ascii: "p"):
      guard let half = name(["AM", "PM"], isShort: false) else { return false }
      isAfternoon = half == 2
      return true
    case UInt8(ascii: "z"): return readOffset()
    case UInt8(ascii: "Z"): return name(["UTC", "GMT", "Z"], isShort: false) != nil
    default:
      guard let expansion = DateFormat.expansion(of: field) else { return false }
      for index in 0..<expansion.utf8CodeUnitCount {
        let byte = expansion.utf8Start[index]
        let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        guard isLetter ? read(field: byte) : read(literal: byte) else { return false }
      }
      return true
    }
  }

  /// `+02`, `-0230`, `+02:30`.
  private mutating func readOffset() -> Bool {
    let isEast = byte == UInt8(ascii: "+")
    guard isEast || byte == UInt8(ascii: "-") else { return false }
    position += 1
    guard let hours = number(2, 0...23) else { return false }
    var minutes = 0
    let hasColon = byte == UInt8(ascii: ":")
    if hasColon { position += 1 }
    if hasColon || byte.map({ $0 &- UInt8(ascii: "0") <= 9 }) ?? false {
      guard let read = number(2, 0...59) else { return false }
      minutes = read
    }
    secondsEastOfUTC = (hours * 60 + minutes) * (isEast ? 60 : -60)
    return true
  }

  /// The moment of all fields; nil where there is no such day or hour.
  var microseconds: Int? {
    guard let days, let hour = hourOfDay else { return nil }
    let seconds = (hour * 60 + minute) * 60 + second - secondsEastOfUTC
    return days * ClockTime.microsecondsPerDay + seconds * ClockTime.microsecondsPerSecond
      + fraction
  }

  private var hourOfDay: Int? {
    guard let isAfternoon else { return hour }
    // 13 o'clock is neither before nor after noon.
    guard usesTwelveHours || (1...12).contains(hour) else { return nil }
    return hour % 12 + (isAfternoon ? 12 : 0)
  }

  private var days: Int? {
    let newYear = CivilDate(year: isoYear ?? year, month: 1, day: 1).daysSinceEpoch
    if let isoWeek {
      // The week of 4 January is the first.
      let first = newYear + 3 - (CivilDate.isoWeekday(daysSinceEpoch: newYear + 3) - 1)
      let result = first + (isoWeek - 1) * 7 + (weekday ?? 1) - 1
      return Moment(days: result).isoWeek.week == isoWeek ? result : nil
    }
    if let week {
      let start = CivilDate.isoWeekday(daysSinceEpoch: newYear)
      let (first, place) =
        week.startsOnMonday
        ? (newYear + (8 - start) % 7, (weekday ?? 1) - 1)
        : (newYear + (7 - start) % 7, (weekday ?? 7) % 7)
      return first + (week.number - 1) * 7 + place
    }
    if let dayOfYear {
      guard dayOfYear <= (CivilDate.isLeap(year) ? 366 : 365) else { return nil }
      return newYear + dayOfYear - 1
    }
    let date = CivilDate(year: year, month: month, day: day)
    return date.exists ? date.daysSinceEpoch : nil
  }
}
