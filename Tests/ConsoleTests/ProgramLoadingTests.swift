import Foundation
import Testing

@testable import rummage

/// Loading as the program shows it: data on the command line, `.load`, `.ledger`, `.rejects`.
@Suite struct ProgramLoadingTests {
  private let folder: TemporaryFolder

  init() throws {
    signal(SIGPIPE, SIG_IGN)
    folder = try TemporaryFolder()
    try Directories.make("\(folder.path)/2024")
    _ = try folder.file("2024/a.csv", "k,v\n1,2\n3\n")
    _ = try folder.file("2024/b.csv", "k,v\n4,x\n")
    _ = try folder.file("semi.txt", "k;d\n1;03/04/2024\n")
  }

  private func run(_ arguments: [String], input: String = "") throws -> RunningProgram.Result {
    try RunningProgram.run(arguments, input: input, in: folder.path)
  }

  @Test func aPatternIsOneTable() throws {
    let result = try run(["2024/*.csv", "-c", "SELECT k, v FROM \"2024\""])
    #expect(result.output == "k,v\n1,2\n4,x\n")
    let lines = result.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix("a: 1 row loaded, 1 rejected"))
    #expect(lines[1] == "  1 of 2 rows rejected: line 3: 1 field where the table has 2 columns")
    #expect(
      lines[2]
        == "  v: read as VARCHAR and not as BIGINT, since all files together hold text, "
        + "as '2024/b.csv' does"
    )
    #expect(lines[3].hasPrefix("b: 1 row loaded, 0 rejected"))
    #expect(lines[4].hasPrefix("2024: 2 files, 2 rows loaded, 1 rejected (2 columns, "))
  }

  @Test func aPatternWithoutFiles() throws {
    let result = try run(["2024/*.tsv", "-c", "SELECT 1"])
    #expect(result.status == 1)
    #expect(
      result.errors
        == "error: '2024/*.tsv' matches no file: the folder '2024' holds a.csv, b.csv\n")
  }

  @Test func optionsOfLoad() throws {
    let commands = """
      .load semi.txt s delim=; types={d:VARCHAR}
      SELECT k + 1 AS k, d FROM s;
      .load semi.txt s delm=;
      """
    let result = try run([], input: commands)
    #expect(result.output == "k,d\n2,03/04/2024\n")
    #expect(
      result.errors.hasSuffix("error: there is no option 'delm'\n  = did you mean 'delim'?\n"))
  }

  @Test func standardInputAsData() throws {
    let input = "k,v\n1,2\n3,4\n"
    let data = try run(["-", "-c", "SELECT sum(v) AS v FROM stdin"], input: input)
    #expect(data.output == "v\n6\n")
    let query = try run(
      ["-c", "SELECT sum(a.v) AS v FROM '-' a JOIN '-' b USING (k)"], input: input)
    #expect(query.output == "v\n6\n")
    let options = try run(["-c", "FROM read_csv('-', header = false) LIMIT 1"], input: "1,2\n")
    #expect(options.output == "column0,column1\n1,2\n")
  }

  @Test func standardInputIsReadOnce() throws {
    let result = try run(["-c", "SELECT count(*) AS n FROM '-'; FROM '-'"], input: "k\n1\n")
    #expect(result.output == "n\n1\n")
    #expect(result.errors.contains("'-' is standard input, which was read before"))
    #expect(result.status == 1)
  }

  @Test func standardInputCannotHoldStatementsAndData() throws {
    let result = try run(["-"], input: "k\n1\n")
    #expect(
      result.errors
        == "error: '-' is standard input, where the statements come from; give them with -c or -f\n"
    )
    let query = try run(["--keep-going"], input: "FROM '-';\nSELECT 1 AS a;\n")
    #expect(query.output == "a\n1\n")
  }

  @Test(arguments: [["2024/*.csv"], ["-c", "FROM '2024/*.csv'"]])
  func strict(_ arguments: [String]) throws {
    let result = try run(["--strict"] + arguments)
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("error: 2024/a.csv: 1 row was rejected, and --strict is on\n"))
  }

  @Test func rejectsOfAllLoads() throws {
    let input = """
      .rejects
      .load 2024/*.csv t
      SELECT count(*) AS n FROM '2024/a.csv';
      .rejects
      SELECT count(*) AS n FROM rejects;
      CREATE OR REPLACE TABLE rejects AS SELECT 5 AS mine;
      SELECT count(*) AS n FROM '2024/a.csv';
      FROM rejects;
      """
    let result = try run(["--keep-going"], input: input)
    let reason = "1 field where the table has 2 columns"
    #expect(
      result.output == """
        n
        1
        file,line,column_name,byte_offset,reason,raw
        2024/a.csv,3,,8,\(reason),3
        2024/a.csv,3,,8,\(reason),3
        n
        2
        n
        1
        mine
        5

        """)
    #expect(result.errors.hasPrefix("error: nothing has been loaded, so nothing was rejected\n"))
  }

  @Test func theLedger() throws {
    let input = ".load 2024/a.csv t\nSELECT k FROM '2024/b.csv';\n.ledger t\n.ledger\n.ledger tt\n"
    let result = try run(["--format", "line"], input: input)
    let lines = result.output.split(separator: "\n").map(String.init)
    let account = [
      "t",
      "  file      '2024/a.csv'",
      "  size      10 bytes",
      "  SHA-256   d06132698411d6a8c065ddbf734a79ac68688b9e78c22c49a2b8c9718a7da1d6",
      "  encoding  UTF-8",
      "  dialect   fields between ',', quoted by '\"', names in the first row, line ends LF",
      "  rows      2 in the file = 1 loaded + 1 rejected",
    ]
    #expect(lines.dropFirst(1).prefix(account.count) == account[...])
    #expect(lines.contains("    k  BIGINT  whole numbers"))
    #expect(lines.filter { $0 == "t" }.count == 2)
    #expect(lines.contains("'2024/b.csv'"))
    #expect(lines.contains("  columns   1 of 2"))
    #expect(result.errors.contains("error: nothing was loaded as 'tt'"))
  }
}
