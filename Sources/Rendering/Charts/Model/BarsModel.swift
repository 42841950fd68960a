import Columns

/// Bars: a row each, on a scale for each number.
struct BarsModel: Sendable {
  /// One number: a bar and a figure for each row.
  struct Panel: Sendable {
    let head: String
    /// NaN where there is no bar.
    let positions: [Double]
    let text: @Sendable (Int) -> String

    /// The least and the greatest that the first `rows` rows reach, zero always among them.
    func reach(_ rows: Int) -> (least: Double, greatest: Double) {
      positions.prefix(rows).reduce((0, 0)) { reach, position in
        position.isNaN ? reach : (min(reach.0, position), max(reach.1, position))
      }
    }
  }

  /// What the labels are called.
  let head: String
  let rowCount: Int
  let label: @Sendable (Int) -> String
  /// The head and the labels in short, where there are such.
  private(set) var short: (head: String, label: @Sendable (Int) -> String)?
  let panels: [Panel]
  var notes: [ChartNote] = []
  /// Whether labels are numbers and stand right.
  var labelsStandRight = false

  /// Bars of the first numbers; all columns to group by make the label.
  init(_ shape: ChartShape) throws(ChartProblem) {
    let table = shape.table
    let groups = shape.groups
    let numbers = shape.numbers.prefix(ChartShape.mostPanels)
    head = groups.map(table.name).joined(separator: Self.separator)
    rowCount = table.rowCount
    // Without anything to call them by, several rows are numbered.
    let isNumbered = groups.isEmpty && rowCount > 1
    label = { row in
      isNumbered
        ? NumberGrouping.string(row + 1)
        : groups.map { table.label(row, $0) }.joined(separator: Self.separator)
    }
    labelsStandRight = isNumbered || groups.count == 1 && table.type(groups[0]).standsRight
    var panels: [Panel] = []
    for column in numbers {
      let figures = try ChartFigures(table, column: column)
      panels.append(
        Panel(head: figures.head, positions: figures.positions, text: { figures.text($0) }))
      notes += figures.notes(nullsAreShown: true)
    }
    self.panels = panels
    notes += shape.unused(shape.numbers.dropFirst(numbers.count))
  }

  /// Bars of what was counted: one number a label.
  init(
    head: String, labels: [String], short: (head: String, labels: [String])?, panelHead: String,
    counts: [Int], notes: [ChartNote]
  ) {
    self.head = head
    rowCount = labels.count
    label = { labels[$0] }
    self.short = short.map { short in (short.head, { short.labels[$0] }) }
    panels = [
      Panel(
        head: panelHead, positions: counts.map(Double.init),
        text: { NumberGrouping.string(counts[$0]) })
    ]
    self.notes = notes
    labelsStandRight = true
  }

  /// What stands between the parts of a label.
  static let separator = " · "
}
