import Glibc
import Testing

@testable import rummage

@Suite struct HistoryFileTests {
  @Test func wholeStatementsComeBackOnceEach() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path + "/history")
    #expect(history.load() == [])
    for entry in ["SELECT\n  '\\n é';", "a;", "SELECT\n  '\\n é';", "b\\"] { history.add(entry) }
    #expect(history.load() == ["a;", "SELECT\n  '\\n é';", "b\\"])
  }

  @Test func twoConsolesShareOneFile() throws {
    let folder = try TemporaryFolder()
    let first = HistoryFile(path: folder.path + "/history")
    let second = HistoryFile(path: folder.path + "/history")
    first.add("1;")
    second.add("2;")
    first.add("3;")
    #expect(second.load() == ["1;", "2;", "3;"])
  }

  @Test func aFileThatGrowsIsCutDown() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    let count = 2 * LineEditor.historyLength + 1
    try FileOutput(creating: path).write((0..<count).map { "\($0);\n" }.joined())
    let kept = HistoryFile(path: path).load()
    #expect(kept.count == LineEditor.historyLength)
    #expect(kept.last == "\(count - 1);")
    var input = try LineInput(path: path)
    #expect(try input.rest().split(separator: "\n").count == LineEditor.historyLength)
  }

  @Test func aFileThatCannotBeWrittenIsNoTrouble() {
    let history = HistoryFile(path: "/nowhere/at/all")
    history.add("x;")
    #expect(history.load() == [])
  }
}
