import Foundation
import Glibc
import Testing

@testable import rummage

/// What results look like at the prompt.
@Suite struct ResultTests {
  private func console(
    _ folder: TemporaryFolder, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws -> ConsoleOnTerminal {
    try ConsoleOnTerminal(
      arguments + ["--no-init"], in: folder, columns: columns, rows: rows, environment: environment)
  }

  @Test func aBoxWithTypesGroupsCountAndTime() throws {
    let console = try console(TemporaryFolder())
    try console.run("SELECT 1234567 AS n, 'a' AS t, NULL AS x;")
    let lines = console.screen.lines
    let start = try #require(lines.firstIndex { $0.hasPrefix("┌") })
    #expect(
      Array(lines[start..<(start + 6)]) == [
        "┌───────────┬─────────┬──────┐", "│         n │ t       │ x    │",
        "│    bigint │ varchar │ null │", "├───────────┼─────────┼──────┤",
        "│ 1,234,567 │ a       │ NULL │", "└───────────┴─────────┴──────┘",
      ])
    #expect(lines[start + 6].wholeMatch(of: /1 row in [0-9.]+ m?s/) != nil)
  }

  @Test func whatDoesNotFitIsCounted() throws {
    let console = try console(TemporaryFolder())
    try console.run("SELECT range AS n FROM range(5000);")
    #expect(console.screen.text.contains("… 4,985 more rows (.last to page)\n5,000 rows in "))
    // The head of the box is still on the screen.
    #expect(console.screen.shownLines.contains { $0.hasPrefix("┌") })
  }

  @Test func wideTextIsCutAndNothingWraps() throws {
    let console = try console(TemporaryFolder(), columns: 40)
    try console.run("SELECT repeat('long ', 50) AS t, 12 AS n, repeat('é', 90) AS u;")
    #expect(console.screen.lines.allSatisfy { $0.count <= 40 })
    #expect(console.screen.text.contains("…"))
    #expect(console.screen.text.contains("│ 12 │") || console.screen.text.contains(" 12 │"))
  }

  @Test func whatIsTooWideIsShownAsLines() throws {
    let console = try console(TemporaryFolder(), columns: 50, rows: 40)
    let columns = (1...12).map { "'value \($0)' AS column_\($0)" }.joined(separator: ", ")
    try console.run("SELECT \(columns);")
    #expect(console.screen.text.contains("\n column_1 = value 1\n"))
    #expect(console.screen.text.contains("\ncolumn_12 = value 12\n1 row in "))
    // Many rows of them stay a box, which says how to see the rest.
    try console.run("SELECT \(columns) FROM range(9);")
    #expect(console.screen.text.contains(".mode line shows all"))
  }

  @Test func coloursTellNullsNegativesAndHeads() throws {
    let console = try console(TemporaryFolder())
    try console.run("SELECT -5 AS less, NULL AS nothing, 'x' AS text;")
    #expect(console.screen.paint(of: "less") == "1")
    #expect(console.screen.paint(of: "-5") == "31")
    #expect(console.screen.paint(of: "NULL") == "2")
    #expect(console.screen.paint(of: "x ") == "")
    // The statement is in colour as it is typed.
    try console.type("SELECT sum(1), 'a' -- b")
    try console.wait(for: "-- b")
    #expect(console.screen.paint(of: "SELECT sum") == "1;34")
    #expect(console.screen.paint(of: "sum(1)") == "34")
    #expect(console.screen.paint(of: "'a' --") == "32")
    #expect(console.screen.paint(of: "-- b") == "2")
  }

  @Test func errorsAreUnderlinedInRed() throws {
    let console = try console(TemporaryFolder())
    try console.run("SELECT abss(1);")
    #expect(console.screen.paint(of: "error:") == "1;31")
    #expect(console.screen.paint(of: "^^^^") == "1;31")
    #expect(console.screen.paint(of: "did you mean") == "36")
  }

  @Test func noColourWhereTheUserWantsNone() throws {
    let console = try console(TemporaryFolder(), environment: ["NO_COLOR": "1"])
    try console.type("SELECT -5 AS less, NULL AS nothing;\r")
    try console.wait(for: "1 row")
    try console.type("SELECT abss(1);\r")
    try console.wait(for: "did you mean")
    #expect(!String(decoding: console.bytes, as: UTF8.self).contains(/\u{1B}\[[0-9;]*m/))
  }

  @Test func neverAColourByOption() throws {
    let console = try console(TemporaryFolder(), ["--color", "never"])
    try console.run("SELECT -5 AS less;")
    #expect(!String(decoding: console.bytes, as: UTF8.self).contains(/\u{1B}\[[0-9;]*m/))
  }

  @Test func lastGoesThroughThePager() throws {
    let folder = try TemporaryFolder()
    let pager = try folder.file("pager.sh", "#!/bin/sh\necho paged; wc -l\necho end\n")
    chmod(pager, 0o755)
    let console = try console(folder, environment: ["PAGER": pager])
    try console.run("SELECT range AS n FROM range(500);")
    #expect(!console.screen.text.contains("paged"))
    try console.run(".last")
    #expect(console.screen.text.contains("paged\n506\nend"))
    try console.run(".pager on")
    try console.run("SELECT range AS n FROM range(700);")
    #expect(console.screen.text.contains("paged\n706\nend"))
    // What fits is not paged.
    try console.run("SELECT 1 AS n;")
    #expect(console.screen.text.components(separatedBy: "paged").count == 3)
  }

