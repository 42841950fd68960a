import Testing

@testable import Columns

struct SelectionTests {
  /// Arrangements that are hard on a choice of pivots.
  static let arrangements: [(name: String, values: [UInt64])] = [
    ("one", [7]), ("equal", Array(repeating: 5, count: 300)), ("ascending", Array(0..<300)),
    ("descending", (0..<300).reversed()), ("two values", (0..<300).map { $0 % 2 }),
    ("organ pipe", Array(0..<150) + (0..<150).reversed()),
    ("mixed", (0..<300).map { $0 &* 0x9E37_79B9_7F4A_7C15 >> 50 }),
    ("skewed", (0..<300).map { 1 << ($0 % 64) &+ $0 }), ("high", (0..<300).map { .max - $0 * $0 }),
    ("extremes", (0..<90).map { $0 % 3 == 0 ? .max : $0 % 3 == 1 ? 0 : 1 << 63 }),
  ]

  @Test(arguments: arrangements.indices)
  func findsEveryPlace(arrangement: Int) {
    let values = Self.arrangements[arrangement].values
    let sorted = values.sorted()
    for place in values.indices {
      for other in [place, min(place + 1, values.count - 1)] {
        let found = values.withUnsafeBufferPointer {
          Selection.values(at: place, and: other, of: $0)
        }
        #expect(found.low == sorted[place])
        #expect(found.high == sorted[other])
      }
    }
  }
}

struct QuantileStateTests {
  static let fractions: [Value] = [
    .integer(0), .integer(1), .decimal(unscaled: 25, scale: 2), .decimal(unscaled: 5, scale: 1),
    .decimal(unscaled: -3, scale: 1), .double(0.9), .integer(-1),
  ]

  /// Types whose values have an order that a test can state, with values.
  static let pools: [(type: DataType, values: [Value])] = [
    (.bigint, [-9_000_000_000, -1, 0, 3, 4, 9_000_000_000].map { .integer($0) }),
    (.double, [-.infinity, -1.5, 0, 2, 1e300].map { .double($0) }),
    (.hugeint, [-(1 << 100), 5, 1 << 90, 1 << 100].map { .integer($0) }),
    (.varchar, ["", "a", "ab", "b", "é"].map { .text($0) }),
    (.boolean, [.boolean(false), .boolean(true)]),
    (
      .decimal(precision: 5, scale: 2),
      [-199, 0, 25, 1250].map { .decimal(unscaled: $0, scale: 2) }
    ),
    (.date, [-400, 0, 19_000].map { .date($0) }),
  ]

  @Test(arguments: pools.indices, fractions.indices)
  func discreteIsAValueOfTheGroup(pool: Int, fraction: Int) throws {
    let (type, values) = Self.pools[pool]
    let share = try QuantileFraction(Self.fractions[fraction])
    for groups in [nil, 3, 40] {
      let rows = RandomRows(
        [type], pools: [values], batchSizes: [5, 1, 60], groups: groups, seed: UInt64(pool + 1))
      let (whole, merged) = try rows.results {
        QuantileState(share, isContinuous: false, type: type, resultType: type, rows: $0)
      }
      let expected = (0..<rows.groupCount).map { group -> Value in
        let sorted = rows.rows(of: group).map { $0[0] }.filter { !$0.isNull }
          .map { value in values.firstIndex(of: value) ?? 0 }.sorted()
        return sorted.isEmpty ? .null : values[sorted[share.discretePlace(sorted.count)]]
      }
      #expect(whole == expected)
      #expect(merged == expected)
    }
  }

  /// Values of a group large enough that all but those around the share are only counted.
  static let arrangements: [(name: String, value: @Sendable (Int) -> Int)] = [
    ("mixed", { Int(truncatingIfNeeded: UInt64($0) &* 0x9E37_79B9_7F4A_7C15 >> 40) }),
    ("ascending", { $0 }), ("descending", { -$0 }), ("few", { $0 % 3 }), ("equal", { _ in 7 }),
    ("skewed", { 1 << ($0 % 40) }),
    // Every row that a sample takes is small, or great: it errs, which must show.
    ("misleading", { $0 % 8 == 0 ? -$0 : $0 }), ("misleading upwards", { $0 % 8 == 0 ? $0 : -$0 }),
  ]

  @Test(arguments: arrangements.indices, fractions.indices)
  func findsTheShareOfLargeGroups(arrangement: Int, fraction: Int) throws {
    let share = try QuantileFraction(Self.fractions[fraction])
    let make = Self.arrangements[arrangement].value
    for (type, value) in [
      (DataType.bigint, { Value.integer(Int128($0)) }), (.double, { Value.double(Double($0)) }),
    ] as [(DataType, (Int) -> Value)] {
      var feed = StateFeed {
        QuantileState(share, isContinuous: false, type: type, resultType: type, rows: $0)
      }
      var all: [Int] = []
      for batch in 0..<3 {
        let numbers = (0..<3000).map { make(batch * 3000 + $0) }
        all += numbers.indices.filter { $0 % 11 != 5 }.map { numbers[$0] }
        try feed.update(
          Vector(numbers.indices.map { $0 % 11 == 5 ? .null : value(numbers[$0]) }, type: type))
      }
      let expected = all.sorted()[share.discretePlace(all.count)]
      #expect(try feed.results() == [value(expected)])
    }
  }

