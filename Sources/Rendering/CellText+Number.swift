/// Ten to the power of 0 … 18, all that fit 63 bits.
private let powersOfTen: [UInt64] = (0...18).map { exponent in
  (0..<exponent).reduce(UInt64(1)) { power, _ in power * 10 }
}

extension CellText {
  /// Appends an integer.
  @inline(__always)
  static func append(_ value: Int64, to out: inout ByteBuffer) {
    if value < 0 { out.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, to: &out)
  }

  /// Appends `unscaled` / 10^`scale` with all `scale` digits.
  @inline(__always)
  static func append(_ unscaled: Int64, scale: Int, to out: inout ByteBuffer) {
    if unscaled < 0 { out.append(UInt8(ascii: "-")) }
    appendDecimal(unscaled.magnitude, scale: scale, to: &out)
  }

  /// Appends `unscaled` / 10^`scale` with all `scale` digits.
  static func append(_ unscaled: Int128, scale: Int, to out: inout ByteBuffer) {
    if unscaled < 0 { out.append(UInt8(ascii: "-")) }
    let magnitude = unscaled.magnitude
    if magnitude <= UInt128(UInt64.max), scale <= 18 {
      appendDecimal(UInt64(magnitude), scale: scale, to: &out)
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

  @inline(__always)
  private static func appendDecimal(
    _ magnitude: UInt64, scale: Int, to out: inout ByteBuffer
  ) {
    if scale <= 0 {
      appendDigits(magnitude, to: &out)
      return
    }
    // A scale above 18 would need more digits than a 64-bit number has.
    if scale > 18 {
      append(Int128(magnitude), scale: scale, to: &out)
      return
    }
    let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: powersOfTen[scale])
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
      var rest = value
      var index = width &- 1
      while index >= 0 {
        let next = rest / 10
        start[index] = UInt8(truncatingIfNeeded: rest &- next &* 10) &+ UInt8(ascii: "0")
        rest = next
        index &-= 1
      }
    }
  }

  @inline(__always)
  private static func digitCount(_ value: UInt64) -> Int {
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
