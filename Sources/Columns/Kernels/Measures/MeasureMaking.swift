import Reference

/// Measures made of numbers and units.
package enum MeasureMaking {
  /// Each amount with the unit that the text beside it names: NULL where the amount is, and without
  /// a unit where the text is NULL or empty.
  ///
  /// - Parameters:
  ///   - amounts: exact numbers, or doubles, which are taken to the 15 digits that every double
  ///     keeps.
  ///   - units: VARCHAR, of as many rows.
  /// - Throws: ``ValueError/overflow(type:)`` where an amount in its base unit is beyond
  ///   ``Measure/limit``, ``ValueError/badArgument(_:)`` where there are too many units.
  package static func make(_ amounts: Vector, _ units: Vector) throws -> Vector {
    let count = amounts.count
    if count == 0 || amounts.constant?.isNull == true {
      return Vector(constant: .null, type: .measure, count: count)
    }
    let exact = try exactAmounts(amounts)
    if exact.constant != nil && units.constant != nil {
      return try ConstantFolding.apply([exact, units], type: .measure, rows: count) { inputs, _ in
        try packed(inputs[0], inputs[1])
      }
    }
    if let column = try column(exact, units) { return Vector(column) }
    return try packed(exact, units)
  }

  /// A column of the amounts and the units as they are stored; nil where the units have too many
  /// texts, or none under codes.
  ///
  /// - Throws: ``ValueError/overflow(type:)``.
  private static func column(_ amounts: Vector, _ units: Vector) throws(ValueError)
    -> MeasureColumn?
  {
    let amounts = Constants.expanded(amounts)
    switch units.storage {
    case .constant(let value):
      let text = if case .text(let text) = value { text } else { "" }
      let unit = UnitRegistry.unit(ofCell: text)
      guard
        let none = MeasureUnits.Entry(source: UnitRegistry.noUnit, shown: UnitRegistry.noUnit),
        let entry = MeasureUnits.Entry(source: unit, shown: unit)
      else { throw .tooManyUnits }
      let table = MeasureUnits(entries: [none, entry])
      return try checked(
        MeasureColumn(
          amounts: amounts, codes: Buffer(repeating: 1, count: amounts.count), units: table))
    case .code8(let codes, let dictionary):
      guard let table = MeasureUnits(dictionary) else { return nil }
      return try checked(MeasureColumn(amounts: amounts, codes: codes, units: table))
    default: return nil
    }
  }

  /// The column of `amounts` and of the codes of `units`, the units of a whole table.
  ///
  /// - Returns: nil where the units lie otherwise.
  /// - Throws: ``ValueError/overflow(type:)``.
  package static func column(
    _ amounts: Vector, codes units: Vector, _ table: MeasureUnits
  ) throws -> Vector? {
    if amounts.constant?.isNull == true {
      return Vector(constant: .null, type: .measure, count: amounts.count)
    }
    let exact = Constants.expanded(try exactAmounts(amounts))
    switch units.storage {
    case .code8(let codes, _):
      return Vector(
        try checked(MeasureColumn(amounts: exact, codes: codes, units: table)))
    case .constant(let value) where value.isNull:
      let codes = Buffer<UInt8>(repeating: 0, count: amounts.count)
      return Vector(try checked(MeasureColumn(amounts: exact, codes: codes, units: table)))
    default: return nil
    }
  }

  /// The column, of which every amount is within ``Measure/limit``.
  private static func checked(_ column: MeasureColumn) throws(ValueError) -> MeasureColumn {
    let most: Int128
    if let bounds = NumberSource.bounds(column.amounts) {
      most = Int128(max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude))
    } else {
      let numbers = NumberSource.integers(column.amounts, as: Int128.self)
      var greatest: UInt128 = 0
      for row in 0..<column.amounts.count {
        greatest = max(greatest, numbers.pointer[row].magnitude)
      }
      most = Int128(truncatingIfNeeded: min(greatest, Int128.max.magnitude))
    }
    for code in MeasureTally.usedCodes(column) {
      let (factor, power) = column.units.entries[code].multiplier(scale: column.scale)
      guard let reach = DecimalScaling.product(most, factor, power: power), reach < Measure.limit
      else { return try checkedByRow(column) }
    }
    return column
  }

  private static func checkedByRow(_ column: MeasureColumn) throws(ValueError) -> MeasureColumn {
    let numbers = NumberSource.integers(column.amounts, as: Int128.self)
    for row in 0..<column.amounts.count where !column.amounts.isNull(row) {
      let (factor, power) =
        column.units.entries[Int(column.codes.pointer[row])].multiplier(scale: column.scale)
      guard let amount = DecimalScaling.product(numbers.pointer[row], factor, power: power),
        amount.magnitude < Measure.limit.magnitude
      else { throw .overflow(type: .measure) }
    }
    return column
  }

  /// Packed measures, row by row.
  ///
  /// - Throws: ``ValueError/overflow(type:)``.
  private static func packed(_ amounts: Vector, _ units: Vector) throws(ValueError) -> Vector {
    let count = amounts.count
    let numbers = NumberSource.integers(amounts, as: Int128.self)
    let result = Buffer<Int128>(count: count)
    var known: [String: Unit] = [:]
    for row in 0..<count {
      result.pointer[row] = 0
      if amounts.isNull(row) { continue }
      let text = if case .text(let text) = units.value(row) { text } else { "" }
      let unit = known[text] ?? UnitRegistry.unit(ofCell: text)
      known[text] = unit
      guard let measure = Measure(numbers.pointer[row], scale: amounts.type.scale, unit: unit)
      else { throw .overflow(type: .measure) }
      result.pointer[row] = measure.bits
    }
    return Vector(
      type: .measure, count: count, storage: .int128(result), validity: amounts.validity)
  }

  // MARK: Doubles

  /// `amounts` as exact numbers: doubles as decimals of at most 15 significant digits.
  package static func exactAmounts(_ amounts: Vector) throws(ValueError) -> Vector {
    guard amounts.type == .double else { return amounts }
    let count = amounts.count
    let values = NumberSource.doubles(amounts)
    let digits = Buffer<Int128>(count: count)
    var scales = [Int](repeating: 0, count: count)
    var scale = 0
    for row in 0..<count {
      digits.pointer[row] = 0
      if amounts.isNull(row) || values.pointer[row] == 0 { continue }
      guard let number = DoubleDigits.decimal(values.pointer[row]) else {
        throw .outOfRange(value: values.pointer[row].description, type: .measure)
      }
      digits.pointer[row] = number.unscaled
      scales[row] = number.scale
      scale = max(scale, number.scale)
    }
    var most: UInt128 = 0
    for row in 0..<count {
      let (scaled, overflow) = digits.pointer[row].multipliedReportingOverflow(
        by: PowersOfTen.integer(scale - scales[row]))
      if overflow { throw .overflow(type: .measure) }
      digits.pointer[row] = scaled
      most = max(most, scaled.magnitude)
    }
    if most < PowersOfTen.integer(DataType.narrowPrecision).magnitude {
      let narrow = Buffer<Int64>(count: count)
      for row in 0..<count { narrow.pointer[row] = Int64(truncatingIfNeeded: digits.pointer[row]) }
      return IntegerNarrowing.vector(
        narrow, count: count, type: .decimal(precision: DataType.narrowPrecision, scale: scale),
        validity: amounts.validity)
    }
    return Vector(
      type: .decimal(precision: DataType.maximumPrecision, scale: scale), count: count,
      storage: .int128(digits), validity: amounts.validity)
  }
}

