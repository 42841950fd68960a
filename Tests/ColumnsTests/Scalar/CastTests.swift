import Testing

@testable import Columns

/// One value cast to one type. Expectations were checked against DuckDB 2.0 and PostgreSQL 17
/// except where a comment says otherwise.
struct CastTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let value: Value
    let from: DataType
    let to: DataType
    /// nil: the cast fails.
    let expected: Value?

    var testDescription: String { "\(ValueText.string(value)) \(from) → \(to)" }
  }

  private static func text(_ to: DataType, _ cases: [(String, Value?)]) -> [Case] {
    cases.map { Case(value: .text($0.0), from: .varchar, to: to, expected: $0.1) }
  }

  private static let money = DataType.decimal(precision: 10, scale: 2)

  private static func interval(_ months: Int32, _ days: Int32, _ microseconds: Int64) -> Value {
    .interval(Interval(months: months, days: days, microseconds: microseconds))
  }

  private static func amount(_ unscaled: Int128) -> Value { .decimal(unscaled: unscaled, scale: 2) }

  static let fromText: [Case] =
    text(
      .bigint,
      [
        ("12", .integer(12)), (" 12 ", .integer(12)), ("\t12\n", .integer(12)),
        ("+5", .integer(5)), ("-5", .integer(-5)), ("2.5", .integer(3)), ("-2.5", .integer(-3)),
        ("2.49", .integer(2)), ("1e3", .integer(1000)), ("1e-1", .integer(0)),
        ("15e-1", .integer(2)), ("1.", .integer(1)), (".5", .integer(1)),
        ("9223372036854775807", .integer(Int128(Int64.max))),
        ("-9223372036854775808", .integer(Int128(Int64.min))), ("9223372036854775808", nil),
        ("9223372036854775807.5", nil),
        ("000000000000000000000000000000000000000000042", .integer(42)),
        ("0.00000000000000000000000000000000000000000000000001", .integer(0)),
        ("1e99999999999999999999", nil), ("0e99999999999999999999", .integer(0)),
        ("", nil), (" ", nil), ("-", nil), (".", nil), ("1 2", nil), ("12abc", nil), ("1e", nil),
        ("--1", nil), ("- 1", nil), ("1,000", nil), ("١", nil), ("true", nil),
        // DuckDB reads these two; they are more often codes than numbers.
        ("0x1F", nil), ("1_000", nil),
      ])
    + text(
      .hugeint,
      [
        ("170141183460469231731687303715884105727", .integer(.max)),
        ("-170141183460469231731687303715884105728", .integer(.min)),
        ("170141183460469231731687303715884105728", nil),
        ("1e38", .integer(PowersOfTen.integer(38))), ("1e39", nil), ("1.5", .integer(2)),
      ])
    + text(
      money,
      [
        ("1.005", amount(101)), ("1.995", amount(200)), ("-1.005", amount(-101)),
        ("1e2", amount(10000)), ("1.5e-1", amount(15)), ("  1.5  ", amount(150)),
        ("5.", amount(500)), (".5", amount(50)), ("+1.5", amount(150)),
        ("0.004999", amount(0)), ("-0.005", amount(-1)), ("1e-5", amount(0)),
        ("99999999.99", amount(9_999_999_999)), ("99999999.995", nil), ("100000000", nil),
        ("0.123456789012345678901234567890123456789012345", amount(12)), (".", nil), ("x", nil),
      ])
    + text(
      .double,
      [
        ("1.5", .double(1.5)), (" 1.5 ", .double(1.5)), ("0.1", .double(0.1)),
        ("1e-400", .double(0)), ("1e22", .double(1e22)), ("1e23", .double(1e23)),
        ("9223372036854775807", .double(9_223_372_036_854_775_808)),
        ("123456789012345678901234567890", .double(1.2345678901234568e29)),
        ("0.1234567890123456789", .double(0.1234567890123456789)),
        ("-inf", .double(-.infinity)), ("Infinity", .double(.infinity)), ("NaN", .double(.nan)),
        ("1.5e", nil), (".", nil), ("0x10", nil), ("1d", nil), ("", nil),
        // DuckDB gives infinity.
        ("1e400", nil),
      ])
    + text(
      .boolean,
      [
        ("t", .boolean(true)), ("TRUE", .boolean(true)), ("Yes", .boolean(true)),
        ("y", .boolean(true)), ("1", .boolean(true)), ("f", .boolean(false)),
        ("no", .boolean(false)), ("n", .boolean(false)), ("0", .boolean(false)), ("2", nil),
        ("on", nil), ("", nil),
      ])
    + text(
      .date,
      [
        ("2024-02-29", .date(19782)), (" 2024-02-29 ", .date(19782)), ("2024-2-9", .date(19762)),
        ("2024/02/09", .date(19762)), ("1970-01-01", .date(0)), ("1969-12-31", .date(-1)),
        ("0001-01-01", .date(-719_162)), ("0044-03-15 (BC)", .date(-735_160)),
        ("12345-01-01", .date(3_789_391)), ("2024-02-29 10:11:12", .date(19782)),
        ("2024-02-29T23:59", .date(19782)), ("2024-02-30", nil), ("2023-02-29", nil),
        ("2024-13-01", nil), ("2024-02/09", nil), ("05-01-2024", nil), ("2024-01-01x", nil),
        ("20240105", nil), ("", nil), ("2024-01-011", nil), ("0000-01-01 (BC)", nil),
        // DuckDB reads the year 99.
        ("99-01-01", nil),
      ])
    + text(
      .timestamp,
      [
        ("1970-01-01 00:00:01", .timestamp(1_000_000)), ("1970-01-02", .timestamp(86_400_000_000)),
        ("1970-01-01T00:01", .timestamp(60_000_000)),
        ("1970-01-01 00:00:00.1", .timestamp(100_000)),
        ("1970-01-01 00:00:00.123456789", .timestamp(123_456)),
        ("1969-12-31 23:59:59.999999", .timestamp(-1)),
        ("1970-01-01 24:00:00", .timestamp(86_400_000_000)),
        ("1970-01-01  1:2:3", .timestamp(3_723_000_000)),
        ("1970-01-01 00:00:01Z", .timestamp(1_000_000)),
        ("1970-01-01 00:00:01 UTC", .timestamp(1_000_000)),
        ("1970-01-01 00:00:01+00", .timestamp(1_000_000)),
        // DuckDB drops the offset.
        ("1970-01-01 00:00:01+02", nil), ("1970-01-01 25:00:00", nil),
        ("1970-01-01 24:00:01", nil), ("1970-01-01 10", nil), ("1970-01-01 10:11:60", nil),
        ("1970-01-01 10:11:12.", nil),
      ])
    + text(
      .time,
      [
        ("12:30", .time(45_000_000_000)), ("1:2:3", .time(3_723_000_000)),
        (" 00:00:00.5 ", .time(500_000)), ("24:00:00", .time(86_400_000_000)),
        ("12:30:45.123456789", .time(45_045_123_456)), ("12:30Z", .time(45_000_000_000)),
        ("2024-01-01 12:30:00", .time(45_000_000_000)), ("25:00:00", nil), ("12", nil),
        ("12:60", nil), ("12:30 PM", nil), ("", nil), ("24:00:01", nil),
        // DuckDB drops the offset.
        ("12:30:00+02", nil),
      ])
    + text(
      .interval,
      [
        ("1 year 2 months 3 days 04:05:06.789", interval(14, 3, 14_706_789_000)),
        ("-1 year 2 months", interval(-10, 0, 0)), ("1.5 days", interval(0, 1, 43_200_000_000)),
        ("-1.5 months", interval(-1, -15, 0)), ("0.33 year", interval(4, 0, 0)),
        ("1.0000001 days", interval(0, 1, 8640)),
        ("1.123456789 seconds", interval(0, 0, 1_123_457)),
        ("2 weeks", interval(0, 14, 0)), ("1y 2mon 3d 4h", interval(14, 3, 14_400_000_000)),
        ("1 day ago", interval(0, -1, 0)), ("@ 1 day -01:00:00", interval(0, 1, -3_600_000_000)),
        ("1", interval(0, 0, 1_000_000)), ("-10:20", interval(0, 0, -37_200_000_000)),
        ("100:00:00", interval(0, 0, 360_000_000_000)), ("1day", interval(0, 1, 0)),
        ("1 millennium 1 century 1 decade 1 quarter", interval(13_323, 0, 0)),
        ("2147483647 months", interval(.max, 0, 0)), ("-2147483648 days", interval(0, .min, 0)),
        ("9223372036854775807 us", interval(0, 0, .max)), ("2147483648 months", nil),
        ("9999999999999999999 days", nil), ("abc", nil), ("", nil), ("1 day 2", nil),
        ("1 fortnight", nil), ("1 dow", nil), ("1.5.2 days", nil), ("1e2 days", nil), ("day", nil),
        ("1 day, 2 hours", nil), ("1 day ago 2 hours", nil), ("10:60", nil), ("1.5:00", nil),
        // PostgreSQL reads these; DuckDB does not.
        ("1-2", nil), ("P1Y2M", nil),
      ])

  static let toText: [Case] = written.map {
    Case(value: $0.0, from: $0.1, to: .varchar, expected: .text($0.2))
  }

  private static let written: [(Value, DataType, String)] = [
    (.boolean(true), .boolean, "true"),
    (.integer(-42), .bigint, "-42"), (.integer(0), .bigint, "0"),
    (.integer(.min), .hugeint, "-170141183460469231731687303715884105728"),
    (.decimal(unscaled: 1250, scale: 2), money, "12.50"),
    (.decimal(unscaled: -5, scale: 2), money, "-0.05"),
    (.decimal(unscaled: 0, scale: 2), money, "0.00"),
    // DuckDB writes .50.
    (.decimal(unscaled: 50, scale: 2), .decimal(precision: 2, scale: 2), "0.50"),
    (.double(3), .double, "3.0"), (.double(0.1), .double, "0.1"), (.double(1e20), .double, "1e+20"),
    (.double(1e15), .double, "1000000000000000.0"), (.double(1e16), .double, "1e+16"),
    (.double(1.2345678901234568e17), .double, "1.2345678901234568e+17"),
    (.double(1e-4), .double, "0.0001"), (.double(1e-5), .double, "1e-05"),
    (.double(-0.0), .double, "-0.0"), (.double(1.5e300), .double, "1.5e+300"),
    (.double(.leastNonzeroMagnitude), .double, "5e-324"),
    (.double(123456.789), .double, "123456.789"),
    (.double(9007199254740992), .double, "9007199254740992.0"), (.double(1e-7), .double, "1e-07"),
    (.double(0.30000000000000004), .double, "0.30000000000000004"),
    (.double(100000), .double, "100000.0"), (.double(0.0012), .double, "0.0012"),
    (.double(.infinity), .double, "inf"), (.double(-.infinity), .double, "-inf"),
    (.double(.nan), .double, "nan"),
    (.date(19782), .date, "2024-02-29"), (.date(3_789_391), .date, "12345-01-01"),
    (.date(-719_162 - 400), .date, "0002-11-28 (BC)"),
    (.timestamp(0), .timestamp, "1970-01-01 00:00:00"),
    (.timestamp(-1), .timestamp, "1969-12-31 23:59:59.999999"),
    (.timestamp(36_000_100_000), .timestamp, "1970-01-01 10:00:00.1"),
    (.timestamp(-62_167_219_200_000_000), .timestamp, "0001-01-01 (BC) 00:00:00"),
    (.time(0), .time, "00:00:00"), (.time(86_400_000_000), .time, "24:00:00"),
    (.time(45_045_120_000), .time, "12:30:45.12"),
    (interval(0, 0, 0), .interval, "00:00:00"), (interval(14, 0, 0), .interval, "1 year 2 months"),
    (interval(-13, 1, 0), .interval, "-1 year -1 month 1 day"),
    (interval(0, 0, -90_000_500_000), .interval, "-25:00:00.5"),
    (interval(0, -2, 1), .interval, "-2 days 00:00:00.000001"),
    (interval(0, 0, .min), .interval, "-2562047788:00:54.775808"),
  ]

  static let numbers: [Case] = converted.map {
    Case(value: $0.0, from: $0.1, to: $0.2, expected: $0.3)
  }

  private static let converted: [(Value, DataType, DataType, Value?)] = [
    (.double(2.5), .double, .bigint, .integer(2)),
    (.double(3.5), .double, .bigint, .integer(4)), (.double(-2.5), .double, .bigint, .integer(-2)),
    (.double(0.5), .double, .bigint, .integer(0)), (.double(1e19), .double, .bigint, nil),
    (.double(.nan), .double, .bigint, nil), (.double(.infinity), .double, .hugeint, nil),
    (.double(1e38), .double, .hugeint, .integer(99999999999999997748809823456034029568)),
    (.double(1e39), .double, .hugeint, nil),
    (.double(2.5), .double, .decimal(precision: 10, scale: 0), .decimal(unscaled: 3, scale: 0)),
    (.double(0.125), .double, money, amount(13)), (.double(1.005), .double, money, amount(100)),
    (.double(1e10), .double, money, nil), (.double(.nan), .double, money, nil),
    (.double(0.5), .double, .boolean, .boolean(true)),
    (.double(.nan), .double, .boolean, .boolean(true)),
    (.double(-0.0), .double, .boolean, .boolean(false)),
    (.integer(2), .bigint, .boolean, .boolean(true)),
    (.integer(0), .hugeint, .boolean, .boolean(false)),
    (amount(0), money, .boolean, .boolean(false)),
    (.boolean(true), .boolean, .bigint, .integer(1)),
    (.boolean(true), .boolean, .double, .double(1)),
    (.boolean(true), .boolean, .decimal(precision: 5, scale: 2), amount(100)),
    (.boolean(false), .boolean, .hugeint, .integer(0)),
    (.integer(.max), .hugeint, .bigint, nil),
    (.integer(Int128(Int64.max)), .hugeint, .bigint, .integer(Int128(Int64.max))),
    (.integer(5), .bigint, .hugeint, .integer(5)),
    (.integer(5), .bigint, money, amount(500)), (.integer(100_000_000), .bigint, money, nil),
    (
      .integer(5), .bigint, .decimal(precision: 38, scale: 20),
      .decimal(unscaled: 5 * PowersOfTen.integer(20), scale: 20)
    ),
    (.integer(.max), .hugeint, .decimal(precision: 38, scale: 0), nil),
    (amount(250), money, .bigint, .integer(3)), (amount(-250), money, .bigint, .integer(-3)),
    (amount(249), money, .bigint, .integer(2)), (amount(-50), money, .bigint, .integer(-1)),
    (amount(150), money, .hugeint, .integer(2)),
    (
      .decimal(unscaled: 123455, scale: 3), .decimal(precision: 10, scale: 3), money,
      amount(12346)
    ),
    (
      .decimal(unscaled: -123455, scale: 3), .decimal(precision: 10, scale: 3), money,
      amount(-12346)
    ),
    (
      .decimal(unscaled: 123456, scale: 3), .decimal(precision: 10, scale: 3),
      .decimal(precision: 4, scale: 2), nil
    ),
    (amount(12345), money, .double, .double(123.45)),
    (.integer(.max), .hugeint, .double, .double(1.7014118346046923e38)),
    (.date(1), .date, .timestamp, .timestamp(86_400_000_000)),
    (.date(.max), .date, .timestamp, nil),
    (.timestamp(-1), .timestamp, .date, .date(-1)),
    (.timestamp(86_400_000_000), .timestamp, .date, .date(1)),
    (.timestamp(86_400_000_001), .timestamp, .time, .time(1)),
    (.timestamp(-1), .timestamp, .time, .time(86_399_999_999)),
  ]

  @Test(arguments: fromText + toText + numbers)
  func oneValue(_ example: Case) throws {
    // As a constant, and as a row among others.
    let constant = Vector(constant: example.value, type: example.from, count: 3)
    let column = Vector.of(example.from, [.null, example.value])
    if let expected = example.expected {
      expect(
        try CastKernels.cast(constant, to: example.to), example.to,
        [expected, expected, expected])
      expect(try CastKernels.cast(column, to: example.to), example.to, [.null, expected])
    } else {
      #expect(throws: ValueError.self) { try CastKernels.cast(constant, to: example.to) }
      #expect(throws: ValueError.self) { try CastKernels.cast(column, to: example.to) }
    }
    expect(
      try CastKernels.cast(column, to: example.to, isTry: true), example.to,
      [.null, example.expected ?? .null])
  }

  @Test func errorsSayWhatWasFound() {
    #expect(throws: ValueError.unreadable(text: "12abc", type: .bigint)) {
      try CastKernels.cast(Vector.of(.varchar, [.text("1"), .text("12abc")]), to: .bigint)
    }
    #expect(throws: ValueError.outOfRange(value: "9223372036854775808", type: .bigint)) {
      try CastKernels.cast(Vector.of(.varchar, [.text("9223372036854775808")]), to: .bigint)
    }
    #expect(throws: ValueError.outOfRange(value: "123.456", type: .decimal(precision: 4, scale: 2)))
    {
      try CastKernels.cast(
        Vector.of(
          .decimal(precision: 10, scale: 3), [.null, .decimal(unscaled: 123456, scale: 3)]),
        to: .decimal(precision: 4, scale: 2))
    }
    #expect(throws: ValueError.badArgument("DATE does not cast to BIGINT")) {
      try CastKernels.cast(Vector.of(.date, [.date(0)]), to: .bigint)
    }
  }

  @Test(arguments: Samples.counts)
  func throughTextAndBack(count: Int) throws {
    let columns =
      Samples.integers(count) + Samples.integers(count, .date)
      + Samples.integers(count, .timestamp)
      + Samples.integers(count, .decimal(precision: 18, scale: 3))
      + Samples.wide(count) + Samples.wide(count, .decimal(precision: 38, scale: 7))
      + Samples.doubles(count) + Samples.booleans(count)
    for column in columns where column.values.allSatisfy({ isNear($0) }) {
      let text = try CastKernels.cast(column, to: .varchar)
      #expect(brokenPromise(text) == nil)
      expect(try CastKernels.cast(text, to: column.type), column.type, column.values)
    }
  }

  /// Whether a date has a year of at most seven digits, which is what can be read.
  private func isNear(_ value: Value) -> Bool {
    if case .date(let days) = value { return days.magnitude < 1_000_000_000 }
    return true
  }

  @Test(arguments: Samples.counts)
  func codedTextReadsLikePlainText(count: Int) throws {
    for vector in Samples.texts(count) {
      expect(
        try CastKernels.cast(vector, to: .boolean, isTry: true), .boolean,
        vector.values.map { _ in .null })
      expect(try CastKernels.cast(vector, to: .varchar), .varchar, vector.values)
    }
  }

  @Test func wideningKeepsTheMemory() throws {
    let column = Vector.of(.bigint, [.integer(1), .integer(2)])
    let cast = try CastKernels.cast(column, to: .decimal(precision: 18, scale: 0))
    guard case .int8(let before) = column.storage, case .int8(let after) = cast.storage else {
      Issue.record("both should be bytes")
      return
    }
    #expect(before === after)
  }

  @Test func ranges() throws {
    let column = Vector.of(.bigint, [.integer(127), .null, .integer(128)])
    expect(
      try CastKernels.checkRange(column, -128...127, typeName: "TINYINT", isTry: true), .bigint,
      [.integer(127), .null, .null])
    expect(
      try CastKernels.checkRange(column, -32768...32767, typeName: "SMALLINT"), .bigint,
      column.values)
    #expect(
      throws: ValueError.badArgument("128 does not fit TINYINT, which holds -128 to 127")
    ) { try CastKernels.checkRange(column, -128...127, typeName: "TINYINT") }
  }
}
