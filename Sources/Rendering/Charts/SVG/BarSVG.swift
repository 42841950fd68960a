import Language

/// Bars as an SVG file: panels side by side, each with its own scale, a figure at the end of each
/// bar.
struct BarSVG {
  private let model: BarsModel
  private let kind: ChartKind
  private let rows: Int
  private let labels: [String]

  private static let barHeight = 15.0
  private static let gap = 28.0

  init(_ model: BarsModel, kind: ChartKind) {
    self.model = model
    self.kind = kind
    rows = min(model.rowCount, SVGPage.mostRows)
    labels = (0..<rows).map(model.label)
  }

  func drawn() -> String {
    let heads = model.panels.map(\.head).joined(separator: ", ")
    var page = SVGPage(
      title: model.head.isEmpty ? heads : "\(heads) by \(model.head)",
      description: "\(kind == .histogram ? "Histogram of" : "Bar chart of") "
        + ChartNote.count(model.rowCount, kind == .histogram ? "bin" : "row"),
      height: Double(rows + 1) * SVGPage.lineHeight)
    let widest = labels.reduce(SVGPage.width(model.head)) { max($0, SVGPage.width($1)) }
    let labelWidth = min(widest, page.width * 0.35)
    let panels = Double(model.panels.count)
    let left = SVGPage.margin + labelWidth + (labelWidth > 0 ? 10 : 0)
    let panelWidth = (page.width - SVGPage.margin - left - (panels - 1) * Self.gap) / panels
    let edge = SVGPage.margin + labelWidth
    let anchor: SVGPage.Anchor = model.labelsStandRight ? .end : .start
    let labelX = model.labelsStandRight ? edge : SVGPage.margin
    let head = SVGPage.fitted(model.head, labelWidth)
    page.text(head, x: labelX, y: SVGPage.top + 14, anchor: anchor, weight: "600")
    for row in 0..<rows {
      page.text(
        SVGPage.fitted(labels[row], labelWidth), x: labelX, y: foot(row), anchor: anchor)
    }
    for (index, panel) in model.panels.enumerated() {
      draw(
        panel, x: left + Double(index) * (panelWidth + Self.gap), width: panelWidth, on: &page)
    }
    let more = model.rowCount - rows
    page.notes(model.notes, more: more > 0 ? ChartNote.more(more) : nil)
    return page.string()
  }

  /// Where the text of a row stands.
  private func foot(_ row: Int) -> Double {
    SVGPage.top + Double(row + 1) * SVGPage.lineHeight + 15
  }

  private func draw(
    _ panel: BarsModel.Panel, x: Double, width: Double, on page: inout SVGPage
  ) {
    page.text(
      SVGPage.fitted(panel.head, width), x: x, y: SVGPage.top + 14, weight: "600")
    let texts = (0..<rows).map(panel.text)
    let figureWidth = texts.reduce(0) { max($0, SVGPage.width($1)) } + 8
    let (least, greatest) = panel.reach(rows)
    // Figures stand beyond the ends of bars, at both sides where there are negative ones.
    let room = max(width - figureWidth * (least < 0 ? 2 : 1), 10)
    let start = x + (least < 0 ? figureWidth : 0)
    func place(_ position: Double) -> Double {
      greatest > least
        ? start + LinearScale.share(of: position, from: least, to: greatest) * room : start
    }
    let zero = place(0)
    for row in 0..<rows {
      let position = panel.positions[row]
      let words = "\(labels[row]): \(texts[row])"
      let end = position.isNaN ? zero : place(position)
      page.rectangle(
        x: min(zero, end), y: foot(row) - Self.barHeight + 3,
        width: position.isNaN || position == 0 ? 0 : max((end - zero).magnitude, 0.5),
        height: Self.barHeight, color: ChartPaint.palette[0], words: words)
      page.text(
        texts[row], x: end + (position < 0 ? -6 : 6), y: foot(row),
        anchor: position < 0 ? .end : .start,
        color: position.isNaN ? SVGPage.faint : SVGPage.ink)
    }
    let bottom = SVGPage.top + Double(rows + 1) * SVGPage.lineHeight
    page.line(
      x1: zero, y1: SVGPage.top + SVGPage.lineHeight, x2: zero, y2: bottom, color: SVGPage.faint)
  }
}
