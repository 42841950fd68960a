extension CastKernels {
  /// The values of a vector of numbers as doubles, each the nearest up to 53 bits; zero where NULL.
  static func doubles(_ vector: Vector) -> Buffer<Double> {
    if vector.type.isFloating { return NumberSource.doubles(vector) }
    let unscaled = NumberSource.unscaledDoubles(vector)
    if vector.type.scale == 0 { return unscaled }
    let divisor = PowersOfTen.double(vector.type.scale)
    let result = Buffer<Double>(count: vector.count)
    let source = unscaled.pointer
    let target = result.pointer
    var row = 0
    while row < vector.count {
      target[row] = source[row] / divisor
      row &+= 1
    }
    return result
  }

  /// 1 for true and 0 for false, as a number of `type`.
  static func numbers(ofBooleans vector: Vector, _ type: DataType) -> Vector {
    let count = vector.count
    let bits = NumberSource.bits(vector)
    if type.isFloating {
      let result = Buffer<Double>(count: count)
      for row in 0..<count { result.pointer[row] = bits[row] ? 1 : 0 }
      return Vector(
        type: type, count: count, storage: .float64(result), validity: vector.validity)
    }
    let one = PowersOfTen.integer(type.scale)
    let result = Buffer<Int128>(count: count)
    for row in 0..<count { result.pointer[row] = bits[row] ? one : 0 }
    return Self.vector(result, count, type, vector.validity)
  }

  /// Whether each number is not zero.
  static func notZero(_ vector: Vector) -> Vector {
    let zero: Value =
      switch vector.type {
      case .double, .percent: .double(0)
      case .decimal(_, let scale): .decimal(unscaled: 0, scale: scale)
      default: .integer(0)
      }
    return ComparisonKernels.compare(
      .notEqual, vector, Vector(constant: zero, type: vector.type, count: vector.count))
  }

  /// The days of timestamps.
  static func dates(ofTimestamps vector: Vector) -> Vector {
    let count = vector.count
    let source = NumberSource.integers(vector, as: Int64.self)
    let result = Buffer<Int64>(count: count)
    for row in 0..<count {
      result.pointer[row] = Int64(
        ClockTime.floorDivide(Int(source.pointer[row]), ClockTime.microsecondsPerDay))
    }
    return Self.vector(result, count, .date, vector.validity)
  }

  /// The times of day of timestamps.
  static func times(ofTimestamps vector: Vector) -> Vector {
    let count = vector.count
    let source = NumberSource.integers(vector, as: Int64.self)
    let result = Buffer<Int64>(count: count)
    for row in 0..<count {
      result.pointer[row] = Int64(
        ClockTime.floorRemainder(Int(source.pointer[row]), ClockTime.microsecondsPerDay))
    }
    return Self.vector(result, count, .time, vector.validity)
  }

  /// Doubles as exact numbers.
  static func exact(ofDoubles vector: Vector, _ type: DataType, isTry: Bool) throws -> Vector {
    let count = vector.count
    let source = NumberSource.doubles(vector)
    let result = Buffer<Int128>(count: count)
    let factor = PowersOfTen.double(type.scale)
    let range = PowersOfTen.range(of: type)
    let rule: FloatingPointRoundingRule =
      if case .decimal = type { .toNearestOrAwayFromZero } else { .toNearestOrEven }
    var failures: [Int] = []
    for row in 0..<count {
      let scaled = (source.pointer[row] * factor).rounded(rule)
      // Below 2^63 the way over 64 bits is far shorter than that over 128.
      if scaled.magnitude < 9e18 {
        let number = Int128(Int64(scaled))
        result.pointer[row] = number
        if !range.contains(number) { failures.append(row) }
      } else if let number = Int128(exactly: scaled), range.contains(number) {
        result.pointer[row] = number
      } else {
        result.pointer[row] = 0
        failures.append(row)
      }
    }
    let validity = try settle(failures, vector, isTry: isTry) { row in
      .outOfRange(value: ValueText.string(vector.value(row)), type: type)
    }
    return Self.vector(result, count, type, validity)
  }

  /// Exact numbers at another scale or width; also dates as timestamps.
  ///
  /// - Complexity: constant where the scale stays and the bounds prove that all values fit.
  static func rescale(_ vector: Vector, to type: DataType, isTry: Bool) throws -> Vector {
    let shift = type.scale - vector.type.scale
    let range = PowersOfTen.range(of: type)
    var factor = PowersOfTen.integer(abs(shift))
    if type == .timestamp { factor = Int128(ClockTime.microsecondsPerDay) }
    if shift >= 0, !type.isWide, let bounds = NumberSource.bounds(vector) {
      let (low, lowOverflow) = Int128(bounds.lowerBound).multipliedReportingOverflow(by: factor)
      let (high, highOverflow) = Int128(bounds.upperBound).multipliedReportingOverflow(by: factor)
      if !lowOverflow, !highOverflow, range.contains(low), range.contains(high) {
        if factor == 1 {
          return Vector(
            type: type, count: vector.count, storage: vector.storage, validity: vector.validity,
            bounds: vector.bounds)
        }
        let scale = Vector(constant: .integer(factor), type: .bigint, count: vector.count)
        return try ArithmeticKernels.apply(.multiply, vector, scale, type: type)
      }
    }
    let divides = shift < 0
    let fitsNarrow = !type.isWide && !vector.type.isWide && factor <= Int128(Int64.max)
    if fitsNarrow && divides {
      return try rescaled(
        vector, NumberSource.integers(vector, as: Int64.self), Int64(factor), divides,
        Int64(range.lowerBound)...Int64(range.upperBound), type, isTry: isTry)
    }
    return try rescaled(
      vector, NumberSource.integers(vector, as: Int128.self), factor, divides, range, type,
      isTry: isTry)
  }

  @inline(__always)
  private static func rescaled<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ vector: Vector, _ numbers: Buffer<Number>, _ factor: Number, _ divides: Bool,
    _ range: ClosedRange<Number>, _ type: DataType, isTry: Bool
  ) throws -> Vector {
    let count = vector.count
    let result = Buffer<Number>(count: count)
    let source = numbers.pointer
    let target = result.pointer
    let low = range.lowerBound
    let high = range.upperBound
    var failures: [Int] = []
    var row = 0
    while row < count {
      var number: Number
      var overflow = false
      if divides {
        number = dividedRoundingHalfAway(source[row], by: factor)
      } else {
        (number, overflow) = source[row].multipliedReportingOverflow(by: factor)
      }
      if overflow || number < low || number > high {
        failures.append(row)
        number = 0
      }
      target[row] = number
      row &+= 1
    }
    let validity = try settle(failures, vector, isTry: isTry) { row in
      .outOfRange(value: ValueText.string(vector.value(row)), type: type)
    }
    if let narrow = result as? Buffer<Int64> {
      return Self.vector(narrow, count, type, validity)
    }
    guard let wide = result as? Buffer<Int128> else {
      return Vector(constant: .null, type: type, count: count)
    }
    return Self.vector(wide, count, type, validity)
  }

  /// `number` / `divisor`, which is above zero, rounded to the nearest whole number, halves away
  /// from zero.
  @inline(__always)
  static func dividedRoundingHalfAway<Number: FixedWidthInteger & SignedInteger>(
    _ number: Number, by divisor: Number
  ) -> Number {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    let rest = remainder < 0 ? 0 &- remainder : remainder
    if rest < divisor &- rest { return quotient }
    return number < 0 ? quotient &- 1 : quotient &+ 1
  }
}
