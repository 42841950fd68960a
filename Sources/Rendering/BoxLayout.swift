import Columns

/// What of a result a box shows, and how wide each column is drawn.
struct BoxLayout {
  struct Column {
    /// Place in the relation.
    var index: Int
    var name: String
    var typeName: String
    var isNumeric: Bool
    var isGrouped = false
    /// Cells between the borders, without the space on each side.
    var width = 0
    /// The least width at which no figure is cut and a text can be made out.
    var minimumWidth = 0
    /// Stands for the columns that are left out.
    var isGap = false
  }

  let cells: BoxCells
  private(set) var columns: [Column]
  let shownRows: Int
  private let relation: Relation
  private var hiddenColumns = 0

  /// The digits before the point from which on a column is grouped that holds no keys.
  private static let groupedDigits = 5
  /// Texts are not cut to less than this many cells while columns can be left out instead.
  private static let minimumTextWidth = 10

  /// - Complexity: O(cells shown): each is written once to learn its width.
  init(_ relation: Relation, screen: Screen) {
    self.relation = relation
    cells = BoxCells(relation)
    shownRows = min(relation.rowCount, screen.maximumRows ?? .max)
    columns = relation.fields.enumerated().map { index, field in
      Column(
        index: index, name: VisibleText.string(field.name),
        typeName: field.type.description.lowercased(), isNumeric: field.type.standsRight)
    }
    measure()
    if let width = screen.width { fit(into: width) }
  }

  private mutating func measure() {
    var measured = columns.map { _ in (plain: 0, grouped: 0, digits: 0) }
    var scratch = ByteBuffer()
    cells.forEachRow(upTo: shownRows) { cellColumns, row in
      for column in columns {
        scratch.truncate()
        cells.append(row, of: cellColumns[column.index], to: &scratch)
        let isPlain = column.isNumeric && relation.fields[column.index].type != .measure
        let width = isPlain ? scratch.count : DisplayWidth.of(utf8: scratch.bytes)
        let digits = column.isNumeric ? NumberGrouping.wholeDigits(scratch.bytes) : 0
        let grouped = width + (digits > 0 ? (digits - 1) / 3 : 0)
        measured[column.index].plain = max(measured[column.index].plain, width)
        measured[column.index].grouped = max(measured[column.index].grouped, grouped)
        measured[column.index].digits = max(measured[column.index].digits, digits)
      }
    }
    for index in columns.indices {
      let size = measured[index]
      let field = relation.fields[columns[index].index]
      let isKey = field.type == .bigint && KeyName.says(field.name)
      columns[index].isGrouped = size.digits >= Self.groupedDigits && !isKey
      let content = columns[index].isGrouped ? size.grouped : size.plain
      let head = max(
        DisplayWidth.of(columns[index].name), DisplayWidth.of(columns[index].typeName))
      columns[index].width = max(content, head, 1)
      let canBeCut = relation.fields[index].type == .varchar
      columns[index].minimumWidth = min(
        columns[index].width,
        canBeCut ? Self.minimumTextWidth : max(content, min(head, Self.minimumTextWidth)))
    }
  }

  /// What the columns take with their borders and spaces.
  private func total(_ width: KeyPath<Column, Int>) -> Int {
    columns.reduce(1) { $0 + $1[keyPath: width] + 3 }
  }

  private mutating func fit(into width: Int) {
    guard total(\.width) > width else { return }
    if total(\.minimumWidth) > width { leaveOutMiddle(width) }
    shrink(to: width)
  }

  /// Leaves columns out of the middle, where readers miss them least, until the rest fits.
  private mutating func leaveOutMiddle(_ width: Int) {
    let all = columns
    while columns.count > 1, total(\.minimumWidth) + 4 > width {
      columns.remove(at: columns.count / 2)
    }
    hiddenColumns = all.count - columns.count
    guard hiddenColumns > 0 else { return }
    let gap = Column(
      index: 0, name: "", typeName: "", isNumeric: false, width: 1, minimumWidth: 1, isGap: true)
    columns.insert(gap, at: (columns.count + 1) / 2)
  }

  /// Takes cells from the widest columns until all fit, but none below its minimum.
  private mutating func shrink(to width: Int) {
    var excess = total(\.width) - width
    while excess > 0 {
      let canShrink = columns.indices.filter { columns[$0].width > columns[$0].minimumWidth }
      guard let widest = canShrink.max(by: { columns[$0].width < columns[$1].width }) else {
        break
      }
      columns[widest].width -= 1
      excess -= 1
    }
    // One column left, wider than the screen: its text may be cut further, a figure may not.
    if excess > 0, relation.fields[columns[0].index].type == .varchar {
      columns[0].width = max(columns[0].width - excess, 1)
    }
  }

  /// Whether there is no room for some columns.
  var hidesColumns: Bool { hiddenColumns > 0 }

  /// How many rows there are, and what is not shown, a line each.
  ///
  /// - Parameter hidesColumns: whether some are left out, as they are in a box.
  func footer(_ screen: Screen, hidesColumns: Bool = true) -> [String] {
    let rows = relation.rowCount
    var lines: [String] = []
    if shownRows < rows {
      lines.append(
        "… \(ValueText.count(rows - shownRows, "more row"))\(Self.hint(screen.rowHint))")
    }
    var text = ValueText.count(rows, "row")
    if hiddenColumns > 0, hidesColumns {
      let count = relation.fields.count
      text += ", \(count) columns (\(count - hiddenColumns) shown"
      // What shows the rows that are left out shows all columns too.
      let isTold = screen.columnHint.isEmpty || shownRows < rows
      text += isTold ? ")" : "; \(screen.columnHint))"
    }
    if let seconds = screen.seconds { text += " in \(Self.duration(seconds))" }
    return lines + [text]
  }

  private static func hint(_ hint: String) -> String { hint.isEmpty ? "" : " (\(hint))" }

  /// `0.4 ms`, `12 ms`, `3.1 s`.
  static func duration(_ seconds: Double) -> String {
    func tenths(_ value: Double) -> String {
      let tenths = Int((value * 10).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    let milliseconds = seconds * 1_000
    if milliseconds < 10 { return "\(tenths(milliseconds)) ms" }
    if milliseconds < 1_000 { return "\(Int(milliseconds.rounded())) ms" }
    return "\(tenths(min(seconds, 1e9))) s"
  }
}

/// Writes the cells of a box, before they are grouped and cut.
struct BoxCells {
  private let relation: Relation
  private let encoder: CellEncoder

  init(_ relation: Relation) {
    self.relation = relation
    var style = CellStyle()
    style.showsPercent = true
    style.null = "NULL"
    style.text = { VisibleText.append($0, to: &$1) }
    encoder = CellEncoder(relation, style: style)
  }

  /// Calls `body` with the columns of the chunk and the row in it, for the first `limit` rows.
  func forEachRow(
    upTo limit: Int, _ body: ([ColumnCells], Int) throws -> Void
  ) rethrows {
    var left = limit
    for chunk in relation.chunks where left > 0 {
      let columns = encoder.columns(of: chunk)
      for row in 0..<min(chunk.count, left) { try body(columns, row) }
      left -= chunk.count
    }
  }

  /// Appends the cell of `row` and returns whether it is NULL.
  @discardableResult
  func append(_ row: Int, of cells: ColumnCells, to out: inout ByteBuffer) -> Bool {
    encoder.append(row, of: cells, to: &out)
    return cells.isNull(row) || cells.isFixedNull
  }
}
