import Columns
import Testing

@testable import Rendering

@Suite struct CellTextTests {
  @Test(arguments: [
    (0.1, "0.1"), (3.0, "3.0"), (-0.0, "-0.0"), (1e20, "1e+20"), (1e-5, "1e-05"),
    (0.0001, "0.0001"), (299320.849, "299320.849"), (-12.5, "-12.5"),
    (0.1 + 0.2, "0.30000000000000004"), (123_456_789_012_345_680, "1.2345678901234568e+17"),
    (99_999_999_999.9999, "99999999999.9999"), (1e15, "1000000000000000.0"),
    (.infinity, "inf"), (.nan, "nan"), (.leastNonzeroMagnitude, "5e-324"),
  ])
  func doubles(_ value: Double, _ expected: String) {
    #expect(CellText.string(.double(value)) == expected)
  }

  @Test func doublesReadBack() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let bits = Double(bitPattern: generator.next())
      let cents = Double(Int64.random(in: -9_999_999_999_999...9_999_999_999_999)) / 100
      for value in [bits, cents, cents / 100, cents * 1e4] where value.isFinite {
        let text = CellText.string(.double(value))
        #expect(Double(text) == value)
        #expect(text.count <= value.description.count)
      }
    }
  }

  @Test(arguments: [
    (0.74, "74.0 %"), (0, "0.0 %"), (1, "100.0 %"), (-0.0525, "-5.3 %"), (0.2825, "28.3 %"),
    (0.00049, "0.0 %"), (-0.00049, "0.0 %"), (0.0005, "0.1 %"), (1e14, "10000000000000000.0 %"),
    (1e18, "1e+20 %"),
  ])
  func percents(_ value: Double, _ expected: String) {
    var out = ByteBuffer()
    CellText.append(percent: value, to: &out)
    #expect(out.string == expected)
  }

  @Test(arguments: [
    (1250, 2, "12.50"), (-5, 2, "-0.05"), (0, 3, "0.000"), (7, 0, "7"),
    (-1, 20, "-0." + zeros(19) + "1"),
    (Int128.max, 38, "1.70141183460469231731687303715884105727"),
    (Int128.min, 0, "-170141183460469231731687303715884105728"),
    (Int128(UInt64.max), 18, "18.446744073709551615"),
  ])
  func decimals(_ unscaled: Int128, _ scale: Int, _ expected: String) {
    #expect(CellText.string(.decimal(unscaled: unscaled, scale: scale)) == expected)
  }

  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (19_782, "2024-02-29"), (19_783, "2024-03-01"),
    (11_016, "2000-02-29"), (-719_468, "0001-03-01 (BC)"), (-719_162, "0001-01-01"),
    (-719_163, "0001-12-31 (BC)"), (2_932_897, "10000-01-01"),
  ])
  func dates(_ days: Int32, _ expected: String) {
    #expect(CellText.string(.date(days)) == expected)
  }

  @Test(arguments: [
    (0, "1970-01-01 00:00:00"), (-1, "1969-12-31 23:59:59.999999"),
    (1_706_713_199_500_000, "2024-01-31 14:59:59.5"),
    (-62_167_219_200_000_000, "0001-01-01 (BC) 00:00:00"),
  ])
  func timestamps(_ microseconds: Int64, _ expected: String) {
    #expect(CellText.string(.timestamp(microseconds)) == expected)
  }

  @Test func timesAndIntervals() {
    #expect(CellText.string(.time(86_400_000_000)) == "24:00:00")
    #expect(CellText.string(.time(45_045_120_000)) == "12:30:45.12")
    let interval = Interval(months: 14, days: -3, microseconds: 3_600_000_000)
    #expect(CellText.string(.interval(interval)) == "1 year 2 months -3 days 01:00:00")
  }

  @Test(arguments: [0, 9, 10, 99, 100, 999_999, 1_000_000, 9_999_999, 10_000_000, Int64.max, .min])
  func integers(_ value: Int64) {
    #expect(CellText.string(.integer(Int128(value))) == value.description)
  }
}

private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
