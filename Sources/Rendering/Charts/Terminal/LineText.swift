/// Lines over time in a terminal, drawn in dots.
///
/// Where there are several, their names stand at their ends, or below on a narrow screen. Without
/// colour each line carries a letter.
struct LineText {
  private let model: SeriesModel
  private let size: ChartText.Size
  private let scale: LinearScale
  /// Rows from one tick to the next.
  private let tickRows: Int
  private let height: Int
  private let axisWidth: Int
  private let plotWidth: Int
  /// Cells for the names at the ends of lines.
  private let nameWidth: Int
  private let names: [String]

  private static let rowsPerTick = 3
  /// The least width of a screen on which names stand beside the lines.
  private static let namesBeside = 60
  /// Letters along a line.
  private static let lettersPerLine = 3

  init(_ model: SeriesModel, _ size: ChartText.Size) {
    self.model = model
    self.size = size
    let scale = model.scale(steps: max(size.plotHeight / Self.rowsPerTick, 1))
    self.scale = scale
    // The rows end with the highest point, not with the next tick.
    let top = scale.fraction(model.greatest) * Double(scale.count)
    tickRows = max(Int(Double(size.plotHeight - 1) / max(top, 1)), 1)
    height = max(Int((top * Double(tickRows)).rounded(.up)), 1) + 1
    axisWidth = (0...scale.count).reduce(0) { max($0, DisplayWidth.of(scale.text($1))) }
    let isSeveral = model.series.count > 1
    names = model.series.enumerated().map { index, one in
      size.usesColor ? one.name : "\(Self.letter(index)) \(one.name)"
    }
    let widest = names.reduce(0) { max($0, DisplayWidth.of($1)) }
    let isBeside = size.width >= Self.namesBeside
    nameWidth = !isSeveral ? 0 : isBeside ? min(widest, size.width / 4) : size.usesColor ? 0 : 1
    plotWidth = max(size.width - axisWidth - 2 - (nameWidth > 0 ? nameWidth + 1 : 0), 1)
  }

  private static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(clamping: index % 26)))
  }

  func drawn() -> ChartText {
    var text = ChartText()
    let time = model.times.map { " by \($0.name)" } ?? ""
    text.append(model.figureHead + time, .strong)
    var grid = BrailleGrid(width: plotWidth, height: height)
    let ends = model.series.indices.map { draw($0, on: &grid) }
    var canvas = TextCanvas(width: plotWidth, height: height)
    grid.put(on: &canvas)
    putZeroLine(on: &canvas)
    if !size.usesColor, model.series.count > 1 { putLetters(on: &canvas, grid) }
    let labels = endLabels(ends)
    for y in 0..<height {
      var line = ChartLine()
      appendAxis(row: y, to: &line)
      canvas.append(row: y, to: &line)
      if let series = labels[y], nameWidth > 0 {
        line.space(1)
        let name = nameWidth == 1 ? String(Self.letter(series)) : names[series]
        line.append(name, in: nameWidth, .series(series))
      }
      text.append(line)
    }
    let axis = TimeAxisText(model, width: plotWidth, before: axisWidth)
    text.append(axis.line)
    text.append(axis.labels)
    if model.series.count > 1, nameWidth < 2 { appendLegend(to: &text) }
    return text
  }

  private func dot(_ point: SeriesModel.Point, _ one: SeriesModel.Series) -> BrailleGrid.Dot {
    let y = scale.fraction(one.figures.positions[point.row]) * Double(scale.count * tickRows * 4)
    let x = model.fraction(point.time) * Double(plotWidth * 2 - 1)
    return BrailleGrid.Dot(x: Int(x.rounded()), y: Int(y.rounded()) + 1)
  }

  /// Draws a series and tells the row, from above, in which it ends; nil where it has no point.
  private func draw(_ index: Int, on grid: inout BrailleGrid) -> Int? {
    let one = model.series[index]
    var last: BrailleGrid.Dot?
    for stretch in model.stretches(of: one) {
      var previous: BrailleGrid.Dot?
      for point in stretch {
        let dot = dot(point, one)
        grid.line(from: previous ?? dot, to: dot, series: index)
        previous = dot
      }
      last = previous
    }
    return last.map { height - 1 - $0.y / 4 }
  }

  private func putZeroLine(on canvas: inout TextCanvas) {
    guard scale.low < 0, scale.high > 0 else { return }
    let y = height - 1 + scale.low * tickRows
    for x in 0..<plotWidth where canvas.isEmpty(x: x, y: y) { canvas.put("┈", x: x, y: y, .faint) }
  }

  /// Marks each line with its letter at a few places, not the same for any two.
  private func putLetters(on canvas: inout TextCanvas, _ grid: BrailleGrid) {
    let count = model.series.count
    let places = count * Self.lettersPerLine
    guard plotWidth >= places * 2 else { return }
    for place in 0..<places {
      let series = place % count
      let x = (2 * place + 1) * plotWidth / (2 * places)
      guard let y = grid.row(ofSeries: series, x: x) else { continue }
      canvas.put(Self.letter(series), x: x, y: y, .series(series))
    }
  }

  /// Which series is named in which row: each at its end, or as near as the others leave it.
  private func endLabels(_ ends: [Int?]) -> [Int: Int] {
    var labels: [Int: Int] = [:]
    let known = ends.indices.compactMap { index in ends[index].map { (index, $0) } }
    for (series, row) in known.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
      let near = (0..<height).sorted { (abs($0 - row), -$0) < (abs($1 - row), -$1) }
      if let free = near.first(where: { labels[$0] == nil }) { labels[free] = series }
    }
    return labels
  }

  private func appendAxis(row: Int, to line: inout ChartLine) {
    let steps = height - 1 - row
    let isTick = steps.isMultiple(of: tickRows)
    let text = isTick ? scale.text(steps / tickRows) : ""
    line.append(text, in: axisWidth, right: true, .faint)
    line.append(isTick ? " ┤" : " │", .faint)
  }

  private func appendLegend(to text: inout ChartText) {
    var line = ChartLine()
    for (index, name) in names.enumerated() {
      let item = DisplayWidth.fitted(
        size.usesColor ? "━ \(name)" : name, width: size.width
      ).text
      if line.width > 0, line.width + 2 + DisplayWidth.of(item) > size.width {
        text.append(line)
        line = ChartLine()
      }
      if line.width > 0 { line.space(2) }
      line.append(item, .series(index))
    }
    text.append(line)
  }
}
