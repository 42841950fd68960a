import Language
import Testing

@testable import Rendering

@Suite struct DiagnosticTextTests {
  @Test func oneLine() {
    #expect(
      drawn("SELECT sum(«quantty») FROM seizures", "no column", help: ["did you mean 'quantity'?"])
        == """
        error: no column
          |  SELECT sum(quantty) FROM seizures
          |             ^^^^^^^
          = did you mean 'quantity'?

        """)
  }

  @Test func aFileNamesItsPlace() {
    let text = "SELECT 1,\n\t«quantty»\nFROM seizures"
    #expect(
      drawn(text, "no column", name: "queries/top.sql", firstLine: 9) == """
        error: no column
          at queries/top.sql:10:2
        10 |      quantty
           |      ^^^^^^^

        """)
  }

  @Test func wideAndCombiningCharactersStandBeforeTheToken() {
    #expect(
      drawn("SELECT '医薬品', e\u{301}, «x»", "no column") == """
        error: no column
          |  SELECT '医薬品', e\u{301}, x
          |                      ^

        """)
  }

  @Test func severalLines() {
    #expect(
      drawn("SELECT «(1\n+ 2\n+ 3\n+ 4)» FROM t", "too much") == """
        error: too much
        1 |  SELECT (1
          |         ^^
          …
        4 |  + 4) FROM t
          |  ^^^^

        """)
  }

  @Test func theEndOfTheText() {
    #expect(
      drawn("SELECT 1 +«»", "an expression was expected") == """
        error: an expression was expected
          |  SELECT 1 +
          |            ^

        """)
  }

  @Test func labelsAndFix() {
    let source = Source("SELEC 1\nFROM t")
    let diagnostic = Diagnostic(
      .error, "'SELEC' does not begin a statement", at: SourceRange(0, 5),
      labels: [Diagnostic.Label(SourceRange(8, 12), "a query may begin here")],
      fix: Diagnostic.Fix(SourceRange(0, 5), "SELECT"))
    #expect(
      DiagnosticText.string(diagnostic, in: source) == """
        error: 'SELEC' does not begin a statement
        1 |  SELEC 1
          |  ^^^^^
        2 |  FROM t
          |  ---- a query may begin here
          = write:  SELECT 1

        """)
  }

  @Test func noPlace() {
    #expect(
      DiagnosticText.string(
        Diagnostic(.warning, "odd", at: nil), in: Source("SELECT 1", name: "a.sql"))
        == "warning: odd\n  at a.sql\n")
  }

  @Test(arguments: [0, 50, 199])
  func longLinesAreCutAroundTheToken(_ before: Int) {
    let pad = { (count: Int) in String(repeating: "x ", count: count) }
    let text = drawn(pad(before) + "«WRONG» " + pad(199 - before), "no", width: 60)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1].count <= 60)
    let start = lines[1].firstIndex(of: "W").map {
      lines[1].distance(from: lines[1].startIndex, to: $0)
    }
    let mark = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    #expect(start != nil && start == mark)
    #expect(lines[2].hasSuffix("^^^^^"))
  }

  @Test(arguments: [(-5, -2), (3, 900), (900, 901), (5, 5)])
  func anyRangeCanBeDrawn(_ lower: Int, _ upper: Int) {
    let diagnostic = Diagnostic(.error, "x", at: SourceRange(lower, upper))
    for text in ["", "\n", "abc\u{301}\u{1B}\r\ndef", "医薬品"] {
      #expect(DiagnosticText.string(diagnostic, in: Source(text)).hasPrefix("error: x\n"))
    }
  }

  /// Draws an error at the place marked with `«` and `»`.
  private func drawn(
    _ marked: String, _ message: String, help: [String] = [], name: String? = nil,
    firstLine: Int = 1, width: Int? = nil
  ) -> String {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let lower = marked.utf8.firstIndex(of: 0xC2).map {
      marked.utf8.distance(from: marked.utf8.startIndex, to: $0)
    }
    let upper = marked.utf8.lastIndex(of: 0xC2).map {
      marked.utf8.distance(from: marked.utf8.startIndex, to: $0) - 2
    }
    let range = SourceRange(lower ?? 0, upper ?? 0)
    return DiagnosticText.string(
      Diagnostic(.error, message, at: range, help: help),
      in: Source(text, name: name, firstLine: firstLine), width: width)
  }
}
