import Columns

/// A table drawn with lines: for reading on a screen, or in a letter.
///
///     ┌──────────┬────────┐
///     │ category │   rows │
///     │ varchar  │ bigint │
///     ├──────────┼────────┤
///     │ Drugs    │ 12,004 │
///     └──────────┴────────┘
///     1 row
///
/// Numbers stand right, and a column that holds one of five digits before the point or more is
/// grouped by thousands, unless its name says that they are keys (``KeyName``): years stay years. A figure is never cut; a text that does not fit is, and
/// ends in `…`. What is left out is counted below the table.
struct BoxFormat: ResultFormat {
  let screen: Screen

  func write(_ relation: Relation, to sink: any ByteSink) throws {
    let layout = BoxLayout(relation, screen: screen)
    if layout.hidesColumns, fitsAsLines(relation) {
      try LineFormat().write(relation, to: sink)
      return try sink.write((layout.footer(screen, hidesColumns: false).last ?? "") + "\n")
    }
    var out = ByteBuffer(capacity: 1 << 16)
    if !relation.fields.isEmpty {
      line("┌", "┬", "┐", layout, to: &out)
      row(layout, to: &out) { column, out in
        head(column.name, paint: .strong, column, to: &out)
      }
      row(layout, to: &out) { column, out in
        head(column.typeName, paint: .faint, column, to: &out)
      }
      line("├", "┼", "┤", layout, to: &out)
      try layout.cells.forEachRow(upTo: layout.shownRows) { columns, index in
        var scratch = ByteBuffer()
        row(layout, to: &out) { column, out in
          scratch.truncate()
          let isNull = layout.cells.append(index, of: columns[column.index], to: &scratch)
          cell(scratch, isNull: isNull, column, to: &out)
        }
        if out.count >= 1 << 16 {
          try sink.write(out.bytes)
          out.truncate()
        }
      }
      line("└", "┴", "┘", layout, to: &out)
    }
    for line in layout.footer(screen) {
      out.append(.faint, if: screen.usesColor) { $0.append(line) }
      out.append(UInt8(ascii: "\n"))
    }
    try sink.write(out.bytes)
  }

  /// Whether all fields of all rows, a line each, fit the screen at which somebody looks.
  private func fitsAsLines(_ relation: Relation) -> Bool {
    guard let height = screen.height, relation.rowCount > 0 else { return false }
    return relation.rowCount <= height
      && relation.rowCount * (relation.fields.count + 1) + 2 <= height
  }

  private func line(
    _ left: StaticString, _ middle: StaticString, _ right: StaticString, _ layout: BoxLayout,
    to out: inout ByteBuffer
  ) {
    out.append(.faint, if: screen.usesColor) { out in
      for (position, column) in layout.columns.enumerated() {
        out.append(position == 0 ? left : middle)
        for _ in 0..<(column.width + 2) { out.append("─" as StaticString) }
      }
      out.append(right)
    }
    out.append(UInt8(ascii: "\n"))
  }

  private func row(
    _ layout: BoxLayout, to out: inout ByteBuffer,
    _ content: (BoxLayout.Column, inout ByteBuffer) -> Void
  ) {
    for column in layout.columns {
      border(to: &out)
      out.append(UInt8(ascii: " "))
      if column.isGap {
        out.append("…" as StaticString)
      } else {
        content(column, &out)
      }
      out.append(UInt8(ascii: " "))
    }
    border(to: &out)
    out.append(UInt8(ascii: "\n"))
  }

  private func border(to out: inout ByteBuffer) {
    out.append(.faint, if: screen.usesColor) { $0.append("│" as StaticString) }
  }

  private func head(
    _ text: String, paint: Paint, _ column: BoxLayout.Column, to out: inout ByteBuffer
  ) {
    let (cut, width) = DisplayWidth.fitted(text, width: column.width)
    let padding = column.width - width
    if column.isNumeric { out.append(repeating: UInt8(ascii: " "), count: padding) }
    out.append(paint, if: screen.usesColor) { $0.append(cut) }
    if !column.isNumeric { out.append(repeating: UInt8(ascii: " "), count: padding) }
  }

  private func cell(
    _ text: borrowing ByteBuffer, isNull: Bool, _ column: BoxLayout.Column,
    to out: inout ByteBuffer
  ) {
    if column.isNumeric {
      var figure = ByteBuffer()
      figure.append(text.bytes)
      if column.isGrouped, !isNull { NumberGrouping.insertCommas(in: &figure) }
      let width = DisplayWidth.of(utf8: figure.bytes)
      out.append(repeating: UInt8(ascii: " "), count: max(0, column.width - width))
      let paint: Paint? =
        isNull ? .faint : figure.bytes.first == UInt8(ascii: "-") ? .negative : nil
      out.append(paint ?? .faint, if: screen.usesColor && paint != nil) {
        $0.append(figure.bytes)
      }
      return
    }
    let (cut, width) = DisplayWidth.fitted(text.string, width: column.width)
    out.append(.faint, if: screen.usesColor && isNull) { $0.append(cut) }
    out.append(repeating: UInt8(ascii: " "), count: column.width - width)
  }
}
