import Testing

@testable import Loading

/// A column whose first cells, far beyond the head of the file, hold nothing is what its later cells
/// make of it.
@Suite struct LateValueTests {
  /// As many rows without a value as the head of a file cannot hold.
  private static let gap = String(repeating: "1,\n", count: FileHead.standardBytes / 3 + 1_000)

  @Test(arguments: [
    (["x", "y", "x"], "VARCHAR", "text; "), (["5", "-7"], "BIGINT", "whole numbers; "),
    (["1.5", "2"], "DECIMAL(18,1)", "decimals with at most 1 digit behind the point; "),
    (["2024-01-31"], "DATE", "dates; "), (["true"], "BOOLEAN", "true and false; "),
    (["5", "n/a", "7"], "BIGINT", "whole numbers; "), (["n/a"], "VARCHAR", "text; "),
    (["007"], "VARCHAR", "codes with leading zeros"), (["5", "x", "7"], "VARCHAR", "text; "),
    (["03/04/2024"], "VARCHAR", "dates whose day may stand first or second"),
    ([], "VARCHAR", "no values"),
  ])
  func typed(cells: [String], type: String, why: String) throws {
    let text = "k,v\n" + Self.gap + cells.map { "2,\($0)\n" }.joined()
    var reports: [[String]] = []
    for threads in [1, 2] {
      var options = LoadOptions()
      options.threads = threads
      let table = try load(text, options)
      #expect(table.relation.fields[1].type.description == type)
      let report = table.ledger.report
      let column = try #require(report.first { $0.contains("  v  ") })
      #expect(column.contains(why))
      // The name and the time of each load are its own.
      reports.append(report.filter { !$0.contains("  file ") && !$0.contains("  time ") })
    }
    #expect(reports[0] == reports[1])
  }
}
