/// Bars in a terminal: a label, a bar and its figure for each row.
///
///     category  seizures
///     Drugs     ███████▌ 5,412
///     Tobacco   ▌          320
///
/// Several numbers stand side by side, or one below the other where the screen is too narrow.
struct BarText {
  private let model: BarsModel
  private let size: ChartText.Size
  private let shownRows: Int
  private let labels: [String]
  /// The labels and their head in short, for where the whole ones would be cut.
  private let shortLabels: (head: String, labels: [String])?
  private let figures: [[String]]

  /// A bar is not shorter than this while there are other ways.
  private static let shortest = 8
  /// A bar is not longer, so that the eye finds its figure.
  private static let longest = 60
  /// Cells between panels.
  private static let gap = 3

  init(_ model: BarsModel, _ size: ChartText.Size) {
    self.model = model
    self.size = size
    let rows = min(model.rowCount, size.maximumRows ?? .max)
    shownRows = rows
    labels = (0..<rows).map(model.label)
    shortLabels = model.short.map { short in (short.head, (0..<rows).map(short.label)) }
    figures = model.panels.map { panel in (0..<rows).map(panel.text) }
  }

  func drawn() -> ChartText {
    var text = ChartText()
    let panels = Array(model.panels.indices)
    if isWideEnough(for: panels) {
      draw(panels, to: &text)
    } else {
      for panel in panels {
        if panel > 0 { text.append("") }
        draw([panel], to: &text)
      }
    }
    if shownRows < model.rowCount {
      text.append(ChartNote.more(model.rowCount - shownRows), .faint)
    }
    return text
  }

  private func figureWidth(_ panel: Int) -> Int {
    figures[panel].reduce(1) { max($0, DisplayWidth.of($1)) }
  }

  /// The head, the labels and the cells that they take: at most two fifths of the screen, but as
  /// many as bars leave.
  private func labels(beside panels: [Int]) -> (head: String, labels: [String], width: Int) {
    let figures = panels.reduce(0) { $0 + figureWidth($1) + 1 }
    let bars = panels.count * Self.shortest + (panels.count - 1) * Self.gap
    let left = size.width - figures - bars - 1
    let most = max(size.width * 2 / 5, min(left, size.width / 2))
    let natural = Self.width(model.head, labels)
    guard natural > most, let shortLabels else { return (model.head, labels, min(natural, most)) }
    let short = Self.width(shortLabels.head, shortLabels.labels)
    return (shortLabels.head, shortLabels.labels, min(short, most))
  }

  private static func width(_ head: String, _ labels: [String]) -> Int {
    labels.reduce(DisplayWidth.of(head)) { max($0, DisplayWidth.of($1)) }
  }

  private func isWideEnough(for panels: [Int]) -> Bool {
    barWidth(panels, labelWidth: labels(beside: panels).width) >= Self.shortest
  }

  /// Cells of a bar in each of the panels; may be negative.
  private func barWidth(_ panels: [Int], labelWidth: Int) -> Int {
    let figures = panels.reduce(0) { $0 + figureWidth($1) + 1 }
    let gaps = (panels.count - 1) * Self.gap
    let left = size.width - labelWidth - (labelWidth > 0 ? 1 : 0) - figures - gaps
    return min(left / max(panels.count, 1), Self.longest)
  }

  private func draw(_ panels: [Int], to text: inout ChartText) {
    var (headLabel, labels, labelWidth) = labels(beside: panels)
    var barWidth = barWidth(panels, labelWidth: labelWidth)
    if barWidth < 1, let panel = panels.first {
      // No room for bars: labels give way to figures, which are not cut.
      barWidth = 0
      labelWidth = min(labelWidth, max(size.width - figureWidth(panel) - 1, 0))
    }
    let parts = panels.map { Bars(model.panels[$0], rows: shownRows, width: barWidth) }
    var head = ChartLine()
    start(&head, headLabel, labelWidth, .strong, isHead: true)
    for (place, panel) in panels.enumerated() {
      if place > 0 { head.space(Self.gap) }
      let width = barWidth + (barWidth > 0 ? 1 : 0) + min(figureWidth(panel), size.width)
      head.append(model.panels[panel].head, in: width, right: true, .strong)
    }
    text.append(head)
    for row in 0..<shownRows {
      var line = ChartLine()
      start(&line, labels[row], labelWidth, labels[row] == "NULL" ? .faint : nil)
      for (place, panel) in panels.enumerated() {
        if place > 0 { line.space(Self.gap) }
        parts[place].append(model.panels[panel].positions[row], to: &line, .series(0))
        let figure = figures[panel][row]
        if barWidth > 0 { line.space(1) }
        line.append(
          figure: figure, in: min(figureWidth(panel), size.width),
          figure == "NULL" ? .faint : nil)
      }
      text.append(line)
    }
  }

  private func start(
    _ line: inout ChartLine, _ label: String, _ width: Int, _ paint: ChartPaint?,
    isHead: Bool = false
  ) {
    guard width > 0 else { return }
    if model.labelsStandRight, !isHead {
      line.append(figure: label, in: width, paint)
    } else {
      line.append(label, in: width, right: model.labelsStandRight, paint)
    }
    line.space(1)
  }
}

/// The bars of one panel: all in a width, from a zero line where there are negative ones.
private struct Bars {
  private let negativeWidth: Int
  private let positiveWidth: Int
  private let hasZeroLine: Bool
  private let reach: (least: Double, greatest: Double)

  init(_ panel: BarsModel.Panel, rows: Int, width: Int) {
    reach = panel.reach(rows)
    let (least, greatest) = reach
    // Less than three cells have no room for a line and a bar at each side.
    hasZeroLine = least < 0 && width >= 3
    let room = hasZeroLine ? width - 1 : width
    let share = least < 0 ? LinearScale.share(of: 0, from: least, to: greatest) : 0
    let negative = Int((Double(room) * share).rounded())
    negativeWidth =
      least < 0 ? min(max(negative, 1), greatest > 0 ? max(room - 1, 0) : room) : 0
    positiveWidth = room - negativeWidth
  }

  /// Appends the bar up to `position`, and spaces to the end of the panel.
  func append(_ position: Double, to line: inout ChartLine, _ paint: ChartPaint) {
    let start = line.width
    if negativeWidth > 0 {
      let share = position < 0 ? position / reach.least : 0
      let bar = Blocks.leftwardBar(Blocks.eighths(share, of: negativeWidth))
      line.space(negativeWidth - bar.count)
      line.append(bar, paint)
    }
    if hasZeroLine { line.append("│", .faint) }
    let share = position > 0 ? position / reach.greatest : 0
    line.append(Blocks.bar(Blocks.eighths(share, of: positiveWidth)), paint)
    line.space(start + negativeWidth + positiveWidth + (hasZeroLine ? 1 : 0) - line.width)
  }
}
