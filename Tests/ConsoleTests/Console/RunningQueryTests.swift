import Glibc
import Testing

@testable import rummage

/// Statements that take long, on a real terminal.
@Suite struct RunningQueryTests {
  /// Pairs of rows that no machine makes in a minute.
  private static let endless =
    "SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b WHERE a.range % 7 = b.range % 5;"
  /// How often two million rows are paired, so that it takes seconds and a part of it less.
  #if DEBUG
    private static let copies = 100
    private static let writtenRows = 100_000
  #else
    private static let copies = 800
    private static let writtenRows = 2_000_000
  #endif

  @Test func progressShowsAndCtrlCStopsTheQuery() throws {
    let console = try ConsoleOnTerminal(["--no-init"], in: TemporaryFolder())
    try console.type(Self.endless + "\r")
    try console.wait(for: "rows and a rate") {
      $0.cursorLine.contains(/[a-z]+  [0-9,]+ rows  [0-9]+ M rows\/s/)
    }
    let clock = ContinuousClock()
    let start = clock.now
    try console.type("\u{03}")
    try console.wait(for: "interrupted")
    #expect(clock.now - start < .seconds(5))
    try console.waitForPrompt()
    // The line is gone, and the session is as it was.
    #expect(!console.screen.text.contains("rows/s"))
    try console.run("SELECT 3 AS n;")
    #expect(console.screen.text.contains("3 │"))
  }

  @Test func aQueryThatReadsTellsHowFarItIs() throws {
    let console = try ConsoleOnTerminal(["--no-init", "--threads", "1"], in: TemporaryFolder())
    try console.run("CREATE TABLE t AS FROM range(2000000);")
    try console.type("SELECT max(t.range * 3 + u.range) FROM t, range(\(Self.copies)) AS u;\r")
    try console.wait(for: "a bar, a share and the time left") {
      $0.cursorLine.contains(/grouping  █*░*  [0-9]+ %  .* left/)
    }
    #expect(console.screen.lines.allSatisfy { $0.count < 80 })
    try console.type("\u{03}")
    try console.waitForPrompt()
  }

  /// A statement of many megabytes is read in one go, in which nobody looks for Ctrl-C.
  @Test func aSecondCtrlCLeaves() throws {
    let folder = try TemporaryFolder()
    let rows = String(repeating: "(1, 'a'), ", count: Self.writtenRows)
    let file = try folder.file("long.sql", "SELECT count(*) FROM (VALUES \(rows)(1, 'a'));")
    let console = try ConsoleOnTerminal(["--no-init"], in: folder)
    try console.type(".read \(file)\r")
    try console.wait(for: "the statement to run") { !$0.wantsBrackets }
    #expect(try console.waitForEnd(typing: "\u{03}") == 130)
  }

  @Test func aPipeThatNobodyReadsIsNotWaitedForAfterCtrlC() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe.csv"
    #expect(mkfifo(pipe, 0o600) == 0)
    let console = try ConsoleOnTerminal(["--no-init"], in: folder)
    try console.type("COPY (SELECT 1) TO '\(pipe)';\r")
    try console.wait(for: "the statement to run") { !$0.wantsBrackets }
    try console.type("\u{03}")
    try console.waitForPrompt()
    #expect(console.screen.text.contains("interrupted"))
    #expect(!console.screen.text.contains("error"))
  }

  @Test func aLongResultStopsToo() throws {
    let console = try ConsoleOnTerminal(["--no-init"], in: TemporaryFolder())
    try console.run(".mode csv")
    try console.type("SELECT range FROM range(3000000);\r")
    try console.wait(for: "1234\n")
    try console.type("\u{03}")
    try console.waitForPrompt()
    #expect(console.screen.text.contains("interrupted"))
  }
}
