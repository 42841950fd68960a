/// One line of a chart.
struct ChartLine {
  private var pieces: [(text: String, paint: ChartPaint?)] = []
  /// Cells taken.
  private(set) var width = 0

  mutating func append(_ text: String, _ paint: ChartPaint? = nil) {
    if text.isEmpty { return }
    width += DisplayWidth.of(text)
    if let last = pieces.last, last.paint == paint {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append((text, paint))
    }
  }

  mutating func space(_ count: Int) {
    if count > 0 { append(String(repeating: " ", count: count)) }
  }

  /// Appends `text` in `cells` cells, cut with `…` where it is longer.
  mutating func append(
    _ text: String, in cells: Int, right: Bool = false, _ paint: ChartPaint? = nil
  ) {
    let (fitted, width) = DisplayWidth.fitted(text, width: cells)
    let padding = cells - width
    if right { space(padding) }
    append(fitted, paint)
    if !right { space(padding) }
  }

  /// Appends a figure at the right of `cells` cells; `…` where it does not fit, since a part of a
  /// figure is another figure.
  mutating func append(figure: String, in cells: Int, _ paint: ChartPaint? = nil) {
    let shown = DisplayWidth.of(figure) <= cells ? figure : cells > 0 ? "…" : ""
    space(cells - DisplayWidth.of(shown))
    append(shown, paint)
  }

  /// The line in at most `limit` cells, without spaces at its end.
  func string(width limit: Int, usesColor: Bool) -> String {
    var out = ""
    var left = limit
    let last = pieces.lastIndex { $0.paint != nil || $0.text.contains { $0 != " " } } ?? -1
    for (index, piece) in pieces.enumerated() where index <= last && left > 0 {
      var text = piece.text
      if index == last, piece.paint == nil { while text.last == " " { text.removeLast() } }
      // What follows must have room, if only for the sign that it is cut.
      if index < last, DisplayWidth.of(text) >= left { text += "…" }
      let (fitted, width) = DisplayWidth.fitted(text, width: left)
      text = fitted
      left -= width
      if usesColor, let paint = piece.paint {
        out += paint.sequence + text + Paint.end
      } else {
        out += text
      }
    }
    return out
  }
}
