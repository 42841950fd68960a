/// Lines over time as an SVG file, each named at its end.
struct LineSVG {
  private let model: SeriesModel

  /// Points of a series that have a dot each.
  static let mostDots = 500
  private static let widestName = 180.0

  init(_ model: SeriesModel) { self.model = model }

  func drawn() -> String {
    let time = model.times.map { " by \($0.name)" } ?? ""
    var page = SVGPage(
      title: model.figureHead + time,
      description: "Line chart of "
        + model.series.map { VisibleText.string($0.name) }.joined(separator: ", ")
        + (model.spanText.map { ", \($0)" } ?? ""),
      height: SVGPlot.height + SVGPlot.below)
    let isSeveral = model.series.count > 1
    let names = model.series.reduce(0) { max($0, SVGPage.width($1.name)) }
    let beside = isSeveral ? min(names, Self.widestName) + 10 : 8
    let plot = SVGPlot(page, scale: model.scale(steps: 5), beside: beside)
    plot.drawTicks(on: &page)
    drawTimes(plot, on: &page)
    var ends: [(series: Int, y: Double)] = []
    for index in model.series.indices {
      if let y = draw(index, plot, on: &page) { ends.append((index, y)) }
    }
    if isSeveral { drawNames(ends, plot, width: beside - 10, on: &page) }
    page.notes(model.notes)
    return page.string()
  }

  private func drawTimes(_ plot: SVGPlot, on page: inout SVGPage) {
    guard let times = model.times else { return }
    let (first, last) = model.span
    var most = 10
    var ticks = TimeTicks(times, most: most).ticks
    let room = plot.right - plot.left
    // Labels of days are longer than those of years.
    while most > 1,
      ticks.reduce(0, { $0 + SVGPage.width($1.label, size: 12) + 16 }) > room
    {
      most -= 1
      ticks = TimeTicks(times, most: most).ticks
    }
    for tick in ticks {
      let x = plot.left + LinearScale.share(of: tick.time, from: first, to: last) * room
      page.line(x1: x, y1: plot.bottom, x2: x, y2: plot.bottom + 5, color: SVGPage.faint)
      plot.drawLabel(tick.label, x: x, on: &page)
    }
  }

  /// Draws a series and tells how high it ends; nil where it has no point.
  private func draw(_ index: Int, _ plot: SVGPlot, on page: inout SVGPage) -> Double? {
    let one = model.series[index]
    let color = ChartPaint.palette[index % ChartPaint.palette.count]
    let stretches = model.stretches(of: one)
    let hasDots = one.points.count <= Self.mostDots
    var last: Double?
    for stretch in stretches {
      let points = stretch.map { point in
        (
          x: plot.left + model.fraction(point.time) * (plot.right - plot.left),
          y: plot.y(one.figures.positions[point.row])
        )
      }
      if points.count > 1 { page.polyline(points, color: color) }
      for (point, place) in zip(stretch, points) where hasDots || points.count == 1 {
        let time = model.times?.label(point.time) ?? ""
        page.dot(
          x: place.x, y: place.y, radius: 2.5, color: color,
          words: "\(one.name), \(time): \(one.figures.text(point.row))")
      }
      last = points.last?.y
    }
    return last
  }

  /// Names the lines at their ends, a line of text apart.
  private func drawNames(
    _ ends: [(series: Int, y: Double)], _ plot: SVGPlot, width: Double, on page: inout SVGPage
  ) {
    let sorted = ends.sorted { ($0.y, $0.series) < ($1.y, $1.series) }
    let apart = SVGPage.fontSize + 3
    var next = plot.top
    for (place, end) in sorted.enumerated() {
      // Those that follow must have room too.
      let lowest = plot.bottom - Double(sorted.count - 1 - place) * apart
      let y = min(max(end.y, next), lowest)
      next = y + apart
      page.text(
        SVGPage.fitted(model.series[end.series].name, width + 4), x: plot.right + 8, y: y + 4,
        color: ChartPaint.palette[end.series % ChartPaint.palette.count], weight: "600")
    }
  }
}
