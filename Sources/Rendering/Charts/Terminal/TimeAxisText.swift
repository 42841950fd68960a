/// The axis of time below a plot: a line with ticks, and their labels.
struct TimeAxisText {
  private(set) var line = ChartLine()
  private(set) var labels = ChartLine()

  /// Cells between labels.
  private static let gap = 2
  /// The narrowest that a tick with its label is.
  private static let narrowest = 6

  /// An axis of `width` cells, beside an axis of figures that has `before` cells and a line.
  init(_ model: SeriesModel, width: Int, before: Int) {
    guard let times = model.times else { return }
    var placed: [(x: Int, start: Int, label: String)] = []
    for most in stride(from: width / Self.narrowest + 2, through: 1, by: -1) {
      placed = Self.place(TimeTicks(times, most: most), model, width: width, before: before)
      let isApart = zip(placed, placed.dropFirst()).allSatisfy {
        $0.start + $0.label.utf8.count + Self.gap <= $1.start
      }
      if isApart { break }
    }
    let ticks = Set(placed.map(\.x))
    line.space(before)
    line.append(" └", .faint)
    line.append(
      String((0..<width).map { ticks.contains($0) ? "┬" : "─" as Character }), .faint)
    for (_, start, label) in placed where start >= labels.width {
      labels.space(start - labels.width)
      labels.append(label, .faint)
    }
  }

  /// The ticks with their labels in the middle below them, as far as the line allows.
  private static func place(
    _ ticks: TimeTicks, _ model: SeriesModel, width: Int, before: Int
  ) -> [(x: Int, start: Int, label: String)] {
    ticks.ticks.map { tick in
      let (first, last) = model.span
      let share = LinearScale.share(of: tick.time, from: first, to: last)
      let x = Int((share * Double(width * 2 - 1)).rounded()) / 2
      let middle = before + 2 + x - tick.label.utf8.count / 2
      return (x, max(min(middle, before + 2 + width - tick.label.utf8.count), 0), tick.label)
    }
  }
}