  @Test(.enabled(if: access("/usr/bin/less", X_OK) == 0, "less is not installed"))
  func aPagerThatIsLeftEarly() throws {
    let console = try console(TemporaryFolder())
    try console.run("SELECT range AS n, repeat('x', 200) AS t FROM range(200000);")
    try console.type(".last\r")
    try console.wait(for: "less") { $0.cursorLine.hasPrefix(":") }
    // Ctrl-C in the pager is the pager's.
    let bells = console.screen.bells
    try console.type("\u{03}")
    try console.wait(for: "the pager to ring") { $0.bells > bells }
    // It may throw away what is typed while it rings.
    try console.type("q", until: "the prompt") { $0.wantsBrackets }
    try console.type("\u{15}")
    try console.waitForPrompt()
    try console.run("SELECT 77 AS seven;")
    #expect(console.screen.text.contains("77 │"))
  }

  @Test func chartsOfTheLastResult() throws {
    let folder = try TemporaryFolder()
    let console = try console(folder)
    try console.run(
      "SELECT * FROM (VALUES ('Drugs', 8), ('Arms', 4), ('Cash', NULL)) AS t(category, n);")
    try console.run(".chart")
    #expect(console.screen.text.contains("Drugs    ██"))
    try console.run(".chart -o out.svg")
    #expect(console.screen.text.contains("out.svg: a bar chart"))
    let svg = try String(contentsOfFile: folder.path + "/out.svg", encoding: .utf8)
    #expect(svg.hasPrefix("<svg") || svg.hasPrefix("<?xml"))
    try console.run("SELECT * FROM (VALUES ('x', 3), ('y', 1)) AS t(c, n) CHART bar;")
    #expect(console.screen.text.contains("x ██"))
    try console.run("SELECT 1 AS n CHART baar;")
    #expect(console.screen.text.contains("bar"))
    try console.run("SELECT 'a' AS t, 1 AS n CHART TO 'two.svg';")
    #expect(console.screen.text.contains("two.svg: a bar chart"))
    try console.run(".chart pie")
    #expect(console.screen.text.contains("there is no kind of chart 'pie'"))
  }

  /// A file is whole or as it was before, and what its name says.
  @Test func aFileForOneResult() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("keep.md", "before")
    func contents() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
    let console = try console(folder)
    try console.run(".once keep.md;")
    try console.run("SELECT nothing;")
    #expect(try contents() == "before")
    try console.run("SELECT 1 AS n, 'x' AS t;")
    #expect(try contents() == "| n | t |\n|---:|---|\n| 1 | x |\n")
    try console.run("SELECT 2 AS n;")
    #expect(console.screen.text.contains("2 │"))
    try console.run(".once |cat")
    #expect(console.screen.text.contains("results cannot be sent through a pipe"))
    try console.run(".once t.xlsx")
    #expect(console.screen.text.contains("a result is text, and no .xlsx file"))
    try console.run(".once t.csv")
    try console.run("SELECT 'a' AS t, 1 AS n CHART;")
    #expect(console.screen.text.contains("whose ending promises data"))
    #expect(access(folder.path + "/t.csv", F_OK) != 0)
    try console.run(".chart -o x.png")
    #expect(console.screen.text.contains("ends in .svg"))
  }

  /// Nothing that comes from data speaks to the terminal.
  @Test func dataCannotSpeakToTheTerminal() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file(
      "h\u{1B}]0;x\u{07}.csv", "x\u{1B}[31m,y\na\u{202E}b\u{1B}[35m,2\n1,3\n1,x\n")
    let console = try console(folder, ["--color", "never"])
    try console.run(".load h*.csv t")
    for line in [".ledger", ".schema", "FROM t;", ".mode csv", "FROM t;", ".mode html", "FROM t;"] {
      try console.run(line)
    }
    try console.type("SELECT \"x\t\t")
    try console.type("\u{03}")
    try console.waitForPrompt()
    #expect(console.screen.text.contains("a\\u202eb\\x1b[35m"))
    let shown = String(decoding: console.bytes, as: UTF8.self)
    #expect(!shown.contains("\u{1B}[31m") && !shown.contains("\u{1B}[35m"))
    #expect(!shown.contains("\u{1B}]") && !shown.contains("\u{202E}"))
  }

  @Test func historyAndParameters() throws {
    let console = try console(TemporaryFolder())
    try console.run("SELECT 1\rAS one;")
    try console.run("SELECT 2 AS two;")
    try console.run(".history")
    #expect(
      console.screen.text.contains("1  SELECT 1\n   AS one;\n2  SELECT 2 AS two;\n3  .history"))
    try console.run(".history ONE")
    #expect(console.screen.text.hasSuffix("1  SELECT 1\n   AS one;\n4  .history ONE\nrummage>"))
    try console.run(".param year 2024")
    try console.run(".param")
    #expect(console.screen.text.contains("$year = 2024"))
    try console.run(".param name 'it''s'")
    try console.run(".param")
    #expect(console.screen.text.contains("$name = it's"))
    try console.run("SELECT $year + 1 AS next;")
    #expect(console.screen.text.contains("2025 │"))
  }
}
