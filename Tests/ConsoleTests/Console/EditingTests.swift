import Foundation
import Glibc
import Rendering
import Testing

@testable import rummage

/// Typing at the prompt, on a real terminal.
@Suite struct EditingTests {
  private static let up = "\u{1B}[A"
  private static let down = "\u{1B}[B"
  private static let left = "\u{1B}[D"
  private static let home = "\u{1B}[H"
  private static let end = "\u{1B}[F"
  private static let delete = "\u{7F}"

  private func console(
    _ folder: TemporaryFolder, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws -> ConsoleOnTerminal {
    try ConsoleOnTerminal(
      ["--no-init"], in: folder, columns: columns, rows: rows, environment: environment)
  }

  @Test func aStatementIsAnsweredAndRecalled() throws {
    let console = try console(TemporaryFolder())
    try console.run("SELECT 6 * 7 AS answer;")
    #expect(console.screen.text.contains("│     42 │"))
    try console.type(Self.up)
    try console.wait(forLine: "rummage> SELECT 6 * 7 AS answer;")
    #expect(console.screen.unknown == [])
  }

  @Test func whatIsOpenStandsBeforeTheNextLine() throws {
    let console = try console(TemporaryFolder())
    try console.type("SELECT 'a\r")
    try console.wait(forLine: "     '…>")
    try console.type("b', (\r")
    try console.wait(forLine: "     (…>")
    try console.type("1 /*\r")
    try console.wait(forLine: "     *…>")
    try console.type("*/), \"x\r")
    try console.wait(forLine: "     \"…>")
    try console.type("\u{03}")
    try console.waitForPrompt()
    try console.type("FROM t\r")
    try console.wait(forLine: "      …>")
  }

  @Test func aStatementOfSeveralLinesIsOneEntryAndCanBeEdited() throws {
    let folder = try TemporaryFolder()
    let console = try console(folder)
    try console.run("SELECT 1 AS a,\r2 AS b\r;")
    try console.type(Self.up)
    try console.wait(forLine: "      …> ;")
    #expect(console.screen.text.hasSuffix("rummage> SELECT 1 AS a,\n      …> 2 AS b\n      …> ;"))
    // Up goes to the line before, where 2 becomes 3.
    try console.type(Self.up + Self.home + "3" + "\u{1B}[3~")
    try console.wait(forLine: "      …> 3 AS b")
    try console.type("\r")
    try console.wait(for: "│      1 │      3 │")
    try console.waitForPrompt()
    // The history file keeps both, each once and whole.
    let entries = HistoryFile(path: folder.path + "/.local/state/rummage/history").load()
    #expect(entries == ["SELECT 1 AS a,\n2 AS b\n;", "SELECT 1 AS a,\n3 AS b\n;"])
  }

  @Test func historyGoesOnInTheNextSessionWithoutDuplicates() throws {
    let folder = try TemporaryFolder()
    let first = try console(folder)
    let second = try console(folder)
    try first.run("SELECT 1 AS one;")
    try second.run("SELECT 2 AS two;")
    try first.run("SELECT 3 AS three;")
    try first.run("SELECT 1 AS one;")
    try first.type("\u{04}")
    #expect(try first.waitForEnd() == 0)
    let third = try console(folder)
    for line in ["SELECT 1 AS one;", "SELECT 3 AS three;", "SELECT 2 AS two;"] {
      try third.type(Self.up)
      try third.wait(forLine: "rummage> \(line)")
    }
    try third.type(Self.up + Self.down)
    try third.wait(forLine: "rummage> SELECT 3 AS three;")
  }

  @Test func ctrlRFindsAnEarlierStatement() throws {
    let console = try console(TemporaryFolder())
    try console.run("SELECT 1 AS first_one;")
    try console.run("SELECT 2 AS second;")
    try console.run("SELECT 3 AS first_again;")
    try console.type("\u{12}FIRST")
    try console.wait(forLine: "find FIRST: SELECT 3 AS first_again;")
    try console.type("\u{12}")
    try console.wait(forLine: "find FIRST: SELECT 1 AS first_one;")
    try console.type("zzz")
    try console.wait(forLine: "not found FIRSTzzz:")
    try console.type("\u{07}")
    try console.wait(forLine: "rummage>")
    try console.type("\u{12}second")
    try console.wait(forLine: "find second: SELECT 2 AS second;")
    // A key that is no letter takes what was found, and does what it does.
    try console.type("\u{01}" + "\u{1B}[1;5C" + " 5 +")
    try console.wait(forLine: "rummage> SELECT 5 + 2 AS second;")
    try console.type("\r")
    try console.wait(for: "│      7 │")
  }

  @Test func emacsKeys() throws {
    let console = try console(TemporaryFolder())
    try console.type("SELECT x2;\u{01}")
    try console.wait(for: "the cursor at the start") { $0.column == 9 }
    try console.type("\u{1B}f \u{04}\u{04}1 + ")
    try console.wait(forLine: "rummage> SELECT 1 + 2;")
    try console.type("\u{05}\u{02}\u{0B} AS n;\r")
    try console.wait(for: "│      3 │")
  }

  @Test func draftsAndChangesAreKept() throws {
    let console = try console(TemporaryFolder())
    try console.run("SELECT 1 AS one;")
    try console.run("SELECT 2 AS two;")
    let long = "SELECT '" + String(repeating: "x", count: 1_500) + "' AS draft"
    try console.paste(long)
    try console.wait(for: "the draft") { $0.text.hasSuffix("' AS draft") }
    try console.type(Self.up)
    try console.wait(forLine: "rummage> SELECT 2 AS two;")
    try console.type("changed" + Self.up)
    try console.wait(forLine: "rummage> SELECT 1 AS one;")
    try console.type(Self.down)
    try console.wait(forLine: "rummage> SELECT 2 AS two;changed")
    try console.type(Self.down)
    try console.wait(for: "the draft again") { $0.text.hasSuffix("' AS draft") }
    try console.type(";\r")
    try console.wait(for: "1 row in")
  }

  /// What is not shown is not run.
  @Test func enterInASearchThatFoundNothing() throws {
    let console = try console(TemporaryFolder())
    try console.run("CREATE TABLE t AS SELECT 1 AS n;")
    try console.type("DELETE FROM t;\u{12}nowhere\r")
    try console.wait(for: "a bell") { $0.bells > 0 && $0.cursorLine == "not found nowhere:" }
    try console.type("\u{07}")
    try console.wait(forLine: "rummage> DELETE FROM t;")
    #expect(!console.screen.text.contains("deleted"))
  }

  /// A Latin-1 é is no UTF-8, and takes nothing of what follows.
  @Test func bytesThatAreNotUTF8() throws {
    let console = try console(TemporaryFolder())
    try console.type(bytes: Array("SELECT 'caf".utf8) + [0xE9] + Array(" au' AS t".utf8))
    try console.wait(forLine: "rummage> SELECT 'caf\u{FFFD} au' AS t")
    try console.type(bytes: Array("\u{1B}[200~ -- ".utf8) + [0xE9] + Array("\u{1B}[201~".utf8))
    try console.wait(forLine: "rummage> SELECT 'caf\u{FFFD} au' AS t -- \u{FFFD}")
  }

  @Test func keysThatNothingIsBoundTo() throws {
    let console = try console(TemporaryFolder())
    for key in ["[1;2D", "[5;5~", "[2~", "OP", "[1;2P", "[23~", "[Z"] {
      try console.type("\u{1B}" + key)
    }
    try console.type("SELECT 5 AS n;")
    try console.wait(forLine: "rummage> SELECT 5 AS n;")
  }

  @Test func linesThatEndWithReturnAndLineFeed() throws {
    let console = try console(TemporaryFolder())
    try console.paste("SELECT 1,\r\n\r\n2;")
    try console.wait(for: "three lines") {
      $0.text.hasSuffix("rummage> SELECT 1,\n      …>\n      …> 2;")
    }
  }

  @Test(arguments: ["help", "?", "quit", "\\q", "exit"])
  func wordsOfOtherConsoles(_ word: String) throws {
    let console = try console(TemporaryFolder())
    try console.type(word + "\r")
    if ["help", "?"].contains(word) {
      try console.wait(for: ".tutorial teaches the first steps")
    } else {
      #expect(try console.waitForEnd() == 0)
    }
  }

  @Test func aSignalThatEndsItGivesTheTerminalBack() throws {
    let folder = try TemporaryFolder()
    let shell = try ConsoleOnTerminal(
      ["--norc", "--noprofile", "-i"], in: folder, environment: ["PS1": "shell$ "],
      program: "/bin/bash", waitsForPrompt: false)
    try shell.wait(for: "shell$")
    try shell.type(
      "\(BuiltProgram.path) --no-init; stty -a | tr ';' '\\n' | grep -w icanon\r")
    try shell.waitForPrompt()
    // Ctrl-\ does nothing.
    try shell.type("\u{1C}SELECT 1")
    try shell.wait(forLine: "rummage> SELECT 1")
    try shell.type("\u{15}.shell kill -TERM $PPID\r")
    try shell.wait(for: "the terminal as it was") {
      $0.text.contains("isig icanon")
    }
  }

  @Test func ctrlKCutsToTheEndOfTheLine() throws {
    let console = try console(TemporaryFolder())
    try console.type("SELECT 1,\r2,\r3;" + Self.up + "\u{01}\u{0B}")
    try console.wait(for: "an empty line") {
      $0.text.hasSuffix("rummage> SELECT 1,\n      …>\n      …> 3;")
    }
    try console.type("\u{19}")
    try console.wait(for: "the line again") {
      $0.text.hasSuffix("rummage> SELECT 1,\n      …> 2,\n      …> 3;")
    }
    // At the end of a line it joins the next.
    try console.type("\u{0B}")
    try console.wait(forLine: "      …> 2,3;")
  }

  @Test func viKeysFromTheUsersSettings() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file(".editrc", "# keys\nbind -v\nbind \"^T\" ed-move-to-beg\n")
    let console = try console(folder)
    try console.type("SELECT 12;")
    try console.wait(forLine: "rummage> SELECT 12;")
    try console.type("\u{1B}")
    try console.wait(for: "the command mode") { $0.column < 19 }
    try console.type("hx")
    try console.wait(forLine: "rummage> SELECT 1;")
    // Arrows are keys, and no commands; insert mode goes on.
    try console.type("i" + Self.left + "4")
    try console.wait(forLine: "rummage> SELECT 41;")
    try console.type("\u{14}x")
    try console.wait(forLine: "rummage> xSELECT 41;")
    try console.type("\u{08}\r")
    try console.wait(for: "│     41 │")
  }

