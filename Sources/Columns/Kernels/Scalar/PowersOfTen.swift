/// The powers of ten that scales and precisions speak of.
package enum PowersOfTen {
  /// 10^0 … 10^38, the last of which still fits 127 bits.
  static let integers: [Int128] = {
    var result: [Int128] = [1]
    while result.count <= DataType.maximumPrecision { result.append(result[result.count - 1] * 10) }
    return result
  }()

  /// 10^`exponent` for an exponent of 0 … 38; exponents outside are clamped to that.
  package static func integer(_ exponent: Int) -> Int128 {
    integers[min(max(exponent, 0), DataType.maximumPrecision)]
  }

  private static let doubles: [Double] = integers.map { Double($0) }

  /// 10^`exponent` as a double, exact up to 10^22, for an exponent of 0 … 38; exponents outside
  /// are clamped to that.
  package static func double(_ exponent: Int) -> Double {
    doubles[min(max(exponent, 0), DataType.maximumPrecision)]
  }

  /// The unscaled values that `type`, an exact number, DATE, TIMESTAMP or TIME, holds.
  static func range(of type: DataType) -> ClosedRange<Int128> {
    switch type {
    case .decimal(let precision, _): (1 - integer(precision))...(integer(precision) - 1)
    case .hugeint: Int128.min...Int128.max
    case .date: Int128(Int32.min)...Int128(Int32.max)
    case .time: 0...Int128(ClockTime.microsecondsPerDay)
    default: Int128(Int64.min)...Int128(Int64.max)
    }
  }
}
