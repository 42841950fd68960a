import Reference

/// A quantity with its unit: an exact amount in the base unit of its dimension, and the unit in
/// which it is shown.
///
/// To convert a measure is to show it in another unit: the amount stays as it is.
package struct Measure: Hashable, Sendable {
  /// Base units × 10^``Dimension/decimals``; less than ``limit`` from zero.
  package var amount: Int128
  /// The unit's number in the ``UnitRegistry``.
  package var unit: UInt16

  package init(amount: Int128, unit: UInt16) {
    self.amount = amount
    self.unit = unit
  }

  /// The measure that ``bits`` packed.
  @inline(__always)
  package init(bits: Int128) {
    amount = bits >> 16
    unit = UInt16(truncatingIfNeeded: bits)
  }

  /// How a column stores it: the amount above the unit. No order of measures, since one amount may
  /// stand under several units.
  @inline(__always)
  package var bits: Int128 { amount << 16 | Int128(unit) }

  /// No amount is so far from zero: with the unit below, it fits 128 bits.
  package static let limit: Int128 = 1 << 111

  /// What equals that of another measure where both are the same quantity: the amount above the
  /// base unit of its dimension. The order of such numbers is that of the amounts.
  package var key: Int128 {
    amount << 16 | Int128(UnitRegistry.base(of: unit))
  }

  /// `number` / 10^`scale` of `unit`; nil where that is too large.
  ///
  /// Exact where the amount in the base unit has at most ``Dimension/decimals`` digits behind the
  /// point; else rounded to as many, halves to even.
  package init?(_ number: Int128, scale: Int, unit: Unit) {
    guard
      let amount = DecimalScaling.product(
        number, Int128(unit.factor.unscaled),
        power: unit.dimension.decimals - scale - unit.factor.scale),
      amount.magnitude < Self.limit.magnitude, let unit = UnitRegistry.number(of: unit)
    else { return nil }
    self.init(amount: amount, unit: unit)
  }

  /// The amount in the unit shown, as a decimal number without trailing zeros: exact where it has a
  /// last digit, else to 15 significant digits (at least to the whole number).
  package var shown: (unscaled: Int128, scale: Int) {
    let unit = UnitRegistry.unit(self.unit)
    return DecimalScaling.quotient(
      amount, scale: unit.dimension.decimals - unit.factor.scale,
      divisor: Int128(unit.factor.unscaled))
  }
}
