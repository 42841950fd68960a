import Testing

@testable import SampleData

struct JointOperationTests {
  @Test func everyOperationHasItsPublishedDays() throws {
    let table = CSVTable(
      try Files.bytes(of: Files.repository + "/datasets/operations/operations.csv"))
    #expect(table.faults == [])
    let name = try #require(table.header.firstIndex(of: "operation"))
    let first = try #require(table.header.firstIndex(of: "start_date"))
    let last = try #require(table.header.firstIndex(of: "end_date"))
    let source = try #require(table.header.firstIndex(of: "source"))
    let days = StudyPeriod().days
    for operation in JointOperation.all {
      let row = try #require(
        table.rows.first { $0[name] == operation.name }, "\(operation.name) is not published")
      #expect(row[first] == days[operation.days.lowerBound].text)
      #expect(row[last] == days[operation.days.upperBound].text)
      #expect(row[source].hasPrefix("http"))
    }
    let dated = table.rows.filter { row in
      !row[first].isEmpty && !row[last].isEmpty && row[last] <= "2024-12-31"
    }
    #expect(Set(dated.map { $0[name] }) == Set(JointOperation.all.map(\.name)))
  }

  @Test func operationsAreInOrder() {
    let first = JointOperation.all.map(\.days.lowerBound)
    #expect(first == first.sorted())
  }
}
