/// A chart as lines of text, each of pieces in one look.
struct ChartText {
  /// What the chart is drawn on.
  struct Size {
    let width: Int
    /// The most rows that are drawn; nil without limit.
    let maximumRows: Int?
    let usesColor: Bool

    /// Rows that a plot with axes takes.
    var plotHeight: Int {
      min(max((maximumRows ?? .max / 2) - ChartText.besidePlot, 3), ChartText.tallestPlot)
    }
  }

  /// The width of a screen that does not say it.
  static let defaultWidth = 80
  private static let tallestPlot = 15
  /// Lines for the head, the axis and its labels, a legend and a note.
  private static let besidePlot = 5

  private(set) var lines: [ChartLine] = []

  mutating func append(_ line: ChartLine) { lines.append(line) }

  mutating func append(_ text: String, _ paint: ChartPaint? = nil) {
    var line = ChartLine()
    line.append(text, paint)
    lines.append(line)
  }

  /// Appends `text` on as many lines of `width` cells as it takes, broken between words.
  mutating func append(wrapped text: String, width: Int, _ paint: ChartPaint) {
    for line in Wrapping.lines(of: text, width: width) { append(line, paint) }
  }

  mutating func append(contentsOf other: ChartText) { lines += other.lines }

  /// The lines, each cut to `width` cells.
  func string(width: Int, usesColor: Bool) -> String {
    lines.map { $0.string(width: width, usesColor: usesColor) + "\n" }.joined()
  }
}
