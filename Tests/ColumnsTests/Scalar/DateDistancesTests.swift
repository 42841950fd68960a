import Testing

@testable import Columns

/// Expectations were checked against DuckDB 2.0.
struct DateDistancesTests {
  @Test(arguments: [
    ("2024-01-31", "2024-02-29", "29 days"), ("2024-02-29", "2024-01-31", "-29 days"),
    ("2024-02-29", "2024-03-31", "1 month 2 days"),
    ("1957-06-13", "2001-04-10", "43 years 9 months 27 days"),
    ("2014-04-26 08:44:18", "2014-04-25 09:44:19", "-22:59:59"),
    ("2023-02-28 12:00:00", "2024-02-29", "1 year 12:00:00"),
    ("2024-01-01", "2024-01-01", "00:00:00"),
  ])
  func age(start: String, end: String, expected: String) throws {
    let age = try DateKernels.age(of: timestamp(end), since: timestamp(start))
    #expect(try CastKernels.cast(age, to: .varchar).value(0) == .text(expected))
  }

  @Test(arguments: [
    ("month", "2024-01-31", "2024-02-29", 1), ("month", "2024-01-31", "2024-02-28", 0),
    ("year", "2024-02-29", "2025-02-28", 1), ("quarter", "2024-02-29", "2025-02-28", 4),
    ("week", "2024-02-29", "2025-02-28", 52), ("century", "2004-02-29", "1825-02-28", -1),
    ("day", "2024-01-31 23:00:00", "2024-02-01 22:00:00", 0),
    ("hour", "2024-01-31 23:00:01", "2024-02-01 22:00:00", 22),
  ])
  func wholeParts(part: String, start: String, end: String, expected: Int128) throws {
    let result = try DateKernels.wholeParts(
      partNamed: Vector(constant: .text(part), type: .varchar, count: 1), from: timestamp(start),
      to: timestamp(end))
    #expect(result.value(0) == .integer(expected))
  }

  @Test func bucketsBeyondTheCalendar() throws {
    let last = Vector(constant: .timestamp(.min), type: .timestamp, count: 1)
    let width = Interval(days: 1_000_000)
    #expect(throws: ValueError.overflow(type: .timestamp)) {
      try DateKernels.bucket(
        Vector(constant: .interval(width), type: .interval, count: 1), last, type: .timestamp)
    }
  }

  private func timestamp(_ text: String) throws -> Vector {
    try CastKernels.cast(
      Vector(constant: .text(text), type: .varchar, count: 1), to: .timestamp)
  }
}
