import CKernels

extension ComparisonKernels {
  /// Compares exact numbers, dates or timestamps; `a` is a constant only where `b` is one.
  static func integers(_ operation: ComparisonOperator, _ a: Vector, _ b: Vector) -> Answer {
    if let right = b.constant {
      if let left = a.constant {
        let order = order(
          Constants.unscaled(left), a.type.scale, Constants.unscaled(right), b.type.scale)
        return .all(operation.holds(order))
      }
      return integers(operation, a, constant: Constants.unscaled(right), scale: b.type.scale)
    }
    if a.type.scale == b.type.scale {
      if case .int128 = a.storage { return wide(operation, a, b) }
      if case .int128 = b.storage { return wide(operation, a, b) }
      return narrow(operation, a, b)
    }
    let scale = max(a.type.scale, b.type.scale)
    if let left = rescaled(a, to: scale), let right = rescaled(b, to: scale) {
      return narrow(operation, left, right)
    }
    let left = NumberSource.integers(a, as: Int128.self)
    let right = NumberSource.integers(b, as: Int128.self)
    let leftScale = a.type.scale
    let rightScale = b.type.scale
    let x = left.pointer
    let y = right.pointer
    return withExtendedLifetime((left, right)) {
      rowByRow(a.count) { operation.holds(order(x[$0], leftScale, y[$0], rightScale)) }
    }
  }

  /// The same numbers at another scale, in 64 bits; nil where they do not fit.
  private static func rescaled(_ vector: Vector, to scale: Int) -> Vector? {
    if vector.type.scale == scale {
      if case .int128 = vector.storage { return nil }
      return vector
    }
    guard scale <= DataType.narrowPrecision else { return nil }
    return try? CastKernels.rescale(
      vector, to: .decimal(precision: DataType.narrowPrecision, scale: scale), isTry: false)
  }

  /// The order of `x` / 10^`xScale` and `y` / 10^`yScale`.
  private static func order(_ x: Int128, _ xScale: Int, _ y: Int128, _ yScale: Int) -> Int {
    if xScale > yScale { return -order(y, yScale, x, xScale) }
    let (scaled, overflow) = x.multipliedReportingOverflow(
      by: PowersOfTen.integer(yScale - xScale))
    // What 128 bits do not hold is greater in magnitude than any `y`.
    if overflow { return x < 0 ? -1 : 1 }
    return scaled < y ? -1 : (scaled > y ? 1 : 0)
  }

  private static func integers(
    _ operation: ComparisonOperator, _ column: Vector, constant: Int128, scale: Int
  ) -> Answer {
    guard let threshold = Threshold(operation, constant, scale: scale, at: column.type.scale)
    else { return .all(operation == .notEqual) }
    if case .int128(let buffer) = column.storage {
      let values = buffer.pointer
      let number = threshold.number
      let inverted = threshold.inverted
      return withExtendedLifetime(buffer) {
        threshold.isEquality
          ? rowByRow(column.count) { (values[$0] == number) != inverted }
          : rowByRow(column.count) { (values[$0] < number) != inverted }
      }
    }
    guard let bounds = NumberSource.bounds(column) else { return .all(false) }
    let low = Int128(bounds.lowerBound)
    let high = Int128(bounds.upperBound)
    if threshold.isEquality {
      if threshold.number < low || threshold.number > high { return .all(threshold.inverted) }
    } else {
      if threshold.number > high { return .all(!threshold.inverted) }
      if threshold.number <= low { return .all(threshold.inverted) }
    }
    // The bounds may be wider than the storage, where rows were taken out of a wider column.
    let count = column.count
    switch column.storage {
    case .int8(let values):
      guard let number = Int8(exactly: threshold.number) else { return threshold.outside() }
      return filled(count, inverted: threshold.inverted) {
        threshold.isEquality
          ? compare_equal_constant_int8(values.pointer, number, count, $0)
          : compare_less_constant_int8(values.pointer, number, count, $0)
      }
    case .int16(let values):
      guard let number = Int16(exactly: threshold.number) else { return threshold.outside() }
      return filled(count, inverted: threshold.inverted) {
        threshold.isEquality
          ? compare_equal_constant_int16(values.pointer, number, count, $0)
          : compare_less_constant_int16(values.pointer, number, count, $0)
      }
    case .int32(let values):
      guard let number = Int32(exactly: threshold.number) else { return threshold.outside() }
      return filled(count, inverted: threshold.inverted) {
        threshold.isEquality
          ? compare_equal_constant_int32(values.pointer, number, count, $0)
          : compare_less_constant_int32(values.pointer, number, count, $0)
      }
    case .int64(let values):
      guard let number = Int64(exactly: threshold.number) else { return threshold.outside() }
      return filled(count, inverted: threshold.inverted) {
        threshold.isEquality
          ? compare_equal_constant_int64(values.pointer, number, count, $0)
          : compare_less_constant_int64(values.pointer, number, count, $0)
      }
    case .constant, .bits, .int128, .float64, .code8, .code16, .code32, .text, .measure:
      return .all(false)
    }
  }

