import Testing

@testable import rummage

@Suite struct LineInputTests {
  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("é中\n", ["é中"]),
  ])
  func lines(_ text: String, _ expected: [String]) throws {
    let folder = try TemporaryFolder()
    var input = try LineInput(path: try folder.file("x", text))
    var lines: [String] = []
    while let line = try input.next() { lines.append(line) }
    #expect(lines == expected)
  }

  @Test func linesLongerThanABlock() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "é", count: 100_000)
    var input = try LineInput(path: try folder.file("x", long + "\n" + long + "\nend"))
    #expect(try input.next() == long)
    #expect(try input.rest() == long + "\nend")
    #expect(try input.next() == nil)
  }

  @Test func whatCannotBeOpened() {
    #expect(throws: FileError.self) { _ = try LineInput(path: "/nowhere") }
    #expect(throws: FileError.self) {
      var input = try LineInput(path: "/tmp")
      _ = try input.next()
    }
  }
}
