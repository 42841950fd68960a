/// The result types of aggregates.
package enum AggregateTypes {
  /// The type of a sum: wide enough that no sum of values that fit in memory overflows it.
  package static func sum(of type: DataType) -> DataType {
    switch type {
    case .bigint, .hugeint: .hugeint
    case .decimal(_, let scale): .decimal(precision: DataType.maximumPrecision, scale: scale)
    default: .double
    }
  }
}

/// Powers of ten.
package enum DecimalPowers {
  /// 10^`exponent`, for 0 … 38.
  package static func integer(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// 10^`exponent` as a double: exact up to 22.
  package static func double(_ exponent: Int) -> Double {
    Double(integer(exponent))
  }
}
