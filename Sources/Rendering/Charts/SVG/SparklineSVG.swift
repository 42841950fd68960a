/// Small lines as an SVG file: a row each, with the least, the greatest and the last figure.
struct SparklineSVG {
  private let model: SeriesModel
  private let rows: Int

  private static let rowHeight = 32.0
  private static let heads = ["least", "greatest", "last"]

  init(_ model: SeriesModel) {
    self.model = model
    rows = min(model.series.count, SVGPage.mostRows)
  }

  func drawn() -> String {
    let shown = model.series.prefix(rows)
    let figures = shown.map { one -> [String] in
      let extremes = one.extremes
      return [extremes?.least, extremes?.greatest, one.points.last?.row].map {
        $0.map(one.figures.text) ?? "NULL"
      }
    }
    let title =
      model.head.isEmpty ? model.figureHead : "\(model.figureHead) by \(model.head)"
    var page = SVGPage(
      title: title,
      description: "Sparklines of \(ChartNote.count(model.series.count, "line"))"
        + (model.spanText.map { ", \($0)" } ?? ""),
      height: Double(rows) * Self.rowHeight + SVGPage.lineHeight)
    let widest = shown.reduce(SVGPage.width(model.head)) { max($0, SVGPage.width($1.name)) }
    let labelWidth = min(widest, page.width * 0.3)
    let widths = Self.heads.indices.map { index in
      figures.reduce(SVGPage.width(Self.heads[index])) { max($0, SVGPage.width($1[index])) } + 16
    }
    let left = SVGPage.margin + labelWidth + 12
    let right = max(page.width - SVGPage.margin - widths.reduce(0, +), left + 60)
    let head = SVGPage.top + 14
    page.text(
      SVGPage.fitted(model.head, labelWidth), x: SVGPage.margin, y: head, weight: "600")
    for (index, name) in Self.heads.enumerated() {
      let x = right + widths.prefix(index + 1).reduce(0, +)
      page.text(name, x: x, y: head, anchor: .end, weight: "600")
      for row in 0..<rows {
        page.text(figures[row][index], x: x, y: top(row) + 21, anchor: .end)
      }
    }
    for (row, one) in shown.enumerated() {
      page.text(
        SVGPage.fitted(one.name, labelWidth), x: SVGPage.margin, y: top(row) + 21)
      draw(one, row: row, left: left, right: right, on: &page)
    }
    let more = model.series.count - rows
    page.notes(
      [.ownScales(model.spanText)] + model.notes,
      more: more > 0 ? ChartNote.more(more, "line") : nil)
    return page.string()
  }

  private func top(_ row: Int) -> Double {
    SVGPage.top + SVGPage.lineHeight + Double(row) * Self.rowHeight
  }

  private func draw(
    _ one: SeriesModel.Series, row: Int, left: Double, right: Double, on page: inout SVGPage
  ) {
    guard let extremes = one.extremes else { return }
    let low = one.figures.positions[extremes.least]
    let high = one.figures.positions[extremes.greatest]
    let bottom = top(row) + Self.rowHeight - 6
    for stretch in model.stretches(of: one) {
      let points = stretch.map { point in
        let share = LinearScale.share(of: one.figures.positions[point.row], from: low, to: high)
        return (
          x: left + model.fraction(point.time) * (right - left),
          y: bottom - share * (Self.rowHeight - 12)
        )
      }
      if points.count > 1 { page.polyline(points, color: ChartPaint.palette[0], width: 1.5) }
      for (point, place) in zip(stretch, points) {
        let isEnd = points.count == 1 || point.row == one.points.last?.row
        if one.points.count > LineSVG.mostDots, !isEnd { continue }
        let time = model.times?.label(point.time) ?? NumberGrouping.string(point.row + 1)
        page.dot(
          x: place.x, y: place.y, radius: isEnd ? 2.5 : 1, color: ChartPaint.palette[0],
          words: "\(one.name), \(time): \(one.figures.text(point.row))")
      }
    }
  }
}
