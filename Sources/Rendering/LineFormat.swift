import Columns

/// One value a line behind the name of its column, and an empty line between rows: for rows too
/// wide for a screen.
struct LineFormat: ResultFormat {
  func write(_ relation: Relation, to sink: any ByteSink) throws {
    let names = relation.fields.map { VisibleText.string($0.name) }
    let width = names.map(DisplayWidth.of).max() ?? 0
    var style = CellStyle()
    style.showsPercent = true
    style.null = "NULL"
    style.text = { VisibleText.append($0, to: &$1) }
    let before = names.enumerated().map { index, name in
      let padding = String(repeating: " ", count: width - DisplayWidth.of(name))
      return (index == 0 ? "" : "\n") + padding + name + " = "
    }
    let template = RowTemplate(
      style: style, beforeCells: before, rowEnd: "\n", between: "\n")
    try template.write(relation, to: sink)
  }
}