/// The decimal digits of a double.
enum DoubleDigits {
  /// `value` to 15 significant digits, without trailing zeros and with at most 24 digits behind the
  /// point; nil where it is not finite or has more than 30 digits before the point.
  static func decimal(_ value: Double) -> (unscaled: Int128, scale: Int)? {
    guard value.isFinite, value.magnitude < 1e30 else { return nil }
    if value == 0 { return (0, 0) }
    var description = value.description
    let number = description.withUTF8 { WrittenNumber($0) }
    guard let number else { return nil }
    var digits = number.digits
    var scale = -number.exponent
    var cut = 0
    while digits / PowersOfTen.integer(cut).magnitude >= limit { cut += 1 }
    cut = max(cut, scale - mostScale)
    if cut > 0 {
      if cut > DataType.maximumPrecision { return (0, 0) }
      let unit = PowersOfTen.integer(cut).magnitude
      let (kept, rest) = digits.quotientAndRemainder(dividingBy: unit)
      digits = rest * 2 > unit || rest * 2 == unit && kept % 2 == 1 ? kept + 1 : kept
      scale -= cut
    }
    let signed = number.isNegative ? -Int128(digits) : Int128(digits)
    return DecimalScaling.trimmed(signed, scale: scale)
  }

  private static let limit = PowersOfTen.integer(DecimalScaling.significantDigits).magnitude
  private static let mostScale = 24
}
