import Language
import Testing

@Suite struct SpellingTests {
  private static let keywords = ["SELECT", "FROM", "WHERE", "GROUP", "GROUP BY", "ORDER", "BY"]
  private static let columns = ["quantity", "country", "county", "category", "unit", "year"]

  @Test(arguments: [
    ("FORM", "FROM"), ("frm", "FROM"), ("wehre", "WHERE"), ("selct", "SELECT"),
    ("GRUOP", "GROUP"), ("GROUPBY", "GROUP BY"), ("ODER", "ORDER"),
  ])
  func nearKeywords(word: String, meant: String) {
    #expect(Spelling.closest(to: word, among: Self.keywords) == meant)
  }

  @Test(arguments: ["x", "by", "fo", "total", "region", "", "wh"])
  func nothingIsNear(word: String) {
    #expect(Spelling.closest(to: word, among: Self.keywords) == nil)
  }

  @Test func namesAreGuessed() {
    #expect(Spelling.closest(to: "quantitiy", among: Self.columns) == "quantity")
    #expect(Spelling.closest(to: "Catgory", among: Self.columns) == "category")
    #expect(Spelling.closest(to: "yaer", among: Self.columns) == "year")
  }

  @Test func twoEquallyNearAreNoGuess() {
    #expect(Spelling.closest(to: "counry", among: ["country", "county"]) == nil)
    #expect(Spelling.closest(to: "countrx", among: ["country", "county"]) == "country")
  }

  @Test func differenceInCaseAloneIsNoTie() {
    #expect(Spelling.closest(to: "Yaer", among: ["year", "YEAR"]) == "year")
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "ab", 2), ("ab", "ba", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3), ("straße", "strasse", 2), ("same", "same", 0),
  ])
  func distance(first: String, second: String, expected: Int) {
    #expect(Spelling.distance(first, second) == expected)
    #expect(Spelling.distance(second, first) == expected)
  }
}
