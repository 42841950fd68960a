import Foundation
import Testing

@testable import rummage

/// The built program, from arguments and input to output and exit status.
@Suite struct ProgramTests {
  init() { signal(SIGPIPE, SIG_IGN) }

  @Test func resultsAloneAreOnStandardOutput() throws {
    let result = try RunningProgram.run([
      "-c", "SELECT 1 AS a; SELECT 2 AS b", "-c", "SELECT 3 AS c",
    ])
    #expect(result.output == "a\n1\nb\n2\nc\n3\n")
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test func anErrorStopsABatch() throws {
    let result = try RunningProgram.run([
      "-c", "SELECT 1 AS a; SELEC 2; SELECT 3", "-c", "SELECT 4",
    ])
    #expect(result.output == "a\n1\n")
    #expect(result.errors.hasPrefix("error: "))
    #expect(result.errors.contains("  |  SELEC 2\n"))
    #expect(result.status == 1)
  }

  @Test func keepGoing() throws {
    let result = try RunningProgram.run(
      ["--keep-going", "-c", "SELEC 2; SELECT 3 AS a", "-c", "SELECT 4 AS b"])
    #expect(result.output == "a\n3\nb\n4\n")
    #expect(result.status == 1)
  }

  @Test func wrongUsage() throws {
    let result = try RunningProgram.run(["--cite"])
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("error: --cite, provenance under each result, is not"))
    #expect(result.status == 2)
  }

  @Test func versionAndHelp() throws {
    #expect(try RunningProgram.run(["--version"]).output == "rummage \(HelpText.version)\n")
    #expect(try RunningProgram.run(["--help"]).output == HelpText.page(of: .main))
  }

  @Test(arguments: Document.allCases)
  func documents(_ document: Document) throws {
    let result = try RunningProgram.run(["--generate", document.rawValue])
    #expect(result.output == document.text)
    #expect(result.status == 0)
  }

