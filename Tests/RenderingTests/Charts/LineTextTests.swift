import Columns
import Language
import Testing

@testable import Rendering

@Suite struct LineTextTests {
  @Test func oneLine() throws {
    #expect(
      try chart(ChartSamples.yearly(Array(1980...2024), (0..<45).map { $0 * $0 }), rows: 13) == """
        seizures by year
        2000 ┤                                 ⣀
             │                              ⣀⠔⠊
             │                          ⢀⠤⠔⠊
        1000 ┤                      ⢀⡠⠤⠊⠁
             │                  ⣀⠤⠔⠒⠁
             │           ⣀⣀⡠⠤⠒⠊⠉
           0 ┤⠤⠤⠤⠤⠤⠒⠒⠒⠒⠉⠉
             └┬──────┬───────┬───────┬──────┬───
            1980   1990    2000    2010   2020

        """)
  }

  @Test func linesCarryLettersWithoutColour() throws {
    #expect(
      try chart(
        ChartSamples.series(["Drugs", "Tobacco"], count: 20) { name, year in
          name == 0 ? 10 + year : 40 - year
        }, width: 60, rows: 13) == """
          seizures by year
          40 ┤⠤⢄⣀⣀⣀⣀
             │      ⠉⠉⠉⠉⠉B⠒⠢⠤⠤⠤⠤⣀⣀⣀⣀⣀
             │                       ⠉⠉⠑B⠒⠒⠒⠤⠤⠤⠤⠤⣀⣀⡠⠤⠤⠤⠤⠒⠒⠒⠒ A Drugs
          20 ┤                  ⣀A⣀⣀⣀⠤⠤⠔⠒⠒⠒⠒⠉⠉⠉⠉A  ⠈⠉⠉⠉⠉B⠒⠒⠒ B Tobacco
             │ ⢀⣀A⣀⣀⠤⠤⠤⠤⠤⠒⠒⠊⠉⠉⠉⠉
             │⠉⠁
           0 ┤
             └┬───────────┬───────────┬───────────┬─────────
            2000        2005        2010        2015

          """)
  }

  @Test func aLegendWhereItIsNarrow() throws {
    #expect(
      try chart(
        ChartSamples.series(["Drugs", "Tobacco"], count: 20) { name, year in
          name == 0 ? 10 + year : 40 - year
        }, width: 30, rows: 13) == """
          seizures by year
          40 ┤⢄⣀⣀
             │   ⠉⠉⠑B⠤⠤⢄⣀⣀
             │            ⠉⠒B⠢⠤⠤⣀⡠⠤⠤⠒⠒ A
          20 ┤         ⢀A⣀⠤⠒⠒⠊⠉⠉ ⠈⠉⠉B⠒ B
             │⢀⣀A⠤⠤⠔⠒⠉⠉⠁
             │⠁
           0 ┤
             └┬─────┬─────┬─────┬─────
            2000  2005  2010  2015
          A Drugs  B Tobacco

          """)
  }

  @Test func nullsAndMissingTimesAreGaps() throws {
    #expect(
      try chart(
        ChartSamples.yearly(
          Array(1980...2000) + Array(2006...2026) + [nil], (0..<42).map { $0 == 10 ? nil : 5 } + [5]
        ), rows: 9) == """
          seizures by year
          5 ┤⠤⠤⠤⠤⠤⠤⠤⠄⠠⠤⠤⠤⠤⠤⠤⠤⠄   ⠠⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤
            │
            │
          0 ┤
            └┬───────┬───────┬───────┬──────┬─────
           1980    1990    2000    2010   2020
          1 value of seizures NULL, not drawn
          1 row with year NULL, not drawn

          """)
  }

  @Test func negativeFiguresHaveALineOfZero() throws {
    #expect(
      try chart(ChartSamples.yearly(Array(1980...2024), (0..<45).map { ($0 - 22) * 3 }), rows: 13)
        == """
        seizures by year
             │                                 ⣀
             │                           ⣀⡠⠤⠒⠊⠉
             │                     ⣀⡠⠤⠒⠊⠉
           0 ┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈⣀⡠⠤⠤⠒⠊⠉┈┈┈┈┈┈┈┈┈┈┈┈┈
             │        ⣀⡠⠤⠒⠊⠉
             │  ⣀⡠⠤⠒⠊⠉
             │⠊⠉
        -100 ┤
             └┬──────┬───────┬───────┬──────┬───
            1980   1990    2000    2010   2020

        """)
  }

  @Test func severalColumns() throws {
    #expect(
      try chart(
        Samples.relation([
          ("day", .date, ChartSamples.days(["2024-01-30", "2024-02-02", "2024-02-20"])),
          ("seizures", .bigint, ChartSamples.integers([3, 7, 4])),
          ("origins", .bigint, ChartSamples.integers([1, 2, 2])),
        ]), width: 60, rows: 12) == """
          seizures, origins by day
             │
             │     ⡠⠊⠉⠉⠒⠒⠒⠒⠤⠤⠤⠤⢄A⣀⣀⡀
           5 ┤  ⢀A⠊                ⠈⠉⠉⠉⠑⠒⠒⠒⠒⠤⠤⠤A⣀⣀⣀⣀⡀
             │⢀⠔⠁                                   ⠈⠉⠉⠉⠑⠒⠒ A seizures
             │⠁
             │⣀⡠⠤⠔⠒⠊⠉⠉⠉⠉⠉B⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉B⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉B⠉⠉⠉ B origins
           0 ┤
             └────────────┬──────────────┬──────────────┬──
                     2024-02-05     2024-02-12   2024-02-19

          """)
  }

  @Test func hoursOfADay() throws {
    #expect(
      try chart(
        Samples.relation([
          (
            "at", .timestamp,
            (0..<40).map { .timestamp(1_706_713_200_000_000 + Int64($0) * 1_800_000_000) }
          ), ("n", .bigint, ChartSamples.integers((0..<40).map { $0 % 7 })),
        ]), width: 60, rows: 11) == """
          n by at
             │        ⢀         ⢀         ⢀         ⢀         ⢀
           5 ┤      ⢀⠔⠹⡀      ⢀⠔⠹⡀      ⢀⠔⠹⡀      ⢀⠔⠹⡀      ⢀⠔⠹⡀
             │     ⡔⠁  ⡇    ⢀⠔⠁  ⡇    ⢀⠔⠁  ⡇    ⢀⠔⠁  ⡇    ⢀⠔⠁  ⡇    ⢀⠔
             │   ⢀⠎    ⢱   ⢠⠃    ⢱   ⢠⠃    ⢱   ⡰⠁    ⢱   ⡰⠁    ⢱   ⡰⠁
             │ ⢀⠔⠁     ⠸⡀⢀⠔⠁     ⠸⡀⢀⠔⠁     ⠸⡀⢀⠎      ⠸⡀⢀⠎      ⠸⡀⡠⠊
           0 ┤⠔⠁        ⠗⠁        ⠗⠁        ⠗⠁        ⠗⠁        ⠟
             └────────┬────────────────┬────────────────┬─────────────
              2024-01-31 18:00    2024-02-01          06:00

          """)
  }

  @Test func zeroesOnly() throws {
    #expect(
      try chart(ChartSamples.yearly([2021, 2022], [0, 0]), .line, rows: 8) == """
        seizures by year
          │
        0 ┤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤
          └┬───────────────────────────────────┬
         2021                               2022

        """)
  }

  @Test func oneRow() throws {
    #expect(
      try chart(ChartSamples.yearly([2021], [5]), .line, rows: 8) == """
        seizures by year
        5 ┤                  ⠠
          │
        0 ┤
          └──────────────────┬──────────────────
                           2021

        """)
  }
}
