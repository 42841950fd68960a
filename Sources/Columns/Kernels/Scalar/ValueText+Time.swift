extension ValueText {
  /// The time `microseconds` after midnight: `10:11:12.5`; the hours go on behind 24, as an
  /// interval's do.
  static func appendTime(_ microseconds: UInt64, to writer: inout TextWriter) {
    let (seconds, rest) = microseconds.quotientAndRemainder(
      dividingBy: UInt64(ClockTime.microsecondsPerSecond))
    appendPadded(Int(seconds / 3600), width: 2, to: &writer)
    writer.append(UInt8(ascii: ":"))
    appendPadded(Int(seconds / 60 % 60), width: 2, to: &writer)
    writer.append(UInt8(ascii: ":"))
    appendPadded(Int(seconds % 60), width: 2, to: &writer)
    if rest == 0 { return }
    var fraction = Int(rest)
    writer.append(UInt8(ascii: "."))
    var place = 100_000
    while fraction != 0 {
      writer.append(UInt8(truncatingIfNeeded: fraction / place) &+ UInt8(ascii: "0"))
      fraction %= place
      place /= 10
    }
  }

  /// The parts that are not zero, each with its sign: `1 year 2 months -3 days 04:05:06`;
  /// `00:00:00` where all are.
  static func append(_ interval: Interval, to writer: inout TextWriter) {
    var isFirst = true
    func part(_ number: Int, _ name: StaticString) {
      if number == 0 { return }
      if !isFirst { writer.append(UInt8(ascii: " ")) }
      isFirst = false
      append(Int128(number), to: &writer)
      writer.append(TextBytes(start: name.utf8Start, count: name.utf8CodeUnitCount))
      if number.magnitude != 1 { writer.append(UInt8(ascii: "s")) }
    }
    part(Int(interval.months / 12), " year")
    part(Int(interval.months % 12), " month")
    part(Int(interval.days), " day")
    if interval.microseconds == 0 && !isFirst { return }
    if !isFirst { writer.append(UInt8(ascii: " ")) }
    if interval.microseconds < 0 { writer.append(UInt8(ascii: "-")) }
    appendTime(interval.microseconds.magnitude, to: &writer)
  }
}
