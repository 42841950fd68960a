import Testing

@testable import Loading

@Suite struct CellReferenceTests {
  @Test(arguments: [
    ("A1", 0, 1), ("C5", 2, 5), ("Z10", 25, 10), ("AA1", 26, 1), ("AZ2", 51, 2), ("BA2", 52, 2),
    ("ZZ7", 701, 7), ("AAA7", 702, 7), ("XFD1048576", 16_383, 1_048_576),
  ])
  func places(text: String, column: Int, row: Int) throws {
    let place = try #require(CellReference(text))
    #expect(place.column == column && place.row == row)
    #expect(CellReference.name(column: column, row: row) == text)
  }

  @Test(arguments: [
    "", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1B", "$A$1", "A-1", "A 1", "A1:B2", "ZZZZZZZZ9",
    "A99999999999999999999", "É1",
  ])
  func noPlaces(text: String) {
    #expect(CellReference(text) == nil)
  }
}