  private static func narrow(_ operation: ComparisonOperator, _ a: Vector, _ b: Vector) -> Answer {
    let count = a.count
    // `a > b` is `b < a`; `a <= b` is not `b < a`.
    let exchanged = operation == .greater || operation == .lessOrEqual
    let inverted =
      operation == .notEqual || operation == .lessOrEqual || operation == .greaterOrEqual
    let isEquality = operation == .equal || operation == .notEqual
    let (left, right) = exchanged ? (b, a) : (a, b)
    switch max(width(left), width(right)) {
    case 1:
      let x = NumberSource.integers(left, as: Int8.self)
      let y = NumberSource.integers(right, as: Int8.self)
      return filled(count, inverted: inverted) {
        isEquality
          ? compare_equal_int8(x.pointer, y.pointer, count, $0)
          : compare_less_int8(x.pointer, y.pointer, count, $0)
      }
    case 2:
      let x = NumberSource.integers(left, as: Int16.self)
      let y = NumberSource.integers(right, as: Int16.self)
      return filled(count, inverted: inverted) {
        isEquality
          ? compare_equal_int16(x.pointer, y.pointer, count, $0)
          : compare_less_int16(x.pointer, y.pointer, count, $0)
      }
    case 4:
      let x = NumberSource.integers(left, as: Int32.self)
      let y = NumberSource.integers(right, as: Int32.self)
      return filled(count, inverted: inverted) {
        isEquality
          ? compare_equal_int32(x.pointer, y.pointer, count, $0)
          : compare_less_int32(x.pointer, y.pointer, count, $0)
      }
    default:
      let x = NumberSource.integers(left, as: Int64.self)
      let y = NumberSource.integers(right, as: Int64.self)
      return filled(count, inverted: inverted) {
        isEquality
          ? compare_equal_int64(x.pointer, y.pointer, count, $0)
          : compare_less_int64(x.pointer, y.pointer, count, $0)
      }
    }
  }

  private static func wide(_ operation: ComparisonOperator, _ a: Vector, _ b: Vector) -> Answer {
    let left = NumberSource.integers(a, as: Int128.self)
    let right = NumberSource.integers(b, as: Int128.self)
    let x = left.pointer
    let y = right.pointer
    return withExtendedLifetime((left, right)) {
      switch operation {
      case .equal: rowByRow(a.count) { x[$0] == y[$0] }
      case .notEqual: rowByRow(a.count) { x[$0] != y[$0] }
      case .less: rowByRow(a.count) { x[$0] < y[$0] }
      case .lessOrEqual: rowByRow(a.count) { x[$0] <= y[$0] }
      case .greater: rowByRow(a.count) { x[$0] > y[$0] }
      case .greaterOrEqual: rowByRow(a.count) { x[$0] >= y[$0] }
      }
    }
  }

  private static func width(_ vector: Vector) -> Int {
    switch vector.storage {
    case .int8: 1
    case .int16: 2
    case .int32: 4
    default: 8
    }
  }
}

/// A comparison with a constant, brought to one of two forms: "equal to" or "less than" a whole
/// number, the answer perhaps inverted.
private struct Threshold {
  let isEquality: Bool
  let number: Int128
  let inverted: Bool

  /// The comparison of unscaled values at `columnScale` with `constant` / 10^`scale`.
  ///
  /// Nil where no value of that scale equals the constant, and equality is asked.
  init?(_ operation: ComparisonOperator, _ constant: Int128, scale: Int, at columnScale: Int) {
    // The greatest number of the column's scale that is not above the constant.
    let floor: Int128
    var isExact = true
    if scale <= columnScale {
      let (product, overflow) = constant.multipliedReportingOverflow(
        by: PowersOfTen.integer(columnScale - scale))
      // Beyond 128 bits the constant is beyond every column, on one side or the other.
      floor = overflow ? (constant < 0 ? .min : .max) : product
      isExact = !overflow
    } else {
      let (quotient, remainder) = constant.quotientAndRemainder(
        dividingBy: PowersOfTen.integer(scale - columnScale))
      floor = remainder < 0 ? quotient - 1 : quotient
      isExact = remainder == 0
    }
    switch operation {
    case .equal, .notEqual:
      guard isExact else { return nil }
      isEquality = true
      number = floor
      inverted = operation == .notEqual
    case .less, .greaterOrEqual:
      // x < 2.5 is x < 3 among whole numbers, and x < 2 is x < 2.
      isEquality = false
      number = isExact || floor == .max ? floor : floor + 1
      inverted = operation == .greaterOrEqual
    case .lessOrEqual, .greater:
      isEquality = false
      number = floor == .max ? floor : floor + 1
      inverted = operation == .greater
    }
  }

  /// The answer where the number lies outside what the storage can hold.
  func outside() -> ComparisonKernels.Answer {
    .all((!isEquality && number > 0) != inverted)
  }
}
