import Columns
import Language
import Testing

@testable import Rendering

@Suite struct SparklineTextTests {
  @Test func aLineForEachText() throws {
    #expect(
      try chart(
        ChartSamples.series(["a", "b", "c", "d", "e", "f", "g"], count: 8) { name, year in
          (name + 1) * (year - 3) * (year - 3)
        }) == """
          category  seizures  greatest  last
          a         ▅▃▁▁▁▃▅█        16    16
          b         ▅▃▁▁▁▃▅█        32    32
          c         ▅▃▁▁▁▃▅█        48    48
          d         ▅▃▁▁▁▃▅█        64    64
          e         ▅▃▁▁▁▃▅█        80    80
          f         ▅▃▁▁▁▃▅█        96    96
          g         ▅▃▁▁▁▃▅█       112   112
          year 2000 to 2007, each line on its own
          scale

          """)
  }

  @Test func severalPlacesShareAMark() throws {
    #expect(
      try chart(ChartSamples.series(["Drugs"], count: 60) { _, year in year % 13 }, .sparkline)
        == """
        category  seizures      greatest  last
        Drugs     ▃▇█▅██▆█▄▇█▅        12     7
        year 2000 to 2059, each line on its own
        scale
        each mark is the greatest of up to 5
        places in time

        """)
  }

  @Test func gapsAndEqualFigures() throws {
    #expect(
      try chart(
        ChartSamples.yearly([2001, 2002, 2003, 2005, 2006], [5, nil, 5, 5, nil]), .sparkline) == """
                            least  greatest  last
          seizures  ▅ ▅ ▅       5         5  NULL
          year 2001 to 2006, each line on its own
          scale
          2 values of seizures NULL, not drawn

          """)
  }

  @Test func rowsWithoutATime() throws {
    #expect(
      try chart(ChartSamples.numbers(.bigint, ChartSamples.integers([1, 5, 3, -2])), .sparkline)
        == """
                        least  greatest  last
        quantity  ▄█▆▁     -2         5    -2
        each line on its own scale

        """)
  }

  @Test func columnsOfDifferentUnits() throws {
    #expect(
      try chart(
        Samples.relation([
          ("year", .bigint, ChartSamples.integers([2022, 2023, 2024])),
          ("quantity", .measure, ChartSamples.measures(["1 kg", "2.5 kg", "0.5 kg"])),
          ("n", .bigint, ChartSamples.integers([3, 1, 2])),
        ])) == """
                              greatest  last
          quantity (kg)  ▃█▁       2.5   0.5
          n              █▁▅         3     2
          year 2022 to 2024, each line on its own
          scale

          """)
  }
}
