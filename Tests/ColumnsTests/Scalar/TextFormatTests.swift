import Testing

@testable import Columns

struct TextFormatTests {
  private static func format(
    _ template: String, _ style: TextFormat.Style, _ value: Value, _ type: DataType
  ) throws -> Value {
    let known = try TextFormat(template, style: style, [TextFormat.Kind(type)])
    return try FormatKernels.format(
      Vector(constant: .text(template), type: .varchar, count: 1),
      [Vector(constant: value, type: type, count: 1)], style: style, known: known
    ).value(0)
  }

  static let wholes: [(String, TextFormat.Style, Int, String)] = [
    ("{}", .braces, -5, "-5"), ("{:,}", .braces, 1_234_567, "1,234,567"),
    ("{:_}", .braces, -1234, "-1_234"), ("{:t.}", .braces, 1234, "1.234"),
    ("{:05d}", .braces, 42, "00042"),
    ("{:+d}", .braces, 5, "+5"), ("{: d}", .braces, 5, " 5"), ("{:x}", .braces, -255, "-ff"),
    ("{:#X}", .braces, 255, "0XFF"), ("{:#b}", .braces, 5, "0b101"), ("{:o}", .braces, 8, "10"),
    ("{:*^9}", .braces, 12, "***12****"), ("{:<5}|", .braces, 5, "5    |"),
    ("{:5}|", .braces, 5, "    5|"),
    ("{:=+5}|", .braces, 5, "+   5|"), ("{:é>3}", .braces, 5, "éé5"),
    ("{:.2f}", .braces, 5, "5.00"),
    ("{{{}}}", .braces, 5, "{5}"), ("{0}{0}", .braces, 5, "55"), ("{:c}", .braces, 233, "é"),
    ("%d|%1$5d", .percent, 0, ""), ("%5d|", .percent, 5, "    5|"),
    ("%-5d|", .percent, 5, "5    |"),
    ("%05d", .percent, -5, "-0005"), ("%,d", .percent, 1_234_567, "1,234,567"),
    ("%x", .percent, -1, "ffffffffffffffff"), ("%#o", .percent, 8, "010"),
    ("%.3d", .percent, 5, "005"),
    ("%+i%%", .percent, 5, "+5%"), ("%lld", .percent, 5, "5"), ("%s", .percent, 5, "5"),
  ]

  @Test(arguments: wholes)
  func whole(template: String, style: TextFormat.Style, number: Int, expected: String) throws {
    if expected.isEmpty {
      // Fields with and without a number.
      #expect(throws: PatternProblem.self) {
        try Self.format(template, style, .integer(Int128(number)), .bigint)
      }
    } else {
      #expect(
        try Self.format(template, style, .integer(Int128(number)), .bigint) == .text(expected))
    }
  }

  /// DECIMALs are exact: halves go away from zero, and no digit is lost.
  static let decimals: [(String, Int, Int, String)] = [
    ("{}", 150, 2, "1.50"), ("{:.2f}", 1005, 3, "1.01"), ("{:.2f}", -1005, 3, "-1.01"),
    ("{:.0f}", 25, 1, "3"), ("{:.1f}", -4, 2, "0.0"), ("{:,.2f}", 1_234_567_891, 3, "1,234,567.89"),
    ("{:.5f}", 15, 1, "1.50000"), ("{:t.}", 123_456_789, 3, "123.456,789"),
    ("{}", 1_234_567_890_123_456_789, 9, "1234567890.123456789"),
    ("{:010.2f}", -314, 2, "-000003.14"),
  ]

  @Test(arguments: decimals)
  func decimal(template: String, unscaled: Int, scale: Int, expected: String) throws {
    #expect(
      try Self.format(
        template, .braces, .decimal(unscaled: Int128(unscaled), scale: scale),
        .decimal(precision: 38, scale: scale)) == .text(expected))
  }

  static let doubles: [(String, Double, String)] = [
    ("{}", 100, "100.0"), ("{:.2f}", 3.14159, "3.14"), ("{:e}", 1234.5, "1.234500e+03"),
    ("{:g}", 0.00001, "1e-05"), ("{:.3}", 3.14159, "3.14"), ("{:.3}", 100, "100.0"),
    ("{:,}", 1234.5, "1,234.5"), ("{:08.2f}", -3.14159, "-0003.14"), ("{:.0f}", 2.5, "2"),
    ("{:8}|", .infinity, "     inf|"), ("{:08}|", -.infinity, "    -inf|"), ("{}", .nan, "nan"),
    ("{:.1f}", 1e300, ""),
  ]

  @Test(arguments: doubles)
  func double(template: String, number: Double, expected: String) throws {
    let result = try Self.format(template, .braces, .double(number), .double)
    if expected.isEmpty {
      guard case .text(let text) = result else {
        Issue.record("no text")
        return
      }
      #expect(text.utf8.count == 303 && text.hasSuffix(".0"))
    } else {
      #expect(result == .text(expected))
    }
  }

  /// Templates for one whole number, with what is wrong between « and ».
  static let faults: [(TextFormat.Style, String)] = [
    (.braces, "a«{»"), (.braces, "a «}» b"), (.braces, "{}«{}»"), (.braces, "«{1}»"),
    (.braces, "{}«{0}»"), (.braces, "«{0»"), (.braces, "«{:k}»"), (.braces, "«{a»}"),
    (.braces, "«{:99999»}"), (.braces, "«{:{}»}"), (.percent, "a«%»"), (.percent, "«%z»"),
    (.percent, "%d«%d»"), (.percent, "«%2$d»"),
  ]

  @Test(arguments: faults)
  func pointsAtTheFault(style: TextFormat.Style, marked: String) throws {
    let start = try #require(marked.firstRange(of: "«"))
    let end = try #require(marked.firstRange(of: "»"))
    let before = marked[..<start.lowerBound].utf8.count
    let range = before..<(before + marked[start.upperBound..<end.lowerBound].utf8.count)
    let template = marked.filter { $0 != "«" && $0 != "»" }
    do {
      _ = try TextFormat(template, style: style, [.whole])
      Issue.record("\(template) is taken")
    } catch {
      #expect(error.range == range, "\(template): \(error.message)")
    }
  }
}
