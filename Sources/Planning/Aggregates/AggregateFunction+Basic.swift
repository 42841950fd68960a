import Columns

extension AggregateFunction {
  /// Counts, sums, means, extremes.
  static let basic: [AggregateFunction] = [
    AggregateFunction(
      "count", signature: "count(*) | count([DISTINCT] x)",
      help: "How many rows there are, or how many in which x is not NULL.",
      example:
        "SELECT count(*), count(x), count(DISTINCT x) FROM (VALUES ('NL'), ('NL'), (NULL)) AS t(x)",
      traits: [.count, .zeroOverNothing, .combinable]
    ) { (types, _) throws(ValueError) in
      types.count <= 1 ? AggregateOverload(types, .bigint) { CountState(rows: $0) } : nil
    },
    AggregateFunction(
      "sum", signature: "sum([DISTINCT] number or measure)",
      help: "The total; exact for whole numbers and decimals. NULL where there is no value.",
      example:
        "SELECT sum(quantity) FROM (VALUES (MEASURE '2 kg'), (MEASURE '500 g')) AS t(quantity)",
      traits: .combinable
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      switch types[0] {
      case .double:
        return AggregateOverload([.double], .double) { DoubleSumState(average: false, rows: $0) }
      case .percent:
        return AggregateOverload([.double], .percent) { DoubleSumState(average: false, rows: $0) }
      case .bigint, .hugeint, .decimal, .boolean, .null:
        let type = types[0].isExact ? types[0] : .bigint
        return AggregateOverload([type], AggregateTypes.sum(of: type)) {
          IntegerSumState(type: type, average: false, rows: $0)
        }
      case .measure:
        return AggregateOverload([.measure], .measure) { MeasureSumState(average: false, rows: $0) }
      default: return nil
      }
    },
    AggregateFunction(
      "avg", "mean", signature: "avg([DISTINCT] number)",
      help:
        "The arithmetic mean: a DOUBLE, or a moment or length of time. NULL where there is no value.",
      example:
        "SELECT avg(quantity) FROM (VALUES (MEASURE '4 kg'), (MEASURE '500 g')) AS t(quantity)"
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      switch types[0] {
      case .double, .null:
        return AggregateOverload([.double], .double) { DoubleSumState(average: true, rows: $0) }
      case .percent:
        return AggregateOverload([.double], .percent) { DoubleSumState(average: true, rows: $0) }
      case .bigint, .hugeint, .decimal:
        let type = types[0]
        return AggregateOverload([type], .double) {
          IntegerSumState(type: type, average: true, rows: $0)
        }
      case .date, .timestamp:
        return AggregateOverload([.timestamp], .timestamp) {
          TemporalAverageState(type: .timestamp, rows: $0)
        }
      case .time:
        return AggregateOverload([.time], .time) { TemporalAverageState(type: .time, rows: $0) }
      case .interval:
        return AggregateOverload([.interval], .interval) { IntervalAverageState(rows: $0) }
      case .measure:
        return AggregateOverload([.measure], .measure) { MeasureSumState(average: true, rows: $0) }
      default: return nil
      }
    },
    AggregateFunction(
      "min", signature: "min(x)",
      help: "The least value; texts in byte order. NULL where there is no value.",
      example:
        "SELECT min(seized_on) FROM (VALUES (DATE '2024-05-17'), (DATE '2022-11-03')) AS t(seized_on)",
      traits: [.idempotent, .combinable]
    ) { (types, _) throws(ValueError) in extreme(types, isMaximum: false) },
    AggregateFunction(
      "max", signature: "max(x)",
      help: "The greatest value; texts in byte order. NULL where there is no value.",
      example:
        "SELECT max(quantity) FROM (VALUES (MEASURE '900 g'), (MEASURE '1.2 kg')) AS t(quantity)",
      traits: [.idempotent, .combinable]
    ) { (types, _) throws(ValueError) in extreme(types, isMaximum: true) },
  ]

