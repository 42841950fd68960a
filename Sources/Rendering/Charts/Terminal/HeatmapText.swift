/// A grid of shades in a terminal, with the figures where they fit.
///
///     seizures by category and mode
///     category    Air     Sea
///     Drugs    ▓▓ 412  ░░   3
///     Tobacco       ·  ▒▒ 200
///
/// Without colour a shade stands before its figure, with colour behind it.
struct HeatmapText {
  private let model: HeatmapModel
  private let size: ChartText.Size
  private let shades: HeatmapShades
  private let labelWidth: Int
  private let cellWidth: Int
  private let shownRows: Int
  private let shownColumns: Int
  /// Cells that every figure fits into; nil where there are no figures without colour.
  private let figureWidth: Int?
  private let hasGaps: Bool

  /// Heads are not cut to less while columns can be left out instead.
  private static let leastHead = 4
  private static let widestHead = 12
  private static let narrowest = 2
  private static let gap = 1

  init(_ model: HeatmapModel, _ size: ChartText.Size) {
    self.model = model
    self.size = size
    shades = HeatmapShades(
      model, shades: size.usesColor ? ChartPaint.shadeCount : Blocks.shades.count)
    shownRows = min(model.rows.count, size.maximumRows ?? .max)
    let natural = model.rows.prefix(shownRows)
      .reduce(DisplayWidth.of(model.rowHead)) { max($0, DisplayWidth.of($1)) }
    let labelWidth = min(natural, max(size.width * 3 / 10, 1))
    self.labelWidth = labelWidth
    let (figureWidth, hasGaps) = model.measure(rows: shownRows)
    self.hasGaps = hasGaps
    let head = model.columns.reduce(1) { max($0, DisplayWidth.of($1)) }
    let left = max(size.width - labelWidth - 1, 1)
    // A shade before the figure, or a space on each side of it.
    let wanted = max(figureWidth + (size.usesColor ? 2 : 3), min(head, Self.widestHead))
    let share = left / max(model.columns.count, 1) - Self.gap
    let least = max(min(head, Self.leastHead), Self.narrowest)
    cellWidth = max(min(wanted, share), least)
    shownColumns = min(model.columns.count, max(left / (cellWidth + Self.gap), 1))
    let isRoomy = figureWidth + (size.usesColor ? 0 : 2) <= cellWidth
    self.figureWidth = isRoomy ? figureWidth : nil
  }

  func drawn() -> ChartText {
    var text = ChartText()
    let across = model.columnHead.isEmpty ? "" : " and \(model.columnHead)"
    let head = model.figureHead.isEmpty ? "" : "\(model.figureHead) by "
    if !head.isEmpty { text.append("\(head)\(model.rowHead)\(across)", .strong) }
    var heads = ChartLine()
    heads.append(model.rowHead, in: labelWidth, .strong)
    for column in 0..<shownColumns {
      heads.space(Self.gap)
      heads.append(model.columns[column], in: cellWidth, right: true, .strong)
    }
    text.append(heads)
    for row in 0..<shownRows {
      var line = ChartLine()
      let label = model.rows[row]
      line.append(label, in: labelWidth, label == "NULL" ? .faint : nil)
      for column in 0..<shownColumns {
        line.space(Self.gap)
        append(row, column, to: &line)
      }
      text.append(line)
    }
    if shownRows < model.rows.count {
      text.append(ChartNote.more(model.rows.count - shownRows), .faint)
    }
    if shownColumns < model.columns.count {
      text.append(ChartNote.more(model.columns.count - shownColumns, "column"), .faint)
    }
    appendLegend(to: &text)
    return text
  }

  private func append(_ row: Int, _ column: Int, to line: inout ChartLine) {
    guard let position = model.position(row, column), let text = model.text(row, column) else {
      line.append("·", in: cellWidth, right: true, .faint)
      return
    }
    if position.isNaN {
      line.append(figure: text, in: cellWidth, .faint)
      return
    }
    let shade = shades.shade(shades.step(position))
    if size.usesColor {
      let width = DisplayWidth.of(text)
      let shown = width < cellWidth ? text + " " : width == cellWidth ? text : ""
      let padding = String(repeating: " ", count: cellWidth - DisplayWidth.of(shown))
      line.append(padding + shown, .shade(shade))
    } else if let figureWidth {
      let width = cellWidth - figureWidth - 1
      line.append(String(repeating: Blocks.shades[shade], count: width))
      line.append(figure: text, in: figureWidth + 1)
    } else {
      line.append(String(repeating: Blocks.shades[shade], count: cellWidth))
    }
  }

  /// What each shade stands for.
  private func appendLegend(to text: inout ChartText) {
    var line = ChartLine()
    func append(_ swatch: String, _ paint: ChartPaint?, _ words: String) {
      let width = DisplayWidth.of(swatch) + 1 + DisplayWidth.of(words)
      if line.width > 0, line.width + 2 + width > size.width {
        text.append(line)
        line = ChartLine()
      }
      if line.width > 0 { line.space(2) }
      line.append(swatch, paint)
      line.append(" " + words, .faint)
    }
    for step in 0..<shades.count {
      let shade = shades.shade(step)
      let isLast = step == shades.count - 1
      let swatch = size.usesColor ? "  " : String(repeating: Blocks.shades[shade], count: 2)
      append(
        swatch, size.usesColor ? .shade(shade) : nil,
        "\(shades.text(step)) to \(isLast ? "" : "<")\(shades.text(step + 1))")
    }
    if hasGaps { append("·", .faint, "no row") }
    text.append(line)
  }
}
