import Columns
import Language
import Planning
import Testing

@testable import Execution

/// The examples that `.help` runs and shows beside a function.
@Suite struct FunctionExampleTests {
  private static let runnable = FunctionReference.all.filter(\.exampleRuns)

  @Test(arguments: FunctionReference.all)
  func isAStatementThatNamesTheFunction(_ function: FunctionReference) throws {
    let lines = function.example.split(separator: "\n")
    #expect((1...2).contains(lines.count), "\(function.name)")
    #expect(lines.allSatisfy { $0.count <= 120 }, "\(function.name)")
    let words = function.example.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    #expect(
      words.contains { function.names.contains(String($0)) },
      "\(function.name) is not in: \(function.example)")
    let source = Source(function.example)
    _ = try Parser.statement(source)
    #expect(!function.example.hasSuffix(";"))
  }

  @Test(arguments: runnable)
  func givesAFewRowsOnAnyNumberOfThreads(_ function: FunctionReference) throws {
    let (one, two) = try (answer(function, threads: 1), answer(function, threads: 2))
    #expect((1...10).contains(one.rowCount), "\(function.name): \(one.rowCount) rows")
    #expect(one.fields.map(\.name) == two.fields.map(\.name))
    #expect(one.rowCount == two.rowCount)
    for (row, other) in zip(one.rows, two.rows) {
      #expect(zip(row, other).allSatisfy { $0.isIdentical(to: $1) }, "\(function.name)")
    }
  }

  @Test func onlyFilesKeepAnExampleFromRunning() {
    let shown = Set(FunctionReference.all.filter { !$0.exampleRuns }.map(\.name))
    #expect(shown == Set(FileFunction.all.map { $0.names[0] }))
    #expect(Self.runnable.count > 250)
  }

  private func answer(_ function: FunctionReference, threads: Int) throws -> Relation {
    let outcome = try Session(threads: threads).run(Source(function.example))
    guard case .rows(let relation) = outcome.content else {
      throw Diagnostic(.error, "\(function.name): no query", at: nil)
    }
    return relation
  }
}

extension FunctionReference: CustomTestStringConvertible {
  /// What test reports call it.
  public var testDescription: String { "\(kind) \(name)" }
}