  /// Aggregates of conditions and of bits.
  static let logic: [AggregateFunction] = [
    AggregateFunction(
      "bool_and", "every", signature: "bool_and(condition)",
      help: "Whether the condition is true in all rows where it is not NULL.",
      example: "SELECT bool_and(kg > 0) AS all_weighed FROM (VALUES (2.5), (0), (7)) AS t(kg)",
      traits: [.idempotent, .combinable]
    ) { (types, _) throws(ValueError) in condition(types, isMaximum: false) },
    AggregateFunction(
      "bool_or", signature: "bool_or(condition)",
      help: "Whether the condition is true in at least one row.",
      example: "SELECT bool_or(kg > 100) AS any_large FROM (VALUES (2.5), (120), (7)) AS t(kg)",
      traits: [.idempotent, .combinable]
    ) { (types, _) throws(ValueError) in condition(types, isMaximum: true) },
    AggregateFunction(
      "count_if", "countif", signature: "count_if(condition)",
      help: "In how many rows the condition is true. NULL where it is nowhere true or false.",
      example: "SELECT count_if(kg >= 10) AS large FROM (VALUES (2.5), (12), (70)) AS t(kg)"
    ) { (types, _) throws(ValueError) in
      guard types == [.boolean] || types == [.null] else { return nil }
      return AggregateOverload([.bigint], .hugeint) {
        IntegerSumState(type: .bigint, average: false, rows: $0)
      }
    },
    bits("bit_and", .and, traits: [.idempotent, .combinable], help: "The bits set in all values."),
    bits("bit_or", .or, traits: [.idempotent, .combinable], help: "The bits set in any value."),
    bits(
      "bit_xor", .xor, traits: .combinable,
      help: "The bits set in an odd number of values."),
    AggregateFunction(
      "approx_count_distinct", signature: "approx_count_distinct(x)",
      help: "How many different values there are that are not NULL: exactly, as count(DISTINCT x).",
      example: "SELECT approx_count_distinct(x) FROM (VALUES ('CN'), ('IN'), ('CN')) AS t(x)",
      traits: [.distinct, .count, .zeroOverNothing]
    ) { (types, _) throws(ValueError) in
      types.count == 1 ? AggregateOverload(types, .bigint) { CountState(rows: $0) } : nil
    },
  ]

  private static func condition(_ types: [DataType], isMaximum: Bool) -> AggregateOverload? {
    guard types == [.boolean] || types == [.null] else { return nil }
    return AggregateOverload([.boolean], .boolean) {
      IntegerExtremeState(type: .boolean, isMaximum: isMaximum, rows: $0)
    }
  }

  private static func bits(
    _ name: String, _ operation: BitState.Operation, traits: Traits, help: String
  ) -> AggregateFunction {
    AggregateFunction(
      names: [name], signature: "\(name)(whole number)", help: help,
      example: "SELECT \(name)(flags) FROM (VALUES (7), (6), (4)) AS t(flags)", traits: traits
    ) { (types, _) throws(ValueError) in
      guard types.count == 1, [.bigint, .hugeint, .null].contains(types[0]) else { return nil }
      let type = types[0] == .null ? .bigint : types[0]
      return AggregateOverload([type], type) { BitState(operation, type: type, rows: $0) }
    }
  }

  /// The least or greatest value of one argument of any type.
  static func extreme(_ types: [DataType], isMaximum: Bool) -> AggregateOverload? {
    guard types.count == 1 else { return nil }
    let type = types[0]
    return AggregateOverload([type], type) { rows in
      switch type {
      case .double, .percent: DoubleExtremeState(isMaximum: isMaximum, rows: rows)
      case .varchar: TextExtremeState(isMaximum: isMaximum, rows: rows)
      case .interval: IntervalExtremeState(isMaximum: isMaximum, rows: rows)
      case .measure:
        MeasureState(
          IntegerExtremeState(type: MeasureState.amountType, isMaximum: isMaximum, rows: rows),
          rows: rows)
      default: IntegerExtremeState(type: type, isMaximum: isMaximum, rows: rows)
      }
    }
  }
}
