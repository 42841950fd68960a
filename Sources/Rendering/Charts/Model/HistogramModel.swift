import Columns

#if canImport(Glibc)
  import Glibc
#endif

/// How many values of a number lie in each of equal bins: bars to be drawn.
///
/// A bin holds its lower edge and what lies below its upper one. Whole numbers have whole edges,
/// and bins named by the numbers that they hold.
struct HistogramModel: Sendable {
  let bars: BarsModel

  /// Bins at most.
  static let mostBins = 20

  /// - Throws: ``ChartProblem`` where no value of the first number can be drawn.
  init(_ shape: ChartShape) throws(ChartProblem) {
    guard let column = shape.numbers.first else { throw shape.misfit(.histogram) }
    let figures = try ChartFigures(shape.table, column: column)
    let values = figures.positions.filter { !$0.isNaN }.sorted()
    guard let least = values.first, let greatest = values.last else {
      throw .noFigure(columns: [figures.name])
    }
    var labels: [String]
    var starts: [String]?
    var counts: [Int]
    if least == greatest {
      let row = figures.positions.firstIndex { !$0.isNaN } ?? 0
      (labels, counts) = ([figures.text(row)], [values.count])
    } else {
      // An edge at either end may take a bin more than asked for.
      let scale = LinearScale(
        least, greatest, steps: min(Self.bins(values), Self.mostBins - 2), isWhole: figures.isWhole)
      let bins = scale.count + (scale.value(scale.count) <= greatest ? 1 : 0)
      counts = [Int](repeating: 0, count: bins)
      var bin = 0
      for value in values {
        while bin < bins - 1, value >= scale.value(bin + 1) { bin += 1 }
        counts[bin] += 1
      }
      labels = Self.labels(scale, bins: bins, figures)
      starts = (0..<bins).map(scale.text)
    }
    let others = shape.fields.indices.filter { $0 != column }
    bars = BarsModel(
      head: figures.head, labels: labels,
      short: starts.map { (figures.head + " from", $0) }, panelHead: "rows", counts: counts,
      notes: figures.notes(nullsAreShown: false) + shape.unused(others))
  }

  /// Bins of the width 2 · IQR / ∛n (Freedman and Diaconis, "On the histogram as a density
  /// estimator: L₂ theory", 1981), but no fewer than log₂ n + 1 (Sturges, "The choice of a class
  /// interval", 1926), since few values have no quartiles to speak of.
  ///
  /// - Parameter values: in order, not all equal.
  private static func bins(_ values: [Double]) -> Int {
    let count = Double(values.count)
    let quartiles = values[values.count * 3 / 4] / 2 - values[values.count / 4] / 2
    let range = values[values.count - 1] / 2 - values[0] / 2
    let narrow = quartiles > 0 ? range / (2 * quartiles / cbrt(count)) : 0
    let bins = max(narrow, log2(count) + 1)
    return Int(min(max(bins.rounded(.up), 1), Double(mostBins)))
  }

  /// `10 to 19` for whole numbers, `10 to <20` for others.
  private static func labels(
    _ scale: LinearScale, bins: Int, _ figures: ChartFigures
  ) -> [String] {
    let suffix = figures.unit == .percent ? " %" : ""
    let ends = (0..<bins).map { bin in
      let last = figures.isWhole ? scale.textBefore(bin + 1) : nil
      return (scale.text(bin), last ?? "<" + scale.text(bin + 1) + suffix)
    }
    if ends.allSatisfy({ $0.0 == $0.1 }) { return ends.map(\.0) }
    let width = ends.reduce(0) { max($0, $1.1.utf8.count) }
    return ends.map { first, last in
      "\(first) to " + String(repeating: " ", count: width - last.utf8.count) + last
    }
  }
}
