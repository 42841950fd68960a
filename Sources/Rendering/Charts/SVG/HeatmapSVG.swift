/// A grid of shades as an SVG file, with the figures where they fit and the scale beneath.
struct HeatmapSVG {
  private let model: HeatmapModel
  private let rows: Int
  private let columns: Int
  private let shades: HeatmapShades

  private static let cellHeight = 26.0
  private static let mostColumns = 100

  init(_ model: HeatmapModel) {
    self.model = model
    shades = HeatmapShades(model, shades: ChartPaint.shadeCount)
    rows = min(model.rows.count, SVGPage.mostRows)
    columns = min(model.columns.count, Self.mostColumns)
  }

  func drawn() -> String {
    let across = model.columnHead.isEmpty ? "" : " and \(model.columnHead)"
    let widest = model.rows.prefix(rows).reduce(SVGPage.width(model.rowHead)) {
      max($0, SVGPage.width($1))
    }
    let labelWidth = min(widest, SVGPage.defaultWidth * 0.3)
    let left = SVGPage.margin + labelWidth + 10
    let natural = (SVGPage.defaultWidth - SVGPage.margin - left) / Double(max(columns, 1))
    // Cells keep room for a short figure; the page grows with them.
    let cellWidth = min(max(natural, 34), 120)
    var page = SVGPage(
      title: (model.figureHead.isEmpty ? "" : "\(model.figureHead) by ") + model.rowHead + across,
      description: "Heatmap of \(ChartNote.count(model.rows.count, "row")) and "
        + ChartNote.count(model.columns.count, "column"),
      height: Double(rows) * Self.cellHeight + SVGPage.lineHeight + 52,
      width: max(SVGPage.defaultWidth, left + cellWidth * Double(columns) + SVGPage.margin))
    let head = SVGPage.top + 14
    page.text(
      SVGPage.fitted(model.rowHead, labelWidth), x: SVGPage.margin, y: head, weight: "600")
    for column in 0..<columns {
      page.text(
        SVGPage.fitted(model.columns[column], cellWidth - 4),
        x: left + (Double(column) + 0.5) * cellWidth, y: head, anchor: .middle, weight: "600")
    }
    for row in 0..<rows { draw(row, left: left, cellWidth, labelWidth, on: &page) }
    drawScale(left: left, on: &page)
    page.notes(model.notes, more: more)
    return page.string()
  }

  private var more: String? {
    let parts = [
      model.rows.count > rows ? ChartNote.more(model.rows.count - rows) : nil,
      model.columns.count > columns
        ? ChartNote.more(model.columns.count - columns, "column") : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func draw(
    _ row: Int, left: Double, _ cellWidth: Double, _ labelWidth: Double, on page: inout SVGPage
  ) {
    let top = SVGPage.top + SVGPage.lineHeight + Double(row) * Self.cellHeight
    page.text(SVGPage.fitted(model.rows[row], labelWidth), x: SVGPage.margin, y: top + 17)
    for column in 0..<columns {
      let x = left + Double(column) * cellWidth
      guard let position = model.position(row, column), let text = model.text(row, column) else {
        page.text("·", x: x + cellWidth / 2, y: top + 17, anchor: .middle, color: SVGPage.faint)
        continue
      }
      let shade =
        position.isNaN ? 0 : shades.shade(shades.step(position))
      page.rectangle(
        x: x + 1, y: top + 1, width: cellWidth - 2, height: Self.cellHeight - 2,
        color: position.isNaN ? "#FFFFFF" : ChartPaint.shades[shade],
        words: "\(model.rows[row]), \(model.columns[column]): \(text)")
      if SVGPage.width(text, size: 12) <= cellWidth - 2 {
        let isDark = shade >= ChartPaint.firstDark && !position.isNaN
        page.text(
          text, x: x + cellWidth / 2, y: top + 17, anchor: .middle,
          color: position.isNaN ? SVGPage.faint : isDark ? "#FFFFFF" : SVGPage.ink, size: 12)
      }
    }
  }

  private func drawScale(left: Double, on page: inout SVGPage) {
    let top = SVGPage.top + SVGPage.lineHeight + Double(rows) * Self.cellHeight + 12
    let width = 60.0
    for step in 0...shades.count {
      let x = left + Double(step) * width
      if step < shades.count {
        let color = ChartPaint.shades[shades.shade(step)]
        page.rectangle(x: x, y: top, width: width, height: 12, color: color)
      }
      page.text(
        shades.text(step), x: x, y: top + 28, anchor: .middle, color: SVGPage.faint, size: 12)
    }
  }
}
