import Loading
import Testing

/// A format that was asked for says in which order all dates of a file are written.
@Suite struct DateOrderTests {
  private func shown(_ cells: [String], _ set: (inout LoadOptions) -> Void) throws -> [String] {
    var options = LoadOptions()
    set(&options)
    let relation = try load("k,d\n" + cells.map { "1,\($0)\n" }.joined(), options).relation
    return [relation.fields[1].type.description] + relation.shownColumn(1)
  }

  @Test(arguments: [
    (["02/03/2024"], "day 19784"), (["02.03.2024"], "day 19784"), (["2-3-2024"], "day 19784"),
  ])
  func dayFirstWhateverParts(cells: [String], day: String) throws {
    #expect(try shown(cells) { $0.dateFormat = "%d/%m/%Y" } == ["DATE", day])
  }

  @Test(arguments: [
    (["04/13/2024", "02/03/2024"], "%d/%m/%Y"), (["25.04.2024", "02/03/2024"], "%m/%d/%Y"),
    (["2024-04-05", "2024-04-13"], "%Y-%d-%m"),
  ])
  func neverBothOrders(cells: [String], format: String) throws {
    let column = try shown(cells) { $0.dateFormat = format }
    #expect(column == ["VARCHAR"] + cells.map { "'\($0)'" })
  }

  @Test func timesGoByTheOrderOfDates() throws {
    let column = try shown(["03/04/2024 10:00"]) { $0.dateFormat = "%d/%m/%Y" }
    #expect(column.first == "TIMESTAMP")
    #expect(column == (try shown(["2024-04-03 10:00"]) { _ in }))
  }

  @Test func datesOfISOAndWithNamesStay() throws {
    let column = try shown(["02/03/2024", "2024-03-02", "2 March 2024"]) {
      $0.dateFormat = "%d/%m/%Y"
    }
    #expect(column == ["DATE", "day 19784", "day 19784", "day 19784"])
  }
}
