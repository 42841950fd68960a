import Testing

@testable import Rendering

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("医薬品", 6), ("한국", 4), ("\u{1112}\u{1161}", 2),
    ("ｶﾅ", 2), ("！", 2), ("🚢", 2), ("…", 1), ("│", 1), ("a\u{200B}b", 2), ("กำ", 2), ("\u{AD}", 0),
  ])
  func widths(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test(arguments: [
    ("abc", 2, "ab"), ("医薬品", 3, "医"), ("e\u{301}e\u{301}", 1, "e\u{301}"), ("abc", 9, "abc"),
    ("医", 1, ""),
  ])
  func prefixes(_ text: String, _ width: Int, _ expected: String) {
    #expect(DisplayWidth.prefix(of: text, width: width).text == expected)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567")])
  func grouping(_ number: Int, _ expected: String) {
    #expect(NumberGrouping.string(number) == expected)
  }
}
