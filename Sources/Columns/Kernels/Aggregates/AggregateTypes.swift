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
