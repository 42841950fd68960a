/// The three operations that whole numbers are closed under.
package enum ArithmeticOperator: Sendable, CaseIterable {
  case add, subtract, multiply
}

/// `+`, `-`, `*` and negation. A result never wraps and never becomes infinite: it is right, or an
/// error.
package enum ArithmeticKernels {
  /// `a` `operation` `b`, row by row, as a vector of `type`; NULL where either side is.
  ///
  /// For an exact `type` the operands are exact numbers of any kind whose stored integers are
  /// combined as they are: for addition and subtraction both have the scale of `type`, for
  /// multiplication their scales add up to it. DATE stands for its days. For DOUBLE both operands
  /// are doubles.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` where a result does not fit `type`.
  package static func apply(
    _ operation: ArithmeticOperator, _ a: Vector, _ b: Vector, type: DataType
  ) throws -> Vector {
    let count = a.count
    if Nulls.hasNullConstant([a, b]) { return Vector(constant: .null, type: type, count: count) }
    return try ConstantFolding.apply([a, b], type: type, rows: count) { vectors, rows in
      let (a, b) = (vectors[0], vectors[1])
      if type == .double { return try doubles(operation, a, b) }
      if type.isWide { return try wide(operation, a, b, type) }
      return try narrow(operation, a, b, type)
    }
  }

  /// `-a`, of the type of `a`, a number.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` for the least BIGINT or HUGEINT.
  package static func negate(_ a: Vector) throws -> Vector {
    if a.type == .double {
      if a.constant?.isNull == true { return a }
      return try ConstantFolding.apply([a], type: .double, rows: a.count) { vectors, rows in
        let source = NumberSource.doubles(vectors[0])
        let result = Buffer<Double>(count: rows)
        for row in 0..<rows { result.pointer[row] = -source.pointer[row] }
        Nulls.clear(result.pointer, where: a.validity)
        return Vector(type: .double, count: rows, storage: .float64(result), validity: a.validity)
      }
    }
    let zero = Vector(constant: .integer(0), type: a.type, count: a.count)
    return try apply(.subtract, zero, a, type: a.type)
  }

  /// The interval of all results of `operation` on values of two intervals.
  static func bounds(
    _ operation: ArithmeticOperator, _ a: ClosedRange<Int64>, _ b: ClosedRange<Int64>
  ) -> ClosedRange<Int128> {
    let (aLow, aHigh) = (Int128(a.lowerBound), Int128(a.upperBound))
    let (bLow, bHigh) = (Int128(b.lowerBound), Int128(b.upperBound))
    switch operation {
    case .add: return aLow + bLow...aHigh + bHigh
    case .subtract: return aLow - bHigh...aHigh - bLow
    case .multiply:
      let corners = [aLow * bLow, aLow * bHigh, aHigh * bLow, aHigh * bHigh]
      return (corners.min() ?? 0)...(corners.max() ?? 0)
    }
  }

  /// Combines 64-bit integers.
  private static func narrow(
    _ operation: ArithmeticOperator, _ a: Vector, _ b: Vector, _ type: DataType
  ) throws -> Vector {
    let validity = Nulls.validity([a, b])
    guard let aBounds = NumberSource.bounds(a), let bBounds = NumberSource.bounds(b) else {
      return try wideToNarrow(operation, a, b, type, validity)
    }
    let possible = bounds(operation, aBounds, bBounds)
    let allowed = PowersOfTen.range(of: type)
    guard allowed.contains(possible.lowerBound), allowed.contains(possible.upperBound) else {
      if case .date = type { return try wideToNarrow(operation, a, b, type, validity) }
      if case .decimal = type { return try wideToNarrow(operation, a, b, type, validity) }
      return try checked(operation, a, b, type, validity, possible)
    }
    // Whatever the rows hold, the result fits: no row needs a check, and since the low bits of a
    // sum, difference or product come from the low bits of the operands alone, all of it can run
    // at the width of the result.
    let bounds = Int64(possible.lowerBound)...Int64(possible.upperBound)
    let storage: Vector.Storage
    if Int8(exactly: bounds.lowerBound) != nil && Int8(exactly: bounds.upperBound) != nil {
      storage = .int8(unchecked(operation, a, b, validity))
    } else if Int16(exactly: bounds.lowerBound) != nil && Int16(exactly: bounds.upperBound) != nil {
      storage = .int16(unchecked(operation, a, b, validity))
    } else if Int32(exactly: bounds.lowerBound) != nil && Int32(exactly: bounds.upperBound) != nil {
      storage = .int32(unchecked(operation, a, b, validity))
    } else {
      storage = .int64(unchecked(operation, a, b, validity))
    }
    return Vector(
      type: type, count: a.count, storage: storage, validity: validity, bounds: bounds)
  }

  private static func unchecked<Number: FixedWidthInteger & BitwiseCopyable>(
    _ operation: ArithmeticOperator, _ a: Vector, _ b: Vector, _ validity: Bitmap?
  ) -> Buffer<Number> {
    let count = a.count
    let result = Buffer<Number>(count: count)
    let target = result.pointer
    if let constant = b.constant {
      let left = NumberSource.integers(a, as: Number.self)
      let x = left.pointer
      let y = Number(truncatingIfNeeded: Constants.unscaled(constant))
      var row = 0
      switch operation {
      case .add:
        while row < count {
          target[row] = x[row] &+ y
          row &+= 1
        }
      case .subtract:
        while row < count {
          target[row] = x[row] &- y
          row &+= 1
        }
      case .multiply:
        while row < count {
          target[row] = x[row] &* y
          row &+= 1
        }
      }
    } else if a.constant != nil && operation != .subtract {
      return unchecked(operation, b, a, validity)
    } else {
      let left = NumberSource.integers(a, as: Number.self)
      let right = NumberSource.integers(b, as: Number.self)
      let x = left.pointer
      let y = right.pointer
      var row = 0
      switch operation {
      case .add:
        while row < count {
          target[row] = x[row] &+ y[row]
          row &+= 1
        }
      case .subtract:
        while row < count {
          target[row] = x[row] &- y[row]
          row &+= 1
        }
      case .multiply:
        while row < count {
          target[row] = x[row] &* y[row]
          row &+= 1
        }
      }
    }
    Nulls.clear(target, where: validity)
    return result
  }

  /// Combines 64-bit integers whose results may not fit 64 bits.
  private static func checked(
    _ operation: ArithmeticOperator, _ a: Vector, _ b: Vector, _ type: DataType,
    _ validity: Bitmap?, _ possible: ClosedRange<Int128>
  ) throws -> Vector {
    let count = a.count
    let left = NumberSource.integers(a, as: Int64.self)
    let right = NumberSource.integers(b, as: Int64.self)
    let result = Buffer<Int64>(count: count)
    let x = left.pointer
    let y = right.pointer
    let target = result.pointer
    // The sign bit collects the overflows of all rows, so that the loop has no branch.
    var overflows: Int64 = 0
    var row = 0
    switch operation {
    case .add:
      while row < count {
        let sum = x[row] &+ y[row]
        overflows |= (x[row] ^ sum) & (y[row] ^ sum)
        target[row] = sum
        row &+= 1
      }
    case .subtract:
      while row < count {
        let difference = x[row] &- y[row]
        overflows |= (x[row] ^ y[row]) & (x[row] ^ difference)
        target[row] = difference
        row &+= 1
      }
    case .multiply:
      while row < count {
        let (product, overflow) = x[row].multipliedReportingOverflow(by: y[row])
        overflows |= overflow ? .min : 0
        target[row] = product
        row &+= 1
      }
    }
    if overflows < 0 {
      // Zero stands where a row is NULL, and zero minus the least number overflows too.
      for row in 0..<count where validity.map({ $0[row] }) ?? true {
        let overflow =
          switch operation {
          case .add: x[row].addingReportingOverflow(y[row]).overflow
          case .subtract: x[row].subtractingReportingOverflow(y[row]).overflow
          case .multiply: x[row].multipliedReportingOverflow(by: y[row]).overflow
          }
        if overflow { throw ValueError.overflow(type: type) }
      }
    }
    Nulls.clear(target, where: validity)
    let low = Int64(max(possible.lowerBound, Int128(Int64.min)))
    let high = Int64(min(possible.upperBound, Int128(Int64.max)))
    return Vector(
      type: type, count: count, storage: .int64(result), validity: validity, bounds: low...high)
  }

  /// Combines integers of which some have 128 bits, or whose results must be checked against more
  /// than 64 bits, into a type of 64 bits.
  private static func wideToNarrow(
    _ operation: ArithmeticOperator, _ a: Vector, _ b: Vector, _ type: DataType,
    _ validity: Bitmap?
  ) throws -> Vector {
    let wide = try wideNumbers(operation, a, b, type, validity)
    let count = a.count
    let result = Buffer<Int64>(count: count)
    for row in 0..<count { result.pointer[row] = Int64(truncatingIfNeeded: wide.pointer[row]) }
    return IntegerNarrowing.vector(result, count: count, type: type, validity: validity)
  }
}
