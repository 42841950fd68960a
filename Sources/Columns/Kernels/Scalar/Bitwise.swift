/// An operator on the bits of two whole numbers.
package enum BitwiseOperator: Sendable {
  case and, or, exclusiveOr, shiftLeft, shiftRight
}

/// Operators on the bits of whole numbers, BIGINT or HUGEINT in two's complement.
package enum BitwiseKernels {
  /// `a operation b`, both of one type, which the result has too.
  ///
  /// A shift to the right by fewer than 0 or all bits is 0.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a shift to the left of a negative number or by
  ///   one, ``ValueError/overflow(type:)`` where it leads out of the type.
  package static func apply(_ operation: BitwiseOperator, _ a: Vector, _ b: Vector) throws -> Vector
  {
    try TextKernels.apply([a, b], a.type, a.count) { inputs, count in
      let type = inputs[0].type
      let validity = Nulls.validity(inputs)
      if type.isWide {
        let result = try apply(
          operation, NumberSource.integers(inputs[0], as: Int128.self),
          NumberSource.integers(inputs[1], as: Int128.self), validity, type)
        return CastKernels.vector(result, count, type, validity)
      }
      let result = try apply(
        operation, NumberSource.integers(inputs[0], as: Int64.self),
        NumberSource.integers(inputs[1], as: Int64.self), validity, type)
      return CastKernels.vector(result, count, type, validity)
    }
  }

  private static func apply<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ operation: BitwiseOperator, _ a: Buffer<Number>, _ b: Buffer<Number>, _ validity: Bitmap?,
    _ type: DataType
  ) throws -> Buffer<Number> {
    let result = Buffer<Number>(repeating: 0, count: a.count)
    let bits = Number(Number.bitWidth)
    for row in 0..<a.count where validity.map({ $0[row] }) ?? true {
      let x = a.pointer[row]
      let y = b.pointer[row]
      switch operation {
      case .and: result.pointer[row] = x & y
      case .or: result.pointer[row] = x | y
      case .exclusiveOr: result.pointer[row] = x ^ y
      case .shiftRight: result.pointer[row] = y < 0 || y >= bits ? 0 : x &>> y
      case .shiftLeft:
        if x < 0 { throw ValueError.badArgument("the negative number \(x) cannot be shifted left") }
        if y < 0 { throw ValueError.badArgument("a number cannot be shifted left by \(y)") }
        if x == 0 { continue }
        // The highest bit that is set must stay below the sign.
        guard y < Number(x.leadingZeroBitCount) else { throw ValueError.overflow(type: type) }
        result.pointer[row] = x &<< y
      }
    }
    return result
  }

  /// Each number with all its bits the other way round.
  package static func complement(_ numbers: Vector) throws -> Vector {
    let ones = Vector(constant: .integer(-1), type: numbers.type, count: numbers.count)
    return try apply(.exclusiveOr, numbers, ones)
  }

  /// How many bits of each number are set, as a BIGINT.
  package static func count(_ numbers: Vector) throws -> Vector {
    try TextKernels.apply([numbers], .bigint, numbers.count) { inputs, count in
      if inputs[0].type.isWide {
        let source = NumberSource.integers(inputs[0], as: Int128.self)
        return try TextKernels.numbers(inputs, count: count) { source.pointer[$0].nonzeroBitCount }
      }
      let source = NumberSource.integers(inputs[0], as: Int64.self)
      return try TextKernels.numbers(inputs, count: count) { source.pointer[$0].nonzeroBitCount }
    }
  }
}
