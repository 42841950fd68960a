import Columns
import Reference
import Testing

/// Sums over measures as a file has them, against sums value by value.
@Suite struct MeasureSumTests {
  private static let units = ["kg", "g", "mg", "lb", "oz"]

  /// Measures in a column of amounts and one of codes, and the same one by one.
  private static func column(
    _ random: inout SystemRandomNumberGenerator, rows: Int, limit: Int64, hasNulls: Bool
  ) throws -> (vector: Vector, measures: [Measure?]) {
    let amounts = (0..<rows).map { _ -> Value in
      hasNulls && Int.random(in: 0..<5, using: &random) == 0
        ? .null
        : .decimal(unscaled: Int128(Int64.random(in: -limit...limit, using: &random)), scale: 3)
    }
    let texts = TextStore([""] + Self.units)
    let codes = (0..<rows).map { _ in
      UInt8.random(in: 1...UInt8(Self.units.count), using: &random)
    }
    let named = Vector(
      type: .varchar, count: rows,
      storage: .code8(Buffer(codes), TextDictionary(texts: texts)))
    let vector = try MeasureMaking.make(
      Vector(amounts, type: .decimal(precision: 18, scale: 3)), named)
    let measures = (0..<rows).map { row -> Measure? in
      if case .measure(let measure) = vector.value(row) { measure } else { nil }
    }
    return (vector, measures)
  }

  @Test(arguments: [100, 30_000, 2_000_000_000, 1_000_000_000_000] as [Int64])
  func sumsAreExact(limit: Int64) throws {
    var random = SystemRandomNumberGenerator()
    for hasNulls in [false, true] {
      for groups in [1, 3] {
        var wanted = [Int128](repeating: 0, count: groups)
        let rows = GroupRowCounts()
        let state = MeasureSumState(average: false, rows: rows)
        for part in 0..<4 {
          let (vector, measures) = try Self.column(
            &random, rows: 1 + part * 77, limit: limit, hasNulls: hasNulls)
          let ids = Buffer((0..<vector.count).map { UInt32($0 % groups) })
          let numbers = GroupNumbers(
            ids: groups == 1 ? nil : UnsafePointer(ids.pointer), count: vector.count,
            groups: groups)
          // Half of the parts come packed, as results of expressions do.
          let fed = part % 2 == 0 ? vector : MeasurePacking.packed(vector)
          let partRows = GroupRowCounts()
          let partState = MeasureSumState(average: false, rows: partRows)
          partRows.update(numbers)
          try partState.update([fed], numbers)
          rows.merge(partRows)
          try state.merge(partState)
          for (row, measure) in measures.enumerated() {
            wanted[row % groups] += measure?.amount ?? 0
          }
          withExtendedLifetime(ids) {}
        }
        let result = try state.result(RowSelection(range: 0..<groups))
        for group in 0..<groups {
          guard case .measure(let sum) = result.value(group) else {
            Issue.record("no sum")
            continue
          }
          #expect(sum.amount == wanted[group])
        }
      }
    }
  }

  @Test func unlikeThingsAreRefusedWithTheirRows() throws {
    let units = Vector(
      [.text("kg"), .text("g"), .text("tablets"), .null], type: .varchar)
    let measures = try MeasureMaking.make(
      Vector((1...4).map { .integer($0) }, type: .bigint), units)
    let rows = GroupRowCounts()
    let state = MeasureSumState(average: false, rows: rows)
    let numbers = GroupNumbers(ids: nil, count: 4, groups: 1)
    rows.update(numbers)
    try state.update([measures], numbers)
    #expect(
      throws: ValueError.mixedDimensions([
        DimensionRows(dimension: .mass, rows: 2),
        DimensionRows(dimension: .count("tablets"), rows: 1),
        DimensionRows(dimension: .other(""), rows: 1),
      ])
    ) { try state.result(RowSelection(range: 0..<1)) }
  }

  @Test(
    arguments: [
      (7, 2, "3.5"), (1, 3, "0.333333333333333"), (-2, 3, "-0.666666666666667"), (10, 4, "2.5"),
      (5, 7, "0.714285714285714"), (100_000_000_000_000_000, 3, "33333333333333333"),
    ])
  func quotientsEndOrHave15Digits(amount: Int, divisor: Int, text: String) {
    let quotient = DecimalScaling.quotient(Int128(amount), scale: 0, divisor: Int128(divisor))
    #expect(
      ValueText.string(.decimal(unscaled: quotient.unscaled, scale: quotient.scale)) == text)
  }
}
