import Columns
import Language
import Testing

@testable import Rendering

@Suite struct HistogramTextTests {
  @Test func wholeNumbersHaveWholeEdges() throws {
    #expect(
      try chart(
        ChartSamples.numbers(
          .bigint, ChartSamples.integers((0..<200).map { $0 * $0 / 400 } + [nil]))) == """
          quantity                            rows
           0 to 19 ████████████████████████████ 90
          20 to 39 ███████████▌                 37
          40 to 59 ████████▊                    28
          60 to 79 ███████▌                     24
          80 to 99 ██████▌                      21
          1 value of quantity NULL, not drawn

          """)
  }

  @Test func aBinEachWhereThereAreFew() throws {
    #expect(
      try chart(ChartSamples.numbers(.bigint, ChartSamples.integers([1, 1, 2, 4]))) == """
        quantity                            rows
               1 █████████████████████████████ 2
               2 ██████████████▌               1
               3                               0
               4 ██████████████▌               1

        """)
  }

  @Test func doublesHaveHalfOpenBins() throws {
    #expect(
      try chart(
        ChartSamples.numbers(.double, ChartSamples.doubles([0.1, 0.2, 0.25, 0.3, .nan, nil])))
          == """
             quantity                         rows
          0.1 to <0.2 █████████████              1
          0.2 to <0.3 ██████████████████████████ 2
          0.3 to <0.4 █████████████              1
          1 value of quantity NULL, not drawn
          1 value of quantity not finite, not
          drawn

          """)
  }

  @Test func percentages() throws {
    #expect(
      try chart(ChartSamples.numbers(.percent, ChartSamples.doubles([0, 0.1, 0.5, 1]))) == """
             quantity                       rows
          0 to  <50 % ████████████████████████ 2
         50 to <100 % ████████████             1
        100 to <150 % ████████████             1

        """)
  }

  @Test func allEqual() throws {
    #expect(
      try chart(ChartSamples.numbers(.double, ChartSamples.doubles([2.5, 2.5]))) == """
        quantity                            rows
             2.5 █████████████████████████████ 2

        """)
  }

  @Test func hugeFigures() throws {
    #expect(
      try chart(ChartSamples.numbers(.double, ChartSamples.doubles([-1e30, 0, 1e30, 2e30]))) == """
                quantity                    rows
        -1e+30 to     <0 █████████████████████ 1
             0 to <1e+30 █████████████████████ 1
         1e+30 to <2e+30 █████████████████████ 1
         2e+30 to <3e+30 █████████████████████ 1

        """)
  }

  @Test func tinyFigures() throws {
    #expect(
      try chart(ChartSamples.numbers(.double, ChartSamples.doubles([1e-9, 2e-9, 4e-9]))) == """
             quantity                       rows
        1e-9 to <2e-9 ████████████████████████ 1
        2e-9 to <3e-9 ████████████████████████ 1
        3e-9 to <4e-9                          0
        4e-9 to <5e-9 ████████████████████████ 1

        """)
  }

  @Test func theEndsOfDoubles() throws {
    #expect(
      try chart(
        ChartSamples.numbers(
          .double, ChartSamples.doubles([-.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude])))
          == """
                     quantity                 rows
          -2e+308 to <-1e+308 ██████████████████ 1
          -1e+308 to       <0                    0
                0 to  <1e+308 ██████████████████ 1
           1e+308 to  <2e+308 ██████████████████ 1

          """)
  }

  @Test func lowerEdgesAloneWhereItIsNarrow() throws {
    #expect(
      try chart(
        ChartSamples.numbers(.bigint, ChartSamples.integers((0..<50).map { $0 * 1000 })), width: 24)
          == """
          quantity fr…        rows
                     0 ████████ 10
                10,000 ████████ 10
                20,000 ████████ 10
                30,000 ████████ 10
                40,000 ████████ 10

          """)
  }
}
