import Foundation
import Glibc
import Testing

@testable import rummage

/// Terminals that can do little, and none at all: nothing crashes, and nothing is written that they
/// would show as garbage.
@Suite struct UnusualTerminalTests {
  init() { signal(SIGPIPE, SIG_IGN) }

  @Test(arguments: ["dumb", ""])
  func aDumbTerminal(_ term: String) throws {
    let console = try ConsoleOnTerminal(
      ["--no-init"], in: TemporaryFolder(), environment: ["TERM": term], waitsForPrompt: false)
    try console.wait(forLine: "rummage>")
    try console.type("SELECT\r")
    try console.wait(forLine: "    ...>")
    try console.type("6 * 7 AS n;\r")
    try console.wait(for: "42 │")
    try console.wait(forLine: "rummage>")
    try console.type("SELECT abss(1);\r")
    try console.wait(for: "did you mean")
    try console.wait(forLine: "rummage>")
    // Ctrl-C drops what was begun.
    try console.type("SELECT (\r")
    try console.wait(forLine: "    ...>")
    try console.type("\u{03}")
    try console.wait(for: "a prompt again") { $0.cursorLine.hasSuffix("rummage>") }
    try console.type(".help\r")
    try console.wait(for: ".tables")
    try console.type("\u{04}")
    #expect(try console.waitForEnd() == 0)
    #expect(!console.bytes.contains(0x1B))
  }

  @Test func noTerminal() throws {
    let result = try RunningProgram.run(
      [],
      input: "SELECT 1 AS a;\n.help sum\n.chart\nSELECT 2 AS b CHART;\n.history\n.last\n.tables\n")
    #expect(result.output.hasPrefix("a\n1\nsum("))
    #expect(!result.output.contains("\u{1B}"))
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test func closedStandardInput() throws {
    let program = Process()
    program.executableURL = URL(fileURLWithPath: "/bin/sh")
    program.arguments = ["-c", "exec \(BuiltProgram.path) --no-init <&-"]
    try program.run()
    program.waitUntilExit()
    #expect(program.terminationStatus == 0)
  }

  @Test func aClosedPipe() throws {
    for statement in ["SELECT * FROM range(1000000);\n", ".help\n", "FROM range(9) CHART;\n"] {
      let program = try RunningProgram([])
      try program.closeOutput()
      try? program.send(statement)
      let result = try program.finish()
      #expect(result.errors == "")
      #expect(result.status == 0)
    }
  }

  @Test func aHomeThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let console = try ConsoleOnTerminal(
      ["--no-init"], in: folder, environment: ["HOME": "/proc/nowhere"])
    try console.run("SELECT 1 AS n;")
    try console.type("\u{1B}[A")
    try console.wait(forLine: "rummage> SELECT 1 AS n;")
    try console.type("\u{03}")
    try console.waitForPrompt()
    try console.type("\u{04}")
    #expect(try console.waitForEnd() == 0)
  }

  @Test(arguments: [20, 12, 5])
  func aNarrowWindow(_ columns: Int) throws {
    let console = try ConsoleOnTerminal(
      ["--no-init"], in: TemporaryFolder(), columns: columns, rows: 10)
    for statement in [
      "SELECT 12345 AS number, 'a long text' AS text;", "SELECT abss(1);", ".help top",
      "FROM range(9) CHART;", "SELECT 'é中' AS t, 1 AS n CHART bar;",
    ] {
      try console.run(statement)
    }
    try console.type("SELECT s\t\t")
    try console.type("\u{03}")
    try console.waitForPrompt()
    try console.type("\u{12}numb")
    try console.wait(for: "what was found") { $0.text.contains("numb") }
    try console.type("\u{07}\u{15}\u{04}")
    #expect(try console.waitForEnd() == 0)
    #expect(console.screen.unknown == [])
  }

  @Test func aTerminalThatGoesAway() throws {
    let console = try ConsoleOnTerminal(["--no-init"], in: TemporaryFolder())
    console.send(signal: SIGHUP)
    #expect(try console.waitForEnd() == 128 + SIGHUP)
  }
}
