import Columns
import Language
import Testing

@testable import Rendering

/// Which kind suits which columns.
@Suite struct ChartShapeTests {
  private func kind(_ columns: (name: String, type: DataType, values: [Value])...) throws
    -> ChartKind
  {
    try Chart(Samples.relation(columns)).kind
  }

  private typealias S = ChartSamples

  @Test func textsAndNumbersAreBars() throws {
    let label = ("category", DataType.varchar, S.texts(["a", "b"]))
    #expect(try kind(label, ("n", .bigint, S.integers([1, 2]))) == .bar)
    #expect(
      try kind(label, ("n", .bigint, S.integers([1, 2])), ("x", .double, S.doubles([1, 2]))) == .bar
    )
    #expect(
      try kind(("b", .boolean, [.boolean(true), .null]), ("n", .bigint, S.integers([1, 2]))) == .bar
    )
  }

  @Test func oneNumberIsAHistogramWhereItHasRows() throws {
    #expect(try kind(("n", .bigint, S.integers([1, 2]))) == .histogram)
    #expect(try kind(("n", .bigint, S.integers([1]))) == .bar)
    #expect(try kind(("year", .bigint, S.integers([2001, 2002]))) == .histogram)
  }

  @Test func fewTimesAreColumnsAndManyALine() throws {
    let figures = (0..<40).map { Int?.some($0) }
    #expect(try Chart(S.yearly(Array(2000..<2031), Array(figures.prefix(31)))).kind == .column)
    #expect(try Chart(S.yearly(Array(2000..<2032), Array(figures.prefix(32)))).kind == .line)
    // As many rows, but with times between them.
    #expect(try Chart(S.yearly([2000, 2000], [1, 2])).kind == .line)
  }

  @Test func wholeNumbersAreTimesByNameYearOrStep() throws {
    let two = ("n", DataType.bigint, S.integers([5, 3, 4]))
    #expect(try kind(("seizure_month", .bigint, S.integers([3, 1, 2])), two) == .column)
    #expect(try kind(("y", .bigint, S.integers([2003, 2001, 2002])), two) == .column)
    #expect(try kind(("k", .bigint, S.integers([10, 20, 30])), two) == .column)
    #expect(try kind(("hs", .bigint, S.integers([10, 22, 30])), two) == .bar)
    #expect(try kind(("rows", .bigint, S.integers([30, 20, 10])), two) == .bar)
  }

  @Test func seriesAreLinesAndManySparklines() throws {
    #expect(try Chart(S.series((1...6).map { "t\($0)" }, count: 3) { $0 + $1 }).kind == .line)
    #expect(try Chart(S.series((1...7).map { "t\($0)" }, count: 3) { $0 + $1 }).kind == .sparkline)
    #expect(try Chart(S.series(["a", "b"], count: 1) { $0 + $1 }).kind == .bar)
  }

  @Test func columnsOfOneSizeShareAScale() throws {
    let year = ("year", DataType.bigint, S.integers([2001, 2002]))
    let small = ("n", DataType.bigint, S.integers([10, 20]))
    #expect(try kind(year, small, ("m", .bigint, S.integers([300, 2000]))) == .line)
    #expect(try kind(year, small, ("m", .bigint, S.integers([300, 2001]))) == .sparkline)
    #expect(try kind(year, small, ("q", .measure, S.measures(["1 kg", "2 kg"]))) == .sparkline)
  }

  @Test func pairsAreAGridWhereHalfOfItIsFilled() throws {
    #expect(try Chart(S.grid).kind == .heatmap)
    let n = ("n", DataType.bigint, S.integers([3, 2, 1]))
    #expect(
      try kind(
        ("a", .varchar, S.texts(["x", "y", "z"])), ("b", .varchar, S.texts(["1", "2", "3"])), n)
        == .bar)
    #expect(
      try kind(
        ("a", .varchar, S.texts(["x", "x", "x"])), ("b", .varchar, S.texts(["1", "1", "3"])), n)
        == .bar)
    #expect(
      try kind(
        ("year", .bigint, S.integers([2001, 2001, 2002])),
        ("month", .bigint, S.integers([1, 2, 1])), n) == .heatmap)
  }

  @Test func manyNumbersAreAGrid() throws {
    let columns = (1...5).map { (column: Int) in
      ("c\(column)", DataType.bigint, S.integers([column]))
    }
    let relation = Samples.relation([("t", .varchar, S.texts(["a"]))] + columns)
    #expect(try Chart(relation).kind == .heatmap)
  }

  @Test func everyKindIsNamedAndSummed() {
    #expect(
      ChartKind.allCases.map(\.rawValue)
        == ["bar", "column", "line", "histogram", "heatmap", "sparkline"])
    #expect(Set(ChartKind.allCases.map(\.summary)).count == ChartKind.allCases.count)
  }
}
