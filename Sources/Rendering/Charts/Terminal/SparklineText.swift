/// A small line for each series in a terminal, with its least, greatest and last figure.
struct SparklineText {
  private let model: SeriesModel
  private let size: ChartText.Size
  private let shown: ArraySlice<SeriesModel.Series>
  private let spark: Sparkline

  private static let heads = ["least", "greatest", "last"]
  /// Cells that a line should have; else some figures give way to it.
  private static let shortest = 8
  private static let gap = 2

  init(_ model: SeriesModel, _ size: ChartText.Size) {
    self.model = model
    self.size = size
    shown = model.series.prefix(size.maximumRows ?? .max)
    spark = Sparkline(model)
  }

  func drawn() -> ChartText {
    var text = ChartText()
    let all = shown.map(figures)
    let widths = Self.heads.indices.map { index in
      all.reduce(DisplayWidth.of(Self.heads[index])) { max($0, DisplayWidth.of($1[index])) }
    }
    let natural = shown.reduce(DisplayWidth.of(model.head)) { max($0, DisplayWidth.of($1.name)) }
    let labelWidth = min(natural, size.width * 2 / 5)
    // The last figure says most, then the greatest.
    var columns: [Int] = []
    let wanted = min(spark.count, Self.shortest) + Self.gap
    for column in [2, 1, 0] {
      let taken = (columns + [column]).reduce(labelWidth + wanted) { $0 + widths[$1] + Self.gap }
      if taken > size.width { break }
      columns.insert(column, at: 0)
    }
    let figureWidth = columns.reduce(0) { $0 + widths[$1] + Self.gap }
    let left = size.width - figureWidth - labelWidth - Self.gap
    let perMark = spark.perMark(width: max(left, 1))
    let marks = spark.marks(perMark: perMark)
    let title = model.head.isEmpty ? "" : model.figureHead
    let width = min(max(marks, DisplayWidth.of(title)), max(left, 1))

    var head = ChartLine()
    head.append(model.head, in: labelWidth, .strong)
    head.space(Self.gap)
    head.append(title, in: width, .strong)
    for column in columns {
      head.space(Self.gap)
      head.append(Self.heads[column], in: widths[column], right: true, .strong)
    }
    text.append(head)
    for (one, figures) in zip(shown, all) {
      var line = ChartLine()
      line.append(one.name, in: labelWidth, one.name == "NULL" ? .faint : nil)
      line.space(Self.gap)
      let start = line.width
      line.append(spark.drawn(one, perMark: perMark), .series(0))
      line.space(start + width - line.width)
      for column in columns {
        line.space(Self.gap)
        line.append(
          figure: figures[column], in: widths[column], figures[column] == "NULL" ? .faint : nil)
      }
      text.append(line)
    }
    appendNotes(perMark: perMark, to: &text)
    return text
  }

  private func appendNotes(perMark: Int, to text: inout ChartText) {
    let more = model.series.count - shown.count
    if more > 0 { text.append(ChartNote.more(more, "line"), .faint) }
    let note = ChartNote.ownScales(model.spanText).text
    text.append(wrapped: note, width: size.width, .faint)
    if perMark > 1 {
      text.append(wrapped: ChartNote.merged(perMark: perMark).text, width: size.width, .faint)
    }
  }

  /// The least, the greatest and the last figure of a series.
  private func figures(_ one: SeriesModel.Series) -> [String] {
    let extremes = one.extremes
    return [extremes?.least, extremes?.greatest, one.points.last?.row].map {
      $0.map(one.figures.text) ?? "NULL"
    }
  }
}
