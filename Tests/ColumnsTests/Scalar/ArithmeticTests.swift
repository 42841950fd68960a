import Testing

@testable import Columns

struct ArithmeticTests {
  private static func model(_ operation: ArithmeticOperator, _ x: Int128, _ y: Int128) -> Int128 {
    switch operation {
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    }
  }

  /// Runs `operation` on every pair of vectors, and expects either the exact results or, where one
  /// of them is outside `range`, an overflow.
  private func check(_ vectors: [Vector], _ type: DataType, _ range: ClosedRange<Int128>) {
    for a in vectors {
      for b in vectors {
        for operation in ArithmeticOperator.allCases {
          let expected = zip(a.values, b.values).map { x, y -> Int128? in
            x.isNull || y.isNull
              ? nil : Self.model(operation, Constants.unscaled(x), Constants.unscaled(y))
          }
          let overflows = expected.contains { $0.map { !range.contains($0) } ?? false }
          do {
            let result = try ArithmeticKernels.apply(operation, a, b, type: type)
            #expect(!overflows, "\(operation)")
            if overflows { continue }
            expect(
              result, type,
              expected.map { number in
                guard let number else { return .null }
                if case .decimal(_, let scale) = type {
                  return .decimal(unscaled: number, scale: scale)
                }
                return .integer(number)
              }, "\(operation)")
          } catch {
            #expect(error as? ValueError == .overflow(type: type))
            #expect(overflows, "\(operation)")
          }
        }
      }
    }
  }

  @Test(arguments: Samples.counts)
  func bigints(count: Int) {
    check(Samples.integers(count), .bigint, Int128(Int64.min)...Int128(Int64.max))
  }

  @Test(arguments: [0, 1, 65])
  func hugeints(count: Int) {
    let vectors = (Samples.wide(count) + Samples.integers(count, .hugeint)).filter { vector in
      // Products that overflow 128 bits would also overflow the model.
      vector.values.allSatisfy { Constants.unscaled($0).magnitude < 1 << 62 }
    }
    check(vectors, .hugeint, Int128.min...Int128.max)
  }

  @Test(arguments: [0, 1, 65])
  func decimals(count: Int) {
    let type = DataType.decimal(precision: 6, scale: 2)
    check(Samples.integers(count, type), type, -999_999...999_999)
    let wide = DataType.decimal(precision: 20, scale: 2)
    let limit = PowersOfTen.integer(20) - 1
    check(Samples.integers(count, type), wide, -limit...limit)
  }

  @Test func hugeintOverflows() throws {
    let most = Vector.of(.hugeint, [.integer(.max), .integer(1)])
    let one = Vector(constant: .integer(1), type: .hugeint, count: 2)
    #expect(throws: ValueError.overflow(type: .hugeint)) {
      try ArithmeticKernels.apply(.add, most, one, type: .hugeint)
    }
    #expect(throws: ValueError.overflow(type: .hugeint)) {
      try ArithmeticKernels.apply(.multiply, most, most, type: .hugeint)
    }
  }

  @Test func anOverflowInARowThatIsNullIsNone() throws {
    let least = Vector.of(.bigint, [.integer(Int128(Int64.min)), .integer(1)])
    let holes = Vector.of(.bigint, [.null, .integer(2)])
    expect(
      try ArithmeticKernels.apply(.subtract, holes, least, type: .bigint), .bigint,
      [.null, .integer(1)])
  }

  @Test func negation() throws {
    for vector in Samples.integers(65) {
      expect(
        try ArithmeticKernels.negate(vector), .bigint,
        vector.values.map { $0.isNull ? .null : .integer(-Constants.unscaled($0)) })
    }
    for vector in Samples.doubles(65) {
      expect(
        try ArithmeticKernels.negate(vector), .double,
        vector.values.map { if case .double(let number) = $0 { .double(-number) } else { .null } })
    }
    #expect(throws: ValueError.overflow(type: .bigint)) {
      try ArithmeticKernels.negate(Vector.of(.bigint, [.integer(Int128(Int64.min))]))
    }
  }

  @Test(arguments: Samples.counts)
  func doubles(count: Int) throws {
    let vectors = Samples.doubles(count, special: false)
    for a in vectors {
      for b in vectors {
        for operation in ArithmeticOperator.allCases {
          let expected = zip(a.values, b.values).map { x, y -> Value in
            guard case .double(let x) = x, case .double(let y) = y else { return .null }
            return switch operation {
            case .add: .double(x + y)
            case .subtract: .double(x - y)
            case .multiply: .double(x * y)
            }
          }
          expect(try ArithmeticKernels.apply(operation, a, b, type: .double), .double, expected)
        }
      }
    }
  }

  @Test func doublesNeverBecomeInfinite() throws {
    let large = Vector.of(.double, [.double(1), .double(1e308), .null])
    let ten = Vector(constant: .double(10), type: .double, count: 3)
    #expect(throws: ValueError.overflow(type: .double)) {
      try ArithmeticKernels.apply(.multiply, large, ten, type: .double)
    }
    // An infinity that was there before is not an overflow.
    let infinite = Vector.of(.double, [.double(.infinity), .double(.nan), .double(1)])
    expect(
      try ArithmeticKernels.apply(.add, infinite, ten, type: .double), .double,
      [.double(.infinity), .double(.nan), .double(11)])
  }

  @Test func resultsAreAsNarrowAsTheBoundsProve() throws {
    let hundred = Vector.of(.bigint, [.integer(100), .integer(-100)])
    let sum = try ArithmeticKernels.apply(.add, hundred, hundred, type: .bigint)
    #expect(sum.bounds == -200...200)
    guard case .int16 = sum.storage else {
      Issue.record("sums of bytes should be stored in 16 bits")
      return
    }
  }

  @Test func datesMoveByDays() throws {
    let days = Vector.of(.date, [.date(10), .null])
    let two = Vector(constant: .integer(2), type: .bigint, count: 2)
    expect(
      try ArithmeticKernels.apply(.add, days, two, type: .date), .date, [.date(12), .null])
    expect(
      try ArithmeticKernels.apply(.subtract, days, days, type: .bigint), .bigint,
      [.integer(0), .null])
    let far = Vector(constant: .integer(1 << 40), type: .bigint, count: 2)
    #expect(throws: ValueError.overflow(type: .date)) {
      try ArithmeticKernels.apply(.add, days, far, type: .date)
    }
  }

  @Test func powers() throws {
    func power(_ x: Double, _ y: Double) throws -> Value {
      try ArithmeticKernels.power(
        Vector.of(.double, [.double(x)]), Vector(constant: .double(y), type: .double, count: 1)
      ).value(0)
    }
    #expect(try power(2, 3) == .double(8))
    #expect(try power(2, 0.5) == .double(2.0.squareRoot()))
    #expect(try power(0, 0) == .double(1))
    #expect(throws: ValueError.overflow(type: .double)) { try power(10, 400) }
    #expect(throws: ValueError.badArgument("zero to a negative power")) { try power(0, -1) }
    #expect(throws: ValueError.badArgument("a negative number to a fractional power")) {
      try power(-8, 0.5)
    }
  }
}

