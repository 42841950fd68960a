import Columns
import Glibc
import Language
import Rendering
import Testing

@testable import rummage

@Suite struct TutorialTests {
  private static let width = 80

  /// An engine with the table to practise on.
  private func practice() throws -> Engine {
    let engine = Engine(threads: 1, isStrict: false) { _ in }
    _ = try PracticeTable(in: engine)
    return engine
  }

  private func rows(_ query: String, _ engine: Engine) throws -> Relation {
    try #require(engine.quietly(query), "\(query)")
  }

  /// What a step says of a result that was shown, drawn or written, or of a refusal.
  private func verdict(
    _ number: Int, _ statement: String, _ engine: Engine
  ) throws -> TutorialStep.Verdict {
    let step = TutorialStep.all[number - 1]
    let wanted = try rows(step.query, engine)
    do {
      let answer = try engine.run(Source(statement))
      if let file = answer.file { return step.verdict(on: .written(file.relation), wanted: wanted) }
      let found = try #require(answer.relation)
      return step.verdict(on: answer.chart == nil ? .shown(found) : .drawn(found), wanted: wanted)
    } catch let diagnostic as Diagnostic {
      return step.verdict(on: .refused(diagnostic), wanted: wanted)
    }
  }

  // MARK: Steps

  @Test func thereAreTen() {
    #expect(TutorialStep.all.count == 10)
    #expect(Set(TutorialStep.all.map(\.title)).count == 10)
  }

  @Test(arguments: TutorialStep.all)
  func isWhole(_ step: TutorialStep) {
    #expect(!step.title.isEmpty)
    #expect(["?", "."].contains(step.question.last))
    #expect(!step.hint.isEmpty && step.hint != step.answer)
    #expect(!step.query.contains(";"))
    #expect(step.praise.hasPrefix("Right: ") && step.praise.hasSuffix("."))
    // On the screen: two to four lines, the question and the praise on one.
    let explanation = Wrapping.lines(of: step.explanation, width: Self.width - 2)
    #expect((2...4).contains(explanation.count), "\(explanation)")
    #expect("Question: \(step.question)".count < Self.width)
    #expect(step.praise.count < Self.width)
    #expect(Wrapping.lines(of: "Hint: \(step.hint)", width: Self.width).count <= 2)
    #expect((step.answer + ";").split(separator: "\n").allSatisfy { $0.count < Self.width })
  }

