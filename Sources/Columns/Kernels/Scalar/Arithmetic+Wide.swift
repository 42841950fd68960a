extension ArithmeticKernels {
  /// Combines integers into a type of 128 bits.
  static func wide(
    _ operation: ArithmeticOperator, _ a: Vector, _ b: Vector, _ type: DataType
  ) throws -> Vector {
    let validity = Nulls.validity([a, b])
    let result: Buffer<Int128>
    if operation == .multiply, isNarrow(a), isNarrow(b), fits(operation, a, b, type) {
      result = products(a, b, validity)
    } else {
      result = try wideNumbers(operation, a, b, type, validity)
    }
    return Vector(type: type, count: a.count, storage: .int128(result), validity: validity)
  }

  private static func isNarrow(_ vector: Vector) -> Bool { NumberSource.bounds(vector) != nil }

  private static func fits(
    _ operation: ArithmeticOperator, _ a: Vector, _ b: Vector, _ type: DataType
  ) -> Bool {
    guard let x = NumberSource.bounds(a), let y = NumberSource.bounds(b) else { return false }
    let possible = bounds(operation, x, y)
    let allowed = PowersOfTen.range(of: type)
    return allowed.contains(possible.lowerBound) && allowed.contains(possible.upperBound)
  }

  /// Products of 64-bit integers, which always fit 128 bits.
  private static func products(_ a: Vector, _ b: Vector, _ validity: Bitmap?) -> Buffer<Int128> {
    let count = a.count
    let left = NumberSource.integers(a, as: Int64.self)
    let right = NumberSource.integers(b, as: Int64.self)
    let result = Buffer<Int128>(count: count)
    let x = left.pointer
    let y = right.pointer
    let target = result.pointer
    var row = 0
    while row < count {
      target[row] = Int128(x[row]) &* Int128(y[row])
      row &+= 1
    }
    Nulls.clear(target, where: validity)
    return result
  }

  /// The results at 128 bits, each checked against what `type` holds.
  static func wideNumbers(
    _ operation: ArithmeticOperator, _ a: Vector, _ b: Vector, _ type: DataType,
    _ validity: Bitmap?
  ) throws -> Buffer<Int128> {
    let count = a.count
    let left = NumberSource.integers(a, as: Int128.self)
    let right = NumberSource.integers(b, as: Int128.self)
    let result = Buffer<Int128>(count: count)
    let x = left.pointer
    let y = right.pointer
    let target = result.pointer
    let allowed = PowersOfTen.range(of: type)
    let low = allowed.lowerBound
    let high = allowed.upperBound
    var failed = false
    var row = 0
    while row < count {
      let (number, overflow) =
        switch operation {
        case .add: x[row].addingReportingOverflow(y[row])
        case .subtract: x[row].subtractingReportingOverflow(y[row])
        case .multiply: x[row].multipliedReportingOverflow(by: y[row])
        }
      if overflow || number < low || number > high {
        failed = failed || (validity.map { $0[row] } ?? true)
      }
      target[row] = number
      row &+= 1
    }
    if failed { throw ValueError.overflow(type: type) }
    Nulls.clear(target, where: validity)
    return result
  }
}
