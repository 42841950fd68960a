import Language
import Testing

@Suite struct StatementSplitterTests {
  /// The items of a text, each as `line:column text`.
  private func items(_ text: String) -> [String] {
    StatementSplitter.items(of: text).map { item in
      switch item {
      case .statement(let source): "\(source.firstLine):\(source.firstColumn) \(source.text)"
      case .command(let source): "\(source.firstLine) !\(source.text)"
      }
    }
  }

  @Test(arguments: [
    ("", []),
    (" \n\t;\n;;", []),
    ("SELECT 1", ["1:1 SELECT 1"]),
    ("SELECT 1;", ["1:1 SELECT 1"]),
    ("é; SELECT 2;\n\n  SELECT\n3", ["1:1 é", "1:4 SELECT 2", "3:3 SELECT\n3"]),
    ("SELECT ';';x", ["1:1 SELECT ';'", "1:12 x"]),
    ("SELECT 'it''s;';x", ["1:1 SELECT 'it''s;'", "1:17 x"]),
    ("SELECT E'\\';';x", ["1:1 SELECT E'\\';'", "1:15 x"]),
    ("SELECT E'a'';';x", ["1:1 SELECT E'a'';'", "1:16 x"]),
    ("SELECT me'\\';x'", ["1:1 SELECT me'\\'", "1:14 x'"]),
    ("SELECT \";\";x", ["1:1 SELECT \";\"", "1:12 x"]),
    ("a -- ;\n+ b;c", ["1:1 a -- ;\n+ b", "2:5 c"]),
    ("a /* ; /* ; */ ; */ b;c", ["1:1 a /* ; /* ; */ ; */ b", "1:23 c"]),
    ("(a;b)", ["1:1 (a", "1:4 b)"]),
    ("-- only a comment\n", []),
    ("/* never closed\n", ["1:1 /* never closed"]),
    ("-- why\nSELECT 1;", ["1:1 -- why\nSELECT 1"]),
    (".help\nSELECT 1;\n.mode csv\r\n", ["1 !.help", "2:1 SELECT 1", "3 !.mode csv"]),
    ("SELECT\n.5;", ["1:1 SELECT\n.5"]),
    ("-- note\n  .quit", ["2 !.quit"]),
    ("a\r\nb;\r\nc", ["1:1 a\r\nb", "3:1 c"]),
  ])
  func splits(text: String, expected: [String]) {
    #expect(items(text) == expected)
  }

  @Test(arguments: [
    ("", StatementSplitter.Pending.nothing),
    ("-- note", .nothing),
    ("SELECT 1", .statement),
    ("SELECT 1;", .nothing),
    ("SELECT (1", .parenthesis),
    ("SELECT [1)", .statement),
    ("SELECT 'a", .string),
    ("SELECT \"a", .quotedName),
    ("/* a", .comment),
    ("SELECT 1 /* a", .comment),
    (".help", .nothing),
  ])
  func tellsWhatIsOpen(line: String, pending: StatementSplitter.Pending) {
    var splitter = StatementSplitter()
    _ = splitter.feed(line: line)
    #expect(splitter.pending == pending)
  }

  @Test func whatIsOpenLastsOverLines() {
    var splitter = StatementSplitter(name: "q.sql")
    #expect(splitter.feed(line: "SELECT 'a").isEmpty)
    #expect(splitter.feed(line: ".not a command;").isEmpty)
    #expect(splitter.remainder == "SELECT 'a\n.not a command;\n")
    let items = splitter.feed(line: "b'; SELECT 2")
    #expect(items.count == 1)
    guard case .statement(let source) = items.first else {
      Issue.record("not a statement")
      return
    }
    #expect(source.text == "SELECT 'a\n.not a command;\nb'")
    #expect(source.name == "q.sql")
    #expect(splitter.pending == .statement)
    splitter.reset()
    #expect(splitter.pending == .nothing)
    #expect(splitter.finish().isEmpty)
  }

  @Test func manyStatementsOnOneLineAreSplitInTime() {
    let text = String(repeating: "SELECT 1;", count: 100_000)
    let clock = ContinuousClock()
    var count = 0
    let time = clock.measure { count = StatementSplitter.items(of: text).count }
    #expect(count == 100_000)
    #expect(time < .seconds(20))
  }
}
