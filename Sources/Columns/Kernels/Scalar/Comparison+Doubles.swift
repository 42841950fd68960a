import CKernels

extension ComparisonKernels {
  /// Compares doubles; `a` is a constant only where `b` is one.
  static func doubles(_ operation: ComparisonOperator, _ a: Vector, _ b: Vector) -> Answer {
    if case .constant(.double(let number)) = b.storage {
      if case .constant(.double(let other)) = a.storage {
        return .all(operation.holds(order(other, number)))
      }
      return doubles(operation, NumberSource.doubles(a), a.count, constant: number)
    }
    let exchanged = operation == .greater || operation == .lessOrEqual
    let left = NumberSource.doubles(exchanged ? b : a)
    let right = NumberSource.doubles(exchanged ? a : b)
    let inverted =
      operation == .notEqual || operation == .lessOrEqual || operation == .greaterOrEqual
    return filled(a.count, inverted: inverted) {
      operation == .equal || operation == .notEqual
        ? compare_equal_double(left.pointer, right.pointer, a.count, $0)
        : compare_less_double(left.pointer, right.pointer, a.count, $0)
    }
  }

  /// The order of two doubles: NaN equals NaN and comes last.
  @inline(__always)
  static func order(_ x: Double, _ y: Double) -> Int {
    if x < y { return -1 }
    if x > y { return 1 }
    if x == y { return 0 }
    return x.isNaN ? (y.isNaN ? 0 : 1) : -1
  }

  private static func doubles(
    _ operation: ComparisonOperator, _ values: Buffer<Double>, _ count: Int, constant: Double
  ) -> Answer {
    switch operation {
    case .equal, .notEqual:
      return constant.isNaN
        ? areNaN(values, count, inverted: operation == .notEqual)
        : filled(count, inverted: operation == .notEqual) {
          compare_equal_constant_double(values.pointer, constant, count, $0)
        }
    case .less, .greaterOrEqual:
      return less(values, count, than: constant, inverted: operation == .greaterOrEqual)
    case .lessOrEqual, .greater:
      let inverted = operation == .greater
      if constant.isNaN { return .all(!inverted) }
      // Nothing lies between a number and the next one up; behind infinity comes NaN.
      return less(
        values, count, than: constant == .infinity ? .nan : constant.nextUp, inverted: inverted)
    }
  }

  private static func less(
    _ values: Buffer<Double>, _ count: Int, than constant: Double, inverted: Bool
  ) -> Answer {
    if constant.isNaN { return areNaN(values, count, inverted: !inverted) }
    return filled(count, inverted: inverted) {
      compare_less_constant_double(values.pointer, constant, count, $0)
    }
  }

  private static func areNaN(_ values: Buffer<Double>, _ count: Int, inverted: Bool) -> Answer {
    let source = values.pointer
    return withExtendedLifetime(values) {
      rowByRow(count) { source[$0].isNaN != inverted }
    }
  }
}
