#if canImport(Glibc)
  import Glibc
#endif

/// How values read as text: in `CAST(x AS VARCHAR)`, in results, in messages.
package enum ValueText {
  /// `value` as a cast to VARCHAR writes it; NULL is `NULL`.
  package static func string(_ value: Value) -> String {
    var writer = TextWriter(rows: 1)
    switch value {
    case .null: return "NULL"
    case .boolean(let truth): return truth ? "true" : "false"
    case .text(let text): return text
    case .integer(let number): append(number, to: &writer)
    case .double(let number): append(number, to: &writer)
    case .decimal(let unscaled, let scale): append(unscaled, scale: scale, to: &writer)
    case .date(let days): appendDate(Int(days), to: &writer)
    case .timestamp(let microseconds): appendTimestamp(Int(microseconds), to: &writer)
    case .time(let microseconds): appendTime(UInt64(max(0, microseconds)), to: &writer)
    case .interval(let interval): append(interval, to: &writer)
    case .measure(let measure): return MeasureText.string(measure)
    }
    return writer.rowString
  }

  /// `number` with its thousands grouped: `311,038`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }

  /// `number` of things: `1 row`, `2,000 rows`.
  package static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// A whole number.
  static func append(_ number: Int128, to writer: inout TextWriter) {
    append(number, scale: 0, to: &writer)
  }

  /// `unscaled` / 10^`scale`, with exactly `scale` digits behind the point and at least one before
  /// it.
  static func append(_ unscaled: Int128, scale: Int, to writer: inout TextWriter) {
    // A sign, a point, and 39 digits or 38 of them behind a zero.
    let space = 48
    writer.append(upTo: space) { target in
      // Digits come out last one first, and are moved to the front at the end.
      var position = space
      var written = 0
      var wide = unscaled.magnitude
      while wide > UInt128(UInt64.max) {
        let (quotient, digit) = wide.quotientAndRemainder(dividingBy: 10)
        put(UInt8(truncatingIfNeeded: digit), &written, scale, target, &position)
        wide = quotient
      }
      var rest = UInt64(truncatingIfNeeded: wide)
      repeat {
        put(UInt8(truncatingIfNeeded: rest % 10), &written, scale, target, &position)
        rest /= 10
      } while rest != 0 || written <= scale
      if unscaled < 0 {
        position &-= 1
        target[position] = UInt8(ascii: "-")
      }
      memmove(target, target + position, space &- position)
      return space &- position
    }
  }

  @inline(__always)
  private static func put(
    _ digit: UInt8, _ written: inout Int, _ scale: Int, _ target: UnsafeMutablePointer<UInt8>,
    _ position: inout Int
  ) {
    if written == scale && scale > 0 {
      position &-= 1
      target[position] = UInt8(ascii: ".")
    }
    position &-= 1
    target[position] = digit &+ UInt8(ascii: "0")
    written &+= 1
  }

  /// The shortest digits that read back as `number`, with a point: `3.0`, `0.1`; with an exponent
  /// below 10^-4 and from 10^16 on: `1e-05`, `1.5e+16`.
  static func append(_ number: Double, to writer: inout TextWriter) {
    if !number.isFinite {
      writer.append(number.isNaN ? "nan" : (number < 0 ? "-inf" : "inf"))
      return
    }
    if number.sign == .minus { writer.append(UInt8(ascii: "-")) }
    // Swift's description has the shortest digits, in a form of its own.
    var description = number.magnitude.description
    description.withUTF8 { text in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { digits in
        let (count, pointPlace) = readDigits(text, into: digits)
        appendDigits(TextBytes(rebasing: digits[..<count]), pointPlace: pointPlace, to: &writer)
      }
    }
  }

  /// Copies the digits of a number without sign, no zeros at either end.
  ///
  /// - Returns: how many there are, and the place of the point: the number is
  ///   0.d₁d₂d₃… × 10^place.
  private static func readDigits(
    _ text: TextBytes, into digits: UnsafeMutableBufferPointer<UInt8>
  ) -> (count: Int, pointPlace: Int) {
    var count = 0
    var pointPlace = 0
    var position = 0
    var seenPoint = false
    while position < text.count, text[position] != UInt8(ascii: "e") {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: ".") {
        seenPoint = true
      } else if count == 0 && byte == UInt8(ascii: "0") {
        if seenPoint { pointPlace -= 1 }
      } else {
        digits[count] = byte
        count += 1
        if !seenPoint { pointPlace += 1 }
      }
    }
    var exponent = 0
    var isNegative = false
    while position < text.count {
      let digit = text[position] &- UInt8(ascii: "0")
      if digit <= 9 { exponent = exponent * 10 + Int(digit) }
      if text[position] == UInt8(ascii: "-") { isNegative = true }
      position += 1
    }
    while count > 0 && digits[count - 1] == UInt8(ascii: "0") { count -= 1 }
    return (count, pointPlace + (isNegative ? -exponent : exponent))
  }

  private static func appendDigits(
    _ digits: TextBytes, pointPlace: Int, to writer: inout TextWriter
  ) {
    if digits.isEmpty {
      writer.append("0.0")
      return
    }
    let power = pointPlace - 1
    if power < -4 || power >= 16 {
      writer.append(digits[0])
      if digits.count > 1 { writer.append(UInt8(ascii: ".")) }
      writer.append(TextBytes(rebasing: digits.dropFirst()))
      writer.append(power < 0 ? "e-" : "e+")
      appendPadded(abs(power), width: 2, to: &writer)
      return
    }
    if pointPlace <= 0 {
      writer.append("0.")
      for _ in 0..<(-pointPlace) { writer.append(UInt8(ascii: "0")) }
      writer.append(digits)
      return
    }
    let whole = min(pointPlace, digits.count)
    writer.append(TextBytes(rebasing: digits[..<whole]))
    for _ in whole..<pointPlace { writer.append(UInt8(ascii: "0")) }
    writer.append(UInt8(ascii: "."))
    if whole == digits.count {
      writer.append(UInt8(ascii: "0"))
    } else {
      writer.append(TextBytes(rebasing: digits[whole...]))
    }
  }

  /// `number` with at least `width` digits, zeros in front.
  static func appendPadded(_ number: Int, width: Int, to writer: inout TextWriter) {
    var limit = 10
    for _ in 1..<max(1, width) {
      if number < limit { writer.append(UInt8(ascii: "0")) }
      limit = limit &* 10
    }
    append(Int128(number), to: &writer)
  }

  /// The day `days` after 1970-01-01: `2024-02-29`; `0044-03-15 (BC)` before the year 1.
  static func appendDate(_ days: Int, to writer: inout TextWriter) {
    let date = CivilDate(daysSinceEpoch: days)
    appendDigits(of: date, to: &writer)
    if date.year < 1 { writer.append(" (BC)") }
  }

  private static func appendDigits(of date: CivilDate, to writer: inout TextWriter) {
    appendPadded(date.year < 1 ? 1 - date.year : date.year, width: 4, to: &writer)
    writer.append(UInt8(ascii: "-"))
    appendPadded(date.month, width: 2, to: &writer)
    writer.append(UInt8(ascii: "-"))
    appendPadded(date.day, width: 2, to: &writer)
  }

  /// The moment `microseconds` after 1970-01-01 00:00:00: `2024-02-29 10:11:12.5`.
  static func appendTimestamp(_ microseconds: Int, to writer: inout TextWriter) {
    let days = ClockTime.floorDivide(microseconds, ClockTime.microsecondsPerDay)
    let time = ClockTime.floorRemainder(microseconds, ClockTime.microsecondsPerDay)
    let date = CivilDate(daysSinceEpoch: days)
    appendDigits(of: date, to: &writer)
    if date.year < 1 { writer.append(" (BC)") }
    writer.append(UInt8(ascii: " "))
    appendTime(UInt64(time), to: &writer)
  }
}