struct DivisionTests {
  /// Divides every pair; the model is told the two unscaled values.
  private func check(
    _ vectors: [Vector], _ type: DataType,
    _ divide: (Vector, Vector, EvaluationContext) throws -> Vector,
    _ model: (Value, Value) -> Value?
  ) throws {
    for a in vectors {
      for b in vectors {
        let context = EvaluationContext()
        var zeros = 0
        let expected = zip(a.values, b.values).map { x, y -> Value in
          if x.isNull || y.isNull { return .null }
          guard let result = model(x, y) else {
            zeros += 1
            return .null
          }
          return result
        }
        expect(try divide(a, b, context), type, expected)
        #expect(context.divisionsByZero == zeros)
      }
    }
  }

  @Test(arguments: Samples.counts)
  func wholeNumbers(count: Int) throws {
    let vectors = Samples.integers(count)
    try check(vectors, .bigint, DivisionKernels.divideWhole) { x, y in
      let y = Constants.unscaled(y)
      return y == 0 ? nil : .integer(Constants.unscaled(x) / y)
    }
    try check(vectors, .bigint, DivisionKernels.remainder) { x, y in
      let y = Constants.unscaled(y)
      return y == 0 ? nil : .integer(Constants.unscaled(x) % y)
    }
    try check(vectors, .double, DivisionKernels.divide) { x, y in
      let y = Double(Constants.unscaled(y))
      return y == 0 ? nil : .double(Double(Constants.unscaled(x)) / y)
    }
  }

  @Test(arguments: [0, 65])
  func hugeints(count: Int) throws {
    let vectors = Samples.wide(count)
    try check(vectors, .hugeint, DivisionKernels.divideWhole) { x, y in
      let y = Constants.unscaled(y)
      return y == 0 ? nil : .integer(Constants.unscaled(x) / y)
    }
    try check(vectors, .hugeint, DivisionKernels.remainder) { x, y in
      let y = Constants.unscaled(y)
      return y == 0 ? nil : .integer(Constants.unscaled(x) % y)
    }
  }

  @Test(arguments: [0, 65])
  func doubles(count: Int) throws {
    let vectors = Samples.doubles(count, special: false)
    func number(_ value: Value) -> Double { if case .double(let x) = value { x } else { 0 } }
    try check(vectors, .double, DivisionKernels.divide) { x, y in
      number(y) == 0 ? nil : .double(number(x) / number(y))
    }
    try check(vectors, .double, DivisionKernels.remainder) { x, y in
      number(y) == 0
        ? nil : .double(number(x).truncatingRemainder(dividingBy: number(y)))
    }
  }

  @Test func decimalsDivideWithOneRounding() throws {
    let three = Vector(
      constant: .decimal(unscaled: 3, scale: 1), type: .decimal(precision: 2, scale: 1), count: 1)
    let one = Vector(
      constant: .decimal(unscaled: 10, scale: 2), type: .decimal(precision: 3, scale: 2), count: 1)
    // As doubles 0.3 / 0.1 is 2.9999999999999996.
    #expect(try DivisionKernels.divide(three, one, EvaluationContext()).value(0) == .double(3))
  }

  @Test func theLeastNumber() throws {
    let least = Vector.of(.bigint, [.integer(Int128(Int64.min))])
    let minusOne = Vector(constant: .integer(-1), type: .bigint, count: 1)
    #expect(throws: ValueError.overflow(type: .bigint)) {
      try DivisionKernels.divideWhole(least, minusOne, EvaluationContext())
    }
    #expect(
      try DivisionKernels.remainder(least, minusOne, EvaluationContext()).value(0) == .integer(0))
  }

  @Test func constantsCountEveryRow() throws {
    let context = EvaluationContext()
    let one = Vector(constant: .integer(1), type: .bigint, count: 70)
    let zero = Vector(constant: .integer(0), type: .bigint, count: 70)
    #expect(try DivisionKernels.divide(one, zero, context).value(69) == .null)
    #expect(context.divisionsByZero == 70)
  }
}