  @Test func keysBoundByTheUser() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file(
      ".editrc", "other:bind \"^T\" ed-clear-screen\nrummage:bind -s \"^T\" \"SELECT 9;\"\n")
    let console = try console(folder)
    try console.type("\u{14}")
    try console.wait(forLine: "rummage> SELECT 9;")
  }

  @Test func aLongPaste() throws {
    let console = try console(TemporaryFolder())
    let terms = (0..<1_000).map { "\t\($0), -- row \($0)" }.joined(separator: "\r")
    try console.paste("SELECT count(*) FROM range(2000)\rWHERE range IN (\r\(terms)\r 1500);")
    try console.wait(forLine: "     (…>  1500);")
    // Nothing ran, and no tab completed anything.
    #expect(!console.screen.text.contains("│"))
    try console.type("\r")
    try console.wait(for: "│     1001 │")
    try console.waitForPrompt()
    try console.type(Self.up)
    try console.wait(forLine: "     (…>  1500);")
  }

  @Test func whatIsPastedWithoutBracketsKeepsItsTabs() throws {
    let console = try console(TemporaryFolder())
    try console.type("SELECT\t1\tAS\ta;\r")
    try console.wait(for: "│      1 │")
  }

  @Test(arguments: ["é", "e\u{301}", "中", "🙂", "ที่"])
  func charactersOfAllKinds(_ text: String) throws {
    let console = try console(TemporaryFolder())
    try console.type("SELECT '\(text)\(text)' AS t;")
    try console.wait(forLine: "rummage> SELECT '\(text)\(text)' AS t;")
    let width = console.screen.column
    // Back over the rest and one character: between the two.
    try console.type(String(repeating: Self.left, count: 8) + "|")
    try console.wait(forLine: "rummage> SELECT '\(text)|\(text)' AS t;")
    try console.type(Self.delete + Self.delete)
    try console.wait(forLine: "rummage> SELECT '\(text)' AS t;")
    try console.type(Self.end)
    try console.wait(for: "the cursor at the end") {
      $0.column == width - DisplayWidth.of(text)
    }
    try console.type("\r")
    try console.wait(for: "│ \(text)")
  }

  @Test func aNewSizeOfTheWindow() throws {
    let console = try console(TemporaryFolder(), columns: 60, rows: 20)
    let columns = (0..<20).map { "c\($0)" }.joined(separator: ", ")
    try console.type("SELECT \(columns)")
    try console.wait(for: "c19")
    console.resize(columns: 30, rows: 20)
    try console.wait(for: "the text in 30 columns") {
      $0.cursorLine.hasSuffix("c19") && $0.text.components(separatedBy: "rummage>").count == 2
    }
    #expect(console.screen.lines.allSatisfy { $0.count <= 30 })
    console.resize(columns: 100, rows: 20)
    try console.type("\u{01}")
    try console.wait(for: "the text in 100 columns") {
      $0.cursorLine.hasSuffix("c19") || $0.cursorLine.contains("c15")
    }
    try console.type("\u{03}")
    try console.run("SELECT 1 AS a;")
  }

  @Test func ctrlCDropsALineAndCtrlDLeaves() throws {
    let console = try console(TemporaryFolder())
    try console.type("SELECT (\r1, \u{03}")
    try console.wait(for: "^C")
    try console.waitForPrompt()
    try console.run("SELECT 5 AS five;")
    #expect(console.screen.text.contains("│    5 │") || console.screen.text.contains("5 │"))
    try console.type("\u{04}")
    #expect(try console.waitForEnd() == 0)
  }

  @Test func altEnterBeginsALineAndCtrlLClears() throws {
    let console = try console(TemporaryFolder())
    try console.type("SELECT 1;\u{1B}\r")
    try console.wait(forLine: "      …>")
    try console.type("\u{0C}")
    try console.wait(for: "a screen with the statement alone") {
      $0.shownLines.first == "rummage> SELECT 1;" && $0.cursorLine == "      …>"
    }
  }

  @Test func theUsersEditor() throws {
    let folder = try TemporaryFolder()
    let editor = try folder.file("editor.sh", "#!/bin/sh\nsed -i 's/1/8/' \"$1\"\n")
    chmod(editor, 0o755)
    let console = try console(folder, environment: ["EDITOR": editor])
    try console.type("SELECT 1 AS n;\u{18}\u{05}")
    try console.wait(forLine: "rummage> SELECT 8 AS n;")
    try console.type("\r")
    try console.wait(for: "│      8 │")
    try console.waitForPrompt()
    // `.edit` takes the statement before, and leaves it at the prompt.
    try console.type(".edit\r")
    try console.wait(forLine: "rummage> SELECT 8 AS n;")
  }

  @Test func ctrlZAndBack() throws {
    let folder = try TemporaryFolder()
    let shell = try ConsoleOnTerminal(
      ["--norc", "--noprofile", "-i"], in: folder, environment: ["PS1": "shell$ "],
      program: "/bin/bash", waitsForPrompt: false)
    try shell.wait(for: "shell$")
    try shell.type("\(BuiltProgram.path) --no-init\r")
    try shell.waitForPrompt()
    try shell.type("SELECT 4")
    try shell.wait(forLine: "rummage> SELECT 4")
    try shell.type("\u{1A}")
    try shell.wait(for: "the shell") { $0.cursorLine == "shell$" }
    try shell.type("fg\r")
    try shell.wait(forLine: "rummage> SELECT 4")
    try shell.type("4 AS n;\r")
    try shell.wait(for: "│     44 │")
  }
}

