import Columns
import Language
import Testing

@testable import Rendering

@Suite struct BarTextTests {
  @Test func plain() throws {
    #expect(
      try chart(ChartSamples.labelled(["Drugs", "Tobacco", "Wildlife"], [12_500, 5412, 1])) == """
        category                        seizures
        Drugs    ████████████████████████ 12,500
        Tobacco  ██████████▍               5,412
        Wildlife ▏                             1

        """)
  }

  @Test func nullsAndZeroes() throws {
    #expect(
      try chart(ChartSamples.labelled(["Drugs", nil, "NULL"], [0, 7, nil])) == """
        category                        seizures
        Drugs                                  0
        NULL     ██████████████████████████    7
        NULL                                NULL

        """)
  }

  @Test func zeroesOnly() throws {
    #expect(
      try chart(ChartSamples.labelled(["a", "b"], [0, 0])) == """
        category                        seizures
        a                                      0
        b                                      0

        """)
  }

  @Test func negativeFiguresGrowLeftwards() throws {
    #expect(
      try chart(ChartSamples.labelled(["a", "b", "c", "d"], [-1234, 5000, -20, 3])) == """
        category                        seizures
        a        █████│                    -1234
        b             │███████████████████  5000
        c            ▕│                      -20
        d             │▏                       3

        """)
  }

  @Test func negativeFiguresAlone() throws {
    #expect(
      try chart(ChartSamples.labelled(["a", "b"], [-8, -3])) == """
        category                        seizures
        a        ███████████████████████████│ -8
        b                        ▕██████████│ -3

        """)
  }

  @Test func oneRow() throws {
    #expect(
      try chart(ChartSamples.labelled(["Drugs"], [3])) == """
        category                        seizures
        Drugs    █████████████████████████████ 3

        """)
  }

  @Test func allEqual() throws {
    #expect(
      try chart(ChartSamples.labelled(["a", "b"], [5, 5])) == """
        category                        seizures
        a        █████████████████████████████ 5
        b        █████████████████████████████ 5

        """)
  }

  @Test func wideAndCombiningLabels() throws {
    #expect(
      try chart(
        ChartSamples.labelled(
          ["医薬品", "Me\u{301}dicaments", "a very long category of goods indeed"], [9, 4, 1])) == """
          category                        seizures
          医薬品               █████████████████ 9
          Médicaments          ███████▌          4
          a very long categor… █▉                1

          """)
  }

  @Test func figuresAreExactToTheLastDigit() throws {
    #expect(
      try chart(
        Samples.relation([
          ("t", .varchar, ChartSamples.texts(["huge", "tiny"])),
          (
            "n", .hugeint,
            [.integer(1_000_000_000_000_000_000_000_000_000_001), .integer(1)]
          ),
        ]), width: 60) == """
          t                                                          n
          huge █████████████ 1,000,000,000,000,000,000,000,000,000,001
          tiny ▏                                                     1

          """)
  }

  @Test func tinyDoubles() throws {
    #expect(
      try chart(
        Samples.relation([
          ("t", .varchar, ChartSamples.texts(["a", "b"])),
          ("n", .double, ChartSamples.doubles([1e-300, .leastNonzeroMagnitude])),
        ])) == """
          t                                      n
          a ███████████████████████████████ 1e-300
          b ▏                               5e-324

          """)
  }

  @Test func panelsSideBySide() throws {
    #expect(
      try chart(
        Samples.relation([
          ("category", .varchar, ChartSamples.texts(["Drugs", "Tobacco"])),
          ("seizures", .bigint, ChartSamples.integers([12, 6])),
          ("share", .percent, ChartSamples.doubles([0.74, nil])),
        ]), width: 50) == """
          category          seizures                   share
          Drugs    ██████████████ 12   ██████████████ 74.0 %
          Tobacco  ███████         6                    NULL

          """)
  }

  @Test func panelsBelowEachOther() throws {
    #expect(
      try chart(
        Samples.relation([
          ("category", .varchar, ChartSamples.texts(["Drugs", "Tobacco"])),
          ("seizures", .bigint, ChartSamples.integers([12, 6])),
          ("origins", .bigint, ChartSamples.integers([3, 4])),
        ]), width: 24) == """
          category        seizures
          Drugs    ████████████ 12
          Tobacco  ██████        6

          category         origins
          Drugs    █████████▊    3
          Tobacco  █████████████ 4

          """)
  }

  @Test func measuresHaveTheirUnitInTheHead() throws {
    #expect(
      try chart(
        Samples.relation([
          ("category", .varchar, ChartSamples.texts(["Drugs", "Food"])),
          ("quantity", .measure, ChartSamples.measures(["299320.849 kg", "12.5 kg"])),
        ])) == """
          category                   quantity (kg)
          Drugs    ███████████████████ 299,320.849
          Food     ▏                          12.5

          """)
  }

  @Test func measuresOfOneDimensionAreInTheMostFrequentUnit() throws {
    #expect(
      try chart(
        Samples.relation([
          ("category", .varchar, ChartSamples.texts(["Drugs", "Food", "Toys"])),
          ("quantity", .measure, ChartSamples.measures(["2 kg", "500 g", "1 kg"])),
        ])) == """
          category                   quantity (kg)
          Drugs    ███████████████████████████   2
          Food     ██████▊                     0.5
          Toys     █████████████▌                1

          """)
  }

  @Test func whatIsNotFiniteIsCounted() throws {
    #expect(
      try chart(
        Samples.relation([
          ("t", .varchar, ChartSamples.texts(["a", "b", "c"])),
          ("x", .double, ChartSamples.doubles([1, .infinity, .nan])),
        ])) == """
          t                                      x
          a ██████████████████████████████████ 1.0
          b                                    inf
          c                                    nan
          2 values of x not finite, not drawn

          """)
  }

  @Test func rowsBeyondTheScreenAreCounted() throws {
    #expect(
      try chart(
        ChartSamples.labelled((1...25).map { (row: Int) in "c\(row)" }, (1...25).map { 26 - $0 }),
        rows: 2) == """
          category                        seizures
          c1       ████████████████████████████ 25
          c2       ██████████████████████████▉  24
          … 23 more rows

          """)
  }

  @Test func columnsBeyondFourAreNamed() throws {
    #expect(
      try chart(
        Samples.relation(
          [("t", .varchar, ChartSamples.texts(["a"]))]
            + (1...20).map { (column: Int) in
              ("c\(column)", DataType.bigint, ChartSamples.integers([column]))
            }), .bar,
        width: 100) == """
          t                     c1                       c2                       c3                       c4
          a ████████████████████ 1   ████████████████████ 2   ████████████████████ 3   ████████████████████ 4
          not drawn: c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20

          """)
  }

  @Test func severalTextsMakeOneLabel() throws {
    #expect(
      try chart(
        Samples.relation([
          ("origin", .varchar, ChartSamples.texts(["CN", nil])),
          ("transit", .varchar, ChartSamples.texts(["SG", "AE"])),
          ("destination", .varchar, ChartSamples.texts(["DE", "US"])),
          ("n", .bigint, ChartSamples.integers([253, 171])),
        ])) == """
          origin · transit · …                   n
          CN · SG · DE         ███████████████ 253
          NULL · AE · US       ██████████▏     171

          """)
  }

  @Test func figuresAloneAreNumbered() throws {
    #expect(
      try chart(
        Samples.relation([
          ("x", .double, ChartSamples.doubles([1.5, 3])),
          ("y", .double, ChartSamples.doubles([2, 1])),
        ]), width: 40) == """
                            x                   y
          1 ██████▌       1.5   █████████████ 2.0
          2 █████████████ 3.0   ██████▌       1.0

          """)
  }

  @Test func aTextCannotDriveTheTerminal() throws {
    #expect(
      try chart(ChartSamples.labelled(["\u{1B}[31m\n"], [1]), width: 30) == #"""
        category              seizures
        \x1b[31m\n █████████████████ 1

        """#)
  }

  @Test func aFigureIsNeverCutToAnother() throws {
    #expect(
      try chart(ChartSamples.labelled(["Drugs"], [123_456_789]), width: 8) == """
        seizures
               …

        """)
  }
}
