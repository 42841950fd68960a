import Testing

#if canImport(Glibc)
  import Glibc
#endif

@testable import Columns

struct StatisticStateTests {
  /// What each measure is, from all values of a group at once.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let make: @Sendable (GroupRowCounts) -> AggregateState
    let expected: @Sendable ([Double]) -> Double?

    var testDescription: String { name }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The mean of the `power`th powers of the distances from the mean.
  private static func moment(_ power: Int, _ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + pow($1 - mean, Double(power)) } / Double(values.count)
  }

  static let cases: [Case] = [
    Case(name: "var_pop", make: { DeviationState(.populationVariance, rows: $0) }) {
      $0.isEmpty ? nil : moment(2, $0)
    },
    Case(name: "var_samp", make: { DeviationState(.sampleVariance, rows: $0) }) { values in
      let n = Double(values.count)
      return n < 2 ? nil : moment(2, values) * n / (n - 1)
    },
    Case(name: "stddev_pop", make: { DeviationState(.populationDeviation, rows: $0) }) {
      $0.isEmpty ? nil : sqrt(moment(2, $0))
    },
    Case(name: "stddev_samp", make: { DeviationState(.sampleDeviation, rows: $0) }) { values in
      let n = Double(values.count)
      return n < 2 ? nil : sqrt(moment(2, values) * n / (n - 1))
    },
    Case(name: "sem", make: { DeviationState(.standardError, rows: $0) }) {
      $0.isEmpty ? nil : sqrt(moment(2, $0) / Double($0.count))
    },
    Case(name: "skewness", make: { ShapeState(.skewness, rows: $0) }) { values in
      let n = Double(values.count)
      guard n >= 3, moment(2, values) > 1e-12 else { return nil }
      return sqrt(n * (n - 1)) / (n - 2) * moment(3, values) / pow(moment(2, values), 1.5)
    },
    Case(name: "kurtosis_pop", make: { ShapeState(.populationKurtosis, rows: $0) }) { values in
      guard values.count >= 2, moment(2, values) > 1e-12 else { return nil }
      return moment(4, values) / pow(moment(2, values), 2) - 3
    },
    Case(name: "kurtosis", make: { ShapeState(.kurtosis, rows: $0) }) { values in
      let n = Double(values.count)
      guard n >= 4, moment(2, values) > 1e-12 else { return nil }
      let ratio = moment(4, values) / pow(moment(2, values), 2)
      return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * ratio - 3 * (n - 1))
    },
    Case(name: "product", make: { ProductState(rows: $0) }) {
      $0.isEmpty ? nil : $0.reduce(1, *)
    },
    Case(name: "fsum", make: { CompensatedSumState(average: false, rows: $0) }) {
      $0.isEmpty ? nil : $0.reduce(0, +)
    },
    Case(name: "favg", make: { CompensatedSumState(average: true, rows: $0) }) {
      $0.isEmpty ? nil : mean($0)
    },
  ]

  @Test(arguments: cases, [nil, 1, 3, 20])
  func agreesWithTheDefinition(_ test: Case, groups: Int?) throws {
    let pool: [Value] = [-3, -1.5, 0.25, 0.5, 1, 2, 2.75, 1000].map { .double($0) }
    for seed in UInt64(1)...6 {
      let rows = RandomRows(
        [.double], pools: [pool], batchSizes: [0, 1, 9, 30, 5], groups: groups, seed: seed)
      let (whole, merged) = try rows.results(test.make)
      for group in 0..<rows.groupCount {
        let expected = test.expected(rows.rows(of: group).compactMap(\.[0].number))
        #expect(isClose(whole[group], expected), "seed \(seed)")
        #expect(isClose(merged[group], expected), "seed \(seed)")
      }
    }
  }

  @Test func spreadsOfLargeNumbersAreNotLost() throws {
    let values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16].map { Value.double($0) }
    for (make, expected) in [
      ({ DeviationState(.sampleVariance, rows: $0) }, 30.0),
      ({ ShapeState(.skewness, rows: $0) }, 0.0),
    ] as [((GroupRowCounts) -> AggregateState, Double)] {
      var feed = StateFeed(make)
      try feed.update(Vector(values, type: .double))
      #expect(isClose(try feed.results()[0], expected))
    }
  }

  @Test func sumsMakeUpForRoundingErrors() throws {
    var feed = StateFeed { CompensatedSumState(average: false, rows: $0) }
    try feed.update(Vector([1, 1e100, 1, -1e100].map { .double($0) }, type: .double))
    #expect(try feed.results() == [.double(2)])
  }

  @Test func overflowIsAnErrorAndInfinityIsNot() throws {
    let makers: [(GroupRowCounts) -> AggregateState] = [
      { DeviationState(.populationVariance, rows: $0) }, { ShapeState(.kurtosis, rows: $0) },
      { ProductState(rows: $0) },
    ]
    for make in makers {
      let large = [1e308, -1e308, 1e308, 1.5].map { Value.double($0) }
      #expect(throws: ValueError.overflow(type: .double)) {
        var feed = StateFeed(make)
        try feed.update(Vector(large, type: .double))
        _ = try feed.results()
      }
      var feed = StateFeed(make)
      try feed.update(Vector([.infinity, 1, 2, 3, 4].map { .double($0) }, type: .double))
      #expect(try feed.results()[0].number?.isFinite == false)
    }
  }
}

