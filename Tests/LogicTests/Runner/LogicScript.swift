/// A file of records in the format of sqllogictest: statements and queries, each with what must
/// come of it.
///
///     statement ok
///     CREATE TABLE t AS SELECT 1 AS a
///
///     query I rowsort
///     SELECT a FROM t
///     ----
///     1
///
/// Both dialects are read: SQLite's, where an answer is one value a line, and DuckDB's, where it is
/// one row a line with tabs between values, and where `loop` and `foreach` repeat records.
struct LogicScript {
  /// One thing to do, in the order of the file.
  indirect enum Step {
    case record(Record)
    /// The steps, once for each of `values`, which stands for `${variable}` in them.
    case loop(variables: [String], values: [[String]], [Step])
    /// The file ends here.
    case halt
    /// The rest is not for us, and why.
    case skipRest(String)
    /// Records up to the opposite are skipped.
    case skipping(Bool)
    /// A line that is not part of the format, at its line.
    case malformed(String, line: Int)
  }

  /// A statement or a query.
  struct Record {
    /// From 1.
    var line: Int
    var conditions: [Condition] = []
    var expectation: Expectation
    var sql = ""
  }

  /// For which programs, or for which round of a loop, a record is.
  struct Condition {
    let isOnly: Bool
    /// The name of a program, or `variable=value`.
    let subject: String
  }

  enum Expectation {
    case success
    /// With a part of its message, if the file says one.
    case failure(message: String?)
    /// Success or failure.
    case anything
    case answer(Answer)
  }

  /// What a query must answer.
  struct Answer {
    /// A letter a column: `I` integer, `R` real, `T` text; others are read as text.
    var types: String
    var order: Order
    /// Queries of one label have the same answer.
    var label: String?
    /// The lines below `----`; nil where there is no `----`, so that any answer will do.
    var lines: [String]?
  }

  /// In which order values are compared.
  enum Order: String {
    case asGiven = "nosort"
    case byRow = "rowsort"
    case byValue = "valuesort"
  }

  let steps: [Step]

  init(_ text: String) {
    var reader = LogicScriptReader(text)
    steps = reader.steps(until: nil)
  }
}
