import Columns

/// Upright columns: a place each, in the order of time, or of the rows where there is no time.
struct ColumnsModel: Sendable {
  /// One place along the axis.
  struct Place: Sendable {
    let label: String
    /// The row drawn there; nil at a time that has none.
    let row: Int?
  }

  /// What the places are called.
  let head: String
  let figures: ChartFigures
  let places: [Place]
  /// Whether the labels are times, of which some may be left out below the axis.
  let isTime: Bool
  /// The same as a line, for where there is no room for columns; nil where there is no time.
  let line: SeriesModel?
  let notes: [ChartNote]

  init(_ shape: ChartShape) throws(ChartProblem) {
    let table = shape.table
    guard let group = shape.times.first ?? shape.labels.first, let number = shape.numbers.first
    else { throw shape.misfit(.column) }
    figures = try ChartFigures(table, column: number)
    head = table.name(group)
    isTime = !shape.times.isEmpty
    line = shape.labels.isEmpty ? try? SeriesModel(lines: shape) : nil
    var notes = figures.notes(nullsAreShown: false)
    if shape.times.isEmpty {
      places = (0..<table.rowCount).map { Place(label: table.label($0, group), row: $0) }
    } else {
      let times = ChartTimes(table, column: group)
      places = Self.places(times)
      if times.nulls > 0 { notes.append(.unplaced(times.nulls, column: times.name)) }
    }
    let used = [group, number]
    self.notes = notes + shape.unused(table.relation.fields.indices.filter { !used.contains($0) })
    if drawn.isEmpty { throw .noFigure(columns: [figures.name]) }
  }

  /// How many places the rows of `times` take.
  static func places(of times: ChartTimes) -> Int {
    guard let slots = TimeSlots(times), laysOut(slots, times) else { return times.values.count }
    return slots.count
  }

  /// Whether times without a row have a place too: where most are one step apart, or all fit.
  private static func laysOut(_ slots: TimeSlots, _ times: ChartTimes) -> Bool {
    times.distinct.count == times.values.count - times.nulls
      && (slots.isRegular || slots.count <= ChartShape.mostColumns)
  }

  private static func places(_ times: ChartTimes) -> [Place] {
    let rows = times.values.indices.filter { times.values[$0] != nil }
      .sorted { ((times.values[$0] ?? 0), $0) < ((times.values[$1] ?? 0), $1) }
    guard let slots = TimeSlots(times), laysOut(slots, times) else {
      return rows.map { Place(label: times.label(times.values[$0] ?? 0), row: $0) }
    }
    var placed = [Int?](repeating: nil, count: slots.count)
    for row in rows { placed[slots.place(times.values[row] ?? 0)] = row }
    return placed.enumerated().map { Place(label: slots.label($0), row: $1) }
  }

  private var drawn: [Double] {
    places.compactMap { $0.row.map { figures.positions[$0] } }.filter { !$0.isNaN }
  }

  /// The least and the greatest figure that have a place, zero always among them.
  var reach: (least: Double, greatest: Double) {
    (min(drawn.min() ?? 0, 0), max(drawn.max() ?? 0, 0))
  }

  /// The scale of the figures, which has a zero.
  func scale(steps: Int) -> LinearScale {
    LinearScale(
      reach.least, reach.greatest, steps: steps, isWhole: figures.isWhole,
      suffix: figures.unit == .percent ? " %" : "")
  }
}
