import Reference

/// Arithmetic of measures. A result is shown in the unit of the measure, or of the left one of two.
package enum MeasureArithmetic {
  /// `a + b`, or where `isNegated` `a - b`, row by row; NULL where either is.
  ///
  /// - Throws: ``ValueError/mixedDimensions(_:)`` where a row has two dimensions,
  ///   ``ValueError/overflow(type:)``.
  package static func add(_ a: Vector, _ b: Vector, isNegated: Bool) throws -> Vector {
    try TextKernels.apply([a, b], .measure, a.count) { inputs, count in
      let (left, right) = (bits(inputs[0]), bits(inputs[1]))
      let validity = Nulls.validity(inputs)
      var bases = UnitBases()
      return try packed(count, validity) { row throws(ValueError) in
        let (x, y) = (Measure(bits: left.pointer[row]), Measure(bits: right.pointer[row]))
        if x.unit != y.unit, bases[x.unit] != bases[y.unit] { throw Self.mixed(x.unit, y.unit) }
        let sum = isNegated ? x.amount - y.amount : x.amount + y.amount
        return Measure(amount: sum, unit: x.unit)
      }
    }
  }

  /// The measures times numbers; a DOUBLE counts with its 15 significant digits.
  ///
  /// - Throws: ``ValueError/overflow(type:)``.
  package static func multiply(_ measures: Vector, by numbers: Vector) throws -> Vector {
    try TextKernels.apply([measures, numbers], .measure, measures.count) { inputs, count in
      let left = bits(inputs[0])
      let exact = try MeasureMaking.exactAmounts(inputs[1])
      let factors = NumberSource.integers(exact, as: Int128.self)
      let scale = exact.type.scale
      return try packed(count, Nulls.validity(inputs)) { row throws(ValueError) in
        let measure = Measure(bits: left.pointer[row])
        guard
          let amount = DecimalScaling.product(
            measure.amount, factors.pointer[row], power: -scale)
        else { throw .overflow(type: .measure) }
        return Measure(amount: amount, unit: measure.unit)
      }
    }
  }

  /// The measures divided by numbers, to ``Dimension/decimals`` digits of the base unit; NULL and a
  /// count for the note where the number is 0.
  ///
  /// - Throws: ``ValueError/overflow(type:)``.
  package static func divide(
    _ measures: Vector, by numbers: Vector, _ context: EvaluationContext
  ) throws -> Vector {
    try TextKernels.apply([measures, numbers], .measure, measures.count) { inputs, count in
      let left = bits(inputs[0])
      let exact = try MeasureMaking.exactAmounts(inputs[1])
      let divisors = NumberSource.integers(exact, as: Int128.self)
      let scale = exact.type.scale
      let validity = Nulls.validity(inputs)
      let zeros = (0..<count).filter { row in
        divisors.pointer[row] == 0 && validity.map { $0[row] } ?? true
      }
      context.countDivisionsByZero(zeros.count)
      let kept = Nulls.removing(zeros, from: validity, count: count)
      return try packed(count, kept) { row throws(ValueError) in
        let measure = Measure(bits: left.pointer[row])
        guard
          let amount = DecimalScaling.division(
            measure.amount, power: scale, by: divisors.pointer[row])
        else { throw .overflow(type: .measure) }
        return Measure(amount: amount, unit: measure.unit)
      }
    }
  }

  /// How many times `b` goes into `a`, a DOUBLE; NULL and a count for the note where `b` is 0.
  ///
  /// - Throws: ``ValueError/mixedDimensions(_:)`` where a row has two dimensions.
  package static func ratio(
    _ a: Vector, _ b: Vector, _ context: EvaluationContext
  ) throws -> Vector {
    try checkRows(a, b)
    if Nulls.hasNullConstant([a, b]) {
      return Vector(constant: .null, type: .double, count: a.count)
    }
    let (left, right) = reduced(MeasurePacking.amounts(a), MeasurePacking.amounts(b))
    return try DivisionKernels.divide(left, right, context)
  }

  /// Both sides without the zeros at the end that they have in common, row by row: amounts have many
  /// digits behind the point, and numbers of up to 53 bits are divided with one rounding.
  private static func reduced(_ a: Vector, _ b: Vector) -> (Vector, Vector) {
    let count = a.count
    let left = Buffer<Int128>(count: count)
    let right = Buffer<Int128>(count: count)
    let x = NumberSource.integers(a, as: Int128.self)
    let y = NumberSource.integers(b, as: Int128.self)
    for row in 0..<count {
      var (p, q) = (x.pointer[row], y.pointer[row])
      if p != 0 && q != 0 {
        for power in [16, 8, 4, 2, 1] {
          let divisor = PowersOfTen.integer(power)
          while p % divisor == 0 && q % divisor == 0 { (p, q) = (p / divisor, q / divisor) }
        }
      }
      (left.pointer[row], right.pointer[row]) = (p, q)
    }
    func vector(_ numbers: Buffer<Int128>, _ source: Vector) -> Vector {
      source.constant?.isNull == true
        ? source
        : Vector(
          type: .hugeint, count: count, storage: .int128(numbers), validity: source.validity)
    }
    return (vector(left, a), vector(right, b))
  }

  /// How far two measures are apart, as a fraction of the larger one, from 0 to 2: a DOUBLE; NULL
  /// where they are of two dimensions.
  package static func relativeDifference(_ a: Vector, _ b: Vector) throws -> Vector {
    try TextKernels.apply([a, b], .double, a.count) { inputs, count in
      let (left, right) = (bits(inputs[0]), bits(inputs[1]))
      var validity = Nulls.validity(inputs)
      var bases = UnitBases()
      let result = Buffer<Double>(repeating: 0, count: count)
      var mixed: [Int] = []
      for row in 0..<count where validity.map({ $0[row] }) ?? true {
        let (x, y) = (Measure(bits: left.pointer[row]), Measure(bits: right.pointer[row]))
        if x.unit != y.unit, bases[x.unit] != bases[y.unit] {
          mixed.append(row)
          continue
        }
        let larger = max(x.amount.magnitude, y.amount.magnitude)
        result.pointer[row] =
          larger == 0 ? 0 : Double((x.amount - y.amount).magnitude) / Double(larger)
      }
      validity = Nulls.removing(mixed, from: validity, count: count)
      return Vector(type: .double, count: count, storage: .float64(result), validity: validity)
    }
  }

  /// `-m`, or where `isMagnitude` the measure without its sign.
  package static func negate(_ measures: Vector, isMagnitude: Bool) throws -> Vector {
    try TextKernels.apply([measures], .measure, measures.count) { inputs, count in
      let source = bits(inputs[0])
      return try packed(count, inputs[0].validity) { row throws(ValueError) in
        let measure = Measure(bits: source.pointer[row])
        let amount = isMagnitude && measure.amount >= 0 ? measure.amount : -measure.amount
        return Measure(amount: amount, unit: measure.unit)
      }
    }
  }

  /// The measures with `digits` digits behind the point of the amount shown, halves away from zero.
  package static func round(_ measures: Vector, digits: Vector) throws -> Vector {
    try TextKernels.apply([measures, digits], .measure, measures.count) { inputs, count in
      let source = bits(inputs[0])
      let places = NumberSource.integers(inputs[1], as: Int64.self)
      return try packed(count, Nulls.validity(inputs)) { row throws(ValueError) in
        let measure = Measure(bits: source.pointer[row])
        let shown = measure.shown
        let wanted = Int(min(38, max(-38, places.pointer[row])))
        if shown.scale <= wanted { return measure }
        let rounded = Rounded.quotient(shown.unscaled, PowersOfTen.integer(shown.scale - wanted))
        let unit = UnitRegistry.unit(measure.unit)
        let (unscaled, scale) = DecimalScaling.trimmed(rounded, scale: wanted)
        guard let result = Measure(unscaled, scale: scale, unit: unit) else {
          throw .overflow(type: .measure)
        }
        return result
      }
    }
  }

  // MARK: Comparison

  /// Whether `operation` holds, row by row; NULL where either side is.
  ///
  /// - Throws: ``ValueError/mixedDimensions(_:)`` where a row has two dimensions.
  package static func compare(
    _ operation: ComparisonOperator, _ a: Vector, _ b: Vector
  ) throws -> Vector {
    try checkRows(a, b)
    return ComparisonKernels.compare(operation, a, b)
  }

  /// Refuses rows in which two measures are of two dimensions.
  private static func checkRows(_ a: Vector, _ b: Vector) throws(ValueError) {
    if a.constant?.isNull == true || b.constant?.isNull == true { return }
    let (left, right) = (MeasureTally(a), MeasureTally(b))
    var both = left
    both.merge(right)
    guard both.fault != nil else { return }
    if left.dimensions.count == 1 && right.dimensions.count == 1 {
      // A row in which both sides have a value may still be missing.
      if Nulls.validity([a, b]).map({ $0.words.elements.allSatisfy { $0 == 0 } }) ?? false {
        return
      }
      throw mixed(left.dimensions + right.dimensions, a, b)
    }
    var bases = UnitBases()
    let (x, y) = (bits(a), bits(b))
    for row in 0..<a.count where !a.isNull(row) && !b.isNull(row) {
      let one = Measure(bits: x.pointer[row]).unit
      let other = Measure(bits: y.pointer[row]).unit
      if one != other && bases[one] != bases[other] {
        let found =
          left.dimensions.count >= right.dimensions.count
          ? dimensions(left, besides: right) : dimensions(right, besides: left)
        throw mixed(found, a, b)
      }
    }
  }

  private static func dimensions(
    _ many: MeasureTally, besides few: MeasureTally
  ) -> [DimensionRows] {
    var result = many.dimensions
    for other in few.dimensions where !result.contains(where: { $0.dimension == other.dimension }) {
      result.append(other)
    }
    return result
  }

  /// That there are several dimensions, first that of a constant: whoever wrote it meant those.
  private static func mixed(_ rows: [DimensionRows], _ a: Vector, _ b: Vector) -> ValueError {
    guard case .measure(let measure)? = a.constant ?? b.constant else {
      return .mixedDimensions(rows)
    }
    let meant = UnitRegistry.unit(measure.unit).dimension
    return .mixedDimensions(
      rows.filter { $0.dimension == meant } + rows.filter { $0.dimension != meant })
  }

  private static func mixed(_ a: UInt16, _ b: UInt16) -> ValueError {
    var tally = MeasureTally()
    tally.add(a, 1)
    tally.add(b, 1)
    return .mixedDimensions(tally.dimensions)
  }

  // MARK: Rows

  private static func bits(_ vector: Vector) -> Buffer<Int128> {
    NumberSource.integers(MeasurePacking.packed(vector), as: Int128.self)
  }

  /// What `body` makes of each row that is not NULL.
  @inline(__always)
  private static func packed(
    _ count: Int, _ validity: Bitmap?, _ body: (Int) throws(ValueError) -> Measure
  ) throws(ValueError) -> Vector {
    let result = Buffer<Int128>(count: count)
    for row in 0..<count {
      result.pointer[row] = 0
      if let validity, !validity[row] { continue }
      let measure = try body(row)
      guard measure.amount.magnitude < Measure.limit.magnitude else {
        throw .overflow(type: .measure)
      }
      result.pointer[row] = measure.bits
    }
    return Vector(type: .measure, count: count, storage: .int128(result), validity: validity)
  }
}
