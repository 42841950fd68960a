import Testing

@testable import Columns

struct CivilDateTests {
  /// Counts days from 1600 to 2400 one by one.
  @Test func everyDay() {
    var date = CivilDate(year: 1600, month: 1, day: 1)
    var days = date.daysSinceEpoch
    var weekday = CivilDate.isoWeekday(daysSinceEpoch: days)
    while date.year < 2400 {
      #expect(date.daysSinceEpoch == days)
      #expect(CivilDate(daysSinceEpoch: days) == date)
      #expect(CivilDate.isoWeekday(daysSinceEpoch: days) == weekday)
      date.day += 1
      if !date.exists {
        date = CivilDate(year: date.year, month: date.month + 1, day: 1)
        if date.month > 12 { date = CivilDate(year: date.year + 1, month: 1, day: 1) }
      }
      days += 1
      weekday = weekday % 7 + 1
    }
    #expect(CivilDate(year: 1970, month: 1, day: 1).daysSinceEpoch == 0)
    #expect(CivilDate.isoWeekday(daysSinceEpoch: 0) == 4)
  }

  @Test(arguments: [Int(Int32.min), -1_000_000, -719_529, -719_528, -719_163, 0, Int(Int32.max)])
  func farAway(days: Int) {
    let date = CivilDate(daysSinceEpoch: days)
    #expect(date.exists)
    #expect(date.daysSinceEpoch == days)
  }
}

/// Expectations were checked against DuckDB 2.0 except where a comment says otherwise.
struct DateKernelsTests {
  private static func vector(_ text: String) throws -> Vector {
    let isDate = text.utf8.count <= 10 || text.hasSuffix("(BC)")
    return try CastKernels.cast(
      Vector.of(.varchar, [.text(text), .null]), to: isDate ? .date : .timestamp)
  }

  private static func text(_ vector: Vector) throws -> Value {
    try CastKernels.cast(vector, to: .varchar).value(0)
  }

  private func name(_ name: String) -> Vector {
    Vector(constant: .text(name), type: .varchar, count: 2)
  }

  static let parts: [(String, String, Int128)] = [
    ("2024-02-29", "year", 2024), ("2024-02-29", "month", 2), ("2024-02-29", "day", 29),
    ("2024-02-29", "quarter", 1), ("2024-12-30", "week", 1), ("2024-12-30", "isoyear", 2025),
    ("2024-12-30", "yearweek", 202501), ("2024-03-03", "isodow", 7), ("2024-03-03", "dow", 0),
    ("2024-03-03", "weekday", 0), ("2024-12-31", "doy", 366), ("2024-12-31", "w", 1),
    ("2000-01-01", "century", 20), ("2001-01-01", "century", 21), ("0001-01-01", "century", 1),
    ("0001-12-31 (BC)", "century", -1), ("2024-01-01", "decade", 202),
    ("1999-01-01", "decade", 199),
    ("2000-01-01", "millennium", 2), ("2001-01-01", "millennium", 3), ("2024-01-01", "era", 1),
    ("0001-12-31 (BC)", "era", 0), ("0001-12-31 (BC)", "year", 0), ("0005-12-31 (BC)", "decade", 0),
    ("2024-01-01", "hour", 0), ("2024-01-01 10:11:12.345678", "hour", 10),
    ("2024-01-01 10:11:12.345678", "minute", 11), ("2024-01-01 10:11:12.345678", "SECOND", 12),
    ("2024-01-01 10:11:12.345678", "ms", 12345), ("2024-01-01 10:11:12.345678", "us", 12_345_678),
    ("1969-12-31 23:59:59.999999", "hour", 23), ("1969-12-31 23:59:59.999999", "year", 1969),
    ("2021-01-03", "week", 53), ("2021-01-04", "week", 1),
  ]

  @Test(arguments: parts)
  func part(date: String, part: String, expected: Int128) throws {
    let dates = try Self.vector(date)
    expect(
      try DateKernels.part(named: name(part), of: dates), .bigint, [.integer(expected), .null])
    expect(
      try DateKernels.part(named: Constants.expanded(name(part)), of: dates), .double,
      [.double(Double(expected)), .null])
  }

