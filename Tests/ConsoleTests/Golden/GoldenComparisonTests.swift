import Testing

@testable import rummage

@Suite struct GoldenComparisonTests {
  private typealias Change = GoldenComparison.Change

  private static let columns = ["category VARCHAR", "year BIGINT", "share DOUBLE", "n BIGINT"]
  private static let rows: [[String?]] = [
    ["Drugs", "2004", "0.25", "10"], ["Drugs", "2024", "0.5", "20"], [nil, "2024", nil, "5"],
  ]

  private func changes(
    _ change: (inout [[String?]]) -> Void, tolerance: Double = 0
  ) -> [String] {
    var rows = Self.rows
    change(&rows)
    return GoldenComparison.changes(
      from: GoldenTable(columns: Self.columns, rows: Self.rows),
      to: GoldenTable(columns: Self.columns, rows: rows), tolerance: tolerance
    ).map(\.description)
  }

  @Test func nothing() { #expect(changes { _ in } == []) }

  @Test func aCellUnderItsKey() {
    #expect(changes { $0[1][3] = "21" } == ["Drugs, 2024: n BIGINT: 20 → 21"])
    #expect(changes { $0[2][2] = "" } == ["NULL, 2024: share DOUBLE: NULL → ''"])
  }

  @Test func rowsComeAndGo() {
    #expect(
      changes {
        $0[0] = ["Arms", "2004", "1.0", "1"]
      } == ["row gone:  Drugs, 2004, 0.25, 10", "row added: Arms, 2004, 1.0, 1"])
  }

  @Test func anotherOrder() {
    #expect(
      changes { $0.swapAt(1, 2) } == ["the same rows in another order, from row 2 on"])
  }

  @Test func toleranceLoosensDoublesOnly() {
    #expect(changes({ $0[0][2] = "0.2500000001" }, tolerance: 1e-9) == [])
    #expect(changes({ $0[0][2] = "0.25001" }, tolerance: 1e-9).count == 1)
    #expect(changes { $0[0][2] = "0.2500000001" }.count == 1)
    #expect(changes({ $0[0][3] = "11" }, tolerance: 0.5) == ["Drugs, 2004: n BIGINT: 10 → 11"])
    #expect(changes({ $0[2][2] = "0.1" }, tolerance: 1).count == 1)
  }

  @Test func toleranceStillSeesAnotherOrder() {
    #expect(changes({ $0.swapAt(0, 1) }, tolerance: 1e-9).count == 1)
  }

  @Test func otherColumns() {
    let old = GoldenTable(columns: ["n BIGINT"], rows: [["1"]])
    let new = GoldenTable(columns: ["n HUGEINT"], rows: [["1"]])
    #expect(
      GoldenComparison.changes(from: old, to: new, tolerance: 0).map(\.description)
        == ["columns: n BIGINT → n HUGEINT"])
  }

  @Test func rowsWithoutKey() {
    let old = GoldenTable(columns: ["t VARCHAR"], rows: [["a"], ["a"], ["b"]])
    let new = GoldenTable(columns: ["t VARCHAR"], rows: [["a"], ["b"], ["b"]])
    #expect(
      GoldenComparison.changes(from: old, to: new, tolerance: 0).map(\.description)
        == ["row gone:  a", "row added: b"])
    let turned = GoldenTable(columns: ["t VARCHAR"], rows: [["b"], ["a"], ["a"]])
    #expect(GoldenComparison.changes(from: old, to: turned, tolerance: 0) == [.order(row: 1)])
  }

  @Test func onlyDoubles() {
    let old = GoldenTable(columns: ["x DOUBLE"], rows: [["1.0"], ["1.0"]])
    let new = GoldenTable(columns: ["x DOUBLE"], rows: [["1.0"], ["2.0"]])
    #expect(
      GoldenComparison.changes(from: old, to: new, tolerance: 0).map(\.description)
        == ["row 2: x DOUBLE: 1.0 → 2.0"])
  }

  @Test(arguments: [
    ("SELECT 1", 0), ("-- tolerance 1e-9\nSELECT 1", 1e-9), ("SELECT '-- tolerance 1'", 0),
    ("-- tolerance\nSELECT 1", nil), ("-- tolerance x", nil), ("-- the tolerance 1", 0),
  ])
  func tolerances(_ text: String, _ expected: Double?) {
    #expect(GoldenRunner.tolerance(in: text) == expected)
  }
}
