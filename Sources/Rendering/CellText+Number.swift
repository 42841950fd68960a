extension CellText {
  /// Appends an integer.
  @inline(__always)
  static func append(_ value: Int64, to out: inout ByteBuffer) {
    if value < 0 { out.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, to: &out)
  }

  /// Appends `unscaled` / 10^`scale` with all `scale` digits; `scale` is at most 18 and `unit` is
  /// 10^`scale`.
  @inline(__always)
  static func append(_ unscaled: Int64, scale: Int, unit: UInt64, to out: inout ByteBuffer) {
    if unscaled < 0 { out.append(UInt8(ascii: "-")) }
    appendDecimal(unscaled.magnitude, scale: scale, unit: unit, to: &out)
  }

  /// Appends `unscaled` / 10^`scale` with all `scale` digits.
  static func append(_ unscaled: Int128, scale: Int, to out: inout ByteBuffer) {
    if unscaled < 0 { out.append(UInt8(ascii: "-")) }
    let magnitude = unscaled.magnitude
    if magnitude <= UInt128(UInt64.max), scale <= 18 {
      appendDecimal(UInt64(magnitude), scale: scale, unit: unit(ofScale: scale), to: &out)
      return
    }
    // All digits, with zeros before them until one stands before the point.
    var digits: [UInt8] = []
    var rest = magnitude
    while rest > 0 || digits.count <= scale {
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    for (index, digit) in digits.reversed().enumerated() {
      if scale > 0, index == digits.count - scale { out.append(UInt8(ascii: ".")) }
      out.append(digit)
    }
  }

  /// Ten to the power of `scale`, which is at most 18.
  static func unit(ofScale scale: Int) -> UInt64 {
    (0..<max(scale, 0)).reduce(1) { power, _ in power * 10 }
  }

  @inline(__always)
  private static func appendDecimal(
    _ magnitude: UInt64, scale: Int, unit: UInt64, to out: inout ByteBuffer
  ) {
    if scale <= 0 {
      appendDigits(magnitude, to: &out)
      return
    }
    let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: unit)
    appendDigits(whole, to: &out)
    out.append(UInt8(ascii: "."))
    appendDigits(fraction, width: scale, to: &out)
  }

  /// Appends `value` without leading zeros.
  @inline(__always)
  static func appendDigits(_ value: UInt64, to out: inout ByteBuffer) {
    appendDigits(value, width: digitCount(value), to: &out)
  }

  /// Appends the last `width` digits of `value`.
  @inline(__always)
  static func appendDigits(_ value: UInt64, width: Int, to out: inout ByteBuffer) {
    out.appendUnset(width) { start in
      let start = UnsafeMutableRawPointer(start)
      var rest = value
      var index = width
      while index >= 2 {
        let next = rest / 100
        let pair = UInt32(truncatingIfNeeded: rest &- next &* 100)
        let tens = pair / 10
        index &-= 2
        start.storeBytes(
          of: UInt16(truncatingIfNeeded: tens | (pair &- tens &* 10) << 8 | 0x3030).littleEndian,
          toByteOffset: index, as: UInt16.self)
        rest = next
      }
      if index == 1 {
        let last = UInt8(truncatingIfNeeded: rest % 10) | UInt8(ascii: "0")
        start.storeBytes(of: last, as: UInt8.self)
      }
    }
  }

  @inline(__always)
  static func digitCount(_ value: UInt64) -> Int {
    if value < 10 { return 1 }
    if value < 100 { return 2 }
    if value < 1_000 { return 3 }
    if value < 10_000 { return 4 }
    if value < 100_000 { return 5 }
    if value < 1_000_000 { return 6 }
    var count = 7
    var rest = value / 10_000_000
    while rest > 0 {
      count &+= 1
      rest /= 10
    }
    return count
  }

  /// Appends the shortest digits that read back as `value`.
  static func append(_ value: Double, to out: inout ByteBuffer) {
    // Figures mostly have a few digits after the point. n / 10^k is rounded correctly, so where it
    // gives `value` back those digits read as `value`; and as two decimals of at most 15 digits
    // never round to one double, no shorter ones do.
    if value.magnitude < 1e11, value.magnitude >= 1e-4 || value == 0 {
      let scaled = (value * 1e4).rounded()
      if scaled / 1e4 == value {
        if value.sign == .minus { out.append(UInt8(ascii: "-")) }
        let (whole, fraction) = UInt64(scaled.magnitude).quotientAndRemainder(dividingBy: 10_000)
        appendDigits(whole, to: &out)
        out.append(UInt8(ascii: "."))
        appendFraction(fraction, digits: 4, to: &out)
        return
      }
    }
    out.append(value.description)
  }

  /// Appends `value` in hundredths with one decimal, halves away from zero: 0.74 as `74.0 %`.
  ///
  /// What would round to zero has no sign. Beyond 10^15 the digits are those of the number.
  static func append(percent value: Double, to out: inout ByteBuffer) {
    let tenths = (value * 1000).rounded(.toNearestOrAwayFromZero)
    if tenths.magnitude < 1e18 {
      append(Int64(tenths), scale: 1, unit: 10, to: &out)
    } else {
      append(value * 100, to: &out)
    }
    out.append(" %")
  }

  /// Appends `fraction`, which has `digits` digits, without trailing zeros but with at least one
  /// digit.
  static func appendFraction(_ fraction: UInt64, digits: Int, to out: inout ByteBuffer) {
    var fraction = fraction
    var digits = digits
    while digits > 1, fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    appendDigits(fraction, width: digits, to: &out)
  }
}
