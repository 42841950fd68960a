import Columns
import Testing

@Suite struct RelationAppendingTests {
  private static let fields = [Field(name: "n", type: .bigint), Field(name: "s", type: .varchar)]

  @Test func keepsRowsInOrderAndInFewChunks() throws {
    var relation = Relation(fields: Self.fields, chunks: [])
    for number in 0..<1000 {
      let text: Value = number % 7 == 0 ? .null : .text("t\(number % 13)")
      relation = try relation.appending([Self.chunk([(number, text)])])
      #expect(relation.chunks.count <= 12)
    }
    #expect(relation.rowCount == 1000)
    let rows = Self.rows(of: relation)
    #expect(rows.map(\.0) == (0..<1000).map { .integer(Int128($0)) })
    #expect(rows[8].1 == .text("t8"))
    #expect(rows[7].1 == .null)
  }

  @Test func neverFillsAChunkBeyondItsStandard() throws {
    let half = Chunk.standardRows / 2 + 1
    var relation = Relation(fields: Self.fields, chunks: [])
    for part in 0..<3 {
      let rows = (0..<half).map { ($0 + part, Value.text("x")) }
      relation = try relation.appending([Self.chunk(rows)])
    }
    #expect(relation.chunks.allSatisfy { $0.count <= Chunk.standardRows })
    #expect(relation.rowCount == 3 * half)
  }

  @Test(arguments: [["a", "b"], ["b", "new"]])
  func codedTextsStayUnderOneDictionary(texts: [String]) throws {
    let coded = try DictionaryEncoding.encode([
      Vector([.text("a"), .text("b"), .null], type: .varchar)
    ])
    let numbers = Vector([.integer(1), .integer(2), .integer(3)], type: .bigint)
    let old = Relation(
      fields: Self.fields, chunks: [Chunk(count: 3, columns: [numbers, coded[0]])])
    let added = try old.appending([Self.chunk(texts.enumerated().map { ($0, .text($1)) })])
    let dictionaries = added.chunks.compactMap { $0.columns[1].dictionary }
    #expect(dictionaries.count == added.chunks.count)
    #expect(dictionaries.allSatisfy { $0 === dictionaries[0] })
    #expect(
      Self.rows(of: added).map(\.1) == [.text("a"), .text("b"), .null] + texts.map { .text($0) })
    // What was there is as it was.
    #expect(Self.rows(of: old).map(\.1) == [.text("a"), .text("b"), .null])
  }

  private static func chunk(_ rows: [(Int, Value)]) -> Chunk {
    Chunk(
      count: rows.count,
      columns: [
        Vector(rows.map { .integer(Int128($0.0)) }, type: .bigint),
        Vector(rows.map(\.1), type: .varchar),
      ])
  }

  private static func rows(of relation: Relation) -> [(Value, Value)] {
    relation.chunks.flatMap { chunk in
      (0..<chunk.count).map { (chunk.columns[0].value($0), chunk.columns[1].value($0)) }
    }
  }
}
