/// The frame of a plot in an SVG file: ticks of figures at its left with lines across it, and
/// below it an axis.
struct SVGPlot {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let scale: LinearScale

  static let height = 320.0
  /// Room for what stands below the axis.
  static let below = 30.0

  /// A plot as wide as `page` but for `beside` pixels at its right.
  init(_ page: SVGPage, scale: LinearScale, beside: Double = 0) {
    self.scale = scale
    let widest = (0...scale.count).reduce(0) { max($0, SVGPage.width(scale.text($1))) }
    left = SVGPage.margin + widest + 8
    right = page.width - SVGPage.margin - beside
    top = SVGPage.top
    bottom = SVGPage.top + Self.height
  }

  func y(_ position: Double) -> Double { bottom - scale.fraction(position) * (bottom - top) }

  /// Draws the ticks of the figures; the line of zero stands out.
  func drawTicks(on page: inout SVGPage) {
    for tick in 0...scale.count {
      let y = bottom - Double(tick) / Double(max(scale.high - scale.low, 1)) * (bottom - top)
      let isZero = scale.low + tick == 0
      page.line(x1: left, y1: y, x2: right, y2: y, color: isZero ? SVGPage.faint : SVGPage.rule)
      page.text(
        scale.text(tick), x: left - 8, y: y + 4, anchor: .end, color: SVGPage.faint, size: 12)
    }
  }

  /// Writes `label` below the axis.
  func drawLabel(_ label: String, x: Double, on page: inout SVGPage) {
    page.text(label, x: x, y: bottom + 20, anchor: .middle, color: SVGPage.faint, size: 12)
  }
}
