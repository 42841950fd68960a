#if canImport(Glibc)
  import Glibc
#endif

extension ArithmeticKernels {
  /// Combines doubles.
  static func doubles(_ operation: ArithmeticOperator, _ a: Vector, _ b: Vector) throws -> Vector {
    let count = a.count
    let left = NumberSource.doubles(a)
    let right = NumberSource.doubles(b)
    let result = Buffer<Double>(count: count)
    let x = left.pointer
    let y = right.pointer
    let target = result.pointer
    var row = 0
    switch operation {
    case .add:
      while row < count {
        target[row] = x[row] + y[row]
        row &+= 1
      }
    case .subtract:
      while row < count {
        target[row] = x[row] - y[row]
        row &+= 1
      }
    case .multiply:
      while row < count {
        target[row] = x[row] * y[row]
        row &+= 1
      }
    }
    let validity = Nulls.validity([a, b])
    Nulls.clear(target, where: validity)
    try checkFinite(result, from: [left, right])
    return Vector(type: .double, count: count, storage: .float64(result), validity: validity)
  }

  /// Refuses results that are infinite or NaN although what they were made of was finite.
  ///
  /// - Throws: ``ValueError/overflow(type:)``.
  static func checkFinite(_ result: Buffer<Double>, from operands: [Buffer<Double>]) throws {
    let count = result.count
    let values = result.pointer
    var probe: UInt64 = 0
    var row = 0
    while row < count {
      let exponent = values[row].bitPattern & 0x7FF0_0000_0000_0000
      // Only an exponent of all ones carries into the sign bit.
      probe |= exponent &+ 0x0010_0000_0000_0000
      row &+= 1
    }
    if probe >> 63 == 0 { return }
    for row in 0..<count where !values[row].isFinite {
      if operands.allSatisfy({ $0.pointer[row].isFinite }) {
        throw ValueError.overflow(type: .double)
      }
    }
  }

  /// `base` to the power of `exponent`, both DOUBLE; NULL where either is.
  ///
  /// - Throws: ``ValueError/overflow(type:)``, and ``ValueError/badArgument(_:)`` for zero to a
  ///   negative power and for a negative number to a fractional one.
  package static func power(_ base: Vector, _ exponent: Vector) throws -> Vector {
    let vectors = [base, exponent]
    if Nulls.hasNullConstant(vectors) {
      return Vector(constant: .null, type: .double, count: base.count)
    }
    return try ConstantFolding.apply(vectors, type: .double, rows: base.count) { vectors, count in
      let validity = Nulls.validity(vectors)
      let bases = NumberSource.doubles(vectors[0])
      let exponents = NumberSource.doubles(vectors[1])
      let result = Buffer<Double>(count: count)
      for row in 0..<count {
        if let validity, !validity[row] {
          result.pointer[row] = 0
          continue
        }
        let x = bases.pointer[row]
        let y = exponents.pointer[row]
        let value = pow(x, y)
        if !value.isFinite && x.isFinite && y.isFinite {
          if x == 0 { throw ValueError.badArgument("zero to a negative power") }
          if x < 0 && value.isNaN {
            throw ValueError.badArgument("a negative number to a fractional power")
          }
          throw ValueError.overflow(type: .double)
        }
        result.pointer[row] = value
      }
      return Vector(type: .double, count: count, storage: .float64(result), validity: validity)
    }
  }
}
