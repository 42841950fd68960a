import Testing

@testable import Columns

@Suite struct RowSetTests {
  @Test func eachRowIsTakenOnce() throws {
    let numbers: [Value] = [.double(0), .double(-0.0), .null, .null, .double(.nan), .double(-.nan)]
    let texts: [Value] = [.text("a"), .text("a"), .text(""), .null, .text("é"), .text("é")]
    let chunk = Chunk(
      count: numbers.count,
      columns: [Vector(numbers, type: .double), Vector(texts, type: .varchar)])
    let set = RowSet()
    #expect(try rows(set.insert(chunk)) == [0, 2, 3, 4])
    #expect(try rows(set.insert(chunk)) == [])
  }

  @Test func textsEndWhereTheyEnd() throws {
    func chunk(_ a: String, _ b: String) -> Chunk {
      Chunk(
        count: 1, columns: [Vector([.text(a)], type: .varchar), Vector([.text(b)], type: .varchar)])
    }
    let set = RowSet()
    #expect(try set.insert(chunk("ab", "c")).count == 1)
    #expect(try set.insert(chunk("a", "bc")).count == 1)
    #expect(try set.insert(chunk("ab", "c")).count == 0)
  }

  @Test func manyRowsAreKept() throws {
    let count = 150_000
    let set = RowSet()
    for _ in 0..<2 {
      let values = (0..<count).map { Value.integer(Int128($0) << 60) }
      let chunk = Chunk(count: count, columns: [Vector(values, type: .hugeint)])
      let fresh = try set.insert(chunk)
      #expect(fresh.count == count || fresh.count == 0)
    }
    #expect(try set.insert(Chunk(count: 0, columns: [])).count == 0)
  }

  private func rows(_ selection: RowSelection) -> [Int] {
    selection.rows.elements.prefix(selection.count).map { Int($0) }
  }
}
