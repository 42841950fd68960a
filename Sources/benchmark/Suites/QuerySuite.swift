import Columns
import Execution
import Language

extension Suite {
  /// Questions to loaded tables, one a class of work.
  static let queries = Suite(
    name: "queries", summary: "what an analyst asks of loaded tables, a class of work each"
  ) { bench in
    for question in Question.all {
      bench.measure(
        question.name, rows: bench.options.rows,
        check: { try question.expected(try bench.sample()).mismatch($0) }
      ) {
        try bench.session().rows(question.statement)
      }
    }
  }
}

extension Session {
  /// The rows that `statement` gives.
  ///
  /// - Throws: a `Diagnostic`.
  func rows(_ statement: String) throws -> Relation {
    if case .rows(let relation) = try run(Source(statement)).content { return relation }
    return Relation(fields: [], chunks: [])
  }
}
