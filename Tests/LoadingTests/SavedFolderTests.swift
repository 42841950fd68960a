import Columns
import Glibc
import Testing

@testable import Loading

@Suite struct SavedFolderTests {
  private func table(_ name: String, _ value: Int, _ statement: String? = nil) -> SavedTable {
    SavedTable(
      name: name,
      relation: Relation(
        fields: [Field(name: "n", type: .bigint)],
        chunks: [Chunk(count: 1, columns: [Vector([.integer(Int128(value))], type: .bigint)])]),
      statement: statement)
  }

  private func value(_ path: String) throws -> String {
    try TableLoader.load(path: path).relation.shownColumn(0).joined()
  }

  @Test func allTablesUnderTheirNames() throws {
    let folder = try ArrowFolder()
    let path = folder.file("kept.arrow")
    defer { removeFolder(path) }
    let names = ["a", "A/b", "%41", "größe", ".hidden", "a b.c"]
    try SavedFolder.write(
      names.enumerated().map { table($1, $0) }, to: path + "/", threads: 2)
    let files = try SavedFolder.files(at: path)
    #expect(Set(files.map(\.table)) == Set(names))
    for (table, path) in files {
      #expect(try value(path) == "\(names.firstIndex(of: table) ?? -1)")
    }
    #expect(folder.names == ["kept.arrow"])
  }

  @Test(arguments: [
    ("seizures.arrow", "seizures"), ("/a/b/t.FEATHER", "t"), ("a.b.ipc", "a.b"),
    ("a%2fb.arrow", "a/b"),
    ("100%.arrow", "100%"), ("%zz", "%zz"), (".arrow", ".arrow"), ("plain", "plain"),
  ])
  func tablesAreCalledAfterFiles(path: String, name: String) {
    #expect(SavedFolder.tableName(ofFile: path) == name)
  }

  @Test func aFolderIsReplacedAsAWhole() throws {
    let folder = try ArrowFolder()
    let path = folder.file("kept")
    defer { removeFolder(path) }
    try SavedFolder.write([table("a", 1), table("b", 2)], to: path)
    try SavedFolder.write([table("b", 3)], to: path)
    #expect(try SavedFolder.files(at: path).map(\.table) == ["b"])
    #expect(try value(path + "/b.arrow") == "3")
    #expect(folder.names == ["kept"])
  }

  @Test func nothingElseIsReplaced() throws {
    let folder = try ArrowFolder()
    let path = folder.file("kept")
    defer { removeFolder(path) }
    mkdir(path, 0o700)
    let other = path + "/notes.txt"
    close(open(other, O_CREAT | O_WRONLY, 0o600))
    #expect(throws: SaveError(.foreignFolder(holds: "notes.txt"), path: path)) {
      try SavedFolder.write([table("a", 1)], to: path)
    }
    #expect(throws: SaveError(.notFolder, path: other)) {
      try SavedFolder.write([table("a", 1)], to: other)
    }
    #expect(throws: SaveError(.missingFolder, path: folder.file("no/kept"))) {
      try SavedFolder.write([table("a", 1)], to: folder.file("no/kept"))
    }
    #expect(access(other, F_OK) == 0)
    #expect(folder.names == ["kept"])
  }

  /// Where one table cannot be written, the folder is as it was before.
  @Test func allOrNothing() throws {
    let folder = try ArrowFolder()
    let path = folder.file("kept")
    defer { removeFolder(path) }
    try SavedFolder.write([table("a", 1)], to: path)
    let long = Interval(microseconds: .max)
    let bad = SavedTable(
      name: "z",
      relation: Relation(
        fields: [Field(name: "i", type: .interval)],
        chunks: [Chunk(count: 1, columns: [Vector([.interval(long)], type: .interval)])]),
      statement: nil)
    #expect(throws: SaveError.self) { try SavedFolder.write([table("a", 2), bad], to: path) }
    #expect(try value(path + "/a.arrow") == "1")
    #expect(folder.names == ["kept"])
  }

  private func removeFolder(_ path: String) {
    for name in ["a", "b", "A%2fb", "%2541", "größe", "%2ehidden", "a b.c"] {
      unlink("\(path)/\(name).arrow")
    }
    unlink(path + "/notes.txt")
    rmdir(path)
  }
}
