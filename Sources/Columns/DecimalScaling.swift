/// Products and quotients of decimal numbers by exact factors, in 256 bits where it takes them.
package enum DecimalScaling {
  /// `a` × `b` × 10^`power`, rounded to a whole number, halves to even; nil where it does not fit
  /// 127 bits.
  package static func product(_ a: Int128, _ b: Int128, power: Int) -> Int128? {
    if a == 0 || b == 0 { return 0 }
    if power >= 0 {
      if power > DataType.maximumPrecision { return nil }
      let (scaled, first) = b.multipliedReportingOverflow(by: PowersOfTen.integer(power))
      let (result, second) = a.multipliedReportingOverflow(by: scaled)
      return first || second ? nil : result
    }
    if -power > DataType.maximumPrecision { return 0 }
    let divisor = PowersOfTen.integer(-power).magnitude
    let wide = a.magnitude.multipliedFullWidth(by: b.magnitude)
    guard wide.high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth(wide)
    return signed(rounded(quotient, remainder, divisor), isNegative: (a < 0) != (b < 0))
  }

  /// `a` × 10^`power` / `divisor`, rounded to a whole number, halves to even; nil where it does not
  /// fit 127 bits. The divisor is not 0.
  package static func division(_ a: Int128, power: Int, by divisor: Int128) -> Int128? {
    guard (0...DataType.maximumPrecision).contains(power) else { return nil }
    let wide = a.magnitude.multipliedFullWidth(by: PowersOfTen.integer(power).magnitude)
    guard wide.high < divisor.magnitude else { return nil }
    let (quotient, remainder) = divisor.magnitude.dividingFullWidth(wide)
    return signed(
      rounded(quotient, remainder, divisor.magnitude), isNegative: (a < 0) != (divisor < 0))
  }

  /// `amount` / (10^`scale` × `divisor`) as a decimal number without trailing zeros.
  ///
  /// Exact where it has a last digit and fits 38 digits; else to ``significantDigits``, though never
  /// coarser than a whole number.
  ///
  /// - Parameter divisor: greater than 0.
  package static func quotient(
    _ amount: Int128, scale: Int, divisor: Int128
  ) -> (unscaled: Int128, scale: Int) {
    if amount == 0 { return (0, 0) }
    var rest = divisor.magnitude / gcd(amount.magnitude, divisor.magnitude)
    let reduced = amount.magnitude / (divisor.magnitude / rest)
    var twos = 0
    var fives = 0
    let whole = rest
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    let digits = max(twos, fives)
    if rest == 1, digits <= DataType.maximumPrecision {
      let factor = PowersOfTen.integer(digits).magnitude / whole
      let (unscaled, overflow) = reduced.multipliedReportingOverflow(by: factor)
      if !overflow, unscaled <= Int128.max.magnitude {
        return trimmed(signed(unscaled, isNegative: amount < 0) ?? 0, scale: scale + digits)
      }
    }
    return rounded(reduced, over: whole, scale: scale, isNegative: amount < 0)
  }

  /// The digits to which a number without a last one is written: those that every double keeps.
  package static let significantDigits = 15

  /// `number` to ``significantDigits``, though never coarser than a whole number; halves to even.
  package static func significant(
    _ number: (unscaled: Int128, scale: Int)
  ) -> (unscaled: Int128, scale: Int) {
    rounded(
      number.unscaled.magnitude, over: 1, scale: number.scale, isNegative: number.unscaled < 0)
  }

  /// Long division, digit by digit.
  private static func rounded(
    _ dividend: UInt128, over divisor: UInt128, scale: Int, isNegative: Bool
  ) -> (unscaled: Int128, scale: Int) {
    var (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    var scale = scale
    let enough = PowersOfTen.integer(significantDigits).magnitude
    while quotient < enough / 10 && scale < DataType.maximumPrecision {
      let next = remainder.multipliedFullWidth(by: 10)
      let (digit, left) = divisor.dividingFullWidth(next)
      quotient = quotient * 10 + digit
      remainder = left
      scale += 1
    }
    var excess = 0
    while scale - excess > 0 && quotient / PowersOfTen.integer(excess).magnitude >= enough {
      excess += 1
    }
    if excess > 0 {
      let unit = PowersOfTen.integer(excess).magnitude
      let (kept, cut) = quotient.quotientAndRemainder(dividingBy: unit)
      let doubled = cut * 2
      quotient =
        doubled > unit || doubled == unit && (remainder > 0 || kept % 2 == 1) ? kept + 1 : kept
      scale -= excess
    } else {
      quotient = rounded(quotient, remainder, divisor)
    }
    return trimmed(signed(quotient, isNegative: isNegative) ?? 0, scale: scale)
  }

  /// The same number with neither zeros at its end behind the point nor a negative scale.
  package static func trimmed(_ unscaled: Int128, scale: Int) -> (unscaled: Int128, scale: Int) {
    var (unscaled, scale) = (unscaled, scale)
    while scale > 0 {
      let (quotient, remainder) = unscaled.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { break }
      (unscaled, scale) = (quotient, scale - 1)
    }
    while scale < 0 {
      let (larger, overflow) = unscaled.multipliedReportingOverflow(by: 10)
      if overflow { break }
      (unscaled, scale) = (larger, scale + 1)
    }
    return (unscaled, scale)
  }

  /// `quotient`, or one more, whichever is nearer to what was divided; of two the even one.
  private static func rounded(
    _ quotient: UInt128, _ remainder: UInt128, _ divisor: UInt128
  ) -> UInt128 {
    let half = divisor - remainder
    return remainder > half || remainder == half && quotient % 2 == 1 ? quotient + 1 : quotient
  }

  private static func signed(_ magnitude: UInt128, isNegative: Bool) -> Int128? {
    guard magnitude <= Int128.max.magnitude else { return nil }
    return isNegative ? -Int128(magnitude) : Int128(magnitude)
  }

  /// The greatest common divisor; the other number where one is 0.
  static func gcd(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
