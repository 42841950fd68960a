import Columns

extension AggregateFunction {
  /// Medians and other quantiles, the most frequent value, entropy.
  static let quantiles: [AggregateFunction] = [
    AggregateFunction(
      "median", "approx_median", signature: "median([DISTINCT] x)",
      help:
        "The value in the middle; of an even number of values the mean of the two, exact for a DECIMAL.",
      example: "SELECT median(kg), avg(kg) FROM (VALUES (1), (2), (3), (900)) AS t(kg)"
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      if types[0] == .interval {
        return AggregateOverload([.interval], .interval) {
          QuantileState(
            .half, isContinuous: true, type: .interval, resultType: .interval, rows: $0)
        }
      }
      return continuous(types[0], .half) ?? discrete(types[0], .half)
    },
    AggregateFunction(
      "quantile_cont", signature: "quantile_cont(x, fraction)",
      help:
        "The value below which lies a share of the values, between two where it must be, exact for a DECIMAL.",
      example: "SELECT quantile_cont(kg, 0.9) FROM (VALUES (1.0), (2.0), (3.0), (40.0)) AS t(kg)"
    ) { (types, constants) throws(ValueError) in
      guard types.count == 2, isNumber(types[1]) else { return nil }
      guard isContinuous(types[0]) else { return nil }
      return continuous(types[0], try QuantileFraction(constants[1]))
    },
    AggregateFunction(
      "quantile_disc", "quantile", "reservoir_quantile", signature: "quantile_disc(x, fraction)",
      help: "The first value at or below which lies at least a share of the values.",
      example: "SELECT quantile_disc(kg, 0.9) FROM (VALUES (1.0), (2.0), (3.0), (40.0)) AS t(kg)"
    ) { (types, constants) throws(ValueError) in
      guard types.count == 2, isNumber(types[1]) else { return nil }
      return discrete(types[0], try QuantileFraction(constants[1]))
    },
    AggregateFunction(
      "approx_quantile", signature: "approx_quantile(x, fraction)",
      help: "The same as quantile_cont, and as exact, rounded to the type of x.",
      example: "SELECT approx_quantile(kg, 0.9) FROM (VALUES (1.0), (2.0), (3.0), (40.0)) AS t(kg)"
    ) { (types, constants) throws(ValueError) in
      guard types.count == 2, isNumber(types[1]), isContinuous(types[0]) else { return nil }
      let fraction = try QuantileFraction(constants[1])
      switch types[0] {
      case .bigint, .hugeint:
        let type = types[0]

        return AggregateOverload([type], type) {
          QuantileState(
            fraction, isContinuous: true, type: type, resultType: type,
            rows: $0)
        }
      case .date: return discrete(.date, fraction)
      default: return continuous(types[0], fraction)
      }
    },
    AggregateFunction(
      "percentile_cont",
      signature: "percentile_cont(fraction) WITHIN GROUP (ORDER BY x [DESC])",
      help: "The value below which lies a share of the values, between two where it must be.",
      example:
        "SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY kg) FROM (VALUES (1.0), (2.5), (40.0)) AS t(kg)",
      traits: [.withinGroup, .orderedSet]
    ) { (types, constants) throws(ValueError) in
      guard types.count == 3, isContinuous(types[0]), isNumber(types[1]) else { return nil }
      return continuous(types[0], try percentile(constants))
    },
    AggregateFunction(
      "percentile_disc",
      signature: "percentile_disc(fraction) WITHIN GROUP (ORDER BY x [DESC])",
      help: "The first value at or below which lies at least a share of the values.",
      example:
        "SELECT percentile_disc(0.9) WITHIN GROUP (ORDER BY kg) FROM (VALUES (1.0), (2.5), (40.0)) AS t(kg)",
      traits: [.withinGroup, .orderedSet]
    ) { (types, constants) throws(ValueError) in
      guard types.count == 3, isNumber(types[1]) else { return nil }
      return discrete(types[0], try percentile(constants))
    },
    AggregateFunction(
      "mad", signature: "mad([DISTINCT] x)",
      help: "The median of the distances from the median, of numbers or moments of time.",
      example: "SELECT mad(kg) FROM (VALUES (1), (2), (3), (90)) AS t(kg)"
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      let taken: DataType
      let result: DataType
      switch types[0] {
      case .decimal: (taken, result) = (types[0], types[0])
      case .measure:
        return AggregateOverload([.measure], .measure) { rows in
          MeasureState(
            MedianDeviationState(type: MeasureState.amountType, rows: rows), rows: rows)
        }
      case .date, .timestamp: (taken, result) = (.timestamp, .interval)
      case .time: (taken, result) = (.time, .interval)
      case let type where isNumber(type): (taken, result) = (.double, .double)
      default: return nil
      }
      return AggregateOverload([taken], result) { MedianDeviationState(type: taken, rows: $0) }
    },
    AggregateFunction(
      "mode", signature: "mode(x)",
      help: "The most frequent value; of several the one that comes first.",
      example: "SELECT mode(origin) FROM (VALUES ('CN'), ('IN'), ('CN')) AS t(origin)",
      traits: [.ordered, .withinGroup]
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      let type = types[0]
      return AggregateOverload([type], type) { FrequencyState(.mode, type: type, rows: $0) }
    },
    AggregateFunction(
      "entropy", signature: "entropy(x)",
      help: "The entropy of the distribution of the values, in bits.",
      example: "SELECT entropy(origin) FROM (VALUES ('CN'), ('CN'), ('IN'), ('TR')) AS t(origin)",
      traits: .zeroOverNothing
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      let type = types[0]
      return AggregateOverload([type], .double) { FrequencyState(.entropy, type: type, rows: $0) }
    },
  ]

