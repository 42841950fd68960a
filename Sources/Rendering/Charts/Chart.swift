import Columns
import Language

extension ChartKind {
  /// What the kind is for, in a few words.
  package var summary: String {
    switch self {
    case .bar: "a bar a row, with its figure"
    case .column: "upright columns, for a few times"
    case .line: "lines over time, up to six"
    case .histogram: "how the values of one number spread"
    case .heatmap: "a grid of two groupings, shaded by a number"
    case .sparkline: "a small line for each text or number"
    }
  }

  /// The columns that it is drawn from.
  var wants: String {
    switch self {
    case .bar: "numbers, and what to call them"
    case .column: "a time or a text, and a number"
    case .line: "a time and numbers, or a time, a text and a number"
    case .histogram: "a number"
    case .heatmap: "two columns to group by and a number, or one and several numbers"
    case .sparkline: "a number in several rows, with a time and a text if there are any"
    }
  }
}

/// A result drawn: in cells of a terminal, or as an SVG file of its own.
///
/// Every figure that is written is exact; only where a mark stands goes through a Double. What
/// cannot be drawn is counted beneath.
package struct Chart: Sendable {
  package let kind: ChartKind
  let model: ChartModel

  /// Reads what is drawn from `relation`.
  ///
  /// - Parameter kind: picked from the types and names of the columns where it is nil.
  /// - Throws: ``ChartProblem`` where the result has not the columns or the figures of the kind.
  /// - Complexity: O(rows), and O(rows · log rows) where there is a time.
  package init(_ relation: Relation, kind: ChartKind? = nil) throws(ChartProblem) {
    let shape = try ChartShape(relation)
    let picked = if let kind { kind } else { try shape.preferredKind() }
    self.kind = picked
    model = try ChartModel(shape, kind: picked)
  }

  /// The drawing for a terminal, on lines that each end in a line feed: none wider than the screen,
  /// which has 80 columns where it does not say, and no more rows than it allows.
  package func text(screen: Screen) -> String {
    let width = max(screen.width ?? ChartText.defaultWidth, 1)
    let canvas = ChartText.Size(
      width: width, maximumRows: screen.maximumRows.map { max($0, 1) },
      usesColor: screen.usesColor)
    var text =
      switch model {
      case .bars(let bars): BarText(bars, canvas).drawn()
      case .columns(let columns): ColumnText(columns, canvas).drawn()
      case .lines(let series): LineText(series, canvas).drawn()
      case .histogram(let histogram): BarText(histogram.bars, canvas).drawn()
      case .heatmap(let heatmap): HeatmapText(heatmap, canvas).drawn()
      case .sparklines(let series): SparklineText(series, canvas).drawn()
      }
    for note in model.notes { text.append(wrapped: note.text, width: width, .faint) }
    return text.string(width: width, usesColor: screen.usesColor)
  }

  /// The drawing as an SVG file that needs nothing else: no fonts, no scripts, no links.
  package func svg() -> String {
    switch model {
    case .bars(let bars): BarSVG(bars, kind: kind).drawn()
    case .columns(let columns): ColumnSVG(columns).drawn()
    case .lines(let series): LineSVG(series).drawn()
    case .histogram(let histogram): BarSVG(histogram.bars, kind: kind).drawn()
    case .heatmap(let heatmap): HeatmapSVG(heatmap).drawn()
    case .sparklines(let series): SparklineSVG(series).drawn()
    }
  }
}
