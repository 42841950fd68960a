import Columns
import Reference
import Testing

@Suite struct MeasureConversionTests {
  /// All units that somebody knows, by what they measure.
  static let dimensions: [[Reference.Unit]] = {
    var result: [Dimension: [Reference.Unit]] = [:]
    for unit in Units.all { result[unit.dimension, default: []].append(unit) }
    return result.values.filter { $0.count > 1 }.sorted { $0[0].symbol < $1[0].symbol }
  }()

  // A conversion changes what is shown, never the amount.
  @Test(arguments: dimensions)
  func everyPairThereAndBack(units: [Reference.Unit]) throws {
    let context = EvaluationContext()
    for from in units {
      for to in units {
        for digits in [1, 123_456] as [Int128] {
          let measure = try #require(Measure(digits, scale: 3, unit: from))
          let vector = Vector(constant: .measure(measure), type: .measure, count: 1)
          let there = try MeasureConversion.convert(vector, to: to)
          let back = try MeasureConversion.tryConvert(there, to: from, context)
          #expect(back.value(0) == .measure(measure), "\(from.symbol) to \(to.symbol)")
          guard case .measure(let shown) = there.value(0) else { continue }
          expectNear(shown.shown, digits, from, to)
        }
      }
    }
    #expect(context.unconverted.isEmpty)
  }

  /// The amount shown, multiplied back by the two factors, is the amount given: exactly where it has
  /// a last digit within 38, else to 15 digits.
  private func expectNear(
    _ shown: (unscaled: Int128, scale: Int), _ digits: Int128, _ from: Reference.Unit,
    _ to: Reference.Unit
  ) {
    func double(_ number: Int128, _ scale: Int) -> Double {
      Double("\(number)e\(-scale)") ?? .nan
    }
    let found =
      double(shown.unscaled, shown.scale) * double(Int128(to.factor.unscaled), to.factor.scale)
    let wanted = double(digits, 3) * double(Int128(from.factor.unscaled), from.factor.scale)
    // The doubles of this test add three roundings of their own.
    #expect(
      abs(found - wanted) <= wanted * 6e-15, "\(from.symbol) to \(to.symbol): \(found), \(wanted)")
  }

  @Test(
    arguments: [
      ("1 lb", "kg", "0.45359237 kg"), ("1 lb", "g", "453.59237 g"),
      ("1 oz", "kg", "0.028349523125 kg"), ("1 dozen", "pieces", "12 pieces"),
      ("1 US gallon", "ml", "3785.411784 ml"), ("1 acre", "m2", "4046.8564224 m2"),
      ("1 kg", "lb", "2.20462262184878 lb"), ("1 l", "US gallon", "0.264172052358148 US gal"),
      ("1 t", "mg", "1000000000 mg"), ("7 tablets", "items", "7 items"),
      ("3 dozen", "items", "36 items"),
    ])
  func shows(written: String, unit: String, shown: String) throws {
    let text = Vector(constant: .text(written), type: .varchar, count: 1)
    let measure = try CastKernels.cast(text, to: .measure)
    let target = try #require(Units.unit(unit))
    let converted = try MeasureConversion.convert(measure, to: target)
    #expect(ValueText.string(converted.value(0)) == shown)
  }

  @Test func whatHasAnotherDimensionIsCountedAndNull() throws {
    let context = EvaluationContext()
    let units = Vector([.text("kg"), .text("tablets"), .null, .text("lb")], type: .varchar)
    let amounts = Vector([.integer(1), .integer(2), .integer(3), .null], type: .bigint)
    let measures = try MeasureMaking.make(amounts, units)
    let kilograms = try MeasureConversion.tryConvert(measures, to: Units.base(of: .mass), context)
    #expect((0..<4).map { kilograms.isNull($0) } == [false, true, true, true])
    #expect(context.unconverted.map(\.rows) == [2])
    #expect(throws: ValueError.self) {
      try MeasureConversion.convert(measures, to: Units.base(of: .mass))
    }
  }
}
