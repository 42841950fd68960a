import Testing

@testable import Columns

struct TemporalAverageStateTests {
  @Test(
    arguments: [
      ([1, 2], 1), ([1, 2, 2], 2), ([-1, -2], -2), ([-1, -1, -2], -1), ([7], 7),
      ([.max, .max, .max - 3], .max - 1), ([.min, .max], -1),
    ] as [([Int64], Int64)])
  func roundsToTheMicrosecondHalvesDown(values: [Int64], expected: Int64) throws {
    var feed = StateFeed { TemporalAverageState(type: .timestamp, rows: $0) }
    try feed.update(Vector(values.map { .timestamp($0) } + [.null], type: .timestamp))
    #expect(try feed.results() == [.timestamp(expected)])
  }
}

struct IntervalAverageStateTests {
  static let cases: [(values: [Interval], expected: Interval)] = [
    ([Interval(months: 1), Interval(months: 2)], Interval(months: 1, days: 15)),
    ([Interval(months: 1), Interval(days: 4)], Interval(days: 17)),
    (
      [Interval(days: 1), Interval(days: 2)],
      Interval(days: 1, microseconds: 12 * 3_600_000_000)
    ),
    ([Interval(months: -3), Interval(months: 2)], Interval(days: -15)),
  ]

  @Test(arguments: cases.indices)
  func handsWhatIsLeftToTheSmallerPart(index: Int) throws {
    let (values, expected) = Self.cases[index]
    var feed = StateFeed { IntervalAverageState(rows: $0) }
    try feed.update(Vector(values.map { .interval($0) } + [.null], type: .interval))
    #expect(try feed.results() == [.interval(expected)])
  }

  @Test func merges() throws {
    let pool = [Interval(months: 1), Interval(days: 3), Interval(microseconds: -7)]
    let rows = RandomRows(
      [.interval], pools: [pool.map { .interval($0) }], batchSizes: [4, 0, 20], groups: 3, seed: 7)
    let (whole, merged) = try rows.results { IntervalAverageState(rows: $0) }
    #expect(whole == merged)
    #expect(whole.contains { !$0.isNull })
  }

  @Test func daysThatDoNotFitAreAnError() throws {
    var feed = StateFeed { IntervalAverageState(rows: $0) }
    let values = [Interval(months: 1, days: .max), Interval(days: .max)]
    try feed.update(Vector(values.map { .interval($0) }, type: .interval))
    #expect(throws: ValueError.overflow(type: .interval)) { try feed.results() }
  }
}
