import Language
import Testing

@Suite struct DiagnosticTests {
  @Test(arguments: [
    ("SELECT a FORM t", 9, 13, "FROM", "SELECT a FROM t"),
    ("SELECT a b", 8, 8, ",", "SELECT a, b"),
    ("SELECT é)", 9, 10, "", "SELECT é"),
  ])
  func fixesAreApplied(text: String, lower: Int, upper: Int, replacement: String, fixed: String) {
    let fix = Diagnostic.Fix(SourceRange(lower, upper), replacement)
    #expect(fix.applied(to: text) == fixed)
  }

  @Test func aFixOutsideTheTextIsNotApplied() {
    #expect(Diagnostic.Fix(SourceRange(2, 9), "x").applied(to: "abc") == nil)
    #expect(Diagnostic.Fix(SourceRange(1, 2), "x").applied(to: "éa") == nil)
  }
}
