import Columns
import Language
import Testing

@testable import rummage

@Suite struct ResultDifferenceTests {
  /// What sets the rows of one list of values apart from those of another.
  private func difference(
    _ found: String, _ wanted: String, isOrdered: Bool = false
  ) throws -> ResultDifference? {
    let engine = Engine(threads: 1, isStrict: false) { _ in }
    return ResultDifference(
      of: try #require(engine.quietly("SELECT * FROM (VALUES \(found)) AS t")),
      from: try #require(engine.quietly("SELECT * FROM (VALUES \(wanted)) AS t")),
      isOrdered: isOrdered)
  }

  @Test(arguments: [
    ("(1), (2)", "(2), (1)"), ("(1), (1), (2)", "(1), (2), (1)"), ("(1.50)", "(1.5)"),
    ("(2.0)", "(2)"), ("(0.1e0 + 0.2e0)", "(0.3e0)"), ("(1e12 + 0.0001e0)", "(1e12)"),
    ("(0.3)", "(0.1e0 + 0.2e0)"), ("(NULL), ('a')", "('a'), (NULL)"),
    ("(MEASURE '5 kg')", "(MEASURE '5.0 kg')"),
  ])
  func same(_ found: String, _ wanted: String) throws {
    #expect(try difference(found, wanted) == nil)
  }

  @Test(arguments: [
    ("(1, 2)", "(1)", ResultDifference.columns(2, wanted: 1)),
    ("(1), (2)", "(1)", .rows(2, wanted: 1)),
    ("(1), (1), (2)", "(1), (2), (2)", .cell(row: 2, column: "col0", found: "1", wanted: "2")),
    (
      "('b', 3), ('a', 1)", "('a', 1), ('b', 2)",
      .cell(row: 1, column: "col1", found: "3", wanted: "2")
    ),
    ("('a')", "('A')", .cell(row: 1, column: "col0", found: "'a'", wanted: "'A'")),
    ("('1')", "(1)", .cell(row: 1, column: "col0", found: "'1'", wanted: "1")),
    ("(NULL)", "('')", .cell(row: 1, column: "col0", found: "NULL", wanted: "''")),
    ("(1.000001e0)", "(1e0)", .cell(row: 1, column: "col0", found: "1.000001", wanted: "1.0")),
    (
      "(MEASURE '5000 g')", "(MEASURE '5 kg')",
      .cell(row: 1, column: "col0", found: "5000 g", wanted: "5 kg")
    ),
  ])
  func different(_ found: String, _ wanted: String, _ expected: ResultDifference) throws {
    #expect(try difference(found, wanted) == expected)
  }

  @Test func orderCountsWhereItIsAskedFor() throws {
    #expect(try difference("(1), (3), (2)", "(1), (2), (3)") == nil)
    #expect(try difference("(1), (3), (2)", "(1), (2), (3)", isOrdered: true) == .order(row: 2))
  }
}
