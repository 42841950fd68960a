import Columns
import Language
import Rendering

/// `rummage test`: runs saved queries and compares their results with what is expected of them.
///
/// `NAME.sql` is expected to answer `NAME.expected`, which lies beside it. Files named in a query
/// are looked up from the current folder. A line `-- tolerance 1e-9` in a query loosens the
/// comparison of DOUBLE cells, and of nothing else.
struct GoldenRunner {
  let bless: Bool
  let threads: Int?
  private let output = FileOutput.standardOutput

  /// Changes shown of one query.
  private static let shownChanges = 20
  /// Where tests are looked for when nobody says where.
  private static let standardFolder = "queries"

  init(bless: Bool, threads: Int?) {
    self.bless = bless
    self.threads = threads
  }

  private enum Verdict {
    case passed
    case blessed
    /// Why, a line each.
    case failed([String])
  }

  /// Runs the queries under `paths`, files and folders, and prints what came of each.
  ///
  /// - Throws: ``UsageError`` where there is nothing to test, `Interrupted`, ``ClosedPipe``.
  func run(_ paths: [String]) throws -> ExitStatus {
    let queries = try (paths.isEmpty ? [Self.standardFolder] : paths).flatMap {
      try self.queries($0)
    }
    var passed = 0
    var failed = 0
    for query in queries {
      switch try test(query) {
      case .passed: passed += 1
      case .blessed:
        passed += 1
        try output.write("blessed \(query)\n")
      case .failed(let reasons):
        failed += 1
        try output.write("FAILED \(query)\n")
        for reason in reasons { try output.write("  \(reason)\n") }
      }
    }
    try output.write("\(passed) passed, \(failed) failed\n")
    return failed == 0 ? .success : .goldenTestFailed
  }

  /// The queries at and under `path`, in order of their names.
  private func queries(_ path: String) throws -> [String] {
    if path.hasSuffix(".sql") { return [path] }
    guard Folder.isFolder(path) else {
      throw UsageError(message: "'\(path)' is neither a folder nor a .sql file")
    }
    return try Folder.entries(of: path).flatMap { entry -> [String] in
      let inside = "\(path)/\(entry.name)"
      return entry.isFolder || entry.name.hasSuffix(".sql") ? try queries(inside) : []
    }
  }

  private func test(_ query: String) throws -> Verdict {
    let text: String
    do {
      text = try Self.contents(of: query)
    } catch let error as FileError {
      return .failed([error.message])
    }
    let actual: GoldenFile
    switch try answer(text, name: query) {
    case .success(let file): actual = file
    case .failure(let error): return .failed(error.lines)
    }
    let path = query.dropLast(".sql".count) + ".expected"
    if bless { return try bless(actual, at: String(path)) }
    guard let expectation = try? Self.contents(of: String(path)) else {
      return .failed(["there is no \(path); 'rummage test --bless' writes it"])
    }
    guard let expected = GoldenFile(expectation) else {
      return .failed(["\(path) is not of the form that 'rummage test --bless' writes"])
    }
    guard let tolerance = Self.tolerance(in: text) else {
      return .failed(["'-- tolerance' wants a number behind it, such as 1e-9"])
    }
    let changes = Self.changes(from: expected, to: actual, tolerance: tolerance)
    return changes.isEmpty ? .passed : .failed(changes)
  }

  private static func contents(of path: String) throws -> String {
    var input = try LineInput(path: path)
    return try input.rest()
  }

  private func bless(_ actual: GoldenFile, at path: String) throws -> Verdict {
    if (try? Self.contents(of: path)) == actual.text { return .passed }
    do {
      try FileOutput(creating: path).write(actual.text)
      return .blessed
    } catch let error as FileError {
      return .failed([error.message])
    }
  }

  private struct Failure: Error {
    let lines: [String]
  }

  /// Runs all statements in a session of their own, with the defaults of the parameters that they
  /// declare.
  private func answer(_ text: String, name: String) throws -> Result<GoldenFile, Failure> {
    let engine = Engine(threads: threads, isStrict: false, report: { _ in })
    Interrupts.listen(engine.cancellation)
    let source = Source(text, name: name)
    do {
      return try engine.declaringParameters(of: source) { try answer(text, name: name, engine) }
    } catch let diagnostic as Diagnostic {
      return .failure(Self.failure(diagnostic, in: source))
    }
  }

  private func answer(
    _ text: String, name: String, _ engine: Engine
  ) throws -> Result<GoldenFile, Failure> {
    var file = GoldenFile()
    for item in StatementSplitter.items(of: text, name: name) {
      switch item {
      case .command(let source):
        let diagnostic = Diagnostic(
          .error, "a golden test holds statements alone",
          at: SourceRange(0, source.text.utf8.count))
        return .failure(Self.failure(diagnostic, in: source))
      case .statement(let source):
        do {
          let answer = try engine.run(source)
          file.tables.append(answer.relation.map { GoldenTable($0) } ?? GoldenTable())
        } catch let diagnostic as Diagnostic {
          return .failure(Self.failure(diagnostic, in: source))
        }
      }
    }
    return .success(file)
  }

  private static func failure(_ diagnostic: Diagnostic, in source: Source) -> Failure {
    let text = DiagnosticText.string(diagnostic, in: source)
    return Failure(lines: text.split(separator: "\n").map(String.init))
  }

  /// The changes of all statements, worded.
  static func changes(
    from expected: GoldenFile, to actual: GoldenFile, tolerance: Double
  ) -> [String] {
    var lines: [String] = []
    if expected.tables.count != actual.tables.count {
      lines.append("statements: \(expected.tables.count) → \(actual.tables.count)")
    }
    for (index, (old, new)) in zip(expected.tables, actual.tables).enumerated() {
      let changes = GoldenComparison.changes(from: old, to: new, tolerance: tolerance)
      let place = expected.tables.count > 1 ? "statement \(index + 1): " : ""
      lines += changes.map { place + VisibleText.string($0.description) }
    }
    if lines.count > shownChanges {
      let rest = NumberGrouping.string(lines.count - shownChanges)
      lines = lines.prefix(shownChanges) + ["… and \(rest) more changes"]
    }
    return lines
  }

  /// The tolerance that a query asks for, 0 where it asks for none; nil where what it asks for
  /// cannot be read.
  static func tolerance(in text: String) -> Double? {
    let source = Source(text)
    for token in Lexer.tokens(of: text, includingComments: true) where token.kind == .comment {
      let words = source.text(of: token.range).split(whereSeparator: \.isWhitespace)
      guard words.count >= 2, words[0] == "--", words[1] == "tolerance" else { continue }
      guard words.count == 3, let value = Double(words[2]), value.isFinite, value >= 0 else {
        return nil
      }
      return value
    }
    return 0
  }
}
