#if canImport(Glibc)
  import Glibc
#endif

/// A number as it is written: digits with a sign, a point and an exponent of ten.
///
/// The whole text must be a number: `[+-] digits [. digits] [e [+-] digits]`, with digits before
/// or behind the point, and nothing around it but white space. No grouping, no other base.
struct WrittenNumber {
  private(set) var isNegative = false
  /// The leading digits: all, or as many as 128 bits hold.
  private(set) var digits: UInt128 = 0
  /// The value is `digits` × 10^`exponent`, plus what further digits were left out.
  private(set) var exponent = 0
  private(set) var isComplete = true

  /// Reads `text`; nil where it is not a number.
  init?(_ text: TextBytes) {
    let text = Self.trimmed(text)
    guard let bytes = text.baseAddress else { return nil }
    let count = text.count
    var position = 0
    if count > 0 && (bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+")) {
      isNegative = bytes[0] == UInt8(ascii: "-")
      position = 1
    }
    var small: UInt64 = 0
    var digitCount = 0
    var seenPoint = false
    while position < count {
      let byte = bytes[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        // Eighteen digits fit 64 bits; numbers with more are rare.
        if digitCount < 18 {
          small = small &* 10 &+ UInt64(digit)
        } else {
          if digitCount == 18 { digits = UInt128(small) }
          append(digit, isFraction: seenPoint)
        }
        if seenPoint && digitCount < 18 { exponent &-= 1 }
        digitCount &+= 1
      } else if byte == UInt8(ascii: ".") && !seenPoint {
        seenPoint = true
      } else {
        break
      }
      position &+= 1
    }
    if digitCount == 0 { return nil }
    if digitCount <= 18 { digits = UInt128(small) }
    if position == count { return }
    guard bytes[position] | 0x20 == UInt8(ascii: "e") else { return nil }
    guard let power = Self.exponent(bytes + position + 1, count - position - 1) else { return nil }
    exponent += power
  }

  private mutating func append(_ digit: UInt8, isFraction: Bool) {
    if digits <= (UInt128.max - 9) / 10 {
      digits = digits * 10 + UInt128(digit)
      if isFraction { exponent -= 1 }
    } else {
      if digit != 0 { isComplete = false }
      if !isFraction { exponent += 1 }
    }
  }

  /// The signed whole number behind an `e`, cut off far beyond what any type holds.
  private static func exponent(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var position = 0
    var isNegative = false
    if count > 0 && (bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+")) {
      isNegative = bytes[0] == UInt8(ascii: "-")
      position = 1
    }
    if position == count { return nil }
    var result = 0
    while position < count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      result = min(result * 10 + Int(digit), 100_000_000)
      position += 1
    }
    return isNegative ? -result : result
  }

  /// `text` without white space at either end.
  static func trimmed(_ text: TextBytes) -> TextBytes {
    var start = 0
    var end = text.count
    while start < end && isSpace(text[start]) { start += 1 }
    while end > start && isSpace(text[end - 1]) { end -= 1 }
    return TextBytes(rebasing: text[start..<end])
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte >= 9 && byte <= 13)
  }

  /// The value times 10^`scale`, rounded to a whole number, halves away from zero; nil where it
  /// lies outside `range`.
  func unscaled(scale: Int, in range: ClosedRange<Int128>) -> Int128? {
    if digits == 0 { return 0 }
    let shift = exponent + scale
    var magnitude = digits
    if shift >= 0 {
      guard shift <= DataType.maximumPrecision else { return nil }
      let (product, overflow) = digits.multipliedReportingOverflow(
        by: UInt128(PowersOfTen.integer(shift)))
      if overflow || (!isComplete && shift > 0) { return nil }
      magnitude = product
    } else if -shift <= DataType.maximumPrecision {
      // Digits that were left out lie behind those that decide the rounding, unless none was cut
      // off here.
      let divisor = UInt128(PowersOfTen.integer(-shift))
      let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: divisor)
      magnitude = remainder >= divisor - remainder ? quotient + 1 : quotient
    } else {
      // Less than 2^128 / 10^39, which is less than a half.
      magnitude = 0
    }
    guard magnitude <= UInt128(Int128.max) + 1 else { return nil }
    let result =
      isNegative
      ? Int128(truncatingIfNeeded: 0 &- magnitude) : Int128(truncatingIfNeeded: magnitude)
    if !isNegative && result < 0 { return nil }
    return range.contains(result) ? result : nil
  }

  /// The double nearest to the number that `text`, from which this was read, writes; infinite
  /// where doubles do not reach that far.
  func double(_ text: TextBytes) -> Double {
    // Both operands are exact, so that one correctly rounded operation gives the nearest double.
    if isComplete && digits < 1 << 53 && exponent >= -22 && exponent <= 22 {
      let whole = Double(UInt64(truncatingIfNeeded: digits))
      let power = PowersOfTen.double(abs(exponent))
      let magnitude = exponent < 0 ? whole / power : whole * power
      return isNegative ? -magnitude : magnitude
    }
    let trimmed = Self.trimmed(text)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: trimmed.count + 1) { copy in
      for index in 0..<trimmed.count { copy[index] = CChar(bitPattern: trimmed[index]) }
      copy[trimmed.count] = 0
      return copy.baseAddress.map { strtod($0, nil) } ?? 0
    }
  }
}

/// Words that stand for values.
enum ValueWords {
  /// `inf`, `infinity` and `nan`, in any case, with an optional sign; nil for anything else.
  static func double(_ text: TextBytes) -> Double? {
    var word = WrittenNumber.trimmed(text)
    var isNegative = false
    if let first = word.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      word = TextBytes(rebasing: word.dropFirst())
    }
    if matches(word, "inf") || matches(word, "infinity") {
      return isNegative ? -.infinity : .infinity
    }
    return matches(word, "nan") ? .nan : nil
  }

  /// `true`, `t`, `yes`, `y`, `1` and their opposites, in any case; nil for anything else.
  static func boolean(_ text: TextBytes) -> Bool? {
    let word = WrittenNumber.trimmed(text)
    if ["true", "t", "yes", "y", "1"].contains(where: { matches(word, $0) }) { return true }
    if ["false", "f", "no", "n", "0"].contains(where: { matches(word, $0) }) { return false }
    return nil
  }

  /// Whether `text` is `word`, which is in lower case, in any case.
  static func matches(_ text: TextBytes, _ word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<text.count {
      let byte = text[index]
      let lower = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      if lower != word.utf8Start[index] { return false }
    }
    return true
  }
}

extension CastKernels {
  /// Whether `text` is a number as a cast to a number reads it.
  package static func isNumber(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { WrittenNumber($0) != nil }
  }
}