  @Test func epoch() throws {
    expect(
      try DateKernels.part(.epoch, of: Self.vector("2024-01-01 10:11:12.345678")), .double,
      [.double(1704103872.345678), .null])
    expect(
      try DateKernels.part(.epoch, of: Self.vector("2024-01-01")), .double,
      [.double(1704067200), .null])
  }

  @Test func unknownPart() throws {
    #expect {
      try DateKernels.part(named: name("foo"), of: Self.vector("2024-01-01"))
    } throws: { error in
      guard case .badArgument(let text)? = error as? ValueError else { return false }
      return text.hasPrefix("'foo' is no part of a date; the parts are era, millennium, century")
    }
  }

  static let truncations: [(String, String, String)] = [
    ("2024-05-06", "year", "2024-01-01"), ("2024-05-06", "month", "2024-05-01"),
    ("2024-05-06", "quarter", "2024-04-01"), ("2024-05-08", "week", "2024-05-06"),
    ("2024-01-01", "week", "2024-01-01"), ("2024-05-06", "decade", "2020-01-01"),
    ("2000-05-06", "century", "2000-01-01"), ("2001-12-31", "millennium", "2000-01-01"),
    ("2024-12-31", "isoyear", "2024-12-30"), ("2024-05-06", "dow", "2024-05-06"),
    ("2024-05-08 10:11:12", "day", "2024-05-08 00:00:00"),
    ("2024-05-08 10:11:12", "hour", "2024-05-08 10:00:00"),
    ("2024-05-08 10:11:12.5", "minute", "2024-05-08 10:11:00"),
    ("2024-05-08 10:11:12.567891", "second", "2024-05-08 10:11:12"),
    ("2024-05-08 10:11:12.567891", "milliseconds", "2024-05-08 10:11:12.567"),
    ("1969-12-31 23:59:59.5", "hour", "1969-12-31 23:00:00"),
  ]

  @Test(arguments: truncations)
  func truncate(date: String, part: String, expected: String) throws {
    let dates = try Self.vector(date)
    let result = try DateKernels.truncate(dates, toPartNamed: name(part), type: dates.type)
    #expect(try Self.text(result) == .text(expected))
    #expect(result.value(1) == .null)
    #expect(brokenPromise(result) == nil)
  }

  static let differences: [(String, String, String, Int128)] = [
    ("day", "2024-01-01", "2024-03-01", 60), ("month", "2024-01-31", "2024-02-01", 1),
    ("year", "2023-12-31", "2024-01-01", 1), ("quarter", "2024-03-31", "2024-04-01", 1),
    ("week", "1969-12-29", "1970-01-05", 1), ("week", "2024-01-06", "2024-01-07", 0),
    // DuckDB says 0, though a Monday lies between: it rounds towards 1970.
    ("week", "1969-12-28", "1969-12-29", 1),
    ("week", "2024-01-07", "2024-01-08", 1), ("hour", "2024-01-01", "2024-01-02", 24),
    ("day", "2024-03-01", "2024-01-01", -60), ("decade", "2019-12-31", "2020-01-01", 1),
    ("century", "1999-12-31", "2001-01-01", 1), ("isoyear", "2024-12-29", "2024-12-30", 1),
    ("hour", "2024-01-01 10:59:00", "2024-01-01 11:00:00", 1),
    ("hour", "1969-12-31 23:30:00", "1970-01-01 00:30:00", 1),
    ("minute", "2024-01-01 10:59:59", "2024-01-01 11:00:00", 1),
    ("second", "2024-01-01 10:59:00.9", "2024-01-01 11:00:00", 60),
    ("milliseconds", "2024-01-01 10:59:00.9", "2024-01-01 11:00:00", 59100),
    ("day", "2024-01-01", "2024-01-02 01:00:00", 1),
  ]

  @Test(arguments: differences)
  func difference(part: String, start: String, end: String, expected: Int128) throws {
    expect(
      try DateKernels.difference(
        partNamed: name(part), from: Self.vector(start), to: Self.vector(end)), .bigint,
      [.integer(expected), .null])
  }

  @Test func datesBeyondTimestampsAreAnError() throws {
    let far = Vector.of(.date, [.date(.max)])
    let one = Vector(constant: .text("microsecond"), type: .varchar, count: 1)
    #expect(throws: ValueError.overflow(type: .timestamp)) {
      try DateKernels.difference(partNamed: one, from: far, to: far)
    }
    #expect(throws: ValueError.overflow(type: .timestamp)) {
      try DateKernels.truncate(far, toPartNamed: one, type: .timestamp)
    }
    #expect(throws: ValueError.overflow(type: .date)) { try DateKernels.lastDay(far) }
  }

  @Test func making() throws {
    func make(_ year: Int128, _ month: Int128, _ day: Int128) throws -> Value {
      let numbers = [year, month, day].map {
        Vector(constant: .integer($0), type: .bigint, count: 1)
      }
      return try Self.text(DateKernels.make(numbers[0], numbers[1], numbers[2]))
    }
    #expect(try make(2024, 2, 29) == .text("2024-02-29"))
    #expect(try make(-1, 1, 1) == .text("0002-01-01 (BC)"))
    #expect(throws: ValueError.badArgument("there is no day 2023-2-29")) { try make(2023, 2, 29) }
    #expect(throws: ValueError.self) { try make(Int128(Int64.max), 1, 1) }
    #expect(throws: ValueError.self) { try make(2024, Int128(Int64.min), 1) }
  }

  @Test func lastDaysAndNames() throws {
    #expect(try Self.text(DateKernels.lastDay(Self.vector("2024-02-03"))) == .text("2024-02-29"))
    #expect(
      try Self.text(DateKernels.lastDay(Self.vector("2024-12-05 10:00:00"))) == .text("2024-12-31"))
    expect(
      try DateKernels.monthName(Self.vector("2024-02-29")), .varchar, [.text("February"), .null])
    expect(
      try DateKernels.dayName(Self.vector("2024-02-29")), .varchar, [.text("Thursday"), .null])
  }

  static let formats: [(String, String, String)] = [
    ("2024-02-09", "%Y-%m-%d %H:%M:%S", "2024-02-09 00:00:00"),
    ("2024-02-09", "%y %b %B %a %A %j %-d %-m", "24 Feb February Fri Friday 040 9 2"),
    ("2024-02-09", "%p %I %% %f", "AM 12 % 000000"),
    ("2024-02-09", "%U %W %u %w %V %G", "05 06 5 5 06 2024"), ("2024-02-09", "", ""),
    ("2024-02-09 03:04:05.006", "%-H %-I %-M %-S %-j %f", "3 3 4 5 40 006000"),
    (
      "2024-02-09 03:04:05.006", "%c|%x|%X|%T|%h",
      "2024-02-09 03:04:05|2024-02-09|03:04:05|03:04:05|Feb"
    ),
    ("2024-02-09 13:04:05", "%I %p", "01 PM"), ("2024-02-09 00:04:05", "%I %p", "12 AM"),
    ("0099-02-09", "%Y", "0099"), ("2024-02-09", "%d. %B %Y, Straße", "09. February 2024, Straße"),
    // As in C; DuckDB knows none of these.
    ("2024-02-09", "%F %D %e %R", "2024-02-09 02/09/24  9 00:00"),
  ]

  @Test(arguments: formats)
  func format(date: String, format: String, expected: String) throws {
    let dates = try Self.vector(date)
    expect(
      try DateKernels.format(dates, name(format)), .varchar, [.text(expected), .null])
    expect(
      try DateKernels.format(dates, Constants.expanded(name(format))), .varchar,
      [.text(expected), .null])
  }

  @Test func badFormats() throws {
    #expect(
      throws: ValueError.badArgument("the format has %Q, which stands for no part of a date")
    ) { try DateKernels.format(Self.vector("2024-02-09"), name("%Y %Q")) }
    #expect(
      throws: ValueError.badArgument("the format ends with %; %% writes a percent sign")
    ) { try DateKernels.format(Self.vector("2024-02-09"), name("%Y %")) }
  }

  @Test(arguments: Samples.counts)
  func everyStorage(count: Int) throws {
    for dates in Samples.integers(count, .date) {
      let expected = dates.values.map { value -> CivilDate? in
        if case .date(let days) = value { CivilDate(daysSinceEpoch: Int(days)) } else { nil }
      }
      expect(
        try DateKernels.part(.year, of: dates), .bigint,
        expected.map { $0.map { .integer(Int128($0.year)) } ?? .null })
      expect(
        try DateKernels.part(.day, of: dates), .bigint,
        expected.map { $0.map { .integer(Int128($0.day)) } ?? .null })
    }
  }
}