/// The prompt while data is still coming in.
@Suite struct LoadingAtThePromptTests {
  /// A console that loads a file which comes in as slowly as the test wants.
  private func console(
    _ folder: TemporaryFolder, others: [String] = []
  ) throws -> (ConsoleOnTerminal, FileHandle) {
    let path = folder.path + "/slow.csv"
    try #require(mkfifo(path, 0o600) == 0)
    let console = try ConsoleOnTerminal(["--no-init", "slow.csv"] + others, in: folder)
    // The prompt is there, and the file has not been opened.
    let handle = try #require(FileHandle(forWritingAtPath: path))
    return (console, handle)
  }

  @Test func typingGoesOnAboveWhichTheReportAppears() throws {
    let (console, file) = try console(TemporaryFolder())
    try console.type("SELECT sum(n) ")
    try console.wait(forLine: "rummage> SELECT sum(n)")
    try file.write(contentsOf: Data("n\n1\n2\n".utf8))
    try file.close()
    try console.wait(for: "slow: 2 rows loaded, 0 rejected")
    try console.wait(forLine: "rummage> SELECT sum(n)")
    #expect(console.screen.text.hasSuffix("\nrummage> SELECT sum(n)"))
    try console.type("FROM slow;\r")
    try console.wait(for: "3 │")
  }

