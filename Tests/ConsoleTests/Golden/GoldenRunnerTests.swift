import Testing

@testable import rummage

/// `rummage test` on queries in a folder.
@Suite struct GoldenRunnerTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try Directories.make(folder.path + "/queries/deep")
    _ = try folder.file("data.csv", "k,n\na,1\nb,2\n")
    _ = try folder.file("queries/one.sql", "-- all\nFROM 'data.csv';\nSELECT 0.5 AS x;\n")
    _ = try folder.file("queries/deep/two.sql", "SELECT 2 AS n")
    return folder
  }

  @Test func blessThenPass() throws {
    let folder = try folder()
    let missing = try RunningProgram.run(["test"], in: folder.path)
    #expect(missing.status == 3)
    #expect(missing.output.contains("there is no queries/one.expected"))
    #expect(missing.output.hasSuffix("0 passed, 2 failed\n"))
    #expect(try RunningProgram.run(["test", "queries", "--bless"], in: folder.path).status == 0)
    let passed = try RunningProgram.run(["test", "queries"], in: folder.path)
    #expect(passed.output == "2 passed, 0 failed\n")
    #expect(passed.status == 0)
    var expected = try LineInput(path: folder.path + "/queries/one.expected")
    #expect(
      try expected.rest().hasPrefix(
        "--- 1\nk VARCHAR,n BIGINT\na,1\nb,2\n--- 2\n\"x DECIMAL(1,1)\"\n0.5\n"))
  }

  @Test func whatChangedIsTold() throws {
    let folder = try folder()
    _ = try RunningProgram.run(["test", "--bless"], in: folder.path)
    _ = try folder.file("data.csv", "k,n\na,3\nc,2\n")
    let result = try RunningProgram.run(["test", "queries/one.sql"], in: folder.path)
    #expect(
      result.output == """
        FAILED queries/one.sql
          statement 1: a: n BIGINT: 1 → 3
          statement 1: row gone:  b, 2
          statement 1: row added: c, 2
        0 passed, 1 failed

        """)
    #expect(result.status == 3)
  }

  @Test func declaredParametersHaveTheirDefaults() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("q.sql", "-- param n INTEGER = 7\nSELECT $n AS n")
    _ = try folder.file("wrong.sql", "-- param n INTEGER = x\nSELECT $n AS n")
    _ = try RunningProgram.run(["test", "q.sql", "--bless"], in: folder.path)
    var expected = try LineInput(path: folder.path + "/q.expected")
    #expect(try expected.rest().hasSuffix("n BIGINT\n7\n"))
    let failed = try RunningProgram.run(["test", "wrong.sql"], in: folder.path)
    #expect(failed.output.contains("$n: 'x' is not a whole number (BIGINT)"))
    #expect(failed.status == 3)
  }

  @Test func aQueryThatFails() throws {
    let folder = try folder()
    _ = try folder.file("queries/one.sql", "SELECT 1;\n SELEC 2;")
    let result = try RunningProgram.run(["test", "queries/one.sql", "--bless"], in: folder.path)
    #expect(result.output.contains("  at queries/one.sql:2:2\n"))
    #expect(result.status == 3)
    #expect(throws: FileError.self) {
      _ = try LineInput(path: folder.path + "/queries/one.expected")
    }
  }

  @Test func nothingToTest() throws {
    let folder = try TemporaryFolder()
    let result = try RunningProgram.run(["test", "nowhere"], in: folder.path)
    #expect(result.status == 2)
  }
}
