import Reference

/// Measures as text: `299320.849 kg`, and back.
package enum MeasureText {
  /// The amount in its unit, without trailing zeros, and the unit's symbol; the amount alone where
  /// there is no unit.
  package static func string(_ measure: Measure) -> String {
    string(amount(measure), in: measure.unit)
  }

  private static func string(_ amount: String, in unit: UInt16) -> String {
    let symbol = UnitRegistry.unit(unit).symbol
    return symbol.isEmpty ? amount : "\(amount) \(symbol)"
  }

  /// The amount in its unit, without trailing zeros; to 15 significant digits where it has more and
  /// a long fraction, as a third of a kilogram has.
  package static func amount(_ measure: Measure) -> String {
    digits(shownAmount(measure))
  }

  /// The same as a decimal number.
  package static func shownAmount(_ measure: Measure) -> (unscaled: Int128, scale: Int) {
    let shown = measure.shown
    return shown.scale > longFraction ? DecimalScaling.significant(shown) : shown
  }

  /// Digits behind the point beyond which an amount is taken for a rounded one: a microgram in
  /// tonnes has 12.
  private static let longFraction = 12

  private static func digits(_ number: (unscaled: Int128, scale: Int)) -> String {
    ValueText.string(.decimal(unscaled: number.unscaled, scale: number.scale))
  }

  /// The exact amount, as ``Measure/shown`` has it.
  private static func exactString(_ measure: Measure) -> String {
    string(digits(measure.shown), in: measure.unit)
  }

  /// The measure that `text` writes: a number, and the name of a unit behind it, with or without
  /// space between; a number alone has no unit.
  ///
  /// - Returns: nil where the text does not begin with a number, where nobody knows the unit, or
  ///   where the amount is too large.
  static func measure(_ text: TextBytes) -> Measure? {
    guard let (number, unit) = parts(text) else { return nil }
    let known = unit.isEmpty ? UnitRegistry.noUnit : UnitRegistry.unit(named: unit)
    guard let known, let unscaled = number.unscaled else { return nil }
    return Measure(unscaled.value, scale: unscaled.scale, unit: known)
  }

  /// The name of a unit that `text` has behind its number and that nobody knows; nil where the text
  /// has no such thing.
  package static func unknownUnit(in text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard let (_, unit) = parts(bytes), let first = unit.unicodeScalars.first,
        !("0"..."9").contains(first), first != ",", first != "."
      else { return nil }
      return UnitRegistry.unit(named: unit) == nil ? unit : nil
    }
  }

  // MARK: Saving

  /// Texts that ``restored(_:)`` makes the same measures of: an amount that has no last digit in its
  /// unit is written in the base unit, where it has one.
  ///
  /// - Throws: ``ValueError/textTooLong``.
  package static func saved(_ vector: Vector) throws(ValueError) -> Vector {
    var writer = TextWriter(rows: vector.count, byteCount: vector.count * 12)
    for row in 0..<vector.count {
      if case .measure(let measure) = vector.value(row) {
        let unit = UnitRegistry.unit(measure.unit)
        let shown = measure.shown
        let isExact = Measure(shown.unscaled, scale: shown.scale, unit: unit) == measure
        let base = UnitRegistry.base(of: measure.unit)
        writer.append(
          exactString(isExact ? measure : Measure(amount: measure.amount, unit: base)))
      }
      try writer.endRow()
    }
    let validity =
      vector.constant?.isNull == true
      ? Bitmap(repeating: false, count: vector.count) : vector.validity
    return writer.vector(validity: validity)
  }

  /// The measures that texts write, those in units that nobody knows too; nil where a text has no
  /// number.
  package static func restored(_ texts: Vector) -> Vector? {
    let result = Buffer<Int128>(count: texts.count)
    var known: [String: Unit] = [:]
    let isWhole = TextReader.read(texts) { reader in
      for row in 0..<texts.count {
        result.pointer[row] = 0
        if texts.isNull(row) { continue }
        guard let (number, name) = parts(reader[row]), let unscaled = number.unscaled else {
          return false
        }
        let unit = known[name] ?? UnitRegistry.unit(ofCell: name)
        known[name] = unit
        guard let measure = Measure(unscaled.value, scale: unscaled.scale, unit: unit) else {
          return false
        }
        result.pointer[row] = measure.bits
      }
      return true
    }
    return isWhole
      ? Vector(
        type: .measure, count: texts.count, storage: .int128(result), validity: texts.validity)
      : nil
  }

  private struct Number {
    let written: WrittenNumber

    /// The digits as a decimal number; nil where they are too many.
    var unscaled: (value: Int128, scale: Int)? {
      let scale = max(0, -written.exponent)
      let range = -Int128.max...Int128.max
      guard scale <= DataType.maximumPrecision, written.isComplete,
        let value = written.unscaled(scale: scale, in: range)
      else { return nil }
      return (value, scale)
    }
  }

  private static func parts(_ text: TextBytes) -> (Number, unit: String)? {
    let text = WrittenNumber.trimmed(text)
    var end = 0
    while end < text.count, isNumber(text[end], at: end) { end += 1 }
    guard let number = WrittenNumber(TextBytes(rebasing: text[..<end])) else { return nil }
    let unit = WrittenNumber.trimmed(TextBytes(rebasing: text[end...]))
    return (Number(written: number), String(decoding: unit, as: UTF8.self))
  }

  private static func isNumber(_ byte: UInt8, at position: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): true
    case UInt8(ascii: "-"), UInt8(ascii: "+"): position == 0
    default: false
    }
  }
}
