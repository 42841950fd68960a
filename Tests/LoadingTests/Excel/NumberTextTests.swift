import Glibc
import Testing

@testable import Loading

@Suite struct NumberTextTests {
  private func text(_ number: String) -> String? {
    var bytes: [UInt8] = []
    guard NumberText.append(Array(number.utf8)[...], to: &bytes) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("0", "0"), ("-7", "-7"), ("12", "12"), ("0.1", "0.1"), ("-0.25", "-0.25"), ("5.0", "5"),
    ("1.50", "1.5"), ("0.00", "0"), ("100", "100"), ("1200.00", "1200"),
    ("22.491682999999998", "22.491683"), ("1.1000000000000001", "1.1"),
    ("0.30000000000000004", "0.30000000000000004"), ("123456789.123456", "123456789.123456"),
    ("123456789012345678", "123456789012345678"), ("9007199254740993", "9007199254740993"),
    ("1234567890123456789", "1234567890123456800"), ("1E3", "1000"), ("1.5E+2", "150"),
    ("1e-3", "0.001"), ("2.5E-5", "0.000025"), ("-1.25E-7", "-0.000000125"),
    ("1E+20", "100000000000000000000"), ("1.2345678901234567E+19", "12345678901234567000"),
    ("5.5511151231257827E-17", "5.551115123125783e-17"), ("1E+300", "1e+300"), ("+5", "5"),
    (".5", "0.5"), ("5.", "5"), ("007", "7"), ("00.5", "0.5"), ("-0", "-0"), ("1E-400", "0"),
  ])
  func numbers(number: String, expected: String) {
    #expect(text(number) == expected)
  }

  @Test(arguments: [
    "", "-", ".", "abc", "1,5", "1 2", "nan", "inf", "Infinity", "0x10", "1e", "1e999", "--1",
    "1-1",
    "1.2.3", "٣",
  ])
  func noNumbers(number: String) {
    #expect(text(number) == nil)
  }

  /// Whatever double a cell holds, written as Excel does, reads back as the same bits; and no
  /// shorter decimal does.
  @Test func everyDoubleKeepsItsBits() throws {
    var random = Random(11)
    for round in 0..<20_000 {
      let value =
        round.isMultiple(of: 2)
        ? Double(bitPattern: UInt64.random(in: .min ... .max, using: &random))
        : (Double(Int.random(in: -1_000_000_000...1_000_000_000, using: &random)) / 1000)
      guard value.isFinite else { continue }
      var buffer = [CChar](repeating: 0, count: 40)
      withVaList([value]) { _ = vsnprintf(&buffer, buffer.count, "%.17g", $0) }
      let written = String(
        decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let read = try #require(text(written))
      #expect(Double(read) == value, "\(written)")
      #expect(read.count { $0.isNumber } <= 40)
      if abs(value) >= 1e-10 && abs(value) < 1e20 { #expect(!read.contains("e")) }
    }
  }
}
