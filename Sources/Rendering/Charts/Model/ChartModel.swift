import Columns
import Language

/// What is drawn, before it is known where: the same for a terminal and for a file.
enum ChartModel: Sendable {
  case bars(BarsModel)
  case columns(ColumnsModel)
  case lines(SeriesModel)
  case histogram(HistogramModel)
  case heatmap(HeatmapModel)
  case sparklines(SeriesModel)

  /// - Throws: ``ChartProblem`` where the columns or the figures are not those of `kind`.
  init(_ shape: ChartShape, kind: ChartKind) throws(ChartProblem) {
    switch kind {
    case .bar: self = .bars(try BarsModel(shape))
    case .column: self = .columns(try ColumnsModel(shape))
    case .line: self = .lines(try SeriesModel(lines: shape))
    case .histogram: self = .histogram(try HistogramModel(shape))
    case .heatmap: self = .heatmap(try HeatmapModel(shape))
    case .sparkline: self = .sparklines(try SeriesModel(sparklines: shape))
    }
  }

  /// What the drawing does not show.
  var notes: [ChartNote] {
    switch self {
    case .bars(let bars): bars.notes
    case .columns(let columns): columns.notes
    case .lines(let series), .sparklines(let series): series.notes
    case .histogram(let histogram): histogram.bars.notes
    case .heatmap(let heatmap): heatmap.notes
    }
  }
}

extension ChartShape {
  /// What a kind asked for could not be drawn from, and the kind that can.
  func misfit(_ kind: ChartKind) -> ChartProblem {
    .misfit(kind, fields, instead: (try? preferredKind()) ?? .bar)
  }

  /// The note for columns of the result that a kind leaves out.
  func unused(_ columns: some Sequence<Int>) -> [ChartNote] {
    let names = columns.map(table.name)
    return names.isEmpty ? [] : [.columns(names)]
  }
}
