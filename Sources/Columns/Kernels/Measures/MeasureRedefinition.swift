import Reference

/// Measures whose unit nobody knew when they were loaded, after a user has defined it.
package enum MeasureRedefinition {
  /// The same measures, of which those in `old` are in `new` now; nil where none is in `old`.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` where an amount is too large for the new unit.
  package static func vector(
    _ vector: Vector, from old: Unit, to new: Unit
  ) throws(ValueError) -> Vector? {
    guard let oldNumber = UnitRegistry.number(of: old), MeasureTally(vector).rows[oldNumber] != nil
    else { return nil }
    let packed = Constants.expanded(MeasurePacking.packed(vector))
    let bits = NumberSource.integers(packed, as: Int128.self)
    let result = Buffer<Int128>(count: vector.count)
    for row in 0..<vector.count {
      let measure = Measure(bits: bits.pointer[row])
      guard measure.unit == oldNumber, !packed.isNull(row) else {
        result.pointer[row] = bits.pointer[row]
        continue
      }
      let shown = measure.shown
      guard let changed = Measure(shown.unscaled, scale: shown.scale, unit: new) else {
        throw .overflow(type: .measure)
      }
      result.pointer[row] = changed.bits
    }
    return Vector(
      type: .measure, count: vector.count, storage: .int128(result), validity: packed.validity)
  }
}
