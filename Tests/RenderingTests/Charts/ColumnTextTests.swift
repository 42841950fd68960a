import Columns
import Language
import Testing

@testable import Rendering

@Suite struct ColumnTextTests {
  @Test func figuresStandAtTheColumns() throws {
    #expect(
      try chart(ChartSamples.yearly([2021, 2022, 2023, 2024], [4, 12, 0, 7])) == """
        seizures by year
                      12
                    ▃▃▃▃▃▃▃
                    ███████
                    ███████
                    ███████
                    ███████
                    ███████                7
                    ███████             ▃▃▃▃▃▃▃
                    ███████             ███████
                    ███████             ███████
             4      ███████             ███████
          ▆▆▆▆▆▆▆   ███████             ███████
          ███████   ███████             ███████
          ███████   ███████             ███████
          ███████   ███████             ███████
          ███████   ███████      0      ███████
        ────────────────────────────────────────
           2021      2022      2023      2024

        """)
  }

  @Test func anAxisWhereFiguresDoNotFit() throws {
    #expect(
      try chart(ChartSamples.yearly(Array(2010...2024), (0..<15).map { 1000 + $0 * 2500 })) == """
        seizures by year
               │                             ▃
               │                           ▃ █
               │                         ▃ █ █
        30,000 ┤                       ▃ █ █ █
               │                     ▃ █ █ █ █
               │                   ▃ █ █ █ █ █
               │                 ▃ █ █ █ █ █ █
        20,000 ┤               ▃ █ █ █ █ █ █ █
               │             ▃ █ █ █ █ █ █ █ █
               │           ▃ █ █ █ █ █ █ █ █ █
               │         ▃ █ █ █ █ █ █ █ █ █ █
        10,000 ┤       ▃ █ █ █ █ █ █ █ █ █ █ █
               │     ▃ █ █ █ █ █ █ █ █ █ █ █ █
               │   ▃ █ █ █ █ █ █ █ █ █ █ █ █ █
               │ ▃ █ █ █ █ █ █ █ █ █ █ █ █ █ █
             0 ┼──────────────────────────────
                 2010  2013  2016  2019  2022

        """)
  }

  @Test func aMissingYearAndANullAreEmpty() throws {
    #expect(
      try chart(ChartSamples.yearly([2020, 2021, 2023, nil, 2024], [3, nil, 2, 9, 1]), rows: 9)
        == """
        seizures by year
            3
         ▃▃▃▃▃▃                     2
         ██████                  ▅▅▅▅▅▅     1
         ██████   NULL           ██████  ▆▆▆▆▆▆
        ────────────────────────────────────────
          2020    2021    2022    2023    2024
        1 value of seizures NULL, not drawn
        1 row with year NULL, not drawn

        """)
  }

  @Test func negativeFiguresHang() throws {
    #expect(
      try chart(ChartSamples.yearly([2021, 2022, 2023], [5, -5, -3]), rows: 12) == """
        seizures by year
              5
          ████████
          ████████
          ████████
        ────────────────────────────────────
                      ████████    ████████
                      ████████    ▀▀▀▀▀▀▀▀
                      ████████       -3
                         -5
            2021        2022        2023

        """)
  }

  @Test func zeroesOnly() throws {
    #expect(
      try chart(ChartSamples.yearly([2021, 2022], [0, 0]), rows: 9) == """
        seizures by year
              0           0
        ────────────────────────
            2021        2022

        """)
  }

  @Test func oneRow() throws {
    #expect(
      try chart(ChartSamples.yearly([2021], [5]), rows: 9) == """
        seizures by year
              5
          ████████
          ████████
          ████████
          ████████
        ────────────
            2021

        """)
  }

  @Test func firstsOfMonthsAreMonths() throws {
    #expect(
      try chart(
        Samples.relation([
          ("month", .date, ChartSamples.days(["2024-01-01", "2024-02-01", "2024-04-01"])),
          ("share", .percent, ChartSamples.doubles([0.5, 0.25, 0.125])),
        ]), rows: 9) == """
          share by month
            50.0 %
            ███████
            ███████   25.0 %
            ███████   ███████             12.5 %
            ███████   ███████             ███████
          ────────────────────────────────────────
            2024-01   2024-02   2024-03   2024-04

          """)
  }

  @Test func textsWhereAskedFor() throws {
    #expect(
      try chart(
        ChartSamples.labelled(["Counterfeit goods", "医薬品", nil], [8, 4, 2]), .column, rows: 9)
          == """
          seizures by category
                8
            ▂▂▂▂▂▂▂▂
            ████████        4
            ████████    ▅▅▅▅▅▅▅▅        2
            ████████    ████████    ▆▆▆▆▆▆▆▆
          ────────────────────────────────────
           Counterfei…   医薬品       NULL

          """)
  }

  @Test func aLineWhereThereIsNoRoom() throws {
    #expect(
      try chart(ChartSamples.yearly(Array(2000...2024), Array(0...24)), width: 16, rows: 9) == """
        seizures by year
           │
           │     ⢀⣀⠤⠤⠒⠒⠉
         0 ┤⠤⠔⠒⠊⠉⠁
           └┬────────┬──
          2000     2020

        """)
  }

  @Test func hugeFigures() throws {
    #expect(
      try chart(
        Samples.relation([
          ("year", .bigint, ChartSamples.integers([2023, 2024])),
          (
            "n", .hugeint,
            [.integer(1_000_000_000_000_000_000_000_000_000_001), .integer(-1)]
          ),
        ]), width: 30, rows: 10) == """
          n by year
          1e+30 ┤  ████████
                │  ████████
                │  ████████
                │  ████████
                │  ████████
              0 ┼──────────────────────
                     2023       2024

          """)
  }
}
