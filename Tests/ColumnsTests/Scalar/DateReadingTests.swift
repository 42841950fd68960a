import Testing

@testable import Columns

/// Whatever a text says, reading it gives a value or nothing, and a value reads back.
struct DateReadingTests {
  private static let pieces = [
    "2024", "0001", "9999999", "-", "/", " ", ":", "02", "29", "31", "24", "00", "T", "Z", "+02",
    "-05:30", ".5", ".999999999999999", " (BC)", "epoch", "infinity", "month", "years", "days ",
    "hours", "us", "ago", "9223372036854775807", "99999999999999999999999999", "@", "1", "é", "",
  ]

  @Test(arguments: 0..<40)
  func neverTraps(seed: UInt64) throws {
    var numbers = SampleNumbers(seed: seed)
    let texts = (0..<200).map { _ -> Value in
      let count = Int(numbers.next() % 8)
      let words = (0..<count).map { _ in
        Self.pieces[Int(numbers.next() % UInt64(Self.pieces.count))]
      }
      return .text(words.joined())
    }
    let column = Vector.of(.varchar, texts)
    for type in [DataType.date, .timestamp, .time, .interval] {
      let read = try CastKernels.cast(column, to: type, isTry: true)
      expect(
        try CastKernels.cast(try CastKernels.cast(read, to: .varchar), to: type), type,
        read.values)
    }
    _ = try CastKernels.readTimestampsWithOffset(column, isTry: true)
    for format in ["%Y-%m-%d", "%d/%m/%y %H:%M:%S.%f", "%G-W%V-%u %I %p %z", "%j %U %w", "%c"] {
      let formats = Vector(constant: .text(format), type: .varchar, count: texts.count)
      _ = try DateKernels.read(column, formats, isTry: true)
    }
  }

  @Test(arguments: [
    "9223372036854775806.999999999999 hours", "9223372036854775806.999999999999 years",
    "9223372036854775806.999999999999 days", "9223372036854775807 weeks",
    "9223372036854775807:00:00",
  ])
  func tooLongIntervals(text: String) throws {
    let column = Vector.of(.varchar, [.text(text)])
    #expect(throws: ValueError.self) { try CastKernels.cast(column, to: .interval) }
  }

  @Test(arguments: [
    ("2024-01-01 10:00:00+02", "2024-01-01 08:00:00"), ("2024-01-01 10:00", "2024-01-01 10:00:00"),
    ("2024-01-01T10:00:00.5-05:30", "2024-01-01 15:30:00.5"),
    ("2024-01-01 00:00+0130", "2023-12-31 22:30:00"), ("2024-01-01 10:00Z", "2024-01-01 10:00:00"),
    ("2024-01-01 10:00 -01", "2024-01-01 11:00:00"), ("2024-01-01", "2024-01-01 00:00:00"),
  ])
  func offsets(text: String, expected: String) throws {
    let column = Vector.of(.varchar, [.text(text)])
    let read = try CastKernels.readTimestampsWithOffset(column)
    #expect(try CastKernels.cast(read, to: .varchar).value(0) == .text(expected))
  }

  @Test(arguments: ["2024-01-01 10:00+2", "2024-01-01 10:00+02:60", "2024-01-01+02", "10:00+02"])
  func noOffsets(text: String) throws {
    let column = Vector.of(.varchar, [.text(text)])
    let read = try CastKernels.readTimestampsWithOffset(column, isTry: true)
    #expect(read.value(0).isNull)
  }

  @Test(arguments: [
    (1_500_000, 1_000_000, 2_000_000), (1_499_999, 1_000_000, 1_000_000),
    (-1_500_000, 1_000_000, -2_000_000), (-500, 1000, -1000), (499, 1000, 0), (7, 1, 7),
  ])
  func roundedTimestamps(value: Int64, unit: Int, expected: Int64) throws {
    let column = Vector.of(.timestamp, [.timestamp(value), .null])
    expect(
      try CastKernels.rounded(column, toMicroseconds: unit), .timestamp,
      [.timestamp(expected), .null])
  }
}
