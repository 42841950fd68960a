import Columns
import Testing

@testable import Rendering

@Suite struct BoxFormatTests {
  @Test func seizures() throws {
    #expect(
      try text(Samples.seizures, .box) == """
        ┌─────────────┬────────┬─────────────┐
        │ category    │   year │       items │
        │ varchar     │ bigint │      bigint │
        ├─────────────┼────────┼─────────────┤
        │ Drugs       │   2004 │ 166,000,000 │
        │ Médicaments │   2024 │      -1,234 │
        │ 医薬品      │   NULL │           0 │
        │ NULL        │   1999 │        NULL │
        └─────────────┴────────┴─────────────┘
        4 rows

        """)
  }

  @Test func noRows() throws {
    #expect(
      try text(Samples.empty, .box) == """
        ┌────────┬─────────┐
        │      a │ b       │
        │ bigint │ varchar │
        ├────────┼─────────┤
        └────────┴─────────┘
        0 rows

        """)
  }

  @Test func fewerRowsThanThereAre() throws {
    let relation = Samples.relation([("n", .bigint, (0..<5_030).map { .integer(Int128($0)) })])
    let drawn = try text(relation, .box, screen: Screen(maximumRows: 2))
    #expect(drawn.split(separator: "\n").count == 9)
    #expect(drawn.hasSuffix("… 5,028 more rows\n5,030 rows\n"))
    var screen = Screen(maximumRows: 2)
    screen.rowHint = ".last to page"
    screen.seconds = 0.0123
    #expect(
      try text(relation, .box, screen: screen).hasSuffix(
        "… 5,028 more rows (.last to page)\n5,030 rows in 12 ms\n"))
  }

  @Test func wideTextIsCutAndFiguresAreNot() throws {
    let relation = Samples.relation([
      (
        "narrative", .varchar,
        [.text("hidden in the double floor of a lorry"), .text("医薬品医薬品医薬品医薬品")]
      ),
      ("quantity", .double, [.double(123_456.789), .double(1)]),
    ])
    #expect(
      try text(relation, .box, screen: Screen(width: 31)) == """
        ┌───────────────┬─────────────┐
        │ narrative     │    quantity │
        │ varchar       │      double │
        ├───────────────┼─────────────┤
        │ hidden in th… │ 123,456.789 │
        │ 医薬品医薬品… │         1.0 │
        └───────────────┴─────────────┘
        2 rows

        """)
  }

  @Test func columnsAreLeftOutOfTheMiddle() throws {
    let relation = Samples.relation(
      (1...9).map { ("c\($0)", DataType.bigint, [.integer(Int128($0))]) })
    #expect(
      try text(relation, .box, screen: Screen(width: 40)) == """
        ┌────────┬────────┬───┬────────┐
        │     c1 │     c2 │ … │     c9 │
        │ bigint │ bigint │ … │ bigint │
        ├────────┼────────┼───┼────────┤
        │      1 │      2 │ … │      9 │
        └────────┴────────┴───┴────────┘
        1 row, 9 columns (3 shown)

        """)
  }

  @Test(arguments: 0...40)
  func everyWidthIsKept(_ width: Int) throws {
    let relation = Samples.relation([
      ("narrative", .varchar, [.text("hidden in the double floor of a lorry"), .null]),
      ("note", .varchar, [.text("seen"), .text("医薬品医薬品医薬品医薬品")]),
    ])
    let drawn = try text(relation, .box, screen: Screen(width: width))
    let widest = drawn.split(separator: "\n").dropLast().map(DisplayWidth.of).max() ?? 0
    #expect(widest <= max(width, 11))
  }

  @Test func aTextCannotDriveTheTerminal() throws {
    let relation = Samples.relation([("t", .varchar, [.text("\u{1B}[31m\u{9B}x\n")])])
    let drawn = try text(relation, .box)
    #expect(drawn.contains(#"\x1b[31m\x9bx\n"#))
    #expect(!drawn.unicodeScalars.contains("\u{1B}"))
  }

  @Test func colourOnlyWhenAsked() throws {
    let drawn = try text(Samples.seizures, .box, screen: Screen(usesColor: true))
    #expect(drawn.contains("\u{1B}[2mNULL\u{1B}[0m"))
    #expect(!(try text(Samples.seizures, .box).contains("\u{1B}")))
  }
}