  @Test func filesBecomeTables() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("my seizures.csv", "category,n\nDrugs,1\nArms,2\n")
    _ = try folder.file("top.sql", "SELECT category\nFROM \"my seizures\"\nWHERE n = 2")
    let result = try RunningProgram.run(["my seizures.csv", "top.sql"], in: folder.path)
    #expect(result.output == "category\nArms\n")
    #expect(result.errors.hasPrefix("my seizures: 2 rows loaded, 0 rejected"))
    #expect(result.status == 0)
  }

  @Test(arguments: [
    (["missing.csv"], "missing.csv"), (["-f", "missing.sql"], "missing.sql"),
    (["-f", "."], "."), (["."], "."), (["--init", "missing.sql"], "missing.sql"),
  ])
  func filesThatCannotBeRead(_ arguments: [String], _ name: String) throws {
    let folder = try TemporaryFolder()
    let program = try RunningProgram(arguments, in: folder.path)
    let result = try program.finish()
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("error: "))
    #expect(result.errors.contains(name))
    #expect(result.output == "")
  }

  @Test func anErrorInAFileNamesLineAndColumn() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("q.sql", "-- first\nSELECT 1 AS a;\n\n  SELECT 1 +;\n")
    let result = try RunningProgram.run(["-f", "q.sql"], in: folder.path)
    #expect(result.errors.contains("  at q.sql:4:"))
    #expect(
      result.errors.contains("4 |    SELECT 1 +") || result.errors.contains("4 |  SELECT 1 +"))
  }

  @Test(arguments: [
    ("csv", "a\n1\n"), ("json", "[\n{\"a\":1}\n]\n"), ("line", "a = 1\n"),
  ])
  func formats(_ name: String, _ expected: String) throws {
    #expect(try RunningProgram.run(["--format", name, "-c", "SELECT 1 AS a"]).output == expected)
  }

  @Test func theLastStatementMayLackItsSemicolon() throws {
    #expect(
      try RunningProgram.run([], input: "SELECT 1 AS a;\nSELECT 2 AS b").output == "a\n1\nb\n2\n")
  }

  @Test func closedPipe() throws {
    let program = try RunningProgram([])
    try program.closeOutput()
    try? program.send("SELECT 1 AS a;\nSELECT 2 AS b;\n")
    let result = try program.finish()
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test func ctrlCWhileWaiting() throws {
    let program = try RunningProgram([])
    try program.send("SELECT 1 AS a;\n")
    #expect(try program.nextLine() == "a")
    program.interrupt()
    #expect(try program.finish().status == 130)
  }

  @Test func initialStatements() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("init.sql", "CREATE TABLE t AS SELECT 5 AS n;\n.mode jsonl\n")
    let result = try RunningProgram.run(["--init", "init.sql", "-c", "FROM t"], in: folder.path)
    #expect(result.output == "{\"n\":5}\n")
  }

  @Test(arguments: [
    ("year=2024", "SELECT $year + 1 AS v", "v\n2025\n"),
    ("code=0302", "SELECT $CODE || 'x' AS v", "v\n0302x\n"),
    ("since=DATE '2024-01-31'", "SELECT typeof($since) AS v", "v\nDATE\n"),
    ("since=2024-01-31", "SELECT $since AS v", "v\n2024-01-31\n"),
    ("text=it's", "SELECT $text AS v", "v\nit's\n"),
    ("text='7'", "SELECT $text || $text AS v", "v\n77\n"),
  ])
  func parameters(_ parameter: String, _ statement: String, _ output: String) throws {
    let result = try RunningProgram.run(["--param", parameter, "-c", statement])
    #expect(result.output == output)
  }

  @Test func aSavedQueryDeclaresItsParameters() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file(
      "q.sql", "-- param year INTEGER = 2024\n-- param code VARCHAR = 03\nSELECT $year, $code;\n")
    _ = try folder.file("outer.sql", "-- param year INTEGER = 1999\n.read q.sql\nSELECT $year;\n")
    func run(_ arguments: [String]) throws -> RunningProgram.Result {
      try RunningProgram.run(arguments, in: folder.path)
    }
    #expect(try run(["-f", "q.sql"]).output == "$year,$code\n2024,03\n")
    #expect(try run(["q.sql", "--param", "YEAR=2023"]).output == "$year,$code\n2023,03\n")
    #expect(try run(["-f", "outer.sql"]).output == "$year,$code\n2024,03\n$year\n1999\n")
    // It declares them for itself.
    let later = try run(["--keep-going", "-f", "q.sql", "-c", "SELECT $year"])
    #expect(later.errors.contains("there is no value for the parameter $year"))
    let wrong = try run(["-f", "q.sql", "--param", "year=latest"])
    #expect(wrong.output == "" && wrong.status == 1)
    #expect(wrong.errors.contains("$year = latest: 'latest' is not a whole number"))
    #expect(wrong.errors.contains("q.sql:1:10"))
  }

  @Test func copiesIntoFiles() throws {
    let folder = try TemporaryFolder()
    let statements = """
      CREATE TABLE t (a INTEGER, b VARCHAR);
      INSERT INTO t VALUES (1, 'x;y'), (2, ''), (3, NULL);
      COPY t TO 'out.csv' (DELIMITER ';');
      COPY (SELECT a FROM t WHERE a < 3) TO 'out.jsonl';
      COPY t TO 'bare.csv' (HEADER false);
      """
    let result = try RunningProgram.run(["-c", statements], in: folder.path)
    #expect(result.status == 0)
    #expect(result.errors.hasSuffix("out.csv: 3 rows\nout.jsonl: 2 rows\nbare.csv: 3 rows\n"))
    func contents(_ name: String) throws -> String {
      try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
    }
    #expect(try contents("out.csv") == "a;b\n1;\"x;y\"\n2;\"\"\n3;\n")
    #expect(try contents("out.jsonl") == "{\"a\":1}\n{\"a\":2}\n")
    #expect(try contents("bare.csv") == "1,x;y\n2,\"\"\n3,\n")
  }

  @Test func aFailedCopyLeavesTheFileAsItWas() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("out.csv", "before\n")
    let failing = "COPY (SELECT CAST(col0 AS INTEGER) FROM (VALUES ('1'), ('x'))) TO 'out.csv'"
    let result = try RunningProgram.run(["-c", failing], in: folder.path)
    #expect(result.status != 0)
    #expect(try String(contentsOfFile: "\(folder.path)/out.csv", encoding: .utf8) == "before\n")
    let missing = try RunningProgram.run(
      ["-c", "COPY (SELECT 1) TO 'none/out.csv'"], in: folder.path)
    #expect(missing.status != 0)
    #expect(missing.errors.contains("none/out.csv: No such file or directory"))
  }

  @Test func noColourIntoAPipe() throws {
    #expect(!(try RunningProgram.run(["-c", "SELEC"]).errors.contains("\u{1B}")))
    #expect(try RunningProgram.run(["--color", "always", "-c", "SELEC"]).errors.contains("\u{1B}"))
  }

  @Test func longPastedStatement() throws {
    let terms = (0..<20_000).map { "  \($0)," }.joined(separator: "\n")
    let text = "SELECT 1 AS a WHERE 1 IN (\n\(terms)\n  1\n);\n"
    let result = try RunningProgram.run([], input: text)
    #expect(result.output == "a\n1\n")
  }

  @Test func tablesAreKeptAndOpened() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("seizures.csv", "category,n\nDrugs,1\nArms,\n")
    _ = try folder.file(
      "save.sql", ".save kept\n.save one.arrow\nCOPY (FROM seizures) TO 'two.feather';")
    let kept = try RunningProgram.run(["seizures.csv", "save.sql"], in: folder.path)
    #expect(kept.status == 0)
    #expect(
      kept.errors.hasSuffix(
        "kept: 1 table\none.arrow: seizures, 2 rows\ntwo.feather: 2 rows\n"))
    #expect(Folder.entries(of: folder.path + "/kept").map(\.name) == ["seizures.arrow"])
    _ = try folder.file(
      "open.sql", ".open kept\n.open one.arrow\nFROM seizures; FROM one; FROM 'two.feather';")
    let opened = try RunningProgram.run(["open.sql"], in: folder.path)
    #expect(opened.output == String(repeating: "category,n\nDrugs,1\nArms,\n", count: 3))
    #expect(opened.errors.hasPrefix("seizures: 2 rows loaded, 0 rejected (2 columns, "))
    _ = try folder.file("one.arrow", "category,n\n")
    let refused = try RunningProgram.run(["-c", "FROM 'one.arrow'"], in: folder.path)
    #expect(refused.errors.hasPrefix("error: 'one.arrow' is not an Arrow file\n"))
    #expect(refused.status == 1)
  }
}
