import Columns

/// Series of figures over time: lines on one scale, or sparklines on a scale each.
struct SeriesModel: Sendable {
  struct Point: Sendable {
    /// In what the times count; the row's number where there is no time.
    let time: Int64
    let row: Int
  }

  struct Series: Sendable {
    let name: String
    let figures: ChartFigures
    /// In the order of time; those without a figure too, since they are gaps.
    let points: [Point]
  }

  /// Nil where rows stand for times.
  let times: ChartTimes?
  /// What the series are called: the name of the column of texts, or nothing.
  let head: String
  let series: [Series]
  /// The columns of the figures, with their units.
  let figureHead: String
  let notes: [ChartNote]

  /// A line for each text that the columns to group by make, or for each number.
  init(lines shape: ChartShape) throws(ChartProblem) {
    guard let time = shape.times.first else { throw shape.misfit(.line) }
    if shape.labels.isEmpty, !(try shape.isOfOneUnit()) {
      var heads: [String] = []
      for column in shape.numbers {
        heads.append(try ChartFigures(shape.table, column: column).head)
      }
      throw .differentUnits(.line, heads: heads)
    }
    let most = shape.labels.isEmpty ? ChartShape.mostLines : 1
    try self.init(shape, time: time, numbers: Array(shape.numbers.prefix(most)))
    if series.count > ChartShape.mostLines { throw .manyLines(series.count, column: head) }
  }

  /// A small line for each text, or for each number; rows stand in place of times where there are
  /// none.
  init(sparklines shape: ChartShape) throws(ChartProblem) {
    let isByText = !shape.times.isEmpty && !shape.labels.isEmpty
    try self.init(
      shape, time: shape.times.first, numbers: isByText ? [shape.numbers[0]] : shape.numbers)
  }

  private init(
    _ shape: ChartShape, time: Int?, numbers: [Int]
  ) throws(ChartProblem) {
    let table = shape.table
    let times = time.map { ChartTimes(table, column: $0) }
    self.times = times
    let labels = time == nil ? [] : shape.labels
    var notes: [ChartNote] = []
    var all: [ChartFigures] = []
    for column in numbers { all.append(try ChartFigures(table, column: column)) }
    if !all.contains(where: \.hasPosition) { throw .noFigure(columns: all.map(\.name)) }
    figureHead = all.map(\.head).joined(separator: ", ")
    let rows = Self.rows(table, times)
    if !labels.isEmpty, let figures = all.first {
      let axis = GridAxis(table, columns: labels)
      head = axis.head
      var points = [[Point]](repeating: [], count: axis.labels.count)
      for point in rows { points[axis.places[point.row]].append(point) }
      series = zip(axis.labels, points).map { Series(name: $0, figures: figures, points: $1) }
    } else {
      head = ""
      series = all.map { Series(name: $0.head, figures: $0, points: rows) }
    }
    for figures in all { notes += figures.notes(nullsAreShown: false) }
    if let times, times.nulls > 0 { notes.append(.unplaced(times.nulls, column: times.name)) }
    let used = numbers + labels + [time].compactMap { $0 }
    self.notes = notes + shape.unused(table.relation.fields.indices.filter { !used.contains($0) })
  }

  /// The rows that have a time, in its order.
  private static func rows(_ table: ChartTable, _ times: ChartTimes?) -> [Point] {
    guard let times else {
      return (0..<table.rowCount).map { Point(time: Int64($0), row: $0) }
    }
    return times.values.enumerated().compactMap { row, time in
      time.map { Point(time: $0, row: row) }
    }.sorted { ($0.time, $0.row) < ($1.time, $1.row) }
  }

  /// The first and the last time.
  var span: (first: Double, last: Double) {
    guard let times else { return (0, Double(max((series.first?.points.count ?? 1) - 1, 0))) }
    return (Double(times.distinct.first ?? 0), Double(times.distinct.last ?? 0))
  }

  /// Where `time` stands between the first time and the last: 0 … 1, the middle for one time.
  func fraction(_ time: Int64) -> Double {
    let (first, last) = span
    return LinearScale.share(of: Double(time), from: first, to: last)
  }

  /// The greatest figure that is drawn; zero where there is none.
  var greatest: Double { reach.upperBound }

  private var reach: ClosedRange<Double> {
    var least = Double.infinity
    var greatest = -Double.infinity
    for one in series {
      for point in one.points where !one.figures.positions[point.row].isNaN {
        least = min(least, one.figures.positions[point.row])
        greatest = max(greatest, one.figures.positions[point.row])
      }
    }
    return least <= greatest ? least...greatest : 0...0
  }

  /// The scale that all the series share, with a zero unless all figures are far from it.
  func scale(steps: Int) -> LinearScale {
    var (least, greatest) = (reach.lowerBound, reach.upperBound)
    // Zero is left out where the figures would fill less than two fifths of the scale with it.
    if least > 0, least < greatest * 0.6 { least = 0 }
    if greatest < 0, greatest > least * 0.6 { greatest = 0 }
    let figures = series.first?.figures
    return LinearScale(
      least, greatest, steps: steps, isWhole: series.allSatisfy { $0.figures.isWhole },
      suffix: figures?.unit == .percent ? " %" : "")
  }

  /// The stretches of a series without a gap: a NULL, or a time that is missed.
  func stretches(of one: Series) -> [[Point]] {
    let step = times.flatMap { times in
      TimeSlots(times)?.isRegular == true ? times.step : nil
    }
    var result: [[Point]] = []
    var previous: Point?
    for point in one.points {
      if one.figures.positions[point.row].isNaN {
        previous = nil
        continue
      }
      let isNext =
        previous.map { last in
          step.map { ($0.count(from: last.time, to: point.time) ?? 0) <= 1 } ?? true
        } ?? false
      if isNext { result[result.count - 1].append(point) } else { result.append([point]) }
      previous = point
    }
    return result
  }
}
