import Columns

extension AggregateFunction {
  /// Deviations, correlation, regression, moments.
  static let statistics: [AggregateFunction] = [
    deviation(
      .sampleDeviation, "stddev", "stddev_samp",
      help: "The sample standard deviation; NULL for fewer than two values."),
    deviation(
      .populationDeviation, "stddev_pop", help: "The population standard deviation."),
    deviation(
      .sampleVariance, "variance", "var_samp",
      help: "The sample variance; NULL for fewer than two values."),
    deviation(.populationVariance, "var_pop", help: "The population variance."),
    deviation(
      .standardError, "sem",
      help: "The standard error of the mean, from the population standard deviation."),

    pair(.correlation, "corr", help: "Pearson's coefficient of correlation."),
    pair(.populationCovariance, "covar_pop", help: "The population covariance."),
    pair(
      .sampleCovariance, "covar_samp",
      help: "The sample covariance; NULL for fewer than two pairs."),
    pair(
      .count, "regr_count", result: .bigint, traits: .zeroOverNothing,
      help: "How many pairs have no NULL."),
    pair(.averageX, "regr_avgx", help: "The mean of x in pairs without a NULL."),
    pair(.averageY, "regr_avgy", help: "The mean of y in pairs without a NULL."),
    pair(.sumXX, "regr_sxx", help: "The sum of the squared distances of x from its mean."),
    pair(.sumYY, "regr_syy", help: "The sum of the squared distances of y from its mean."),
    pair(.sumXY, "regr_sxy", help: "The sum of the products of both distances from the means."),
    pair(.slope, "regr_slope", help: "The slope of the regression line of y over x."),
    pair(
      .intercept, "regr_intercept", help: "Where the regression line of y over x has x = 0."),
    pair(
      .determination, "regr_r2",
      help: "The share of the variance of y that the regression line explains."),

    number(
      "skewness", help: "How lopsided the values are; NULL for fewer than three.",
      example: "SELECT round(skewness(kg), 2) FROM (VALUES (1), (2), (2), (3), (90)) AS t(kg)"
    ) { ShapeState(.skewness, rows: $0) },
    number(
      "kurtosis",
      help: "How heavy the tails are, corrected for the sample; NULL for fewer than four values.",
      example: "SELECT round(kurtosis(kg), 2) FROM (VALUES (1), (2), (2), (3), (90)) AS t(kg)"
    ) { ShapeState(.kurtosis, rows: $0) },
    number(
      "kurtosis_pop", help: "How heavy the tails are, without correction.",
      example: "SELECT round(kurtosis_pop(kg), 2) FROM (VALUES (1), (2), (2), (3), (90)) AS t(kg)"
    ) {
      ShapeState(.populationKurtosis, rows: $0)
    },
    number(
      "product", help: "The product of the values, a DOUBLE.",
      example: "SELECT round(product(factor), 3) FROM (VALUES (1.1), (1.2), (0.9)) AS t(factor)"
    ) { ProductState(rows: $0) },
    number(
      "geomean", "geometric_mean", help: "The geometric mean of numbers that are not negative.",
      example: "SELECT round(geomean(factor), 3) FROM (VALUES (1.1), (1.2), (0.9)) AS t(factor)"
    ) { GeometricMeanState(rows: $0) },
    number(
      "fsum", "sumkahan", "kahan_sum",
      help: "The total as a DOUBLE, with the rounding errors of the additions made up for.",
      example: "SELECT fsum(kg) FROM (VALUES (1e16), (1.0), (-1e16)) AS t(kg)"
    ) { CompensatedSumState(average: false, rows: $0) },
    number(
      "favg", help: "The mean, with the rounding errors of the additions made up for.",
      example: "SELECT favg(kg), avg(kg) FROM (VALUES (1e16), (1.0), (-1e16)) AS t(kg)"
    ) {
      CompensatedSumState(average: true, rows: $0)
    },
    number(
      "hhi",
      help:
        "How concentrated a total is (Herfindahl-Hirschman): the sum of the squared shares, 1 where one has all.",
      example: "SELECT hhi(n) FROM (VALUES ('CN', 60), ('IN', 30), ('TR', 10)) AS t(origin, n)"
    ) { ConcentrationState(rows: $0) },
    AggregateFunction(
      names: ["weighted_avg", "wavg"], signature: "weighted_avg(number, weight)",
      help: "The mean in which each value counts by its weight; NULL where the weights are 0.",
      example:
        "SELECT weighted_avg(price, kg), avg(price) FROM (VALUES (40, 1), (10, 9)) AS t(price, kg)"
    ) { (types, _) throws(ValueError) in
      guard types.count == 2, types.allSatisfy(isNumber) else { return nil }
      return AggregateOverload([.double, .double], .double) { WeightedMeanState(rows: $0) }
    },
  ]

  private static func deviation(
    _ measure: DeviationState.Measure, _ names: String..., help: String
  ) -> AggregateFunction {
    // A variance of measures would be in squares of a unit.
    let isVariance = measure == .sampleVariance || measure == .populationVariance
    return AggregateFunction(
      names: names, signature: "\(names[0])([DISTINCT] number)", help: help,
      example: "SELECT \(names[0])(kg) FROM (VALUES (2), (2), (2), (6)) AS t(kg)"
    ) { (types, _) throws(ValueError) in
      guard types.count == 1 else { return nil }
      if types[0] == .measure && !isVariance {
        return AggregateOverload([.measure], .measure) { rows in
          MeasureState(AmountState(DeviationState(measure, rows: rows), rows: rows), rows: rows)
        }
      }
      guard isNumber(types[0]) else { return nil }
      return AggregateOverload([.double], .double) { DeviationState(measure, rows: $0) }
    }
  }

  /// A function of one DOUBLE.
  private static func number(
    _ names: String..., help: String, example: String,
    makeState: @escaping @Sendable (GroupRowCounts) -> AggregateState
  ) -> AggregateFunction {
    AggregateFunction(
      names: names, signature: "\(names[0])([DISTINCT] number)", help: help, example: example
    ) { (types, _) throws(ValueError) in
      guard types.count == 1, isNumber(types[0]) else { return nil }
      return AggregateOverload([.double], .double, makeState: makeState)
    }
  }

  /// A function of pairs `(y, x)` of DOUBLEs.
  private static func pair(
    _ measure: PairState.Measure, _ name: String, result: DataType = .double,
    traits: Traits = [], help: String
  ) -> AggregateFunction {
    AggregateFunction(
      names: [name], signature: "\(name)(y, x)", help: help,
      example:
        "SELECT \(name)(usd, kg) FROM (VALUES (1, 22), (2, 28), (3, 38), (4, 52)) AS t(kg, usd)",
      traits: traits
    ) { (types, _) throws(ValueError) in
      guard types.count == 2, types.allSatisfy(isNumber) else { return nil }
      return AggregateOverload([.double, .double], result) { PairState(measure, rows: $0) }
    }
  }

  /// Whether a value of `type` is taken for a DOUBLE.
  static func isNumber(_ type: DataType) -> Bool { type.isNumeric || type == .null }
}