struct PairStateTests {
  typealias Pairs = [(y: Double, x: Double)]

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let measure: PairState.Measure
    let expected: @Sendable (Pairs) -> Double?

    var testDescription: String { name }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private static func products(_ a: [Double], _ b: [Double]) -> Double {
    let (meanA, meanB) = (mean(a), mean(b))
    return zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
  }

  private static func slope(_ pairs: Pairs) -> Double {
    products(pairs.map(\.x), pairs.map(\.y)) / products(pairs.map(\.x), pairs.map(\.x))
  }

  /// Where x does not vary there is no slope.
  private static func varies(_ values: [Double]) -> Bool { Set(values).count > 1 }

  static let cases: [Case] = [
    Case(name: "covar_pop", measure: .populationCovariance) {
      products($0.map(\.x), $0.map(\.y)) / Double($0.count)
    },
    Case(name: "covar_samp", measure: .sampleCovariance) {
      $0.count < 2 ? nil : products($0.map(\.x), $0.map(\.y)) / Double($0.count - 1)
    },
    Case(name: "corr", measure: .correlation) { pairs in
      guard varies(pairs.map(\.x)), varies(pairs.map(\.y)) else { return .nan }
      return products(pairs.map(\.x), pairs.map(\.y))
        / sqrt(products(pairs.map(\.x), pairs.map(\.x)))
        / sqrt(products(pairs.map(\.y), pairs.map(\.y)))
    },
    Case(name: "regr_avgx", measure: .averageX) { mean($0.map(\.x)) },
    Case(name: "regr_avgy", measure: .averageY) { mean($0.map(\.y)) },
    Case(name: "regr_sxx", measure: .sumXX) { products($0.map(\.x), $0.map(\.x)) },
    Case(name: "regr_syy", measure: .sumYY) { products($0.map(\.y), $0.map(\.y)) },
    Case(name: "regr_sxy", measure: .sumXY) { products($0.map(\.x), $0.map(\.y)) },
    Case(name: "regr_slope", measure: .slope) { varies($0.map(\.x)) ? slope($0) : .nan },
    Case(name: "regr_intercept", measure: .intercept) { pairs in
      varies(pairs.map(\.x)) ? mean(pairs.map(\.y)) - slope(pairs) * mean(pairs.map(\.x)) : nil
    },
    Case(name: "regr_r2", measure: .determination) { pairs in
      guard varies(pairs.map(\.x)) else { return nil }
      guard varies(pairs.map(\.y)) else { return 1 }
      let product = products(pairs.map(\.x), pairs.map(\.y))
      return product * product / products(pairs.map(\.x), pairs.map(\.x))
        / products(pairs.map(\.y), pairs.map(\.y))
    },
  ]

  @Test(arguments: cases, [nil, 4, 30])
  func agreesWithTheDefinition(_ test: Case, groups: Int?) throws {
    let pools: [[Value]] = [[-2, 0.5, 1, 4, 9], [-8, 0, 0.25, 3]].map { $0.map { .double($0) } }
    for seed in UInt64(1)...6 {
      let rows = RandomRows(
        [.double, .double], pools: pools, batchSizes: [3, 0, 20, 9], groups: groups, seed: seed)
      let (whole, merged) = try rows.results { PairState(test.measure, rows: $0) }
      for group in 0..<rows.groupCount {
        let pairs = rows.rows(of: group).compactMap { row -> (y: Double, x: Double)? in
          guard let y = row[0].number, let x = row[1].number else { return nil }
          return (y, x)
        }
        let expected = pairs.isEmpty ? nil : test.expected(pairs)
        #expect(isClose(whole[group], expected), "seed \(seed)")
        #expect(isClose(merged[group], expected), "seed \(seed)")
      }
    }
  }

  @Test func countsPairsWithoutNull() throws {
    let rows = RandomRows(
      [.double, .double], pools: [[.double(1)], [.double(2)]], batchSizes: [4, 30], groups: 5,
      seed: 9)
    let (whole, merged) = try rows.results { PairState(.count, rows: $0) }
    let expected = (0..<rows.groupCount).map { group in
      Value.integer(Int128(rows.rows(of: group).count { !$0[0].isNull && !$0[1].isNull }))
    }
    #expect(whole == expected)
    #expect(merged == expected)
  }
}
