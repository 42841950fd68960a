import Columns
import Language
import Testing

@testable import Rendering

@Suite struct HeatmapTextTests {
  @Test func figuresInTheCells() throws {
    #expect(
      try chart(ChartSamples.grid) == """
        seizures by category and mode
        category     Air     Sea
        Drugs    ██  412 ░░    3
        Tobacco  ░░    0 ▒▒  200
        NULL        NULL       ·
        ░░ 0 to <200  ▒▒ 200 to <400
        ██ 400 to 600  · no row

        """)
  }

  @Test func shadesAloneWhereItIsNarrow() throws {
    #expect(
      try chart(ChartSamples.grid, width: 20) == """
        seizures by categor…
        categ…   Air   Sea
        Drugs  █████ ░░░░░
        Tobac… ░░░░░ ▒▒▒▒▒
        NULL    NULL     ·
        ░░ 0 to <200
        ▒▒ 200 to <400
        ██ 400 to 600
        · no row

        """)
  }

  @Test func oneColumnForEachNumber() throws {
    #expect(
      try chart(
        Samples.relation(
          [("category", .varchar, ChartSamples.texts(["Drugs", "Food"]))]
            + (1...20).map { (column: Int) in
              ("c\(column)", DataType.bigint, ChartSamples.integers([column, 21 - column]))
            })) == """
          category  c1  c2  c3  c4  c5  c6  c7
          Drugs    ░░░ ░░░ ░░░ ░░░ ▒▒▒ ▒▒▒ ▒▒▒
          Food     ███ ███ ███ ███ ███ ███ ▓▓▓
          … 13 more columns
          ░░ 0 to <5  ▒▒ 5 to <10  ▓▓ 10 to <15
          ██ 15 to 20

          """)
  }

  @Test func zeroesOnly() throws {
    #expect(
      try chart(
        Samples.relation([
          ("a", .varchar, ChartSamples.texts(["x", "x"])),
          ("b", .varchar, ChartSamples.texts(["y", "z"])),
          ("n", .bigint, ChartSamples.integers([0, 0])),
        ])) == """
          n by a and b
          a    y    z
          x ░░ 0 ░░ 0
          ░░ 0 to 1

          """)
  }

  @Test func missingTimesHaveAColumn() throws {
    #expect(
      try chart(
        Samples.relation([
          ("year", .bigint, ChartSamples.integers([2024, 2024, 2021, 2022, 2023])),
          ("category", .varchar, ChartSamples.texts(["医薬品", "Food", "Food", "Food", "Food"])),
          ("n", .double, ChartSamples.doubles([0.5, 2, 3.25, .nan, nil])),
        ]), .heatmap, width: 60) == """
          n by category and year
          category    2021    2022    2023    2024
          医薬品         ·       ·       · ░░  0.5
          Food     ██ 3.25     nan    NULL ▓▓  2.0
          ░░ 0 to <1  ▒▒ 1 to <2  ▓▓ 2 to <3  ██ 3 to 4  · no row
          1 value of n not finite, not drawn

          """)
  }
}
