#if canImport(Glibc)
  import Glibc
#endif

/// A function of an angle, or of one DOUBLE that is about as simple.
package enum RealFunction: Sendable, CaseIterable {
  case sine, cosine, tangent, cotangent
  case arcSine, arcCosine, arcTangent
  case hyperbolicSine, hyperbolicCosine, hyperbolicTangent
  case areaSine, areaCosine, areaTangent
  case degrees, radians
  case gamma, logarithmicGamma
  /// Away from zero to the next even whole number.
  case even
}

/// A function of two DOUBLEs.
package enum RealPairFunction: Sendable, CaseIterable {
  /// The angle of the point (second, first) from the first axis.
  case arcTangent
  /// The next number that can be told from the first, towards the second.
  case nextAfter
}

extension NumericKernels {
  /// `function` of each DOUBLE, angles in radians.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` outside of the function's domain,
  ///   ``ValueError/overflow(type:)`` where the result is too large.
  package static func apply(_ function: RealFunction, _ numbers: Vector) throws -> Vector {
    switch function {
    case .sine: try doubles([numbers]) { sin($0) }
    case .cosine: try doubles([numbers]) { cos($0) }
    case .tangent: try doubles([numbers]) { tan($0) }
    case .cotangent:
      try doubles([numbers]) { x in
        if x == 0 { throw ValueError.badArgument("0 has no cotangent") }
        return 1 / tan(x)
      }
    case .arcSine: try doubles([numbers]) { asin(try within(-1, $0, 1, "asin")) }
    case .arcCosine: try doubles([numbers]) { acos(try within(-1, $0, 1, "acos")) }
    case .arcTangent: try doubles([numbers]) { atan($0) }
    case .hyperbolicSine: try doubles([numbers]) { sinh($0) }
    case .hyperbolicCosine: try doubles([numbers]) { cosh($0) }
    case .hyperbolicTangent: try doubles([numbers]) { tanh($0) }
    case .areaSine: try doubles([numbers]) { asinh($0) }
    case .areaCosine:
      try doubles([numbers]) { x in
        if x < 1 { throw ValueError.badArgument("acosh takes numbers from 1 on") }
        return acosh(x)
      }
    case .areaTangent:
      try doubles([numbers]) { x in
        if x.magnitude >= 1 { throw ValueError.badArgument("atanh takes numbers between -1 and 1") }
        return atanh(x)
      }
    case .degrees: try doubles([numbers]) { $0 * (180 / .pi) }
    case .radians: try doubles([numbers]) { $0 * (.pi / 180) }
    case .gamma: try doubles([numbers]) { tgamma(try hasGamma($0)) }
    case .logarithmicGamma: try doubles([numbers]) { lgamma(try hasGamma($0)).0 }
    case .even: try doubles([numbers]) { even($0) }
    }
  }

  private static func within(
    _ low: Double, _ number: Double, _ high: Double, _ name: String
  ) throws -> Double {
    if number < low || number > high {
      throw ValueError.badArgument("\(name) takes numbers from \(Int(low)) to \(Int(high))")
    }
    return number
  }

  private static func hasGamma(_ number: Double) throws -> Double {
    if number <= 0 && number == number.rounded() {
      throw ValueError.badArgument("0 and negative whole numbers have no gamma")
    }
    return number
  }

  private static func even(_ number: Double) -> Double {
    let whole = number.rounded(.awayFromZero)
    return (whole / 2).rounded() * 2 == whole ? whole : whole + (whole < 0 ? -1 : 1)
  }

  /// `function` of two DOUBLEs.
  package static func apply(_ function: RealPairFunction, _ a: Vector, _ b: Vector) throws -> Vector
  {
    switch function {
    case .arcTangent: try doubles([a, b]) { atan2($0, $1) }
    case .nextAfter: try doubles([a, b]) { nextafter($0, $1) }
    }
  }

  // MARK: Tests of doubles

  /// What is asked about a DOUBLE.
  package enum DoubleTest: Sendable { case isNaN, isInfinite, isFinite, isNegative }

  /// The answer for each DOUBLE, as a BOOLEAN.
  package static func test(_ test: DoubleTest, _ numbers: Vector) throws -> Vector {
    try TextKernels.apply([numbers], .boolean, numbers.count) { inputs, count in
      let source = NumberSource.doubles(inputs[0])
      return TextKernels.truths(inputs, count: count) { row in
        let number = source.pointer[row]
        return switch test {
        case .isNaN: number.isNaN
        case .isInfinite: number.isInfinite
        case .isFinite: number.isFinite
        case .isNegative: number.sign == .minus
        }
      }
    }
  }

