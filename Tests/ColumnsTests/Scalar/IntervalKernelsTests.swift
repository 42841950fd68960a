import Testing

@testable import Columns

struct IntervalTests {
  @Test(arguments: [
    Interval(), Interval(months: .min, days: .max, microseconds: -1),
    Interval(months: -1, days: -1, microseconds: .max), Interval(months: .max, days: .min),
    Interval(microseconds: .min),
  ])
  func bitsHoldAllParts(interval: Interval) {
    #expect(Interval(bits: interval.bits) == interval)
  }

  @Test(arguments: [
    ("1 month", "30 days", 0), ("1 day", "24 hours", 0), ("1 month -1 day", "29 days", 0),
    ("1 year", "364 days", -1), ("-1 month", "-29 days", -1), ("1 year", "359 days", 1),
  ])
  func comparesByTotals(a: String, b: String, order: Int) throws {
    let (x, y) = (try interval(a), try interval(b))
    let columns = [x, y].map { Vector.of(.interval, [$0.value(0), .null]) }
    for (column, other) in [(x, y), (columns[0], columns[1])] {
      let less = ComparisonKernels.compare(.less, column, other)
      let equal = ComparisonKernels.compare(.equal, column, other)
      #expect(less.value(0) == .boolean(order < 0))
      #expect(equal.value(0) == .boolean(order == 0))
    }
  }
}

/// Expectations were checked against DuckDB 2.0.
struct IntervalKernelsTests {
  @Test(arguments: [
    ("2024-01-31 00:00:00", "1 month", "2024-02-29 00:00:00"),
    ("2024-01-31 00:00:00", "1 month 1 day", "2024-03-01 00:00:00"),
    ("2024-02-29 10:00:00", "-1 year", "2023-02-28 10:00:00"),
    ("2024-12-31 23:59:59", "1 second", "2025-01-01 00:00:00"),
    ("0001-01-31 00:00:00", "-2 months", "0001-11-30 (BC) 00:00:00"),
    ("9999-12-31 23:59:59.999999", "1 microsecond", "10000-01-01 00:00:00"),
  ])
  func shifts(moment: String, interval text: String, expected: String) throws {
    let start = try cast(moment, .timestamp)
    let result = try IntervalKernels.shift(start, by: interval(text))
    #expect(try CastKernels.cast(result, to: .varchar).value(0) == .text(expected))
    // The other way round for days and hours alone, which lose nothing.
    if !text.contains("month") && !text.contains("year") {
      let back = try IntervalKernels.shift(result, by: interval(text), isNegated: true)
      #expect(back.value(0) == start.value(0))
    }
  }

  @Test func shiftsBeyondTheEnd() throws {
    let last = try cast("294247-01-10 04:00:54.775807", .timestamp)
    #expect(throws: ValueError.overflow(type: .timestamp)) {
      try IntervalKernels.shift(last, by: interval("1 microsecond"))
    }
    #expect(throws: ValueError.overflow(type: .timestamp)) {
      try IntervalKernels.shift(
        Vector(constant: .date(.min), type: .date, count: 1), by: interval("-1 day"))
    }
  }

  @Test(arguments: [
    ("12:30", "13 hours", "01:30:00", "23:30:00"), ("00:00", "1 day", "00:00:00", "00:00:00"),
    ("23:59:59", "1 month -2 seconds", "23:59:57", "00:00:01"),
  ])
  func turnsClocks(time: String, by text: String, forward: String, back: String) throws {
    let time = try cast(time, .time)
    let later = try IntervalKernels.turn(time, by: interval(text))
    let earlier = try IntervalKernels.turn(time, by: interval(text), isNegated: true)
    #expect(try CastKernels.cast(later, to: .varchar).value(0) == .text(forward))
    #expect(try CastKernels.cast(earlier, to: .varchar).value(0) == .text(back))
  }

  @Test(arguments: [
    ("1 month", 2.5, "2 months 15 days"), ("1 month", 0.1, "3 days"),
    ("1 month 1 day", 0.333, "10 days 07:45:07.2"), ("1 year", 0.37, "4 months 13 days 04:48:00"),
    ("1 month 15 days 12:00:00", -1.5, "-1 month -37 days -30:00:00"),
  ])
  func multiplies(text: String, factor: Double, expected: String) throws {
    let factor = Vector(constant: .double(factor), type: .double, count: 1)
    let result = try IntervalKernels.multiply(interval(text), by: factor)
    #expect(try CastKernels.cast(result, to: .varchar).value(0) == .text(expected))
  }

  @Test func dividesAndCountsZeros() throws {
    let context = EvaluationContext()
    let month = try interval("1 month").value(0)
    let column = Vector.of(.interval, [month, month, .null, .null])
    let divisors = Vector.of(.double, [.double(3), .double(0), .double(0), .null])
    let result = try IntervalKernels.divide(column, by: divisors, context)
    expect(result, .interval, [.interval(Interval(days: 10)), .null, .null, .null])
    #expect(context.divisionsByZero == 1)
  }

  @Test func overflowIsAnError() throws {
    let large = try interval("2147483647 months")
    let one = try interval("1 month")
    #expect(throws: ValueError.overflow(type: .interval)) { try IntervalKernels.add(large, one) }
    #expect(throws: ValueError.overflow(type: .interval)) {
      try IntervalKernels.multiply(
        large, by: Vector(constant: .integer(2), type: .bigint, count: 1))
    }
    #expect(throws: ValueError.overflow(type: .interval)) {
      try IntervalKernels.multiply(
        large, by: Vector(constant: .double(1e300), type: .double, count: 1))
    }
    #expect(throws: ValueError.overflow(type: .interval)) {
      try IntervalKernels.negate(try interval("-2147483648 days"))
    }
  }

  @Test func differences() throws {
    let end = try cast("2024-03-01 12:00:00", .timestamp)
    let start = try cast("2024-02-01 13:00:00", .timestamp)
    expect(
      try IntervalKernels.between(end, and: start), .interval,
      [.interval(Interval(days: 28, microseconds: 82_800_000_000))])
    expect(
      try IntervalKernels.between(start, and: end), .interval,
      [.interval(Interval(days: -28, microseconds: -82_800_000_000))])
  }
}

private func cast(_ text: String, _ type: DataType) throws -> Vector {
  try CastKernels.cast(Vector(constant: .text(text), type: .varchar, count: 1), to: type)
}

private func interval(_ text: String) throws -> Vector {
  try cast(text, .interval)
}
