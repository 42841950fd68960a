import Columns
import Execution
import Language

/// Questions to a loaded table, one a class of work.
///
/// Every task counts the rows that it went through, so that a wrong plan cannot be a fast one.
enum QuerySuite {
  private static let tasks: [(name: String, query: String)] = [
    ("scan and sum", "SELECT sum(value_usd), count(*) AS n FROM seizures"),
    (
      "group by category",
      "SELECT category, sum(quantity), count(*) AS n FROM seizures GROUP BY category"
    ),
    (
      "group by three codes",
      """
      SELECT category, detection, reporting_country, sum(quantity), count(*) AS n
      FROM seizures GROUP BY ALL
      """
    ),
    (
      "group by many",
      "SELECT office, product, seized_on, sum(value_usd), count(*) AS n FROM seizures GROUP BY ALL"
    ),
    (
      "count distinct",
      "SELECT category, count(DISTINCT brand), count(*) AS n FROM seizures GROUP BY category"
    ),
    (
      "pivot by CASE",
      """
      SELECT category, sum(CASE WHEN mode = 'Mail' THEN 1 ELSE 0 END),
        sum(CASE WHEN mode = 'Passenger' THEN value_usd END), count(*) AS n
      FROM seizures GROUP BY category
      """
    ),
    (
      "join a small table",
      """
      SELECT c.wco_region, count(*) AS n
      FROM seizures s LEFT JOIN countries c ON s.origin = c.alpha2 GROUP BY c.wco_region
      """
    ),
    (
      "sort all",
      """
      SELECT seizure_id, 1 AS n FROM seizures
      ORDER BY reporting_country, seized_on DESC, seizure_id
      """
    ),
  ]

  static func run(
    _ data: BenchmarkData, threads: Int, _ stopwatch: Stopwatch
  ) throws -> [Measurement] {
    let session = Session(threads: threads)
    try session.load(data.seizures)
    try session.load(data.folder.appendingPathComponent("countries.csv").path)
    return try tasks.map { task in
      try stopwatch.measure("query/\(task.name)", expecting: data.rows) {
        try Answers.sum(of: "n", session, task.query)
      }
    }
  }
}

/// Single figures out of results.
enum Answers {
  /// The one whole number that `query` yields.
  static func integer(_ session: Session, _ query: String) throws -> Int {
    guard case .rows(let relation) = try session.run(Source(query)).content,
      let chunk = relation.chunks.first, chunk.count > 0,
      case .integer(let number) = chunk.columns[0].value(0)
    else { return -1 }
    return Int(number)
  }

  /// The total of the column called `name`.
  static func sum(of name: String, _ session: Session, _ query: String) throws -> Int {
    guard case .rows(let relation) = try session.run(Source(query)).content,
      let column = relation.fields.firstIndex(where: { $0.name == name })
    else { return -1 }
    let rows = GroupRowCounts()
    let state = IntegerSumState(type: .bigint, average: false, rows: rows)
    for chunk in relation.chunks {
      let groups = GroupNumbers(ids: nil, count: chunk.count, groups: 1)
      rows.update(groups)
      try state.update(chunk.columns[column], groups)
    }
    rows.grow(to: 1)
    guard case .integer(let total) = try state.result(RowSelection(range: 0..<1)).value(0) else {
      return 0
    }
    return Int(total)
  }
}
