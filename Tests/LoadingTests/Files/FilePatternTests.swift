import Columns
import Glibc
import Testing

@testable import Loading

@Suite struct FilePatternTests {
  private static let names = [
    "a.csv", "b.csv", "b.tsv", ".hidden.csv", "[x].csv", "2023/a.csv", "2024/a.csv", "2024/b.csv",
    "2024/05/c.csv", "2024/05/.d.csv", "odd/ä.csv", "odd/Z.csv", "odd/a.csv",
  ]

  private let files: TemporaryFiles

  init() throws {
    files = try TemporaryFiles(Dictionary(uniqueKeysWithValues: Self.names.map { ($0, "x\n") }))
  }

  private func found(_ pattern: String) throws -> [String] {
    try FilePattern.files(files.path(pattern)).map { String($0.dropFirst(files.folder.count + 1)) }
  }

  @Test(arguments: [
    ("a.csv", ["a.csv"]), ("missing.csv", ["missing.csv"]),
    ("*.csv", ["[x].csv", "a.csv", "b.csv"]), ("?.?sv", ["a.csv", "b.csv", "b.tsv"]),
    ("[ab].csv", ["a.csv", "b.csv"]), ("[!a].csv", ["b.csv"]), (".*.csv", [".hidden.csv"]),
    // A file that is called like a pattern is meant itself.
    ("[x].csv", ["[x].csv"]),
    ("*/a.csv", ["2023/a.csv", "2024/a.csv", "odd/a.csv"]),
    ("202?/*.csv", ["2023/a.csv", "2024/a.csv", "2024/b.csv"]),
    ("2024/**/*.csv", ["2024/05/c.csv", "2024/a.csv", "2024/b.csv"]),
    ("2024/**", ["2024/05/c.csv", "2024/a.csv", "2024/b.csv"]),
    ("**/a.csv", ["2023/a.csv", "2024/a.csv", "a.csv", "odd/a.csv"]),
    ("**/**/a.csv", ["2023/a.csv", "2024/a.csv", "a.csv", "odd/a.csv"]),
    // The order is that of the bytes, whatever the language of the machine.
    ("odd/*.csv", ["odd/Z.csv", "odd/a.csv", "odd/ä.csv"]),
    ("20*/*/*.csv", ["2024/05/c.csv"]), ("2024//*.csv", ["2024/a.csv", "2024/b.csv"]),
  ])
  func finds(_ pattern: String, _ expected: [String]) throws {
    #expect(try found(pattern) == expected)
  }

  @Test(arguments: [
    ("*.xlsx", ".", ["2023", "2024", "[x].csv", "a.csv", "b.csv", "b.tsv", "odd"]),
    ("2023/*.tsv", "2023", ["a.csv"]), ("2023/*/b.csv", "2023", ["a.csv"]),
  ])
  func saysWhatIsThere(_ pattern: String, _ folder: String, _ names: [String]) throws {
    let shown = folder == "." ? files.folder : files.path(folder)
    #expect(
      throws: LoadError(.files(.noMatch(folder: shown, names: names)), path: files.path(pattern))
    ) { try found(pattern) }
  }

  @Test func saysThatAFolderIsMissing() throws {
    #expect(
      throws: LoadError(
        .files(.noMatch(folder: files.path("2022"), names: nil)), path: files.path("2022/*.csv"))
    ) { try found("2022/*.csv") }
  }

  @Test func doesNotFollowLinksInCircles() throws {
    #expect(symlink(files.folder, files.path("2023/round")) == 0)
    #expect(try found("2023/**/a.csv") == ["2023/a.csv"])
    // A link that is named is followed.
    #expect(try found("2023/roun?/a.csv") == ["2023/round/a.csv"])
  }

  @Test func stopsWhenAsked() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: Interrupted.self) {
      try FilePattern.files(files.path("*.csv"), cancellation: cancellation)
    }
  }
}
