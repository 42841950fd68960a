import Testing

@testable import Loading

@Suite struct NumberFormatTests {
  private static let date = NumberFormat.moment(hasDate: true, hasTime: false)
  private static let time = NumberFormat.moment(hasDate: false, hasTime: true)
  private static let both = NumberFormat.moment(hasDate: true, hasTime: true)

  @Test(arguments: [
    "yyyy-mm-dd", "d/m/yyyy", "DD.MM.YYYY", "mmm", "m", "d", "[$-409]d-mmm-yy;@",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy\"年\"m\"月\"d\"日\"", "[$-411]ge.m.d;@", "e",
    "[Red]yyyy", "mmmm", "\"h\"yyyy", "yyyy_)", "bbbb", "[$-D07041E]d/m/yyyy;@",
  ])
  func dates(code: String) {
    #expect(NumberFormat(code: code) == Self.date)
  }

  @Test(arguments: [
    "h:mm", "hh:mm:ss", "h:mm AM/PM", "mm:ss", "mm:ss.0", "mmss.000", "h A/P", "ss",
    "[$-F400]h:mm:ss",
    "hh\"Uhr\"",
  ])
  func times(code: String) {
    #expect(NumberFormat(code: code) == Self.time)
  }

  @Test(arguments: [
    "yyyy-mm-dd hh:mm", "m/d/yy h:mm", "dd/mm/yyyy\\ hh:mm:ss.000", "yyyy\\-mm\\-dd\\Thh:mm:ss",
  ])
  func datesWithTimes(code: String) {
    #expect(NumberFormat(code: code) == Self.both)
  }

  @Test(arguments: ["[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[ss]", "[H]:MM", "[s].000"])
  func elapsed(code: String) {
    #expect(NumberFormat(code: code) == .elapsed)
  }

  @Test(arguments: [
    "General", "GENERAL", "0", "0.00", "#,##0", "0%", "0.00E+00", "##0.0E-0", "# ?/?", "@", ";;;",
    "\"days: \"0", "0 \"mm\"", "0\\d", "[Red]-0.00", "[>100]0;0.0", "_-* #,##0.00_-", "", "0 mg",
    "#,##0 \"kg\";[Red]yyyy", "\"yyyy\"", "[$€-407] 0", "\"unclosed", "\\", "[h", "_", "*",
  ])
  func numbers(code: String) {
    #expect(NumberFormat(code: code) == .number)
  }

  @Test(arguments: [("00", 2), ("0000", 4), ("00000;@", 5)])
  func codes(code: String, digits: Int) {
    #expect(NumberFormat(code: code) == .code(digits: digits))
  }

  @Test func aCodeOfNoEnd() {
    #expect(NumberFormat(code: String(repeating: "0", count: 255)) == .code(digits: 255))
    #expect(NumberFormat(code: String(repeating: "0", count: 256)) == .number)
  }

  @Test func builtInFormats() {
    #expect(
      (0...58).filter { NumberFormat(builtIn: $0) == Self.date }
        == [14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36] + Array(50...58))
    #expect(
      (0...58).filter { NumberFormat(builtIn: $0) == Self.time }
        == [18, 19, 20, 21, 32, 33, 45, 47])
    #expect(NumberFormat(builtIn: 22) == Self.both)
    #expect(NumberFormat(builtIn: 46) == .elapsed)
    #expect(
      [0, 1, 9, 13, 23, 37, 49, 163, 999].allSatisfy { NumberFormat(builtIn: $0) == .number })
  }
}