  private static func percentile(_ constants: [Value?]) throws(ValueError) -> QuantileFraction {
    try QuantileFraction(constants[1], isDescending: constants[2] == .boolean(true))
  }

  private static func isContinuous(_ type: DataType) -> Bool {
    isNumber(type) || type == .date || type == .timestamp || type == .time || type == .measure
  }

  /// nil where no value lies between two of `type`.
  private static func continuous(
    _ type: DataType, _ fraction: QuantileFraction
  ) -> AggregateOverload? {
    let taken: DataType
    let result: DataType
    if type == .measure { return measured(fraction, isContinuous: true) }
    switch type {
    case .null, .double: (taken, result) = (.double, .double)
    case .percent: (taken, result) = (.double, .percent)
    case .bigint, .hugeint: (taken, result) = (type, .double)
    case .decimal(let precision, let scale):
      // What lies between two values has as many digits more as the share has.
      let digits = min(fraction.digits, DataType.maximumPrecision - precision)
      (taken, result) = (type, .decimal(precision: precision + digits, scale: scale + digits))
    case .time: (taken, result) = (type, type)
    case .date, .timestamp: (taken, result) = (.timestamp, .timestamp)
    default: return nil
    }
    return AggregateOverload([taken], result) {
      QuantileState(
        fraction, isContinuous: true, type: taken,
        resultType: result == .percent ? .double : result, rows: $0)
    }
  }

  /// A quantile of measures: that of their amounts.
  private static func measured(
    _ fraction: QuantileFraction, isContinuous: Bool
  ) -> AggregateOverload {
    let type = MeasureState.amountType
    return AggregateOverload([.measure], .measure) { rows in
      MeasureState(
        QuantileState(
          fraction, isContinuous: isContinuous, type: type, resultType: type, rows: rows),
        rows: rows)
    }
  }

  private static func discrete(
    _ type: DataType, _ fraction: QuantileFraction
  ) -> AggregateOverload {
    if type == .measure { return measured(fraction, isContinuous: false) }
    return AggregateOverload([type], type) {
      QuantileState(fraction, isContinuous: false, type: type, resultType: type, rows: $0)
    }
  }
}