  /// The number of values at or below the chosen one is at least the share of all, and the one
  /// before it has fewer.
  @Test func discretePlaceIsTheFirstWithTheShare() throws {
    for count in 1...40 {
      for hundredths in 0...100 {
        let share = try QuantileFraction(.decimal(unscaled: Int128(hundredths), scale: 2))
        let place = share.discretePlace(count)
        #expect((place + 1) * 100 >= hundredths * count)
        #expect(place == 0 || place * 100 < hundredths * count)
        let descending = try QuantileFraction(
          .decimal(unscaled: Int128(hundredths), scale: 2), isDescending: true)
        #expect(descending.discretePlace(count) == count - 1 - place)
      }
    }
  }

  @Test(
    arguments: [
      ([125, 200], 163), ([-125, -200], -163), ([1, 2, 3], 2), ([-1, 0], -1), ([0, 1], 1), ([7], 7),
      ([-1, 1], 0), ([-3, 2], -1),
    ] as [([Int128], Int128)])
  func medianOfDecimalsRoundsHalvesAwayFromZero(values: [Int128], expected: Int128) throws {
    let type = DataType.decimal(precision: 9, scale: 2)
    var feed = StateFeed {
      QuantileState(.half, isContinuous: true, type: type, resultType: type, rows: $0)
    }
    try feed.update(Vector(values.map { .decimal(unscaled: $0, scale: 2) }, type: type))
    #expect(try feed.results() == [.decimal(unscaled: expected, scale: 2)])
  }

  @Test func medianOfTheWidestDecimalsDoesNotOverflow() throws {
    let type = DataType.decimal(precision: 38, scale: 0)
    let limit = PowersOfTen.integer(38) - 1
    var feed = StateFeed {
      QuantileState(.half, isContinuous: true, type: type, resultType: type, rows: $0)
    }
    try feed.update(
      Vector([limit, limit - 2].map { .decimal(unscaled: $0, scale: 0) }, type: type))
    #expect(try feed.results() == [.decimal(unscaled: limit - 1, scale: 0)])
  }

  @Test func liesBetweenWholeNumbersInProportion() throws {
    let share = try QuantileFraction(.decimal(unscaled: 3, scale: 1))
    var feed = StateFeed {
      QuantileState(
        share, isContinuous: true, type: .bigint,
        resultType: .double, rows: $0)
    }
    try feed.update(Vector([.integer(10), .null, .integer(0), .integer(20)], type: .bigint))
    #expect(isClose(try feed.results()[0], 6))
  }

  @Test func fractionsOutsideAreRefused() {
    for value in [Value.integer(2), .double(-1.1), .double(.nan), .null, .text("0.5")] {
      #expect(throws: ValueError.self) { try QuantileFraction(value) }
    }
    #expect(throws: ValueError.self) { try QuantileFraction(nil) }
  }
}

struct MedianDeviationStateTests {
  @Test(arguments: [nil, 1, 4])
  func doubles(groups: Int?) throws {
    let rows = RandomRows(
      [.double], pools: [[-4, 0, 1, 2.5, 100].map { .double($0) }], batchSizes: [4, 33],
      groups: groups, seed: 3)
    let (whole, merged) = try rows.results { MedianDeviationState(type: .double, rows: $0) }
    for group in 0..<rows.groupCount {
      let values = rows.rows(of: group).compactMap(\.[0].number)
      let median = Self.median(values)
      let expected = median.flatMap { median in Self.median(values.map { abs($0 - median) }) }
      #expect(isClose(whole[group], expected))
      #expect(isClose(merged[group], expected))
    }
  }

  private static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  @Test(
    arguments: [
      // The median is 1.5; of 0.5, 0.5 and 1.5, 1.5 the mean of the middle is 1.
      ([1, 2, 0, 3], 1), ([5], 0), ([1, 4], 2), ([0, 0, 7], 0), ([1, 2, 4], 1),
    ] as [([Int128], Int128)])
  func decimals(values: [Int128], expected: Int128) throws {
    let type = DataType.decimal(precision: 9, scale: 0)
    var feed = StateFeed { MedianDeviationState(type: type, rows: $0) }
    try feed.update(Vector(values.map { .decimal(unscaled: $0, scale: 0) }, type: type))
    #expect(try feed.results() == [.decimal(unscaled: expected, scale: 0)])
  }
}