  @Test func aStatementWaitsForTheData() throws {
    let (console, file) = try console(TemporaryFolder())
    try console.type("SELECT max(n) FROM slow;\r")
    try console.wait(for: "the statement handed over") { !$0.wantsBrackets }
    try file.write(contentsOf: Data("n\n1\n7\n".utf8))
    try file.close()
    try console.wait(for: "7 │")
  }

  @Test func ctrlCWhileAStatementWaits() throws {
    let folder = try TemporaryFolder()
    let (console, file) = try console(folder)
    try file.write(contentsOf: Data("n\n1\n".utf8))
    try console.type("COPY (SELECT 1 AS a) TO 'made.csv';\r")
    try console.wait(for: "the statement handed over") { !$0.wantsBrackets }
    try console.type("\u{03}")
    try file.close()
    try console.wait(for: "interrupted")
    try console.waitForPrompt()
    #expect(access(folder.path + "/made.csv", F_OK) != 0)
  }

  @Test func ctrlCAtTheEmptyPromptTellsWhatIsNotLoaded() throws {
    let (console, file) = try console(TemporaryFolder(), others: ["other.csv"])
    try file.write(contentsOf: Data("n\n1\n".utf8))
    try console.type("\u{03}")
    try console.wait(for: "^C")
    try file.close()
    try console.wait(for: "other.csv")
    try console.waitForPrompt()
    // A load that was at its end already is told as one.
    let isLoaded = console.screen.text.contains("slow: 1 row loaded")
    let left = isLoaded ? "other.csv" : "slow.csv, other.csv"
    #expect(console.screen.text.contains("\nnot loaded: \(left)\n"))
    try console.run("SELECT 1 AS n;")
    #expect(console.screen.text.contains("1 │"))
  }

  @Test func anInitialFileThatFailsLeavesThePrompt() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("initial.sql", "SELECT nope;\n")
    let console = try ConsoleOnTerminal(["--init", "initial.sql"], in: folder)
    #expect(console.screen.text.contains("error: "))
    try console.run("SELECT 1 AS n;")
    #expect(console.screen.text.contains("1 │"))
  }

  @Test func aFileThatCannotBeLoadedLeavesThePrompt() throws {
    let console = try ConsoleOnTerminal(["--no-init", "missing.csv"], in: TemporaryFolder())
    try console.wait(for: "missing.csv")
    try console.wait(for: "error: ")
    try console.run("SELECT 1 AS n;")
    #expect(console.screen.text.contains("1 │"))
  }

  @Test func ctrlDWhileDataComesIn() throws {
    let (console, file) = try console(TemporaryFolder())
    try file.write(contentsOf: Data("n\n1\n".utf8))
    try console.type("\u{04}")
    try file.close()
    #expect(try console.waitForEnd() == 0)
  }
}