  @Test func theAnswersAreRightByTheirOwnChecks() throws {
    let engine = try practice()
    for (index, step) in TutorialStep.all.enumerated() {
      #expect(try verdict(index + 1, step.answer, engine) == .right, "\(step.title)")
      // Whatever the columns are called.
      let fields = try rows(step.query, engine).fields
      let names = fields.indices.map { "c\($0)" }.joined(separator: ", ")
      let renamed = try rows("SELECT * FROM (\(step.query)) AS t(\(names))", engine)
      #expect(
        ResultDifference(
          of: renamed, from: try rows(step.query, engine), isOrdered: step.isOrdered) == nil)
    }
  }

  @Test func anOrderThatCountsIsTheOnlyOne() throws {
    let engine = try practice()
    for step in TutorialStep.all where step.isOrdered {
      let relation = try rows(step.query, engine)
      let last = relation.fields.count - 1
      let figures = relation.chunks.flatMap { chunk in
        (0..<chunk.count).map { chunk.columns[last].value($0) }
      }
      #expect(Set(figures).count == figures.count, "\(step.title)")
    }
  }

  /// Statements that answer no step, and what is said of each.
  private static let wrongAnswers: [(step: Int, statement: String, remark: String)] = [
    (1, "FROM practice LIMIT 4", "the result has 4 rows, the answer has 5"),
    (1, "DESCRIBE practice", "the result has 6 columns, the answer has 9"),
    (
      2, "SELECT category, COUNT(*) FROM practice GROUP BY category ORDER BY 2",
      "right rows, in another order from row 1 on"
    ),
    (
      2, "SELECT category, COUNT(origin) FROM practice GROUP BY category ORDER BY 2 DESC",
      "in row 1, count(origin) is 657, and the answer has 686"
    ),
    (
      3, "SELECT COUNT(*) FROM practice WHERE category = 'drugs'",
      "in row 1, count(*) is 0, and the answer has 686"
    ),
    (
      4, "SELECT COUNT(*) FROM practice WHERE seized_on >= '2023-01-01'",
      "in row 1, count(*) is 349, and the answer has 32"
    ),
    (
      5, "SELECT COUNT(quantity) FROM practice WHERE category = 'Drugs' AND year(seized_on) = 2023",
      "in row 1, count(quantity) is 32, and the answer has 132.8965 kg"
    ),
    (
      6,
      "SELECT product, SUM(try_convert(quantity, 'kg')) AS kg FROM practice "
        + "WHERE category = 'Drugs' GROUP BY product TOP 5 BY kg WITH TOTAL",
      "the result has 6 rows, the answer has 7"
    ),
    (
      7,
      "SELECT mode, COUNT(*) FROM practice WHERE category = 'Drugs' GROUP BY mode ORDER BY 2 DESC",
      "in row 1, count(*) is 192, and the answer has 0.27988338192419826"
    ),
    (
      8, "SELECT COUNT(*) FROM practice WHERE category = 'Drugs' AND origin UNDER 'EU'",
      "in row 1, count(*) is 120, and the answer has 301"
    ),
    (
      9, "SELECT year(seized_on), COUNT(*) FROM practice GROUP BY 1 ORDER BY 1 CHART",
      "in row 1, count(*) is 104, and the answer has 31"
    ),
    (
      10, "COPY (SELECT COUNT(*) FROM practice) TO 'tutorial.csv'",
      "the result has 1 column, the answer has 2"
    ),
  ]

  @Test func wrongAnswersAreToldApart() throws {
    let engine = try practice()
    for (step, statement, remark) in Self.wrongAnswers {
      guard case .different(let difference) = try verdict(step, statement, engine) else {
        Issue.record("\(statement) is no wrong answer")
        continue
      }
      #expect("\(difference)" == remark, "\(statement)")
    }
    #expect(Set(Self.wrongAnswers.map(\.step)).count == TutorialStep.all.count)
  }

  @Test func theRefusalOfASumIsPartOfItsStep() throws {
    let engine = try practice()
    let drugs = "FROM practice WHERE category = 'Drugs' AND year(seized_on) = 2023"
    let remark = try #require(TutorialStep.all[4].stumble).remark
    #expect(try verdict(5, "SELECT SUM(quantity) \(drugs)", engine) == .stumbled(remark))
    #expect(try verdict(5, "SELECT SUM(quantty) \(drugs)", engine) == .beside)
    #expect(try verdict(4, "SELECT SUM(quantity) \(drugs)", engine) == .beside)
  }

  @Test func rightFiguresAreToBeDrawnOrWritten() throws {
    let engine = try practice()
    for (number, word) in [(9, "CHART"), (10, "COPY")] {
      let shown = try verdict(number, TutorialStep.all[number - 1].query, engine)
      guard case .unfinished(let remark) = shown else {
        Issue.record("step \(number): \(shown)")
        continue
      }
      #expect(remark.contains(word))
    }
  }

  // MARK: The table

  @Test func theTableIsTheSameEveryTime() throws {
    let (first, second) = (try practice(), try practice())
    let one = try rows("FROM practice", first)
    let other = try rows("FROM practice", second)
    #expect(one.rowCount == PracticeTable.rows)
    #expect(one.fields == other.fields)
    let cells = { (relation: Relation) in
      relation.chunks.flatMap { chunk in
        chunk.columns.map { column in (0..<chunk.count).map { column.value($0) } }
      }
    }
    #expect(cells(one) == cells(other))
    // And the one that the texts speak of.
    let query = "SELECT MIN(year(seized_on)), MAX(year(seized_on)) FROM practice"
    let years = try rows(query, first).chunks.flatMap { $0.columns.map { $0.value(0) } }
    #expect(years == [.integer(2004), .integer(2024)])
    let counted = try rows(TutorialStep.all[1].query, first).chunks.flatMap { chunk in
      (0..<chunk.count).map { chunk.columns[1].value($0) }
    }
    let sum = counted.reduce(Int128(0)) {
      if case .integer(let count) = $1 { $0 + count } else { $0 }
    }
    #expect(sum == Int128(PracticeTable.rows))
  }

  @Test func loadsInLessThanASecond() throws {
    // Of the processor's time: other tests keep the machine busy.
    let start = Self.processorTime()
    _ = try practice()
    let seconds = Self.processorTime() - start
    #expect((0.001..<1).contains(seconds))
  }

  /// Seconds that this thread has worked, which is all that works for an engine of one thread.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test(arguments: ["TABLE", "VIEW"])
  func aTableOfTheUsersIsLeftAlone(_ kind: String) throws {
    let shell = Shell(Options())
    _ = try shell.engine.run(Source("CREATE \(kind) Practice AS SELECT 1 AS mine"))
    let refusal = #expect(throws: Diagnostic.self) { try Tutorial.run(nil, in: shell) }
    #expect(refusal?.message.contains("\(kind.lowercased()) practice") == true)
    #expect(refusal?.help.count == 2)
    #expect(shell.tutorial == nil)
    #expect(shell.engine.quietly("FROM practice")?.fields.map(\.name) == ["mine"])
    // The way out that the message shows.
    _ = try shell.engine.run(Source("ALTER \(kind) practice RENAME TO mine"))
    try Tutorial.run(nil, in: shell)
    #expect(shell.tutorial?.position == 0)
    try Tutorial.run("stop", in: shell)
    #expect(shell.engine.tableNames == ["mine"])
  }

  @Test func aTableThatTookItsPlaceStays() throws {
    let shell = Shell(Options())
    try Tutorial.run(nil, in: shell)
    _ = try shell.engine.run(Source("CREATE OR REPLACE TABLE practice AS SELECT 1 AS mine"))
    #expect(throws: Diagnostic.self) { try Tutorial.run("hint", in: shell) }
    try Tutorial.run("stop", in: shell)
    #expect(shell.tutorial == nil)
    #expect(shell.engine.quietly("FROM practice")?.fields.map(\.name) == ["mine"])
  }

  @Test func aTableThatWasDroppedIsLoadedAgain() throws {
    let shell = Shell(Options())
    try Tutorial.run("3", in: shell)
    _ = try shell.engine.run(Source("DROP TABLE practice"))
    try type(TutorialStep.all[2].answer, shell)
    #expect(shell.tutorial?.position == 2)
    try Tutorial.run(nil, in: shell)
    #expect(shell.engine.quietly("FROM practice")?.rowCount == PracticeTable.rows)
    #expect(shell.tutorial?.position == 2)
  }

  // MARK: The course

  private func type(_ statement: String, _ shell: Shell) throws {
    _ = try shell.run(.statement(Source(statement)))
  }

  @Test func stepsCanBeEnteredInAnyOrder() throws {
    let shell = Shell(Options())
    // The last step writes a file: the terminal's tests do that.
    for number in [7, 2, 9, 5, 1, 8, 3, 6, 4] {
      _ = try shell.run(.command(Source(".tutorial \(number)")))
      #expect(shell.tutorial?.position == number - 1)
      try type("SELECT 1 AS practice", shell)
      #expect(shell.tutorial?.position == number - 1)
      try type(TutorialStep.all[number - 1].answer, shell)
      #expect(shell.tutorial?.position == number)
    }
  }

  @Test func aChartOfTheLastResultCounts() throws {
    let shell = Shell(Options())
    _ = try shell.run(.command(Source(".tutorial 9")))
    try type(TutorialStep.all[8].query, shell)
    #expect(shell.tutorial?.position == 8)
    _ = try shell.run(.command(Source(".chart")))
    #expect(shell.tutorial?.position == 9)
  }

  @Test func aResultThatGoesIntoAFileCounts() throws {
    let folder = try TemporaryFolder()
    let shell = Shell(Options())
    _ = try shell.run(.command(Source(".tutorial 10")))
    _ = try shell.run(.command(Source(".once '\(folder.path)/years.csv'")))
    try type(TutorialStep.all[9].query, shell)
    #expect(shell.tutorial?.position == 10)
  }

  @Test func skippingEndsBehindTheLastStep() throws {
    let shell = Shell(Options())
    for _ in 0..<12 { try Tutorial.run("next", in: shell) }
    #expect(shell.tutorial?.position == 10)
    for word in ["hint", "answer"] { try Tutorial.run(word, in: shell) }
    try type(TutorialStep.all[0].answer, shell)
    #expect(shell.tutorial?.position == 10)
    try Tutorial.run("1", in: shell)
    #expect(shell.tutorial?.position == 0)
  }

  @Test(arguments: [
    ("hnt", "did you mean 'hint'?"), ("11", nil), ("0", nil), ("xyzzy", nil),
  ])
  func wordsThatAreNone(_ word: String, _ help: String?) {
    let shell = Shell(Options())
    let refusal = #expect(throws: Diagnostic.self) { try Tutorial.run(word, in: shell) }
    #expect(refusal?.help == (help.map { [$0] } ?? []))
    #expect(shell.engine.tableNames.isEmpty)
  }

  @Test func stoppingWhatDoesNotRunIsAnError() {
    #expect(throws: Diagnostic.self) { try Tutorial.run("stop", in: Shell(Options())) }
  }

  @Test func itsWordsAreCompleted() {
    let engine = Engine(threads: 1, isStrict: false) { _ in }
    let completion = Completer(engine: engine).complete(before: ".tutorial h", after: "")
    #expect(completion.candidates.map(\.text) == ["hint"])
  }
}

extension TutorialStep: CustomTestStringConvertible {
  /// What test reports call it.
  public var testDescription: String { title }
}
