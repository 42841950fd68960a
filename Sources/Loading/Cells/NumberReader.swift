import Glibc

/// Reads numbers eight digits at a time.
///
/// Every function reads up to 7 bytes behind the cell. What counts as a number: an optional `-`,
/// digits, a point with digits behind it, and for doubles an exponent; no `+`, no space, no
/// grouping, and no leading zero but the one before the point.
enum NumberReader {
  /// The value of 1 to 8 digits, or nil where one of the bytes is none.
  @inline(__always)
  static func digits8(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64? {
    let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let word = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian &<< shift
    return digits8(word, shift: shift)
  }

  /// The value of the digits in the highest bytes of `word`, the last one in the highest; nil where
  /// one of them is none. The lowest `shift` bits of `word`, at most 56, must be zero.
  @inline(__always)
  private static func digits8(_ word: UInt64, shift: UInt64) -> UInt64? {
    // Zeros stand before the first digit.
    var word = word | 0x3030_3030_3030_3030 & ((1 &<< shift) &- 1)
    let isOut = (word &+ 0x4646_4646_4646_4646) | (word &- 0x3030_3030_3030_3030)
    if isOut & 0x8080_8080_8080_8080 != 0 { return nil }
    word = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) &>> 8
    word = ((word & 0x00FF_00FF_00FF_00FF) &* 6_553_601) &>> 16
    return ((word & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) &>> 32
  }

  /// The value of 1 to 19 digits, or nil where one of the bytes is none.
  @inline(__always)
  static func digits(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64? {
    if count <= 8 { return digits8(start, count) }
    let high = count &- 8
    guard let low = digits8(start + high, 8) else { return nil }
    if high <= 8 {
      guard let top = digits8(start, high) else { return nil }
      return top &* 100_000_000 &+ low
    }
    guard let middle = digits8(start + (high &- 8), 8), let top = digits8(start, high &- 8) else {
      return nil
    }
    return top &* 10_000_000_000_000_000 &+ middle &* 100_000_000 &+ low
  }

  /// The whole number in `count` bytes, at least 1, or nil.
  @inline(__always)
  static func integer(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    let isNegative = start[0] == UInt8(ascii: "-")
    let digits = isNegative ? start + 1 : start
    let length = isNegative ? count &- 1 : count
    if length == 0 || length > 19 { return nil }
    if length > 1 && digits[0] == UInt8(ascii: "0") { return nil }
    guard let value = Self.digits(digits, length) else { return nil }
    if isNegative {
      // The magnitude of the least number is one above that of the greatest.
      return value <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- value) : nil
    }
    return value < 1 << 63 ? Int64(truncatingIfNeeded: value) : nil
  }

  /// The whole or decimal number in `count` bytes, at least 1, as its digits without the point,
  /// and how many of them stand behind it; nil for anything else and above 18 digits.
  @inline(__always)
  static func decimal(
    _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> (unscaled: Int64, scale: Int)? {
    let isNegative = start[0] == UInt8(ascii: "-")
    let digits = isNegative ? start + 1 : start
    let length = isNegative ? count &- 1 : count
    if length == 0 || length > 20 { return nil }
    if length <= 8 {
      guard let short = shortDecimal(digits, length) else { return nil }
      let signed = Int64(truncatingIfNeeded: short.unscaled)
      return (isNegative ? 0 &- signed : signed, short.scale)
    }
    let point = pointPosition(digits, length)
    let isLed = digits[0] == UInt8(ascii: "0")
    if point == length {
      if length > 18 || (length > 1 && isLed) { return nil }
      guard let value = Self.digits(digits, length) else { return nil }
      let signed = Int64(truncatingIfNeeded: value)
      return (isNegative ? 0 &- signed : signed, 0)
    }
    let scale = length &- point &- 1
    if scale == 0 || scale > 18 || (point > 1 && isLed) { return nil }
    guard let fraction = Self.digits(digits + (point &+ 1), scale) else { return nil }
    var value = fraction
    if point > 0 {
      guard let whole = Self.digits(digits, point) else { return nil }
      if whole != 0 {
        if point &+ scale > 18 { return nil }
        value = value &+ whole &* powersOfTen[scale]
      }
    }
    let signed = Int64(truncatingIfNeeded: value)
    return (isNegative ? 0 &- signed : signed, scale)
  }

  /// The same of 1 to 8 bytes without a sign: the point is taken out of one word, and what is left
  /// are digits.
  @inline(__always)
  private static func shortDecimal(
    _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> (unscaled: UInt64, scale: Int)? {
    let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let word = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian &<< shift
    let isLed = start[0] == UInt8(ascii: "0")
    let unlike = word ^ 0x2E2E_2E2E_2E2E_2E2E
    let points = (unlike &- 0x0101_0101_0101_0101) & ~unlike & 0x8080_8080_8080_8080
    if points == 0 {
      if isLed && count > 1 { return nil }
      guard let value = digits8(word, shift: shift) else { return nil }
      return (value, 0)
    }
    // The bits below the byte of the first point, and how many bytes stand behind it.
    let below = UInt64(truncatingIfNeeded: points.trailingZeroBitCount &- 7)
    let scale = 7 &- Int(truncatingIfNeeded: below &>> 3)
    let whole = count &- 1 &- scale
    if scale == 0 || (isLed && whole > 1) { return nil }
    let lower = word & ((1 &<< below) &- 1)
    let upper = word & ~((0x100 &<< below) &- 1)
    guard let value = digits8(upper | lower &<< 8, shift: shift &+ 8) else { return nil }
    return (value, scale)
  }

  /// Where the first point of `count` bytes stands; `count` where there is none.
  @inline(__always)
  private static func pointPosition(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var offset = 0
    while offset < count {
      let word = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self).littleEndian
      let unlike = word ^ 0x2E2E_2E2E_2E2E_2E2E
      let points = (unlike &- 0x0101_0101_0101_0101) & ~unlike & 0x8080_8080_8080_8080
      if points != 0 {
        return min(count, offset &+ points.trailingZeroBitCount &>> 3)
      }
      offset &+= 8
    }
    return count
  }

  /// 10^0 … 10^19.
  static let powersOfTen: InlineArray<20, UInt64> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// The double nearest to the number in `count` bytes, at least 1; nil where it is no number, a
  /// code with a leading zero, a whole number that 64 bits do not hold, or beyond the largest
  /// double.
  static func double(_ start: UnsafePointer<UInt8>, _ count: Int) -> Double? {
    let isNegative = start[0] == UInt8(ascii: "-")
    var index = isNegative ? 1 : 0
    let first = index
    var mantissa: UInt64 = 0
    // Digits that count, from the first that is not zero.
    var significant = 0
    while index < count, start[index] &- UInt8(ascii: "0") < 10 {
      mantissa = mantissa &* 10 &+ UInt64(start[index] &- UInt8(ascii: "0"))
      if mantissa != 0 { significant += 1 }
      index += 1
    }
    let whole = index - first
    if whole > 1 && start[first] == UInt8(ascii: "0") { return nil }
    if index == count, whole > 0 {
      guard let value = integer(start, count) else { return nil }
      return isNegative && value == 0 ? -0.0 : Double(value)
    }
    var exponent = 0
    if index < count && start[index] == UInt8(ascii: ".") {
      index += 1
      let point = index
      while index < count, start[index] &- UInt8(ascii: "0") < 10 {
        mantissa = mantissa &* 10 &+ UInt64(start[index] &- UInt8(ascii: "0"))
        if mantissa != 0 { significant += 1 }
        index += 1
      }
      exponent = point - index
      if exponent == 0 { return nil }
    }
    if whole == 0 && exponent == 0 { return nil }
    if index < count {
      guard start[index] | 0x20 == UInt8(ascii: "e") else { return nil }
      index += 1
      var isBelow = false
      if index < count && (start[index] == UInt8(ascii: "-") || start[index] == UInt8(ascii: "+")) {
        isBelow = start[index] == UInt8(ascii: "-")
        index += 1
      }
      guard index < count else { return nil }
      var written = 0
      while index < count {
        let digit = Int(start[index]) - 0x30
        guard digit >= 0 && digit < 10 else { return nil }
        written = min(100_000, written * 10 + digit)
        index += 1
      }
      exponent += isBelow ? -written : written
    }
    // Both the digits and the power of ten are exact doubles up to here, so that one rounding is
    // made in all (Clinger 1990).
    if significant <= 19 && mantissa <= 1 << 53 && exponent >= -22 && exponent <= 22 {
      let digits = Double(mantissa)
      let value =
        exponent < 0 ? digits / exactPowers[-exponent] : digits * exactPowers[exponent]
      return isNegative ? -value : value
    }
    return slowDouble(start, count)
  }

  /// The double nearest to any number in plain form, however many digits it has; nil where it is no
  /// number, a code with a leading zero, or beyond the largest double.
  static func anyDouble(_ start: UnsafePointer<UInt8>, _ count: Int) -> Double? {
    guard let plain = PlainNumber(start, count), !plain.isZeroLed else { return nil }
    return double(start, count) ?? slowDouble(start, count)
  }

  /// 10^0 … 10^22, which doubles hold exactly.
  private static let exactPowers: InlineArray<23, Double> = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// By the C library, which rounds correctly; the cell must be a number already.
  private static func slowDouble(_ start: UnsafePointer<UInt8>, _ count: Int) -> Double? {
    let value = withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { copy in
      for index in 0..<count { copy[index] = CChar(bitPattern: start[index]) }
      copy[count] = 0
      return copy.baseAddress.map { strtod($0, nil) } ?? .infinity
    }
    return value.isFinite ? value : nil
  }
}
