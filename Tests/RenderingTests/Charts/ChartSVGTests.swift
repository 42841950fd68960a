import Columns
import Language
import Testing

@testable import Rendering

@Suite struct ChartSVGTests {
  private static let years = ChartSamples.yearly([2021, 2022, 2023, 2024], [4, -12, 0, 7])
  private static let series = ChartSamples.series(["Drugs", "Tobacco"], count: 6) { $0 + $1 }

  /// A kind, a result, and the figures that it has.
  private static let cases: [(ChartKind, Relation, Int)] = [
    (.bar, ChartSamples.labelled(["Drugs", nil, "c"], [3, -7, nil]), 3),
    (.column, years, 4),
    (.line, series, 12),
    (.histogram, ChartSamples.numbers(.bigint, ChartSamples.integers([1, 1, 2, 4])), 4),
    (.heatmap, ChartSamples.grid, 5),
    (.sparkline, series, 12),
  ]

  @Test(arguments: cases.indices)
  func aMarkForEachFigure(_ index: Int) throws {
    let (kind, relation, count) = Self.cases[index]
    let svg = try ParsedSVG(Chart(relation, kind: kind).svg())
    #expect(svg.root == "svg")
    #expect(svg.marks == count)
    #expect(svg.viewBox?.split(separator: " ").count == 4)
    #expect(svg.links.isEmpty)
  }

  @Test func figuresAreExact() throws {
    let relation = Samples.relation([
      ("t", .varchar, ChartSamples.texts(["a"])),
      ("n", .hugeint, [.integer(1_000_000_000_000_000_000_000_000_000_001)]),
    ])
    let svg = try ParsedSVG(Chart(relation).svg())
    #expect(svg.texts.contains("1,000,000,000,000,000,000,000,000,000,001"))
    #expect(svg.texts.contains("a: 1,000,000,000,000,000,000,000,000,000,001"))
  }

  @Test func textIsEscaped() throws {
    let label = "</text><script>\"&'\u{0}\u{1B}\u{FFFF}"
    let svg = try ParsedSVG(Chart(ChartSamples.labelled([label], [1])).svg())
    #expect(svg.links.isEmpty)
    #expect(svg.texts.contains { $0.hasPrefix("</text><script>\"&'\\x00\\x1b\u{FFFD}") })
  }

  @Test func titleSaysWhatIsDrawn() throws {
    let svg = try Chart(Self.years).svg()
    #expect(svg.contains("<title id=\"title\">seizures by year</title>"))
    #expect(svg.contains("Column chart of 4 places, from 2021 to 2024</desc>"))
  }

  @Test func rowsBeyondTheFileAreCounted() throws {
    let texts = (0..<1000).map { Value.text("c\($0)") }
    let figures = (0..<1000).map { Value.integer(Int128($0)) }
    let relation = Relation(
      fields: [Field(name: "t", type: .varchar), Field(name: "n", type: .bigint)],
      chunks: [
        Chunk(
          count: 1000,
          columns: [Vector(texts, type: .varchar), Vector(figures, type: .bigint)])
      ])
    let svg = try ParsedSVG(Chart(relation).svg())
    #expect(svg.marks == 500)
    #expect(svg.texts.contains("… 500 more rows"))
  }
}
