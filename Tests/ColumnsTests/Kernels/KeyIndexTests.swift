import Columns
import Testing

@Suite struct KeyIndexTests {
  @Test func findsTheFirstRowWhoseKeyIsThere() throws {
    var index = KeyIndex()
    try index.add([chunk([1, 2, 3])], columns: [0], firstRow: 0)
    let conflict = try index.conflict(of: [chunk([4, 5]), chunk([6, 2, 1])], columns: [0])
    #expect(conflict?.row == 3)
    #expect(conflict?.key == [.integer(2)])
    #expect(try index.conflict(of: [chunk([4, 5])], columns: [0]) == nil)
  }

  @Test func findsAKeyThatNewRowsHaveTwice() throws {
    let conflict = try KeyIndex().conflict(of: [chunk([1, 2]), chunk([3, 1])], columns: [0])
    #expect(conflict?.row == 3)
  }

  @Test func nullsEqualNothing() throws {
    var index = KeyIndex()
    try index.add([chunk([nil, 1])], columns: [0], firstRow: 0)
    #expect(try index.conflict(of: [chunk([nil, nil])], columns: [0]) == nil)
  }

  @Test func saysOfEachRowWhoHasItsKey() throws {
    var index = KeyIndex()
    try index.add([chunk([7, 8]), chunk([9])], columns: [0], firstRow: 0)
    let matches = try index.matches(of: [chunk([9, 1]), chunk([1, nil, 7])], columns: [0])
    #expect(matches == [.table(row: 2), .none, .earlier(row: 1), .none, .table(row: 0)])
  }

  @Test func keysOfSeveralColumnsAreEqualWhereAllAre() throws {
    var index = KeyIndex()
    try index.add(
      [Chunk(count: 2, columns: [numbers([1, 1]), numbers([1, 2])])], columns: [0, 1], firstRow: 0)
    let other = Chunk(count: 2, columns: [numbers([2, 1]), numbers([1, 2])])
    #expect(try index.conflict(of: [other], columns: [0, 1])?.row == 1)
  }

  private func chunk(_ values: [Int?]) -> Chunk {
    Chunk(count: values.count, columns: [numbers(values)])
  }

  private func numbers(_ values: [Int?]) -> Vector {
    Vector(values.map { $0.map { .integer(Int128($0)) } ?? .null }, type: .bigint)
  }
}
