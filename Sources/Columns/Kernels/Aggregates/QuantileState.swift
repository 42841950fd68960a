/// Medians and other quantiles: keeps all values and selects.
///
/// | result | argument | rule |
/// |---|---|---|
/// | the value itself | any type | the first value with at least that share at or below it |
/// | DOUBLE | DOUBLE | lies between two values in proportion |
/// | DOUBLE | whole numbers | the double next to what lies between two values in proportion |
/// | DECIMAL | a DECIMAL of its scale or a larger one | the same, rounded to that scale, halves away from zero |
/// | TIMESTAMP, TIME | the same | the same, rounded to the microsecond |
/// | INTERVAL | INTERVAL | the mean of two, part by part |
package final class QuantileState: CollectingState {
  private let fraction: QuantileFraction
  private let isContinuous: Bool
  private let type: DataType
  private let resultType: DataType

  /// - Parameters:
  ///   - isContinuous: whether a result may lie between two values.
  ///   - type: of the argument.
  ///   - resultType: that type; for a continuous one DOUBLE for whole numbers, and for a DECIMAL one
  ///     with as many digits more before and behind the point.
  package init(
    _ fraction: QuantileFraction, isContinuous: Bool, type: DataType, resultType: DataType,
    rows: GroupRowCounts
  ) {
    self.fraction = fraction
    self.isContinuous = isContinuous
    self.type = type
    self.resultType = resultType
    super.init(rows: rows)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    if let bracketed = try BracketedSegments(
      collected, type: type, fraction: fraction, isContinuous: isContinuous, threads: threads)
    {
      return try result(cells, bracketed)
    }
    if let numbers = try NumberSegments(collected, type: type, threads: threads) {
      return try result(cells, numbers)
    }
    guard let values = try collected.columns().first, values.constant?.isNull != true else {
      return Vector(constant: .null, type: resultType, count: cells.count)
    }
    return try result(cells, try ValueSegments(values, collected))
  }

  private func result(
    _ cells: RowSelection, _ segments: some OrderedSegments
  ) throws(ValueError) -> Vector {
    let count = cells.count
    let lower = Buffer<UInt64>(repeating: 0, count: count)
    let upper = Buffer<UInt64>(repeating: 0, count: count)
    let weights = Buffer<Double>(repeating: 0, count: count)
    var exact: [(numerator: Int128, denominator: Int128)?] = []
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    for index in 0..<count {
      let values = segments.count(Int(cells.rows.pointer[index]))
      exact.append(isContinuous && values > 0 ? fraction.exactWeight(values) : nil)
      if values > 0 {
        words.pointer[index >> 6] |= 1 << UInt64(index & 63)
        weights.pointer[index] = fraction.places(values, isContinuous: isContinuous).weight
      }
    }
    try each(count) { [isContinuous, fraction] index in
      let group = Int(cells.rows.pointer[index])
      let values = segments.count(group)
      if values == 0 { return }
      let places = fraction.places(values, isContinuous: isContinuous)
      // Counted from the greatest down, the second of two places is the lower one.
      let found = segments.numbers(
        at: min(places.lower, places.upper), and: max(places.lower, places.upper), of: group)
      let isAscending = places.lower <= places.upper
      lower.pointer[index] = isAscending ? found.low : found.high
      upper.pointer[index] = isAscending ? found.high : found.low
    }
    let validity = Bitmap(words: words, count: count)
    let below = try segments.values(lower, validity)
    if !isContinuous { return below }
    let above = try segments.values(upper, validity)
    return try Self.between(below, above, weights, exact, type: resultType)
  }

  /// What lies between the values of two vectors, by its weight from one to the other.
  private static func between(
    _ below: Vector, _ above: Vector, _ weights: Buffer<Double>,
    _ exact: [(numerator: Int128, denominator: Int128)?], type: DataType
  ) throws(ValueError) -> Vector {
    let count = below.count
    if below.constant?.isNull == true {
      return Vector(constant: .null, type: type, count: count)
    }
    if type == .double {
      let low =
        below.type == .double
        ? NumberSource.doubles(below) : NumberSource.unscaledDoubles(below)
      let high =
        above.type == .double
        ? NumberSource.doubles(above) : NumberSource.unscaledDoubles(above)
      let whole = below.type == .double ? nil : NumberSource.integers(below, as: Int128.self)
      let wholeAbove = whole == nil ? nil : NumberSource.integers(above, as: Int128.self)
      let result = Buffer<Double>(count: count)
      for row in 0..<count {
        if let whole, let wholeAbove, let weight = exact[row],
          let value = nearest(whole.pointer[row], wholeAbove.pointer[row], weight)
        {
          result.pointer[row] = value
          continue
        }
        let weight = weights.pointer[row]
        // Not one value plus a share of the difference, which may overflow.
        result.pointer[row] =
          weight == 0
          ? low.pointer[row] : low.pointer[row] * (1 - weight) + high.pointer[row] * weight
      }
      return Vector(
        type: .double, count: count, storage: .float64(result), validity: below.validity)
    }
    let low = NumberSource.integers(below, as: Int128.self)
    let high = NumberSource.integers(above, as: Int128.self)
    let result = Buffer<Int128>(count: count)
    if type == .interval {
      for row in 0..<count {
        var sum = IntervalSum()
        sum.add(Interval(bits: low.pointer[row]))
        sum.add(Interval(bits: high.pointer[row]))
        result.pointer[row] =
          weights.pointer[row] == 0 || below.isNull(row)
          ? low.pointer[row] : try sum.mean().bits
      }
      return Vector(
        type: type, count: count, storage: .int128(result), validity: below.validity)
    }
    let power = PowersOfTen.integer(type.scale - below.type.scale)
    for row in 0..<count {
      let (low, high) = (low.pointer[row] * power, high.pointer[row] * power)
      result.pointer[row] =
        exact[row].flatMap { between(low, high, $0.numerator, over: $0.denominator) }
        ?? between(low, high, weights.pointer[row])
    }
    return CastKernels.vector(result, count, type, below.validity)
  }

  /// The double next to what lies between two whole numbers by an exact weight; nil where a step on
  /// the way to it is no double.
  private static func nearest(
    _ low: Int128, _ high: Int128, _ weight: (numerator: Int128, denominator: Int128)
  ) -> Double? {
    let (distance, isFar) = high.subtractingReportingOverflow(low)
    let (part, isLong) = distance.multipliedReportingOverflow(by: weight.numerator)
    let (base, isLarge) = low.multipliedReportingOverflow(by: weight.denominator)
    let (total, overflow) = base.addingReportingOverflow(part)
    guard !isFar, !isLong, !isLarge, !overflow, let total = Double(exactly: total),
      let denominator = Double(exactly: weight.denominator)
    else { return nil }
    // One division of two doubles rounds once.
    return total / denominator
  }

  /// The same by an exact weight; nil where the values are too far apart for 127 bits.
  private static func between(
    _ low: Int128, _ high: Int128, _ numerator: Int128, over denominator: Int128
  ) -> Int128? {
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    if overflow { return nil }
    let whole = distance.magnitude.multipliedFullWidth(by: numerator.magnitude)
    guard whole.high < denominator.magnitude else { return nil }
    let (quotient, remainder) = denominator.magnitude.dividingFullWidth(whole)
    // Halves away from zero, of the result: it lies between the two.
    let isUp = remainder * 2 > denominator.magnitude
    let isHalf = remainder * 2 == denominator.magnitude
    let signed = distance < 0 ? -Int128(quotient) : Int128(quotient)
    let cut = low + signed
    let step: Int128 = distance < 0 ? -1 : 1
    let isAway = cut > 0 ? step > 0 : cut < 0 ? step < 0 : true
    return isUp || isHalf && isAway ? cut + step : cut
  }

  /// Rounded, halves away from zero.
  private static func between(_ low: Int128, _ high: Int128, _ weight: Double) -> Int128 {
    if weight == 0 || low == high { return low }
    if weight == 0.5 { return Rounded.mean(low, high) }
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    if overflow {
      return Int128(exactly: (Double(low) * (1 - weight) + Double(high) * weight).rounded()) ?? low
    }
    let step = (Double(distance) * weight).rounded(.toNearestOrAwayFromZero)
    return low + (Int128(exactly: step) ?? 0)
  }
}
