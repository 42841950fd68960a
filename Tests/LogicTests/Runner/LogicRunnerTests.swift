import Testing

/// What the runner makes of every part of the format, on a database of canned answers.
struct LogicRunnerTests {
  /// Answers by statement; others fail.
  struct Canned: LogicDatabase {
    static let results: [String: LogicResult] = [
      "two": .rows([["2", "b"], ["10", ""], [nil, "é"]]),
      "real": .rows([["1.5"], ["2"]]),
      "truth": .rows([["true"]]),
      "made": .done,
      "none": .rows([]),
      "a 1": .rows([["1"]]), "a 2": .rows([["2"]]),
      "crash": .broken("the program ended"),
    ]

    mutating func run(_ sql: String) -> LogicResult {
      Self.results[sql] ?? .failed("there is no \(sql)")
    }
  }

  private func run(_ text: String, isStrict: Bool) -> LogicRunner<Canned> {
    var runner = LogicRunner(Canned(), isStrict: isStrict)
    runner.run(LogicScript(text))
    return runner
  }

  static let passing: [(String, String)] = [
    ("statement ok", "statement ok\nmade\n"),
    ("rows for a statement", "statement ok\ntwo\n"),
    ("error", "statement error\nnonsense\n"),
    ("error with its message", "statement error\nnonsense\n----\nno nonsense\n"),
    ("error by expression", "statement error\nnonsense\n----\n<REGEX>:there .*e\n"),
    ("maybe", "statement maybe\nmade\n\nstatement maybe\nnonsense\n"),
    ("rows with tabs", "query IT\ntwo\n----\n2\tb\n10\t(empty)\nNULL\té\n"),
    ("values", "query IT nosort\ntwo\n----\n2\nb\n10\n(empty)\nNULL\né\n"),
    ("rows sorted", "query IT rowsort\ntwo\n----\n10\t(empty)\n2\tb\nNULL\té\n"),
    ("values sorted", "query IT valuesort\ntwo\n----\n(empty)\n10\n2\nNULL\nb\né\n"),
    ("no rows", "query I\nnone\n----\n"),
    ("cell by expression", "query R\nreal\n----\n<REGEX>:1.*\n2\n"),
    ("carriage returns", "query I\r\na 1\r\n----\r\n1\r\n"),
    ("comments", "# remark\n\nquery I\na 1\n----\n1\n"),
    ("loop", "loop i 1 3\n\nquery I\na ${i}\n----\n${i}\n\nendloop\n"),
    ("foreach", "foreach x 1 2\n\nquery I\na {x}\n----\n{x}\n\nendloop\n"),
    (
      "pairs",
      "foreach x,y 1,made 2,made\n\nstatement ok\na ${x}\n\nstatement ok\n${y}\n\nendloop\n"
    ),
    ("label", "query I nosort l\na 1\n----\n1\n\nquery I nosort l\na 1\n----\n1\n"),
  ]

  @Test(arguments: passing)
  func passes(name: String, text: String) {
    let runner = run(text, isStrict: true)
    #expect(runner.failures.isEmpty)
    #expect(runner.passed > 0)
  }

  static let failing: [(String, String)] = [
    ("error where ok", "statement ok\nnonsense\n"),
    ("ok where error", "statement error\nmade\n"),
    ("other message", "statement error\nnonsense\n----\nno sense\n"),
    ("crash is no error", "statement error\ncrash\n"),
    ("crash is not maybe", "statement maybe\ncrash\n"),
    ("other value", "query I\na 1\n----\n2\n"),
    ("row missing", "query I\nreal\n----\n1.5\n"),
    ("row too many", "query R\nreal\n----\n1.5\n2\n3\n"),
    ("order", "query R\nreal\n----\n2\n1.5\n"),
    ("columns", "query II\na 1\n----\n1\n"),
    ("nothing instead of rows", "query I\nmade\n----\n1\n"),
    ("label", "query I nosort l\na 1\n----\n1\n\nquery I nosort l\na 2\n----\n2\n"),
    ("hash", "query I\na 1\n----\n1 values hashing to b026324c6904b2a9cb4b88d6d61c81d1\n"),
    ("no such line", "nonsense\n"),
    ("loop without end", "loop i 0 1\n\nstatement ok\nmade\n"),
    ("number written otherwise", "query I\nreal\n----\n1.50\n2\n"),
  ]

  @Test(arguments: failing)
  func fails(name: String, text: String) {
    let isHash = name == "hash"
    let other = isHash ? text.replacing("b026", with: "0026") : text
    #expect(!run(other, isStrict: true).failures.isEmpty)
    if isHash { #expect(run(text, isStrict: true).failures.isEmpty) }
  }

  static let lenient: [(String, String)] = [
    ("truth as a number", "query I\ntruth\n----\n1\n"),
    ("integer of a real", "query I\nreal\n----\n1\n2\n"),
    ("real with three digits", "query R\nreal\n----\n1.500\n2.000\n"),
    ("number written otherwise", "query T\nreal\n----\n1.50\n2\n"),
    ("what is not printable", "query IT\ntwo\n----\n2\nb\n10\n(empty)\nNULL\n@@\n"),
    ("message", "statement error\nnonsense\n----\nParser Error\n"),
  ]

  @Test(arguments: lenient)
  func passesForPeers(name: String, text: String) {
    #expect(run(text, isStrict: false).failures.isEmpty)
    #expect(!run(text, isStrict: true).failures.isEmpty)
  }

  @Test func skipsWhatIsForOthers() {
    let runner = run(
      """
      onlyif mysql
      statement ok
      nonsense

      skipif rummage
      statement ok
      nonsense

      skipif postgresql # remark
      onlyif rummage
      statement ok
      made

      mode skip

      statement ok
      nonsense

      mode unskip

      onlyif mysql
      halt

      loop i 0 2

      onlyif i=1
      statement ok
      made

      endloop

      require httpfs

      statement ok
      nonsense
      """, isStrict: false)
    #expect(runner.failures.isEmpty)
    #expect(runner.passed == 2)
    #expect(runner.skipped == 4)
    #expect(runner.reasonToStop == "requires httpfs")
  }

  /// Digests of RFC 1321, section A.5.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ])
  func digests(text: String, digest: String) {
    #expect(MD5.hexadecimal(Array(text.utf8)) == digest)
  }
}
