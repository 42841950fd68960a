import Testing

@testable import Columns

struct ComparisonTests {
  /// The order of two values of one type, told apart from the kernels.
  private static func order(_ a: Value, _ b: Value) -> Int {
    switch (a, b) {
    case (.boolean(let x), .boolean(let y)): return (x ? 1 : 0) - (y ? 1 : 0)
    case (.double(let x), .double(let y)):
      if x.isNaN || y.isNaN { return (x.isNaN ? 1 : 0) - (y.isNaN ? 1 : 0) }
      return x < y ? -1 : (x > y ? 1 : 0)
    case (.text(let x), .text(let y)):
      if x.utf8.elementsEqual(y.utf8) { return 0 }
      return x.utf8.lexicographicallyPrecedes(y.utf8) ? -1 : 1
    default:
      let x = Constants.unscaled(a)
      let y = Constants.unscaled(b)
      return x < y ? -1 : (x > y ? 1 : 0)
    }
  }

  private static func model(_ operation: ComparisonOperator, _ a: Value, _ b: Value) -> Value {
    if a.isNull || b.isNull { return .null }
    let order = order(a, b)
    switch operation {
    case .equal: return .boolean(order == 0)
    case .notEqual: return .boolean(order != 0)
    case .less: return .boolean(order < 0)
    case .lessOrEqual: return .boolean(order <= 0)
    case .greater: return .boolean(order > 0)
    case .greaterOrEqual: return .boolean(order >= 0)
    }
  }

  private func check(_ vectors: [Vector]) {
    for a in vectors {
      for b in vectors {
        let left = a.values
        let right = b.values
        for operation in ComparisonOperator.allCases {
          expect(
            ComparisonKernels.compare(operation, a, b), .boolean,
            zip(left, right).map { Self.model(operation, $0, $1) },
            "\(operation) of \(a.count) rows")
        }
        for isNegated in [false, true] {
          let expected = zip(left, right).map { a, b -> Value in
            let differ =
              a.isNull || b.isNull ? a.isNull != b.isNull : Self.order(a, b) != 0
            return .boolean(differ != isNegated)
          }
          expect(ComparisonKernels.distinct(a, b, isNegated: isNegated), .boolean, expected)
        }
      }
    }
  }

  @Test(arguments: Samples.counts) func integers(count: Int) { check(Samples.integers(count)) }

  @Test(arguments: [0, 65]) func hugeints(count: Int) { check(Samples.wide(count)) }

  @Test(arguments: Samples.counts) func doubles(count: Int) { check(Samples.doubles(count)) }

  @Test(arguments: Samples.counts) func booleans(count: Int) { check(Samples.booleans(count)) }

  @Test(arguments: Samples.counts) func texts(count: Int) { check(Samples.texts(count)) }

  @Test(arguments: [65]) func dates(count: Int) { check(Samples.integers(count, .date)) }

  /// Exact numbers of different scales, against a comparison brought to one scale in full.
  @Test(arguments: [65])
  func scales(count: Int) {
    let types: [DataType] = [
      .bigint, .decimal(precision: 18, scale: 2), .decimal(precision: 18, scale: 5),
    ]
    var vectors: [Vector] = types.flatMap { Samples.integers(count, $0) }
    vectors += Samples.wide(count, .decimal(precision: 38, scale: 1)).filter { vector in
      vector.values.allSatisfy { Constants.unscaled($0).magnitude < 1 << 100 }
    }
    for a in vectors {
      for b in vectors where b.type != a.type {
        for operation in ComparisonOperator.allCases {
          let expected = zip(a.values, b.values).map { x, y -> Value in
            if x.isNull || y.isNull { return .null }
            let scaledX = Constants.unscaled(x) * PowersOfTen.integer(5 - a.type.scale)
            let scaledY = Constants.unscaled(y) * PowersOfTen.integer(5 - b.type.scale)
            return Self.model(operation, .integer(scaledX), .integer(scaledY))
          }
          expect(ComparisonKernels.compare(operation, a, b), .boolean, expected)
        }
      }
    }
  }

  @Test func constantsBeyondTheColumn() {
    let column = Vector.of(.bigint, [.integer(1), .null, .integer(100)])
    let huge = Vector(
      constant: .decimal(unscaled: Int128.max / 2, scale: 0),
      type: .decimal(precision: 38, scale: 0), count: 3)
    expect(
      ComparisonKernels.compare(.less, column, huge), .boolean,
      [.boolean(true), .null, .boolean(true)])
    expect(
      ComparisonKernels.compare(.equal, column, huge), .boolean,
      [.boolean(false), .null, .boolean(false)])
    expect(
      ComparisonKernels.compare(.less, huge, column), .boolean,
      [.boolean(false), .null, .boolean(false)])
  }

  @Test func aFractionLiesBetweenWholeNumbers() {
    let column = Vector.of(.bigint, [2, 3, -2, -3].map { .integer($0) })
    func compare(_ operation: ComparisonOperator, _ unscaled: Int128) -> [Bool] {
      let constant = Vector(
        constant: .decimal(unscaled: unscaled, scale: 1), type: .decimal(precision: 2, scale: 1),
        count: 4)
      return ComparisonKernels.compare(operation, column, constant).values.map {
        $0 == .boolean(true)
      }
    }
    #expect(compare(.less, 25) == [true, false, true, true])
    #expect(compare(.greaterOrEqual, 25) == [false, true, false, false])
    #expect(compare(.greater, -25) == [true, true, true, false])
    #expect(compare(.lessOrEqual, -25) == [false, false, false, true])
    #expect(compare(.equal, 25) == [false, false, false, false])
    #expect(compare(.notEqual, 25) == [true, true, true, true])
    #expect(compare(.equal, 20) == [true, false, false, false])
  }

  /// Texts of several zones, asked again and again: the first comparison notes what the others use.
  @Test func zonesOfTexts() {
    let endings = ["", "a", "apple", "banana", "bananas", "zebra", "Émile"]
    let values = (0..<3 * TextZones.rows + 70).map { row -> Value in
      // Zones of one kind of text, of all kinds, with and without NULLs and empty texts.
      switch row / TextZones.rows {
      case 0: .text("banana\(row % 7)")
      case 1: row % 5 == 0 ? .null : .text("x")
      case 2: .text(endings[row % endings.count])
      default: row % 3 == 0 ? .text("") : .text("bananarama")
      }
    }
    let vector = Vector(values, type: .varchar)
    let constants = ["", "a", "banana", "bananaram", "banana3", "x", "zz"]
    for constant in constants + constants {
      for operation in [ComparisonOperator.less, .lessOrEqual, .greater, .greaterOrEqual] {
        let answer = ComparisonKernels.compare(
          operation, vector,
          Vector(constant: .text(constant), type: .varchar, count: vector.count))
        for row in values.indices {
          let expected = Self.model(operation, values[row], .text(constant))
          if answer.value(row) != expected {
            Issue.record("row \(row): \(values[row]) \(operation) \(constant)")
            break
          }
        }
      }
    }
  }
}
