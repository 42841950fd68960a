/// `/`, `//` and `%`. Division by zero gives NULL, and is counted.
package enum DivisionKernels {
  /// `a / b` as a DOUBLE, of numbers of any type.
  ///
  /// Exact numbers are divided with one rounding as long as neither side has more than 53 bits
  /// once both are brought to one scale, so that 0.3 / 0.1 is 3.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` where the quotient of finite numbers is not finite.
  package static func divide(_ a: Vector, _ b: Vector, _ context: EvaluationContext) throws
    -> Vector
  {
    try apply(a, b, type: .double, context) { a, b, count, validity in
      let (left, right) = operands(a, b)
      let result = Buffer<Double>(count: count)
      let x = left.pointer
      let y = right.pointer
      var row = 0
      while row < count {
        result.pointer[row] = x[row] / y[row]
        row &+= 1
      }
      Nulls.clear(result.pointer, where: validity)
      try ArithmeticKernels.checkFinite(result, from: [left, right])
      return Vector(type: .double, count: count, storage: .float64(result), validity: validity)
    }
  }

  /// Numerators and denominators as doubles, brought to one scale.
  private static func operands(_ a: Vector, _ b: Vector) -> (Buffer<Double>, Buffer<Double>) {
    if a.type == .double && b.type == .double {
      return (NumberSource.doubles(a), NumberSource.doubles(b))
    }
    if a.type.isExact && b.type.isExact {
      let scale = max(a.type.scale, b.type.scale)
      return (
        scaled(NumberSource.unscaledDoubles(a), by: scale - a.type.scale),
        scaled(NumberSource.unscaledDoubles(b), by: scale - b.type.scale)
      )
    }
    return (CastKernels.doubles(a), CastKernels.doubles(b))
  }

  private static func scaled(_ numbers: Buffer<Double>, by digits: Int) -> Buffer<Double> {
    if digits == 0 { return numbers }
    let factor = PowersOfTen.double(digits)
    let result = Buffer<Double>(count: numbers.count)
    for row in 0..<numbers.count { result.pointer[row] = numbers.pointer[row] * factor }
    return result
  }

  /// `a // b`, the quotient rounded towards zero, of two BIGINTs or two HUGEINTs.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` for the least number divided by -1.
  package static func divideWhole(_ a: Vector, _ b: Vector, _ context: EvaluationContext) throws
    -> Vector
  {
    try apply(a, b, type: a.type, context) { a, b, count, validity in
      a.type.isWide
        ? try wholes(a, b, count, validity) { (x: Int128, y) in x.dividedReportingOverflow(by: y) }
        : try wholes(a, b, count, validity) { (x: Int64, y) in x.dividedReportingOverflow(by: y) }
    }
  }

  /// `a % b`, with the sign of `a`, of two numbers of one type.
  package static func remainder(_ a: Vector, _ b: Vector, _ context: EvaluationContext) throws
    -> Vector
  {
    try apply(a, b, type: a.type, context) { a, b, count, validity in
      if a.type == .double {
        let left = NumberSource.doubles(a)
        let right = NumberSource.doubles(b)
        let result = Buffer<Double>(count: count)
        for row in 0..<count {
          result.pointer[row] =
            left.pointer[row].truncatingRemainder(dividingBy: right.pointer[row])
        }
        Nulls.clear(result.pointer, where: validity)
        try ArithmeticKernels.checkFinite(result, from: [left, right])
        return Vector(type: .double, count: count, storage: .float64(result), validity: validity)
      }
      // The least number leaves no remainder by -1, though its quotient overflows.
      return a.type.isWide
        ? try wholes(a, b, count, validity) { (x: Int128, y) in (y == -1 ? 0 : x % y, false) }
        : try wholes(a, b, count, validity) { (x: Int64, y) in (y == -1 ? 0 : x % y, false) }
    }
  }

  @inline(__always)
  private static func wholes<Number: FixedWidthInteger & BitwiseCopyable>(
    _ a: Vector, _ b: Vector, _ count: Int, _ validity: Bitmap?,
    _ divide: (Number, Number) -> (partialValue: Number, overflow: Bool)
  ) throws -> Vector {
    let left = NumberSource.integers(a, as: Number.self)
    let right = NumberSource.integers(b, as: Number.self)
    let result = Buffer<Number>(count: count)
    let x = left.pointer
    let y = right.pointer
    let target = result.pointer
    var failed = false
    var row = 0
    while row < count {
      // Rows in which the divisor is zero are NULL by now, like others; they divide by one.
      let divisor = y[row]
      let (quotient, overflow) = divide(x[row], divisor == 0 ? 1 : divisor)
      failed = failed || overflow && (validity.map { $0[row] } ?? true)
      target[row] = quotient
      row &+= 1
    }
    if failed { throw ValueError.overflow(type: a.type) }
    Nulls.clear(target, where: validity)
    if let wide = result as? Buffer<Int128> {
      return Vector(type: a.type, count: count, storage: .int128(wide), validity: validity)
    }
    guard let narrow = result as? Buffer<Int64> else {
      return Vector(constant: .null, type: a.type, count: count)
    }
    return IntegerNarrowing.vector(narrow, count: count, type: a.type, validity: validity)
  }

  /// Runs `body` with a validity that leaves out the rows whose divisor is zero, and counts these.
  private static func apply(
    _ a: Vector, _ b: Vector, type: DataType, _ context: EvaluationContext,
    _ body: (Vector, Vector, Int, Bitmap?) throws -> Vector
  ) throws -> Vector {
    let count = a.count
    if Nulls.hasNullConstant([a, b]) { return Vector(constant: .null, type: type, count: count) }
    let zero: Value =
      switch b.type {
      case .double, .percent: .double(0)
      case .decimal(_, let scale): .decimal(unscaled: 0, scale: scale)
      default: .integer(0)
      }
    let isZero = ComparisonKernels.compare(
      .equal, b, Vector(constant: zero, type: b.type, count: count))
    var validity = Nulls.validity([a, b])
    switch isZero.storage {
    case .constant(let value):
      if value == .boolean(true) {
        context.countDivisionsByZero(validity.map(\.setBits) ?? count)
        return Vector(constant: .null, type: type, count: count)
      }
    case .bits(let zeros):
      let nonZero = LogicKernels.not(Vector(type: .boolean, count: count, storage: .bits(zeros)))
      let before = validity.map(\.setBits) ?? count
      let possible = NumberSource.bits(nonZero)
      let after = validity.map { Nulls.and($0, possible) } ?? possible
      let left = after.setBits
      if left != before {
        context.countDivisionsByZero(before - left)
        validity = after
      }
    default: break
    }
    return try ConstantFolding.apply([a, b], type: type, rows: count) { vectors, rows in
      try body(vectors[0], vectors[1], rows, validity)
    }
  }
}