  /// `answer` for every value that is not NULL.
  package static func constant(_ answer: Bool, where values: Vector) throws -> Vector {
    try TextKernels.apply([values], .boolean, values.count) { inputs, count in
      Nulls.booleans(repeating: answer, count: count, validity: inputs[0].validity)
    }
  }

  // MARK: Whole numbers

  /// A function of two whole numbers.
  package enum WholeFunction: Sendable { case greatestDivisor, leastMultiple, combinations }

  /// `function` of two BIGINTs or two HUGEINTs; combinations are a HUGEINT.
  ///
  /// - Throws: ``ValueError/overflow(type:)``, ``ValueError/badArgument(_:)`` for combinations of
  ///   negative numbers.
  package static func apply(_ function: WholeFunction, _ a: Vector, _ b: Vector, type: DataType)
    throws -> Vector
  {
    try TextKernels.apply([a, b], type, a.count) { inputs, count in
      let x = NumberSource.integers(inputs[0], as: Int128.self)
      let y = NumberSource.integers(inputs[1], as: Int128.self)
      let validity = Nulls.validity(inputs)
      let range = type.isWide ? Int128.min...Int128.max : Int128(Int64.min)...Int128(Int64.max)
      let result = Buffer<Int128>(repeating: 0, count: count)
      for row in 0..<count where validity.map({ $0[row] }) ?? true {
        let value: Int128? =
          switch function {
          case .greatestDivisor:
            Int128(exactly: divisor(x.pointer[row].magnitude, y.pointer[row].magnitude))
          case .leastMultiple: multiple(x.pointer[row].magnitude, y.pointer[row].magnitude)
          case .combinations: try combinations(x.pointer[row], y.pointer[row])
          }
        guard let value, range.contains(value) else { throw ValueError.overflow(type: type) }
        result.pointer[row] = value
      }
      return CastKernels.vector(result, count, type, validity)
    }
  }

  private static func divisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  private static func multiple(_ a: UInt128, _ b: UInt128) -> Int128? {
    if a == 0 || b == 0 { return 0 }
    let (result, overflow) = (a / divisor(a, b)).multipliedReportingOverflow(by: b)
    return overflow ? nil : Int128(exactly: result)
  }

  /// In how many ways `k` of `n` things can be chosen; nil where that overflows.
  private static func combinations(_ n: Int128, _ k: Int128) throws -> Int128? {
    if n < 0 || k < 0 { throw ValueError.badArgument("binom takes numbers from 0 on") }
    if k > n { return 0 }
    let k = min(k, n - k)
    var result: UInt128 = 1
    var step: Int128 = 1
    while step <= k {
      // Dividing by common factors first keeps what is exact from overflowing on the way.
      let factor = UInt128(n - k + step)
      let common = divisor(result, UInt128(step))
      let (product, overflow) = (result / common).multipliedReportingOverflow(
        by: factor / (UInt128(step) / common))
      if overflow { return nil }
      result = product
      step += 1
    }
    return Int128(exactly: result)
  }

  /// The product of all whole numbers from 1 to each BIGINT, as a HUGEINT; 1 for 0.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` above 33, ``ValueError/badArgument(_:)`` below 0.
  package static func factorial(_ numbers: Vector) throws -> Vector {
    try TextKernels.apply([numbers], .hugeint, numbers.count) { inputs, count in
      let source = NumberSource.integers(inputs[0], as: Int64.self)
      let validity = inputs[0].validity
      let result = Buffer<Int128>(repeating: 0, count: count)
      for row in 0..<count where validity.map({ $0[row] }) ?? true {
        let number = source.pointer[row]
        if number < 0 { throw ValueError.badArgument("a negative number has no factorial") }
        // 33! is the last one that 127 bits hold.
        if number > 33 { throw ValueError.overflow(type: .hugeint) }
        var product: Int128 = 1
        var factor: Int64 = 2
        while factor <= number {
          product *= Int128(factor)
          factor += 1
        }
        result.pointer[row] = product
      }
      return CastKernels.vector(result, count, .hugeint, validity)
    }
  }
}
