import Testing

@testable import Columns

struct SelectingTests {
  private static func rows(_ selection: RowSelection) -> [UInt32] {
    Array(selection.rows.elements.prefix(selection.count))
  }

  @Test(arguments: [1, 63, 64, 65, 200])
  func neitherFalseNorNullPasses(count: Int) throws {
    let values = (0..<count).map { [Value.boolean(true), .boolean(false), .null][$0 % 3] }
    let selection = Selecting.rows(where: Vector(values, type: .boolean))
    if count == 1 {
      #expect(selection == nil)
    } else {
      let selection = try #require(selection)
      #expect(Self.rows(selection) == (0..<UInt32(count)).filter { $0 % 3 == 0 })
    }
  }

  @Test(
    arguments: [
      (Value.boolean(true), nil), (.boolean(false), 0), (.null, 0),
    ] as [(Value, Int?)])
  func constants(value: Value, count: Int?) {
    let vector = Vector(constant: value, type: .boolean, count: 5)
    #expect(Selecting.rows(where: vector)?.count == count)
  }

  @Test func complementsAndGaps() {
    let some = RowSelection(rows: Buffer([1, 2, 5]), count: 3)
    #expect(Self.rows(Selecting.complement(of: some, count: 7)) == [0, 3, 4, 6])
    let repeated = RowSelection(rows: Buffer([11, 11, 13]), count: 3)
    #expect(Self.rows(Selecting.unmentioned(by: repeated, in: 10..<15)) == [10, 12, 14])
  }

  @Test func partsInterleave() throws {
    let parts = [
      (
        rows: RowSelection(rows: Buffer([1, 3]), count: 2),
        values: Vector([.text("b"), .null], type: .varchar)
      ),
      (
        rows: RowSelection(rows: Buffer([0, 2]), count: 2),
        values: Vector(constant: .text("a"), type: .varchar, count: 2)
      ),
    ]
    let vector = try Selecting.interleave(parts, type: .varchar, count: 4)
    #expect((0..<4).map(vector.value) == [.text("a"), .text("b"), .text("a"), .null])
  }
}
