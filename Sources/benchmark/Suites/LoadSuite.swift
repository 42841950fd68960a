import Columns
import Execution
import Planning

extension Suite {
  /// Files to columns.
  static let load = Suite(
    name: "load", summary: "files to columns: CSV, some of its columns, gzip, Arrow"
  ) { bench in
    bench.measureLoad("CSV") { try bench.files().seizures }
    bench.measure(
      "three columns of CSV", rows: bench.options.rows,
      check: {
        try Expected.unordered([LoadedDigest.threeColumns(bench.sample().seizures())])
          .mismatch($0)
      }
    ) {
      // Only what the statement mentions is loaded.
      try Session(threads: bench.options.threads).rows(
        "SELECT count(category), min(seized_on), sum(value_usd) "
          + "FROM '\(bench.files().seizures)'")
    }
    if bench.wants("gzip") {
      if let compressed = try bench.files().compressedSeizures() {
        bench.measureLoad("gzip") { compressed }
      } else {
        bench.skip("gzip", "there is no program gzip to make the file")
      }
    }
    // The file says which columns are measures. Asked to find some, the loader would take the values in
    // dollars for amounts of the units beside them, whose own amounts are measures already.
    let options = [FileRequest.Option(name: "measures", value: .truth(false))]
    bench.measureLoad("Arrow", options) { try bench.savedSeizures() }
  }
}

extension Workbench {
  /// Times the loading of a file of the seizures.
  fileprivate func measureLoad(
    _ name: String, _ loading: [FileRequest.Option] = [], _ path: () throws -> String
  ) {
    measure(
      name, rows: options.rows,
      check: { try LoadedDigest.mismatch($0, self.sample().seizures()) }
    ) {
      let session = Session(threads: options.threads)
      try session.load(FileRequest(paths: [path()], options: loading))
      return session
    }
  }
}

/// Figures that tell whether the table `seizures` of a session holds what its file does: the fields of
/// each column that hold something, and sums of numbers, dates and lengths.
enum LoadedDigest {
  /// What is wrong with the table; nil for nothing.
  static func mismatch(_ session: Session, _ seizures: PlainSeizures) throws -> Mismatch? {
    guard let table = session.catalog.table(named: "seizures") else {
      return Mismatch(expected: "a table seizures", found: "none")
    }
    let counts = table.relation.fields.map { "count(\($0.name))" }.joined(separator: ", ")
    let answer = try session.rows(
      """
      SELECT count(*), \(counts), sum(seizure_id), sum(seized_on - DATE '1970-01-01'),
        sum(value_usd), sum(octet_length(narrative)), count(DISTINCT office)
      FROM seizures
      """)
    let expected: [Value] =
      [.whole(seizures.rows.count)] + seizures.filled.map { .whole($0) } + [
        .whole(seizures.rows.reduce(0) { $0 + seizures.number($1) }),
        .whole(seizures.days.reduce(0, +)), .decimal(sum(seizures), 2),
        .whole(seizures.narratives.bytes.count), .whole(seizures.offices.texts.count - 1),
      ]
    return Expected.unordered([expected]).mismatch(answer)
  }

  /// The category, the first day and the value.
  static func threeColumns(_ seizures: PlainSeizures) -> [Value] {
    [
      .whole(seizures.filled[5]), seizures.days.min().map { .date(Int32($0)) } ?? .null,
      .decimal(sum(seizures), 2),
    ]
  }

  private static func sum(_ seizures: PlainSeizures) -> Int? {
    seizures.cents.reduce(into: PlainTotal()) { $0.add($1) }.sum
  }
}
