import Columns

extension AggregateFunction {
  /// Counts, sums, means, extremes.
  static let basic: [AggregateFunction] = [
    AggregateFunction(
      "count", signature: "count(*) | count([DISTINCT] x)",
      help: "How many rows there are, or how many in which x is not NULL.",
      traits: [.count, .combinable]
    ) { (types, _) throws(ValueError) in
      types.count <= 1 ? AggregateOverload(types, .bigint) { CountState(rows: $0) } : nil
    },
    AggregateFunction(
      "sum", signature: "sum([DISTINCT] number)",
      help: "The total; exact for whole numbers and decimals. NULL where there is no value.",
      traits: .combinable
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      switch types[0] {
      case .double:
        return AggregateOverload([.double], .double) { DoubleSumState(average: false, rows: $0) }
      case .bigint, .hugeint, .decimal, .boolean, .null:
        let type = types[0].isExact ? types[0] : .bigint
        return AggregateOverload([type], AggregateTypes.sum(of: type)) {
          IntegerSumState(type: type, average: false, rows: $0)
        }
      default: return nil
      }
    },
    AggregateFunction(
      "avg", "mean", signature: "avg([DISTINCT] number)",
      help: "The arithmetic mean, a DOUBLE. NULL where there is no value."
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      switch types[0] {
      case .double, .null:
        return AggregateOverload([.double], .double) { DoubleSumState(average: true, rows: $0) }
      case .bigint, .hugeint, .decimal:
        let type = types[0]
        return AggregateOverload([type], .double) {
          IntegerSumState(type: type, average: true, rows: $0)
        }
      default: return nil
      }
    },
    AggregateFunction(
      "min", signature: "min(x)",
      help: "The least value; texts in byte order. NULL where there is no value.",
      traits: [.idempotent, .combinable]
    ) { (types, _) throws(ValueError) in extreme(types, isMaximum: false) },
    AggregateFunction(
      "max", signature: "max(x)",
      help: "The greatest value; texts in byte order. NULL where there is no value.",
      traits: [.idempotent, .combinable]
    ) { (types, _) throws(ValueError) in extreme(types, isMaximum: true) },
  ]

  /// The least or greatest value of one argument of any type.
  static func extreme(_ types: [DataType], isMaximum: Bool) -> AggregateOverload? {
    guard types.count == 1 else { return nil }
    let type = types[0]
    return AggregateOverload([type], type) { rows in
      switch type {
      case .double: DoubleExtremeState(isMaximum: isMaximum, rows: rows)
      case .varchar: TextExtremeState(isMaximum: isMaximum, rows: rows)
      case .interval: IntervalExtremeState(isMaximum: isMaximum, rows: rows)
      default: IntegerExtremeState(type: type, isMaximum: isMaximum, rows: rows)
      }
    }
  }
}
