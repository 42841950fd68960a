import Columns
import Testing

@testable import rummage

@Suite struct GoldenFileTests {
  static let tables = [
    GoldenTable(
      columns: ["a,\"b\" VARCHAR", "n BIGINT"],
      rows: [["x\ny", "1"], ["", nil], [nil, "2"], ["--- 2", "3"], ["é,\"", "4"]]),
    GoldenTable(),
    GoldenTable(columns: ["only VARCHAR"], rows: [[nil], [""], ["--- 4"], ["x"]]),
    GoldenTable(columns: ["none BIGINT"], rows: []),
  ]

  @Test func whatIsWrittenReadsBack() {
    let file = GoldenFile(tables: Self.tables)
    #expect(GoldenFile(file.text) == file)
  }

  @Test func looks() {
    #expect(
      GoldenFile(tables: Self.tables).text == """
        --- 1
        "a,""b"" VARCHAR",n BIGINT
        "x
        y",1
        "",
        ,2
        "--- 2",3
        "é,""\",4
        --- 2
        --- 3
        only VARCHAR

        ""
        "--- 4"
        x
        --- 4
        none BIGINT

        """)
  }

  @Test(arguments: [
    "a BIGINT\n1\n", "--- 2\na BIGINT\n", "--- 1\na,b\n1\n", "--- 1\na\n\"1\n",
    "--- 1\na\n\"1\"x\n",
  ])
  func otherFormsAreRefused(_ text: String) {
    #expect(GoldenFile(text) == nil)
  }

  @Test func aRelation() {
    let relation = Relation(
      fields: [Field(name: "x", type: .decimal(precision: 9, scale: 2))],
      chunks: [
        Chunk(
          count: 1,
          columns: [
            Vector(
              constant: .decimal(unscaled: 150, scale: 2), type: .decimal(precision: 9, scale: 2),
              count: 1)
          ]),
        Chunk(
          count: 1,
          columns: [Vector(constant: .null, type: .decimal(precision: 9, scale: 2), count: 1)]),
      ])
    #expect(
      GoldenTable(relation) == GoldenTable(columns: ["x DECIMAL(9,2)"], rows: [["1.50"], [nil]]))
  }
}
