/// Upright columns as an SVG file.
struct ColumnSVG {
  private let model: ColumnsModel
  private let places: ArraySlice<ColumnsModel.Place>

  /// The widest that a column is.
  private static let widest = 48.0

  init(_ model: ColumnsModel) {
    self.model = model
    places = model.places.prefix(SVGPage.mostRows)
  }

  func drawn() -> String {
    var page = SVGPage(
      title: "\(model.figures.head) by \(model.head)",
      description: "Column chart of \(ChartNote.count(model.places.count, "place"))"
        + (places.first.flatMap { first in
          places.last.map { ", from \(first.label) to \($0.label)" }
        } ?? ""),
      height: SVGPlot.height + SVGPlot.below)
    let plot = SVGPlot(page, scale: model.scale(steps: 5))
    plot.drawTicks(on: &page)
    let pitch = (plot.right - plot.left) / Double(max(places.count, 1))
    let width = min(pitch * 0.72, Self.widest)
    let figures = places.map { $0.row.map(model.figures.text) ?? "" }
    let widestFigure = figures.reduce(0) { max($0, SVGPage.width($1, size: 12)) }
    let labels = places.map { model.isTime ? $0.label : SVGPage.fitted($0.label, pitch) }
    let widestLabel = labels.reduce(0) { max($0, SVGPage.width($1, size: 12)) }
    let every = max(Int((widestLabel + 8) / pitch) + 1, 1)
    for (index, place) in places.enumerated() {
      let x = plot.left + (Double(index) + 0.5) * pitch
      if index.isMultiple(of: every) { plot.drawLabel(labels[index], x: x, on: &page) }
      guard let row = place.row else { continue }
      let position = model.figures.positions[row]
      let zero = plot.y(0)
      let end = position.isNaN ? zero : plot.y(position)
      page.rectangle(
        x: x - width / 2, y: min(zero, end), width: width, height: (end - zero).magnitude,
        color: ChartPaint.palette[0], words: "\(place.label): \(figures[index])")
      if widestFigure < pitch {
        page.text(
          figures[index], x: x, y: position < 0 ? end + 14 : end - 5, anchor: .middle, size: 12)
      }
    }
    let more = model.places.count - places.count
    page.notes(model.notes, more: more > 0 ? ChartNote.more(more) : nil)
    return page.string()
  }
}
