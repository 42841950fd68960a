/// How two values are compared.
package enum ComparisonOperator: Sendable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The operator that says the same with its operands exchanged.
  package var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether the operator holds of two values that stand in `order` to each other: less than,
  /// equal to or greater than zero.
  @inline(__always)
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}

/// `=`, `<>`, `<`, `<=`, `>`, `>=` and `IS [NOT] DISTINCT FROM`.
///
/// Both sides are of one type, or exact numbers of any two scales. Text compares byte by byte,
/// which is the order of code points. Intervals compare by their totals, measures by their
/// amounts in the base unit and then by dimension: who must not compare two dimensions asks
/// ``MeasureArithmetic``. Among doubles NaN equals NaN and is greater than every other
/// number, and -0.0 equals 0.0. False is less than true.
package enum ComparisonKernels {
  /// What a comparison found, before NULLs are taken out.
  enum Answer {
    /// The same in every row.
    case all(Bool)
    /// A bit a row; rows that are NULL on either side hold anything.
    case words(Buffer<UInt64>)
  }

  /// Whether `operation` holds, row by row; NULL where either side is.
  package static func compare(_ operation: ComparisonOperator, _ a: Vector, _ b: Vector) -> Vector {
    let count = a.count
    if Nulls.hasNullConstant([a, b]) {
      return Vector(constant: .null, type: .boolean, count: count)
    }
    let validity = Nulls.validity([a, b])
    switch answer(operation, a, b) {
    case .all(let value): return Nulls.booleans(repeating: value, count: count, validity: validity)
    case .words(let words): return Nulls.booleans(words, count: count, validity: validity)
    }
  }

  /// `IS DISTINCT FROM`, or where `isNegated` `IS NOT DISTINCT FROM`: never NULL, since two NULLs
  /// count as the same.
  package static func distinct(_ a: Vector, _ b: Vector, isNegated: Bool) -> Vector {
    let count = a.count
    if a.constant?.isNull == true { return LogicKernels.isNull(b, isNegated: !isNegated) }
    if b.constant?.isNull == true { return LogicKernels.isNull(a, isNegated: !isNegated) }
    let differ: Buffer<UInt64>
    switch answer(.notEqual, a, b) {
    case .all(let value):
      if a.validity == nil && b.validity == nil {
        return Vector(constant: .boolean(value != isNegated), type: .boolean, count: count)
      }
      differ = Bitmap(repeating: value, count: count).words
    case .words(let words): differ = words
    }
    let target = differ.pointer
    let left = a.validity?.words.pointer
    let right = b.validity?.words.pointer
    var word = 0
    while word < differ.count {
      let x = left.map { $0[word] } ?? .max
      let y = right.map { $0[word] } ?? .max
      let bits = (x ^ y) | (x & y & target[word])
      target[word] = isNegated ? ~bits : bits
      word &+= 1
    }
    return Nulls.booleans(differ, count: count, validity: nil)
  }

  /// Compares what is stored, whatever the rows' validity.
  private static func answer(
    _ operation: ComparisonOperator, _ a: Vector, _ b: Vector
  ) -> Answer {
    if a.constant != nil && b.constant == nil { return answer(operation.mirrored, b, a) }
    switch a.type {
    case .null: return .all(false)
    case .boolean: return booleans(operation, a, b)
    case .double, .percent: return doubles(operation, a, b)
    case .varchar: return texts(operation, a, b)
    case .bigint, .hugeint, .decimal, .date, .timestamp, .time: return integers(operation, a, b)
    case .interval:
      return integers(operation, IntervalKernels.totals(a), IntervalKernels.totals(b))
    case .measure: return integers(operation, MeasurePacking.keys(a), MeasurePacking.keys(b))
    }
  }

  private static func booleans(
    _ operation: ComparisonOperator, _ a: Vector, _ b: Vector
  ) -> Answer {
    let left = NumberSource.bits(a)
    let right = NumberSource.bits(b)
    let words = Buffer<UInt64>(count: left.words.count)
    let x = left.words.pointer
    let y = right.words.pointer
    for word in 0..<words.count {
      words.pointer[word] =
        switch operation {
        case .equal: ~(x[word] ^ y[word])
        case .notEqual: x[word] ^ y[word]
        case .less: ~x[word] & y[word]
        case .lessOrEqual: ~x[word] | y[word]
        case .greater: x[word] & ~y[word]
        case .greaterOrEqual: x[word] | ~y[word]
        }
    }
    return .words(words)
  }

  /// The answer of `fill`, which sets one word for every 64 rows, inverted where wanted.
  @inline(__always)
  static func filled(
    _ count: Int, inverted: Bool, _ fill: (UnsafeMutablePointer<UInt64>) -> Void
  ) -> Answer {
    let words = Buffer<UInt64>(count: Bitmap.wordCount(forRows: count))
    fill(words.pointer)
    if inverted {
      let target = words.pointer
      var word = 0
      while word < words.count {
        target[word] = ~target[word]
        word &+= 1
      }
    }
    return .words(words)
  }

  /// One bit a row from a test of each, for types that no faster loop serves.
  @inline(__always)
  static func rowByRow(_ count: Int, _ test: (Int) -> Bool) -> Answer {
    let words = Buffer<UInt64>(count: Bitmap.wordCount(forRows: count))
    let target = words.pointer
    var row = 0
    while row < count {
      let end = min(64, count &- row)
      var bits: UInt64 = 0
      var index = 0
      while index < end {
        bits |= (test(row &+ index) ? 1 : 0) << UInt64(index)
        index &+= 1
      }
      target[row >> 6] = bits
      row &+= 64
    }
    return .words(words)
  }
}
