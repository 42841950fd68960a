import Testing

@testable import Columns

/// Expectations were checked against DuckDB 2.0 except where a comment says otherwise.
struct NumericKernelsTests {
  private func digits(_ number: Int128, _ count: Int = 1) -> Vector {
    Vector(constant: .integer(number), type: .bigint, count: count)
  }

  private func round(
    _ value: Value, _ from: DataType, _ digits: Int128, _ mode: RoundingMode, _ to: DataType
  ) throws -> Value {
    let column = Vector.of(from, [value, .null])
    let result = try NumericKernels.round(column, digits: self.digits(digits, 2), mode, type: to)
    expect(result, to, [result.value(0), .null])
    // A number of digits that varies takes another way.
    let varying = Vector.of(.bigint, [.integer(digits), .integer(0)])
    let same = try NumericKernels.round(column, digits: varying, mode, type: to)
    expect(same, to, result.values)
    return result.value(0)
  }

  static let decimals: [(Int128, Int, Int128, Int, RoundingMode, Int128)] = [
    (25, 1, 0, 0, .nearest, 3), (-25, 1, 0, 0, .nearest, -3), (24, 1, 0, 0, .nearest, 2),
    (1_234_567, 3, 2, 2, .nearest, 123457), (1_234_567, 3, -2, 0, .nearest, 1200),
    (1_234_567, 3, 3, 3, .nearest, 1_234_567), (1_234_567, 3, 5, 3, .nearest, 1_234_567),
    (1_234_567, 3, -38, 0, .nearest, 0), (1_234_567, 3, -100, 0, .nearest, 0),
    (9999, 2, 1, 1, .nearest, 1000), (9999, 2, 0, 0, .nearest, 100),
    (21, 1, 0, 0, .up, 3), (-21, 1, 0, 0, .up, -2), (20, 1, 0, 0, .up, 2),
    (21, 1, 0, 0, .down, 2), (-21, 1, 0, 0, .down, -3), (-20, 1, 0, 0, .down, -2),
    (27, 1, 0, 0, .towardZero, 2), (-27, 1, 0, 0, .towardZero, -2),
    (1_234_567, 3, 2, 2, .towardZero, 123456),
    // The scale is kept where the digits vary.
    (1_234_567, 3, 1, 3, .nearest, 1_234_600), (1_234_567, 3, -1, 3, .nearest, 1_230_000),
  ]

  @Test(arguments: decimals)
  func decimal(
    value: Int128, scale: Int, digits: Int128, target: Int, mode: RoundingMode, expected: Int128
  ) throws {
    for precision in [18, 30] {
      let result = try round(
        .decimal(unscaled: value, scale: scale), .decimal(precision: precision, scale: scale),
        digits, mode, .decimal(precision: precision, scale: target))
      #expect(result == .decimal(unscaled: expected, scale: target))
    }
  }

  static let wholes: [(Int128, Int128, Int128)] = [
    (1234, -2, 1200), (1250, -2, 1300), (-1250, -2, -1300), (5, -1, 10), (4, -1, 0),
    (1234, 2, 1234),
    (1234, 0, 1234), (Int128(Int64.max), -18, 9_000_000_000_000_000_000), (7, -40, 0),
  ]

  @Test(arguments: wholes)
  func whole(value: Int128, digits: Int128, expected: Int128) throws {
    #expect(try round(.integer(value), .bigint, digits, .nearest, .bigint) == .integer(expected))
    #expect(try round(.integer(value), .hugeint, digits, .nearest, .hugeint) == .integer(expected))
  }

