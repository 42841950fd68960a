import Testing

@testable import Columns

struct LogicTests {
  private static func and(_ values: [Value]) -> Value {
    if values.contains(.boolean(false)) { return .boolean(false) }
    return values.contains(.null) ? .null : .boolean(true)
  }

  private static func or(_ values: [Value]) -> Value {
    if values.contains(.boolean(true)) { return .boolean(true) }
    return values.contains(.null) ? .null : .boolean(false)
  }

  @Test(arguments: Samples.counts)
  func twoAndThreeOperands(count: Int) {
    let vectors = Samples.booleans(count, seed: 11) + Samples.booleans(count, seed: 12)
    for a in vectors {
      for b in vectors {
        for c in [nil, vectors[1]] {
          let operands = [a, b] + (c.map { [$0] } ?? [])
          let rows = (0..<count).map { row in operands.map { $0.value(row) } }
          expect(LogicKernels.and(operands, count: count), .boolean, rows.map(Self.and))
          expect(LogicKernels.or(operands, count: count), .boolean, rows.map(Self.or))
        }
      }
    }
  }

  @Test(arguments: Samples.counts)
  func tests(count: Int) {
    for vector in Samples.booleans(count) {
      let values = vector.values
      expect(
        LogicKernels.not(vector), .boolean,
        values.map { $0.isNull ? .null : .boolean($0 != .boolean(true)) })
      for isNegated in [false, true] {
        expect(
          LogicKernels.isNull(vector, isNegated: isNegated), .boolean,
          values.map { .boolean($0.isNull != isNegated) })
        for value in [false, true] {
          expect(
            LogicKernels.is(value, vector, isNegated: isNegated), .boolean,
            values.map { .boolean(($0 == .boolean(value)) != isNegated) })
        }
      }
    }
  }

  @Test func nullTestOfOtherTypes() {
    for vector in Samples.texts(65) + Samples.integers(65) + Samples.doubles(65) {
      expect(
        LogicKernels.isNull(vector, isNegated: false), .boolean,
        vector.values.map { .boolean($0.isNull) })
    }
  }
}
