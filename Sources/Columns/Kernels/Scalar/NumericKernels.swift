#if canImport(Glibc)
  import Glibc
#endif

/// A function of one DOUBLE.
package enum DoubleFunction: Sendable, CaseIterable {
  case squareRoot, cubeRoot, exponential, naturalLogarithm, decimalLogarithm, binaryLogarithm
}

/// Functions of numbers.
package enum NumericKernels {
  /// The magnitude of each number, of the same type.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` for the least BIGINT or HUGEINT.
  package static func absolute(_ numbers: Vector) throws -> Vector {
    let type = numbers.type
    return try TextKernels.apply([numbers], type, numbers.count) { inputs, count in
      let numbers = inputs[0]
      if type == .double {
        let source = NumberSource.doubles(numbers)
        let result = Buffer<Double>(count: count)
        for row in 0..<count { result.pointer[row] = source.pointer[row].magnitude }
        return Vector(
          type: type, count: count, storage: .float64(result), validity: numbers.validity)
      }
      if type.isWide {
        let result = try magnitudes(NumberSource.integers(numbers, as: Int128.self), type)
        return CastKernels.vector(result, count, type, numbers.validity)
      }
      let result = try magnitudes(NumberSource.integers(numbers, as: Int64.self), type)
      return CastKernels.vector(result, count, type, numbers.validity)
    }
  }

  private static func magnitudes<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ numbers: Buffer<Number>, _ type: DataType
  ) throws -> Buffer<Number> {
    let result = Buffer<Number>(count: numbers.count)
    var hasLeast = false
    for row in 0..<numbers.count {
      let number = numbers.pointer[row]
      hasLeast = hasLeast || number == .min
      result.pointer[row] = number < 0 ? 0 &- number : number
    }
    if hasLeast { throw ValueError.overflow(type: type) }
    return result
  }

  /// -1, 0 or 1 as each number is below, at or above zero, as a BIGINT; 0 for NaN.
  package static func sign(_ numbers: Vector) throws -> Vector {
    try TextKernels.apply([numbers], .bigint, numbers.count) { inputs, count in
      let numbers = inputs[0]
      let result = Buffer<Int64>(count: count)
      if numbers.type == .double {
        let source = NumberSource.doubles(numbers)
        for row in 0..<count {
          let number = source.pointer[row]
          result.pointer[row] = number > 0 ? 1 : (number < 0 ? -1 : 0)
        }
      } else {
        let source = NumberSource.integers(numbers, as: Int128.self)
        for row in 0..<count { result.pointer[row] = Int64(source.pointer[row].signum()) }
      }
      return CastKernels.vector(result, count, .bigint, numbers.validity)
    }
  }

  /// `function` of each DOUBLE.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` outside of the function's domain,
  ///   ``ValueError/overflow(type:)`` where the result is too large.
  package static func apply(_ function: DoubleFunction, _ numbers: Vector) throws -> Vector {
    switch function {
    case .squareRoot:
      try doubles([numbers]) { x in
        if x < 0 { throw ValueError.badArgument("a negative number has no square root") }
        return x.squareRoot()
      }
    case .cubeRoot: try doubles([numbers]) { cubeRoot($0) }
    case .exponential: try doubles([numbers]) { exp($0) }
    case .naturalLogarithm: try doubles([numbers]) { log(try positive($0)) }
    case .decimalLogarithm: try doubles([numbers]) { log10(try positive($0)) }
    case .binaryLogarithm: try doubles([numbers]) { log2(try positive($0)) }
    }
  }

  /// The cube root of `x`: that of a cube is exact.
  private static func cubeRoot(_ x: Double) -> Double {
    let root = cbrt(x)
    // The C library may miss by one unit in the last place, which a step of Newton's method mends.
    // Beyond these bounds the cube of the root would lose digits or overflow.
    guard (1e-290..<1e300).contains(x.magnitude) else { return root }
    return root - (root * root * root - x) / (3 * root * root)
  }

  /// The logarithm of each number to the base in the same row, both DOUBLE.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for numbers and bases not above zero, and base 1.
  package static func logarithm(base: Vector, of numbers: Vector) throws -> Vector {
    try doubles([base, numbers]) { base, x in
      if base <= 0 || base == 1 {
        throw ValueError.badArgument("the base of a logarithm must be above 0 and not 1")
      }
      return log10(try positive(x)) / log10(base)
    }
  }

  @inline(__always)
  private static func positive(_ number: Double) throws -> Double {
    if number <= 0 { throw ValueError.badArgument("only numbers above 0 have a logarithm") }
    return number
  }

  @inline(__always)
  static func doubles(
    _ arguments: [Vector], _ function: (Double) throws -> Double
  ) throws -> Vector {
    try doubles(arguments + arguments) { x, _ in try function(x) }
  }

  /// A DOUBLE vector of `function` of two arguments, which must stay finite.
  @inline(__always)
  static func doubles(
    _ arguments: [Vector], _ function: (Double, Double) throws -> Double
  ) throws -> Vector {
    try TextKernels.apply(arguments, .double, arguments[0].count) { inputs, count in
      let x = NumberSource.doubles(inputs[0])
      let y = NumberSource.doubles(inputs[1])
      let validity = Nulls.validity(inputs)
      let result = Buffer<Double>(repeating: 0, count: count)
      for row in 0..<count where validity.map({ $0[row] }) ?? true {
        result.pointer[row] = try function(x.pointer[row], y.pointer[row])
      }
      try ArithmeticKernels.checkFinite(result, from: [x, y])
      return Vector(type: .double, count: count, storage: .float64(result), validity: validity)
    }
  }
}

extension NumericKernels {
  /// How far two DOUBLEs are apart, as a fraction of the larger one; NULL where either is NULL, and
  /// where one is not finite.
  package static func relativeDifference(_ a: Vector, _ b: Vector) throws -> Vector {
    try TextKernels.apply([a, b], .double, a.count) { inputs, count in
      let (x, y) = (NumberSource.doubles(inputs[0]), NumberSource.doubles(inputs[1]))
      let result = Buffer<Double>(repeating: 0, count: count)
      var failures: [Int] = []
      let validity = Nulls.validity(inputs)
      for row in 0..<count where validity.map({ $0[row] }) ?? true {
        let larger = max(x.pointer[row].magnitude, y.pointer[row].magnitude)
        let difference = (x.pointer[row] - y.pointer[row]).magnitude
        if !larger.isFinite || !difference.isFinite {
          failures.append(row)
        } else {
          result.pointer[row] = larger == 0 ? 0 : difference / larger
        }
      }
      return Vector(
        type: .double, count: count, storage: .float64(result),
        validity: Nulls.removing(failures, from: validity, count: count))
    }
  }
}
