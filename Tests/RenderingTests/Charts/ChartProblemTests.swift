import Columns
import Language
import Testing

@testable import Rendering

@Suite struct ChartProblemTests {
  private static func problem(_ relation: Relation, _ kind: ChartKind? = nil) -> ChartProblem? {
    do throws(ChartProblem) {
      _ = try Chart(relation, kind: kind)
      return nil
    } catch {
      return error
    }
  }

  private func check(
    _ relation: Relation, _ kind: ChartKind?, _ message: String, _ help: [String],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let problem = Self.problem(relation, kind)
    #expect(problem?.message == message, sourceLocation: location)
    #expect(problem?.help == help, sourceLocation: location)
  }

  @Test func noColumns() {
    check(Samples.noColumns, nil, "the result has no columns: there is nothing to draw", [])
  }

  @Test func noRows() {
    check(
      Samples.empty, nil, "the result has no rows: there is nothing to draw",
      ["look at what WHERE leaves: count the rows without it"])
  }

  @Test func noNumber() {
    let relation = Samples.relation([
      ("my category", .varchar, ChartSamples.texts(["a"])),
      ("day", .date, ChartSamples.days(["2024-01-01"])),
    ])
    check(
      relation, nil,
      "a chart needs a column of numbers, and there is none: my category (varchar) and day (date)",
      [
        "count the rows of each: SELECT \"my category\", count(*) AS rows … GROUP BY ALL"
      ])
  }

  @Test(arguments: [ChartKind.column, .line, .histogram, .sparkline])
  func noFigure(_ kind: ChartKind) {
    check(
      ChartSamples.yearly([2020, 2021], [nil, nil]), kind,
      "seizures has no number that can be drawn: all are NULL or not finite",
      ["WHERE … IS NOT NULL shows whether any row has a figure"])
  }

  @Test func misfit() {
    check(
      ChartSamples.labelled(["a"], [1]), .line,
      "line is drawn from a time and numbers, or a time, a text and a number, "
        + "not from category (varchar) and seizures (bigint)",
      ["draw this result as bar: CHART bar"])
    check(
      ChartSamples.labelled(["a"], [1]), .heatmap,
      "heatmap is drawn from two columns to group by and a number, or one and several numbers, "
        + "not from category (varchar) and seizures (bigint)",
      ["draw this result as bar: CHART bar"])
    check(
      ChartSamples.numbers(.bigint, ChartSamples.integers([1, 2])), .column,
      "column is drawn from a time or a text, and a number, not from quantity (bigint)",
      ["draw this result as histogram: CHART histogram"])
  }

  @Test func moreLinesThanCanBeToldApart() {
    let relation = ChartSamples.series((1...7).map { "t\($0)" }, count: 2) { $0 + $1 }
    check(
      relation, .line, "line tells 6 lines apart, and category would give 7",
      ["a small line for each: CHART sparkline", "or choose some: WHERE category IN (…)"])
  }

  @Test func severalUnits() {
    check(
      ChartSamples.numbers(.measure, ChartSamples.measures(["1 l", "2", "3 kg", "4 kg"])), nil,
      "quantity has amounts in several units, which have no scale in common: "
        + "kg (2 rows), no unit (1 row), l (1 row)",
      [
        "in one unit: try_convert(quantity, 'kg'), which leaves out what is none",
        "one kind at a time: WHERE dimension_of(quantity) = …",
      ])
  }

  @Test func differentUnits() {
    let relation = Samples.relation([
      ("year", .bigint, ChartSamples.integers([2022, 2023])),
      ("quantity", .measure, ChartSamples.measures(["1 kg", "2 kg"])),
      ("n", .bigint, ChartSamples.integers([1, 2])),
    ])
    for kind in [ChartKind.line, .heatmap] {
      check(
        kind == .line ? relation : Self.wide, kind,
        "\(kind.rawValue) has one scale, and these are in different units: quantity (kg), n",
        ["a scale for each: CHART sparkline", "or choose the columns of one unit"])
    }
  }

  private static let wide = Samples.relation([
    ("t", .varchar, ChartSamples.texts(["a"])),
    ("quantity", .measure, ChartSamples.measures(["1 kg"])),
    ("n", .bigint, ChartSamples.integers([1])),
  ])

  @Test func repeated() {
    let relation = Samples.relation([
      ("category", .varchar, ChartSamples.texts(["a", "a"])),
      ("mode", .varchar, ChartSamples.texts([nil, nil])),
      ("n", .bigint, ChartSamples.integers([1, 2])),
    ])
    check(
      relation, .heatmap,
      "heatmap shows one figure in a place, and several rows are for a and NULL",
      ["make one row of them: GROUP BY category, mode"])
  }

  @Test func manyColumnsAreCounted() {
    let relation = Samples.relation(
      (1...20).map { (column: Int) in ("c\(column)", DataType.varchar, ChartSamples.texts(["a"])) })
    #expect(Self.problem(relation)?.message.hasSuffix("c8 (varchar) and 12 more") == true)
  }
}
