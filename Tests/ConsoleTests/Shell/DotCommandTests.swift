import Language
import Testing

@testable import rummage

@Suite struct DotCommandTests {
  @Test(arguments: [
    (".mode csv", [".mode", "csv"]), ("  .print  a   b ", [".print", "a", "b"]),
    (".load 'my file.csv' t", [".load", "my file.csv", "t"]),
    (".print \"it's\" ''", [".print", "it's", ""]), (".load a' 'b", [".load", "a b"]), ("", []),
  ])
  func words(_ line: String, _ expected: [String]) throws {
    #expect(try DotCommand.words(of: line).map(\.text) == expected)
  }

  @Test func anOpenQuoteIsAnError() {
    #expect(throws: Diagnostic.self) { try DotCommand.words(of: ".print 'a") }
  }

  @Test(arguments: [
    (".tabels", "did you mean '.tables'?"), (".sch", "did you mean '.schema'?"),
    (".xyzzy", ".help lists the commands"),
  ])
  func unknownCommands(_ line: String, _ help: String) {
    let shell = Shell(Options())
    do {
      try DotCommand.run(line, in: shell)
      Issue.record("\(line) ran")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.help == [help])
      #expect(diagnostic.range == SourceRange(0, line.utf8.count))
    } catch {
      Issue.record(error)
    }
  }

  @Test(arguments: [".mode a b", ".read", ".quit now", ".mode cvs", ".timer maybe", ".threads 0"])
  func argumentsThatDoNotFit(_ line: String) {
    #expect(throws: Diagnostic.self) { try DotCommand.run(line, in: Shell(Options())) }
  }

  @Test func settings() throws {
    let shell = Shell(Options())
    for line in [".mode jsonl", ".timer json", ".notes off", ".threads 3;", ".quit;"] {
      try DotCommand.run(line.hasSuffix("3;") ? ".threads 3" : line, in: shell)
    }
    #expect(shell.format == .jsonl)
    #expect(shell.timer == .json)
    #expect(!shell.showsNotes)
    #expect(shell.engine.threads == 3)
    #expect(shell.wantsToLeave)
  }

  @Test func namesAreInOrderAndOnce() {
    let names = DotCommand.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.hasPrefix(".") })
    #expect(names == names.sorted())
  }
}
