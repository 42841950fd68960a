import Columns
import Glibc
import Loading
import Testing

/// Published extracts as they are, where the machine has them: `RUMMAGE_REAL_DATA` names their
/// folder.
private let folder = getenv("RUMMAGE_REAL_DATA").map { String(cString: $0) }

@Suite(.enabled(if: folder != nil, "RUMMAGE_REAL_DATA is not set"))
struct RealDataTests {
  private func load(_ name: String, threads: Int = 2) throws -> LoadedTable {
    var options = LoadOptions()
    options.threads = threads
    return try TableLoader.load(path: (folder ?? "") + "/" + name, options: options)
  }

  /// How often each value of a column comes.
  private func counts(_ table: LoadedTable, _ name: String) throws -> [String: Int] {
    let column = try #require(table.relation.fields.firstIndex { $0.name == name })
    var counts: [String: Int] = [:]
    for chunk in table.relation.chunks {
      for row in 0..<chunk.count { counts[chunk.columns[column].value(row).shown, default: 0] += 1 }
    }
    return counts
  }

  @Test func individualDrugSeizures() throws {
    let table = try load("unodc-ids-2011-2016.csv.gz")
    #expect(table.ledger.rowsLoaded == 311_038 && table.ledger.rowsRejected == 0)
    #expect(table.ledger.delimiter == UInt8(ascii: ";") && table.ledger.columns.count == 16)
    #expect(
      try counts(table, "REGION") == [
        "'Americas'": 235_871, "'Europe'": 47_827, "'Asia'": 16_709, "'Oceania'": 9_046,
        "'Africa'": 1_585,
      ])
    let units = try counts(table, "DRUG_UNIT")
    #expect(units.count == 44 && units["∅"] == 21 && units["'Kilogram'"] == 241_317)
    #expect(try counts(table, "AMOUNT")["∅"] == 1)
    let dates = try #require(table.relation.fields.firstIndex { $0.name == "SEIZURE_DATE" })
    #expect(table.relation.fields[dates].type == .date)
    // 2011-01-01 is day 14,975, 2012-01-01 day 15,340.
    var inYear = 0
    for chunk in table.relation.chunks {
      for row in 0..<chunk.count {
        if case .date(let day) = chunk.columns[dates].value(row), (14_975..<15_340).contains(day) {
          inYear += 1
        }
      }
    }
    #expect(inYear == 28_159)
  }

  @Test(arguments: [
    ("nationwide-drugs-fy19-fy22.csv", 10_092, 9), ("nationwide-drugs-fy20-fy23.csv", 9_924, 9),
    ("eia-pangolin-incidents.csv", 1_104, 34), ("published_figures.csv", 77, 8),
  ])
  func otherExtracts(name: String, rows: Int, columns: Int) throws {
    let table = try load(name)
    #expect(table.ledger.rowsLoaded == rows && table.ledger.rowsRejected == 0)
    #expect(table.relation.fields.count == columns)
    #expect(try load(name, threads: 1).relation.shownRows == table.relation.shownRows)
  }
}
