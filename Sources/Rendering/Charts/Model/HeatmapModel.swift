import Columns

/// A grid: a figure for each pair of a row and a column, or none.
struct HeatmapModel: Sendable {
  /// Where the figure of a place stands in the result.
  struct Cell: Sendable {
    let figures: Int
    let row: Int
  }

  let rowHead: String
  let columnHead: String
  /// What is in the cells.
  let figureHead: String
  let rows: [String]
  let columns: [String]
  private let figures: [ChartFigures]
  private let cells: [GridPlace: Cell]
  private(set) var notes: [ChartNote] = []

  /// Two columns to group by and a number; or one, and several numbers of one unit, which then are
  /// the columns of the grid.
  init(_ shape: ChartShape) throws(ChartProblem) {
    var numbers = shape.numbers
    var groups = shape.groups
    if groups.count == 1, numbers.count == 2, shape.table.type(numbers[0]) == .bigint {
      groups.append(numbers.removeFirst())
    }
    if groups.count > 1 {
      try self.init(shape, down: groups[0], across: groups[1], number: numbers[0])
    } else if let label = groups.first, numbers.count > 1 {
      try self.init(shape, label: label)
    } else {
      throw shape.misfit(.heatmap)
    }
  }

  private init(
    _ shape: ChartShape, down first: Int, across second: Int, number: Int
  ) throws(ChartProblem) {
    let table = shape.table
    let figures = try ChartFigures(table, column: number)
    if !figures.hasPosition { throw .noFigure(columns: [figures.name]) }
    var (down, across) = (shape.axis(first), shape.axis(second))
    let isTimeFirst = shape.times.contains(first) && !shape.times.contains(second)
    let isWide = !shape.times.contains(second) && across.labels.count > Self.mostAcross
    if isTimeFirst || isWide && across.labels.count > down.labels.count {
      swap(&down, &across)
    }
    var cells: [GridPlace: Cell] = [:]
    for row in 0..<table.rowCount {
      let place = GridPlace(row: down.places[row], column: across.places[row])
      if cells.updateValue(Cell(figures: 0, row: row), forKey: place) != nil {
        throw .repeated(
          .heatmap, place: [down.labels[place.row], across.labels[place.column]],
          columns: [first, second].map { shape.fields[$0].name })
      }
    }
    self.cells = cells
    self.figures = [figures]
    rowHead = down.head
    columnHead = across.head
    figureHead = figures.head
    rows = down.labels
    columns = across.labels
    let used = [first, second, number]
    notes =
      figures.notes(nullsAreShown: true)
      + shape.unused(
        shape.fields.indices.filter { !used.contains($0) })
  }

  /// Columns of texts that a grid has at most where it could have them as rows.
  private static let mostAcross = 12

  private init(_ shape: ChartShape, label: Int) throws(ChartProblem) {
    var all: [ChartFigures] = []
    for column in shape.numbers { all.append(try ChartFigures(shape.table, column: column)) }
    if Set(all.map(\.unit)).count > 1 { throw .differentUnits(.heatmap, heads: all.map(\.head)) }
    if !all.contains(where: \.hasPosition) { throw .noFigure(columns: all.map(\.name)) }
    figures = all
    rowHead = shape.table.name(label)
    columnHead = ""
    figureHead = all.first?.unitText ?? ""
    rows = (0..<shape.table.rowCount).map { shape.table.label($0, label) }
    columns = all.map(\.name)
    var cells: [GridPlace: Cell] = [:]
    for row in rows.indices {
      for column in all.indices {
        cells[GridPlace(row: row, column: column)] = Cell(figures: column, row: row)
      }
    }
    self.cells = cells
    for one in all { notes += one.notes(nullsAreShown: true) }
  }

  /// Where the figure of a place is drawn, NaN where it cannot be; nil where there is no row.
  func position(_ row: Int, _ column: Int) -> Double? {
    cells[GridPlace(row: row, column: column)].map { figures[$0.figures].positions[$0.row] }
  }

  /// The figure of a place, exact; nil where there is no row.
  func text(_ row: Int, _ column: Int) -> String? {
    cells[GridPlace(row: row, column: column)].map { figures[$0.figures].text($0.row) }
  }

  /// The cells of a screen that the widest figure of the first `rows` rows takes, and whether one of
  /// their places has none.
  ///
  /// - Complexity: O(figures).
  func measure(rows: Int) -> (figureWidth: Int, hasGaps: Bool) {
    var width = 1
    var filled = 0
    for (place, cell) in cells where place.row < rows {
      width = max(width, DisplayWidth.of(figures[cell.figures].text(cell.row)))
      filled += 1
    }
    return (width, filled < rows * columns.count)
  }

  /// The scale of the shades: a step each, at most `levels`, from zero unless all figures are far
  /// from it.
  func scale(levels: Int) -> LinearScale {
    var least = Double.infinity
    var greatest = -Double.infinity
    for cell in cells.values {
      let position = figures[cell.figures].positions[cell.row]
      if !position.isNaN { (least, greatest) = (min(least, position), max(greatest, position)) }
    }
    if least > 0, least < greatest / 4 { least = 0 }
    let isWhole = figures.allSatisfy(\.isWhole)
    let suffix = figures.first?.unit == .percent ? " %" : ""
    func scale(_ steps: Int) -> LinearScale {
      LinearScale(least, greatest, steps: steps, isWhole: isWhole, suffix: suffix)
    }
    let fitting = (1...max(levels, 1)).reversed().lazy.map(scale).first { $0.count <= levels }
    return fitting ?? scale(1)
  }
}

extension ChartShape {
  /// The values of a column along a side of a grid.
  func axis(_ column: Int) -> GridAxis {
    times.contains(column)
      ? GridAxis(table, times: column) : GridAxis(table, columns: [column])
  }
}
