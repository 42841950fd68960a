#if canImport(Glibc)
  import Glibc
#endif

/// Where a number goes that lies between two of those asked for.
package enum RoundingMode: Sendable {
  /// The nearer one; halfway between, the one further from zero.
  case nearest
  /// The nearer one; halfway between, the even one.
  case nearestEven
  case down
  case up
  case towardZero
}

extension NumericKernels {
  /// Each number brought to as many digits behind the point as the BIGINT in the same row of
  /// `digits` says; a negative number of digits gives whole tens, hundreds and so on.
  ///
  /// For an exact `type` the scale of the result is that of `type`, which has at most as many
  /// digits behind the point as the numbers have, and at least as many as any row asks for.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` where rounding leads out of `type`.
  package static func round(
    _ numbers: Vector, digits: Vector, _ mode: RoundingMode, type: DataType
  ) throws -> Vector {
    try TextKernels.apply([numbers, digits], type, numbers.count) { inputs, count in
      let (numbers, digits) = (inputs[0], inputs[1])
      if numbers.type == .double { return roundedDoubles(numbers, digits, mode) }
      if case .constant(let value) = digits.storage {
        let kept = Int(clamping: Constants.unscaled(value))
        return try roundedAlike(numbers, kept, mode, type, count)
      }
      return try roundedRowByRow(numbers, digits, mode, type, count)
    }
  }

  /// How a number of `scale` keeps `digits` digits and is then written at scale `target`: what it
  /// is divided by, and then multiplied by. Nil where all its digits go.
  private static func steps(
    _ digits: Int, scale: Int, target: Int
  ) -> (divisor: Int128, factor: Int128)? {
    let kept = min(digits, scale)
    guard kept >= scale - DataType.maximumPrecision, kept >= target - DataType.maximumPrecision
    else { return nil }
    return (PowersOfTen.integer(scale - kept), PowersOfTen.integer(target - kept))
  }

  private static func roundedAlike(
    _ numbers: Vector, _ digits: Int, _ mode: RoundingMode, _ type: DataType, _ count: Int
  ) throws -> Vector {
    guard let steps = steps(digits, scale: numbers.type.scale, target: type.scale) else {
      return CastKernels.vector(
        Buffer<Int128>(repeating: 0, count: count), count, type, numbers.validity)
    }
    if steps.divisor == 1 && steps.factor == 1 {
      return try CastKernels.rescale(numbers, to: type, isTry: false)
    }
    let range = PowersOfTen.range(of: type)
    let most = Int128(Int64.max)
    if !numbers.type.isWide && !type.isWide && steps.divisor <= most && steps.factor <= most {
      let result = try rounded(
        NumberSource.integers(numbers, as: Int64.self), count, Int64(steps.divisor),
        Int64(steps.factor), mode, Int64(range.lowerBound)...Int64(range.upperBound), type)
      return CastKernels.vector(result, count, type, numbers.validity)
    }
    let result = try rounded(
      NumberSource.integers(numbers, as: Int128.self), count, steps.divisor, steps.factor, mode,
      range, type)
    return CastKernels.vector(result, count, type, numbers.validity)
  }

  private static func rounded<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ numbers: Buffer<Number>, _ count: Int, _ divisor: Number, _ factor: Number,
    _ mode: RoundingMode, _ range: ClosedRange<Number>, _ type: DataType
  ) throws -> Buffer<Number> {
    let result = Buffer<Number>(count: count)
    for row in 0..<count {
      // NULL rows hold zero, which rounds to itself.
      guard
        let number = rounded(numbers.pointer[row], divisor, factor, mode), range.contains(number)
      else { throw ValueError.overflow(type: type) }
      result.pointer[row] = number
    }
    return result
  }

  /// `number` / `divisor`, rounded, times `factor`; nil where that overflows.
  @inline(__always)
  private static func rounded<Number: FixedWidthInteger & SignedInteger>(
    _ number: Number, _ divisor: Number, _ factor: Number, _ mode: RoundingMode
  ) -> Number? {
    let quotient: Number
    switch mode {
    case .nearest: quotient = CastKernels.dividedRoundingHalfAway(number, by: divisor)
    case .nearestEven:
      let (whole, rest) = number.quotientAndRemainder(dividingBy: divisor)
      let toNext = divisor &- Number(rest.magnitude)
      let isAway =
        Number(rest.magnitude) > toNext || Number(rest.magnitude) == toNext && whole & 1 != 0
      quotient = isAway ? (number < 0 ? whole &- 1 : whole &+ 1) : whole
    case .towardZero: quotient = number / divisor
    case .down:
      let (whole, rest) = number.quotientAndRemainder(dividingBy: divisor)
      quotient = rest < 0 ? whole &- 1 : whole
    case .up:
      let (whole, rest) = number.quotientAndRemainder(dividingBy: divisor)
      quotient = rest > 0 ? whole &+ 1 : whole
    }
    let (result, overflow) = quotient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : result
  }

  private static func roundedRowByRow(
    _ numbers: Vector, _ digits: Vector, _ mode: RoundingMode, _ type: DataType, _ count: Int
  ) throws -> Vector {
    let values = NumberSource.integers(numbers, as: Int128.self)
    let places = NumberSource.integers(digits, as: Int64.self)
    let validity = Nulls.validity([numbers, digits])
    let range = PowersOfTen.range(of: type)
    let scale = numbers.type.scale
    let result = Buffer<Int128>(repeating: 0, count: count)
    for row in 0..<count where validity.map({ $0[row] }) ?? true {
      let kept = Int(places.pointer[row])
      guard let steps = steps(kept, scale: scale, target: type.scale) else { continue }
      guard
        let number = rounded(values.pointer[row], steps.divisor, steps.factor, mode),
        range.contains(number)
      else { throw ValueError.overflow(type: type) }
      result.pointer[row] = number
    }
    return CastKernels.vector(result, count, type, validity)
  }

  private static func roundedDoubles(
    _ numbers: Vector, _ digits: Vector, _ mode: RoundingMode
  ) -> Vector {
    let count = numbers.count
    let values = NumberSource.doubles(numbers)
    let places = NumberSource.integers(digits, as: Int64.self)
    let rule: FloatingPointRoundingRule =
      switch mode {
      case .nearest: .toNearestOrAwayFromZero
      case .nearestEven: .toNearestOrEven
      case .down: .down
      case .up: .up
      case .towardZero: .towardZero
      }
    let result = Buffer<Double>(count: count)
    for row in 0..<count {
      let value = values.pointer[row]
      let places = places.pointer[row]
      if places == 0 {
        result.pointer[row] = value.rounded(rule)
      } else if places > 0 {
        let factor = pow(10, Double(places))
        let rounded = (value * factor).rounded(rule) / factor
        // Beyond its last digit a number has nothing to round.
        result.pointer[row] = rounded.isFinite ? rounded : value
      } else {
        let factor = pow(10, -Double(places))
        let rounded = (value / factor).rounded(rule) * factor
        result.pointer[row] = rounded.isFinite || !value.isFinite ? rounded : 0
      }
    }
    let validity = Nulls.validity([numbers, digits])
    Nulls.clear(result.pointer, where: validity)
    return Vector(type: .double, count: count, storage: .float64(result), validity: validity)
  }
}
