/// Upright columns in a terminal.
///
///     seizures by year
///           700
///      400 ████
///     ████ ████ 100
///     ████ ████ ███
///     ─────────────
///     2022 2023 2024
///
/// The figures stand at the columns where each has room, else there is an axis with ticks.
struct ColumnText {
  private let model: ColumnsModel
  private let size: ChartText.Size
  private let figures: [String]
  private let scale: LinearScale
  /// Rows from one tick to the next.
  private let tickRows: Int
  /// Rows that the longest columns take above and below the line of zero.
  private let columnsAbove: Int
  private let columnsBelow: Int
  /// Cells of the ticks' texts; nil where the figures stand at the columns.
  private let axisWidth: Int?
  /// Cells from one column to the next.
  private let pitch: Int
  private let shownPlaces: Int

  private static let widestPitch = 12
  /// Cells that are enough for a label that is no time.
  private static let labelWidth = 8
  private static let rowsPerTick = 3

  init(_ model: ColumnsModel, _ size: ChartText.Size) {
    self.model = model
    self.size = size
    let figures = model.places.map { $0.row.map(model.figures.text) ?? "" }
    self.figures = figures
    let scale = model.scale(steps: max(size.plotHeight / Self.rowsPerTick, 1))
    self.scale = scale
    // The rows end with the longest columns, not with the next tick.
    let reach = model.reach
    let zero = scale.fraction(0)
    let above = (scale.fraction(reach.greatest) - zero) * Double(scale.count)
    let below = (zero - scale.fraction(reach.least)) * Double(scale.count)
    let tickRows = max(Int(Double(size.plotHeight) / max(above + below, 1)), 1)
    self.tickRows = tickRows
    columnsAbove = Int((above * Double(tickRows)).rounded(.up))
    columnsBelow = Int((below * Double(tickRows)).rounded(.up))
    let count = model.places.count
    let figureWidth = figures.reduce(0) { max($0, DisplayWidth.of($1)) }
    let widest = size.width / max(count, 1)
    if figureWidth < widest {
      axisWidth = nil
      pitch = max(min(widest, Self.widestPitch), figureWidth + 1)
      shownPlaces = count
    } else {
      let ticks = (0...scale.count).map { DisplayWidth.of(scale.text($0)) }
      let width = ticks.max() ?? 0
      axisWidth = width
      let left = max(size.width - width - 2, 1)
      let label = model.places.reduce(1) { max($0, DisplayWidth.of($1.label) + 1) }
      let least = model.isTime ? 1 : min(label, Self.labelWidth)
      pitch = max(min(left / max(count, 1), Self.widestPitch), least)
      shownPlaces = min(count, max(left / pitch, 1))
    }
  }

  /// Rows above and below the line of zero, with those of figures.
  private var rowsAbove: Int { columnsAbove + (axisWidth == nil ? 1 : 0) }
  private var rowsBelow: Int { columnsBelow + (axisWidth == nil && columnsBelow > 0 ? 1 : 0) }

  private var columnWidth: Int { pitch < 3 ? 1 : pitch - max(pitch / 3, 1) }

  func drawn() -> ChartText {
    if shownPlaces < model.places.count, let line = model.line {
      return LineText(line, size).drawn()
    }
    var text = ChartText()
    text.append("\(model.figures.head) by \(model.head)", .strong)
    var canvas = TextCanvas(width: shownPlaces * pitch, height: rowsAbove + 1 + rowsBelow)
    for x in 0..<canvas.width { canvas.put("─", x: x, y: rowsAbove, .faint) }
    for place in 0..<shownPlaces { put(place, on: &canvas) }
    for y in 0..<canvas.height {
      var line = ChartLine()
      appendAxis(row: y, to: &line)
      canvas.append(row: y, to: &line)
      text.append(line)
    }
    text.append(labels())
    let more = model.places.count - shownPlaces
    if more > 0 {
      let rows = model.places.suffix(more).count { $0.row != nil }
      text.append(ChartNote.more(rows), .faint)
    }
    return text
  }

  private func put(_ place: Int, on canvas: inout TextCanvas) {
    guard let row = model.places[place].row else { return }
    let left = place * pitch + (pitch - columnWidth + 1) / 2
    let position = model.figures.positions[row]
    var end = rowsAbove - 1
    if !position.isNaN {
      let isUp = position >= 0
      let rows = isUp ? columnsAbove : columnsBelow
      let length = (scale.fraction(position) - scale.fraction(0)).magnitude
      let cells = length * Double(scale.count * tickRows)
      let eighths = position == 0 ? 0 : min(max(Int((cells * 8).rounded()), 1), rows * 8)
      for offset in 0..<rows {
        let filled = min(max(eighths - offset * 8, 0), 8)
        if filled == 0 { break }
        let y = isUp ? rowsAbove - 1 - offset : rowsAbove + 1 + offset
        let mark = isUp ? Blocks.lower[filled] : Blocks.upper(filled)
        for x in 0..<columnWidth { canvas.put(mark, x: left + x, y: y, .series(0)) }
        end = isUp ? y - 1 : y + 1
      }
    }
    if axisWidth == nil {
      let figure = figures[place]
      let x = place * pitch + (pitch - figure.count + 1) / 2
      canvas.put(figure, x: x, y: end, figure == "NULL" ? .faint : nil)
    }
  }

  private func appendAxis(row: Int, to line: inout ChartLine) {
    guard let axisWidth else { return }
    let steps = rowsAbove - row
    let isTick = steps.isMultiple(of: tickRows)
    if isTick {
      let index = steps / tickRows - scale.low
      line.append(scale.text(index), in: axisWidth, right: true, .faint)
    } else {
      line.space(axisWidth)
    }
    line.append(steps == 0 ? " ┼" : isTick ? " ┤" : " │", .faint)
  }

  /// The labels under their columns: as many as have room, the first always.
  private func labels() -> ChartLine {
    var line = ChartLine()
    line.space(axisWidth.map { $0 + 2 } ?? 0)
    let start = line.width
    let shown = model.places.prefix(shownPlaces).map(\.label)
    let widest = shown.reduce(1) { max($0, DisplayWidth.of($1)) }
    let every = model.isTime ? max((widest + pitch) / pitch, 1) : 1
    for place in stride(from: 0, to: shown.count, by: every) {
      let room = every == 1 ? pitch - 1 : every * pitch - 1
      let label = DisplayWidth.fitted(shown[place], width: max(room, 1)).text
      let isTight = every > 1
      let middle = isTight ? 0 : (pitch - DisplayWidth.of(label) + 1) / 2
      let offset = isTight ? (pitch - columnWidth + 1) / 2 : middle
      line.space(start + place * pitch + offset - line.width)
      line.append(label)
    }
    return line
  }
}
