import Columns
import Language

extension ChartShape {
  /// Columns that are drawn upright at most: the days of a month.
  static let mostColumns = 31
  /// Lines that one chart has at most, and can be told apart.
  static let mostLines = 6
  /// Number columns that bars stand for at most.
  static let mostPanels = 4
  /// Lines are drawn on one scale while the largest reaches so many times as far as the smallest.
  private static let mostApart = 100.0
  /// A grid is drawn where at least one of so many cells is filled: less is rather a list.
  private static let mostEmpty = 2

  /// The kind that suits the columns best.
  ///
  /// - Throws: ``ChartProblem`` where a column has measures of several units.
  func preferredKind() throws(ChartProblem) -> ChartKind {
    switch (labels.count, times.count) {
    case (0, 0) where numbers.count == 1: return table.rowCount > 1 ? .histogram : .bar
    case (0, 1): return try kindOverTime()
    case (1, 1) where numbers.count == 1: return kindOfSeries()
    case (1, 0) where numbers.count > Self.mostPanels: return try isOfOneUnit() ? .heatmap : .bar
    case _ where groups.count == 2 && numbers.count == 1: return isGrid() ? .heatmap : .bar
    default: return .bar
    }
  }

  private func kindOverTime() throws(ChartProblem) -> ChartKind {
    let times = ChartTimes(table, column: self.times[0])
    if numbers.count == 1 {
      let isUnique = times.distinct.count == table.rowCount - times.nulls
      return isUnique && ColumnsModel.places(of: times) <= Self.mostColumns ? .column : .line
    }
    guard numbers.count <= Self.mostLines, try isOfOneUnit() else { return .sparkline }
    var least = Double.infinity
    var greatest = 0.0
    for column in numbers {
      let figures = try ChartFigures(table, column: column)
      let reach = figures.positions.reduce(0) { $1.isNaN ? $0 : max($0, $1.magnitude) }
      if reach > 0 { (least, greatest) = (min(least, reach), max(greatest, reach)) }
    }
    return greatest / Self.mostApart > least ? .sparkline : .line
  }

  private func kindOfSeries() -> ChartKind {
    let times = ChartTimes(table, column: self.times[0])
    if times.distinct.count < 2 { return .bar }
    return distinct(labels[0], most: Self.mostLines) == nil ? .sparkline : .line
  }

  /// Whether all numbers are in one unit and can share a scale.
  func isOfOneUnit() throws(ChartProblem) -> Bool {
    var units: Set<ChartFigures.Unit> = []
    for column in numbers { units.insert(try ChartFigures(table, column: column).unit) }
    return units.count < 2
  }

  /// Whether two columns to group by make a grid: no place twice, and not nearly all empty.
  private func isGrid() -> Bool {
    let rows = axis(groups[0])
    let columns = axis(groups[1])
    let places = Set(zip(rows.places, columns.places).map { GridPlace(row: $0, column: $1) })
    let size = rows.labels.count.multipliedReportingOverflow(by: columns.labels.count)
    return places.count == table.rowCount && !size.overflow
      && size.partialValue <= places.count * Self.mostEmpty
  }

  /// The texts of a column, as they first occur; nil where there are more than `most`.
  func distinct(_ column: Int, most: Int) -> [String]? {
    let labels = GridAxis(table, columns: [column]).labels
    return labels.count > most ? nil : labels
  }
}