  @Test func roundingOutOfTheType() {
    #expect(throws: ValueError.overflow(type: .bigint)) {
      try NumericKernels.round(
        Vector.of(.bigint, [.integer(Int128(Int64.max))]), digits: digits(-1), .nearest,
        type: .bigint)
    }
    #expect(throws: ValueError.overflow(type: .decimal(precision: 4, scale: 0))) {
      try NumericKernels.round(
        Vector.of(.decimal(precision: 4, scale: 0), [.decimal(unscaled: 9999, scale: 0)]),
        digits: digits(-2), .nearest, type: .decimal(precision: 4, scale: 0))
    }
  }

  static let doubles: [(Double, Int128, RoundingMode, Double)] = [
    (2.5, 0, .nearest, 3), (-2.5, 0, .nearest, -3), (3.5, 0, .nearest, 4),
    (1234.567, 2, .nearest, 1234.57), (1234.567, -2, .nearest, 1200), (2.675, 2, .nearest, 2.68),
    (1e300, 2, .nearest, 1e300), (0.5, 400, .nearest, 0.5), (1.5, -400, .nearest, 0),
    (2.1, 0, .up, 3), (-2.1, 0, .up, -2), (2.1, 0, .down, 2), (-2.1, 0, .down, -3),
    (-2.7, 0, .towardZero, -2), (-0.5, 0, .towardZero, -0.0),
  ]

  @Test(arguments: doubles)
  func double(value: Double, digits: Int128, mode: RoundingMode, expected: Double) throws {
    #expect(try round(.double(value), .double, digits, mode, .double) == .double(expected))
  }

  @Test(arguments: Samples.counts)
  func magnitudesAndSigns(count: Int) throws {
    for vector in Samples.integers(count) + Samples.wide(count) {
      expect(
        try NumericKernels.absolute(vector), vector.type,
        vector.values.map {
          $0.isNull ? .null : .integer(Int128(Constants.unscaled($0).magnitude))
        })
      expect(
        try NumericKernels.sign(vector), .bigint,
        vector.values.map { $0.isNull ? .null : .integer(Constants.unscaled($0).signum()) })
    }
    for vector in Samples.doubles(count) {
      expect(
        try NumericKernels.absolute(vector), .double,
        vector.values.map { if case .double(let x) = $0 { .double(x.magnitude) } else { .null } })
      expect(
        try NumericKernels.sign(vector), .bigint,
        vector.values.map {
          if case .double(let x) = $0 { .integer(x > 0 ? 1 : (x < 0 ? -1 : 0)) } else { .null }
        })
    }
    #expect(throws: ValueError.overflow(type: .bigint)) {
      try NumericKernels.absolute(Vector.of(.bigint, [.integer(Int128(Int64.min))]))
    }
  }

  static let functions: [(DoubleFunction, Double, Double)] = [
    (.squareRoot, 2, 1.4142135623730951), (.cubeRoot, -8, -2), (.exponential, 1, 2.718281828459045),
    (.exponential, -1000, 0), (.naturalLogarithm, 1, 0), (.decimalLogarithm, 1000, 3),
    (.binaryLogarithm, 8, 3),
  ]

  @Test(arguments: functions)
  func function(function: DoubleFunction, x: Double, expected: Double) throws {
    expect(
      try NumericKernels.apply(function, Vector.of(.double, [.double(x), .null])), .double,
      [.double(expected), .null])
  }

  /// DuckDB gives NaN or infinity.
  @Test func domains() throws {
    func apply(_ function: DoubleFunction, _ x: Double) throws -> Vector {
      try NumericKernels.apply(function, Vector.of(.double, [.double(x)]))
    }
    #expect(throws: ValueError.badArgument("a negative number has no square root")) {
      try apply(.squareRoot, -1)
    }
    let noLogarithm = ValueError.badArgument("only numbers above 0 have a logarithm")
    #expect(throws: noLogarithm) { try apply(.naturalLogarithm, 0) }
    #expect(throws: noLogarithm) { try apply(.decimalLogarithm, -1) }
    #expect(throws: noLogarithm) { try apply(.binaryLogarithm, 0) }
    #expect(throws: ValueError.overflow(type: .double)) { try apply(.exponential, 1000) }
    #expect(try apply(.exponential, .infinity).value(0) == .double(.infinity))
    let two = Vector(constant: .double(2), type: .double, count: 1)
    let one = Vector(constant: .double(1), type: .double, count: 1)
    #expect(
      try NumericKernels.logarithm(base: two, of: Vector.of(.double, [.double(8)])).value(0)
        == .double(3))
    #expect(
      throws: ValueError.badArgument("the base of a logarithm must be above 0 and not 1")
    ) { try NumericKernels.logarithm(base: one, of: two) }
  }
}
