import Foundation
import Rendering
import Testing

@testable import rummage

/// `.tutorial` on a real terminal, as a person goes through it.
@Suite struct TutorialOnTerminalTests {
  private static let up = "\u{1B}[A"
  private static let backspace = "\u{7F}"

  /// Types the answer that a step has, and waits for its praise.
  private func answer(_ number: Int, _ console: ConsoleOnTerminal) throws {
    let step = TutorialStep.all[number - 1]
    try console.run(step.answer.replacing("\n", with: "\r") + ";")
    try console.wait(for: step.praise)
  }

  @Test func fromTheFirstStepToTheLastPraise() throws {
    let folder = try TemporaryFolder()
    let scratch = "\(folder.path)/scratch"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    let console = try ConsoleOnTerminal(
      ["--no-init"], in: folder, environment: ["TMPDIR": scratch])
    try console.run(".tutorial")
    #expect(console.screen.text.contains("practice: 3,000 rows loaded, 0 rejected"))
    #expect(console.screen.text.contains("Question: What are the first 5 rows of practice?"))
    #expect(Folder.entries(of: scratch).isEmpty)
    try console.run("DESCRIBE practice;")
    try answer(1, console)

    // A wrong answer, a look at the hint, and another one.
    try console.run(
      "SELECT category, COUNT(*) AS seizures FROM practice GROUP BY category ORDER BY seizures;")
    let refusals = console.screen.text.components(separatedBy: "Not yet: ").dropFirst()
    #expect(refusals.count == 1)
    #expect(refusals.last?.hasPrefix("right rows, in another order from row 1 on.") == true)
    try console.run(".tutorial hint")
    #expect(console.screen.text.contains("Hint: SELECT category, COUNT(*) AS …"))
    try answer(2, console)

    // As the step says: the value comes by Tab.
    try console.type("SELECT COUNT(*) FROM practice WHERE category = 'Dr\t")
    try console.wait(for: "what Tab adds") { $0.text.contains("category = 'Drug") }
    try console.run("s';")
    try console.wait(for: TutorialStep.all[2].praise)

    // As the step says: the last statement comes by Up.
    try console.type(Self.up + Self.backspace)
    try console.wait(for: "the last statement") { $0.cursorLine.hasSuffix("category = 'Drugs'") }
    try console.run(" AND seized_on >= '2023-01-01' AND seized_on < '2024-01-01';")
    try console.wait(for: TutorialStep.all[3].praise)

    try console.run(
      "SELECT SUM(quantity) FROM practice WHERE category = 'Drugs' AND year(seized_on) = 2023;")
    #expect(console.screen.text.contains("error: SUM(quantity) would add mass (29 rows)"))
    #expect(console.screen.text.contains("This refusal is meant"))
    try answer(5, console)
    #expect(console.screen.text.contains("note: 3 rows have no mass"))

    // Nothing is said of what has nothing to do with the question.
    try console.run("SELECT 6 * 7 AS answer;")
    try console.run(".tutorial answer")
    #expect(console.screen.text.contains("TOP 5 BY kg WITH OTHERS WITH TOTAL;"))
    try answer(6, console)
    try answer(7, console)
    try answer(8, console)
    try console.run(TutorialStep.all[8].query.replacing("\n", with: "\r") + ";")
    #expect(console.screen.text.contains("The figures are right. Now draw them"))
    try answer(9, console)
    try answer(10, console)
    let file = try String(contentsOfFile: "\(folder.path)/tutorial.csv", encoding: .utf8)
    #expect(file.hasPrefix("year,seizures\n2004,31\n"))
    #expect(console.screen.text.contains("All ten steps are done."))
    #expect(console.screen.text.components(separatedBy: "Not yet: ").count == 2)

    try console.run(".tutorial stop")
    #expect(console.screen.text.contains("The tutorial has ended; practice is dropped."))
    try console.run(".tutorial stop")
    #expect(console.screen.text.contains("error: no tutorial runs"))
    #expect(console.screen.unknown == [])
    try checkTranscript(console.screen.text)
  }

  /// What the screen shows from end to end, apart from how long things took; made anew where
  /// `RUMMAGE_BLESS` is set.
  private func checkTranscript(_ screen: String) throws {
    let path = "\(#filePath)".replacing(
      "TutorialOnTerminalTests.swift", with: "tutorial.transcript")
    let transcript = screen.replacing(/(in|kB,) [0-9.]+ (ms|s)\b/) { "\($0.output.1) … ms" } + "\n"
    if ProcessInfo.processInfo.environment["RUMMAGE_BLESS"] != nil {
      try transcript.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try transcript == String(contentsOfFile: path, encoding: .utf8))
  }

  @Test(arguments: [80, 40])
  func nothingIsWiderThanTheWindow(_ columns: Int) throws {
    let console = try ConsoleOnTerminal(["--no-init"], in: TemporaryFolder(), columns: columns)
    // The report of the load is the loader's.
    try console.run(".tutorial")
    for number in 1...TutorialStep.all.count {
      let commands = [".tutorial \(number)", ".tutorial hint", ".tutorial answer"]
      for command in commands + (number == 10 ? [".tutorial next"] : []) {
        for line in try console.answer(to: command) {
          #expect(DisplayWidth.of(line) <= columns, "\(command): \(line)")
        }
      }
    }
  }

  @Test func counterAndQuestionStandOut() throws {
    let console = try ConsoleOnTerminal(["--no-init"], in: TemporaryFolder())
    try console.run(".tutorial 7")
    #expect(console.screen.paint(of: "Step 7 of 10: shares") == "1")
    #expect(console.screen.paint(of: "Question: What share") == "1")
    #expect(console.screen.paint(of: "SHARE(COUNT(*)) is") == "")
  }

  @Test func withoutColourItIsPlain() throws {
    let console = try ConsoleOnTerminal(
      ["--no-init"], in: TemporaryFolder(), environment: ["NO_COLOR": "1"])
    try console.run(".tutorial 7")
    #expect(console.screen.paint(of: "Step 7 of 10: shares") == "")
  }

  @Test func fromAPipe() throws {
    let folder = try TemporaryFolder()
    let console = try ConsoleOnTerminal(
      ["-c", "echo .tutorial | \(BuiltProgram.path) --no-init | cat"], in: folder,
      program: "/bin/sh", waitsForPrompt: false)
    #expect(try withExtendedLifetime(folder) { try console.waitForEnd() } == 0)
    #expect(console.screen.text.contains("Step 1 of 10: looking at a table"))
    #expect(console.screen.text.contains("Question: What are the first 5 rows of practice?"))
  }

  @Test func aNameThatIsTakenIsRefusedWithTheWayOut() throws {
    let console = try ConsoleOnTerminal(["--no-init"], in: TemporaryFolder())
    try console.run("CREATE TABLE practice AS SELECT 1 AS mine;")
    try console.run(".tutorial")
    #expect(console.screen.text.contains("there is a table practice"))
    #expect(!console.screen.text.contains("Step 1"))
    try console.run("ALTER TABLE practice RENAME TO mine;")
    try console.run(".tutorial")
    #expect(console.screen.text.contains("Step 1 of 10"))
  }
}
