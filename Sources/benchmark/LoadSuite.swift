import Execution

/// Files to columns.
enum LoadSuite {
  static func run(
    _ data: BenchmarkData, threads: Int, _ stopwatch: Stopwatch
  ) throws -> [Measurement] {
    let session = Session(threads: threads)
    return [
      try stopwatch.measure(
        "load/seizures.csv", expecting: data.rows, bytes: data.bytes
      ) {
        try session.load(data.seizures).reduce(0) { $0 + $1.rowsLoaded }
      },
      try stopwatch.measure(
        "load/two columns of seizures.csv", expecting: data.rows, bytes: data.bytes
      ) {
        try Answers.integer(
          session, "SELECT count(*) FROM (SELECT category, quantity FROM '\(data.seizures)')")
      },
    ]
  }
}
