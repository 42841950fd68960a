import Rendering

/// What the editor shows: the text being typed behind its prompts, cut into rows of the screen, and
/// a menu beneath.
///
/// Rows are no wider than the screen and no more than fit it; where the text is longer, they are
/// those around the cursor.
struct EditorFrame: Equatable {
  /// What is to be shown.
  struct Content {
    /// The text, which may hold line feeds.
    var text: [Unicode.Scalar]
    /// How many scalars stand before the cursor.
    var cursor: Int
    /// The prompt of each line of the text.
    var prompts: [String]
    /// Stretches of the text in colour, as bytes of its UTF-8, in order.
    var paints: [StatementPaint] = []
    /// Whether anything may be in colour, or bold.
    var usesColor = true
    /// Lines beneath the text, which are cut where they are too long.
    var menu: [String] = []
  }

  /// A row as it is written, escape sequences included.
  struct Row: Equatable {
    var text = ""
    /// Cells that it takes.
    var width = 0
  }

  private(set) var rows: [Row]
  /// Where the cursor stands: its row, and the cells before it.
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  /// Nothing.
  static let empty = EditorFrame()

  private init() { rows = [] }

  /// - Parameter size: of the screen; nil for `rows` where all rows are wanted.
  /// - Complexity: O(length of the text).
  init(_ content: Content, columns: Int, rows height: Int?) {
    var layout = Layout(content, columns: columns)
    layout.lay()
    rows = layout.rows
    cursorRow = layout.cursorRow
    cursorColumn = layout.cursorColumn
    let menu = content.menu.map { line in
      let (start, width) = DisplayWidth.prefix(of: line, width: max(columns - 1, 1))
      return Row(text: String(start), width: width)
    }
    guard let height else {
      rows += menu
      return
    }
    // The menu leaves half of the screen to the text, at the least.
    let shownMenu = menu.prefix(max(height - min(rows.count, (height + 1) / 2), 0))
    cut(to: max(height - shownMenu.count, 1))
    rows += shownMenu
  }

  /// Keeps `count` rows, the one with the cursor among them.
  private mutating func cut(to count: Int) {
    guard rows.count > count else { return }
    let first = min(max(cursorRow - count / 2, 0), rows.count - count)
    rows = Array(rows[first..<(first + count)])
    cursorRow -= first
  }

  /// What makes `self` of a screen that shows `shown`, with its cursor in the place of `shown`.
  func changes(from shown: EditorFrame, columns: Int) -> String {
    if self == shown { return "" }
    var out = "\r" + Self.up(shown.cursorRow)
    var last = 0
    let common = min(rows.count, shown.rows.count)
    for index in rows.indices {
      if index < common, rows[index] == shown.rows[index] { continue }
      // A line feed at the end of the screen scrolls it, which moving down would not.
      for _ in last..<index { out += "\r\n" }
      out += "\r" + rows[index].text
      // In a full row the cursor stands on its last cell, which would be erased.
      if rows[index].width < columns { out += Self.eraseRow }
      last = index
    }
    if shown.rows.count > rows.count {
      for _ in last..<rows.count { out += "\r\n" }
      out += "\r" + Self.eraseBelow
      last = rows.count
    }
    out += last > cursorRow ? Self.up(last - cursorRow) : Self.down(cursorRow - last)
    return out + "\r" + Self.right(cursorColumn)
  }

  /// What takes the frame off a screen that shows it, and leaves the cursor where it began; nothing
  /// where nothing is shown.
  var erasing: String { rows.isEmpty ? "" : "\r" + Self.up(cursorRow) + Self.eraseBelow }

  /// What leaves the cursor on a new row beneath all that is shown.
  func leaving() -> String {
    Self.down(max(rows.count - 1 - cursorRow, 0)) + "\r\n"
  }

  /// The frame as a terminal shows it that became `columns` wide and broke its rows anew.
  func reflowed(columns: Int) -> EditorFrame {
    func height(_ width: Int) -> Int { max((width + columns - 1) / max(columns, 1), 1) }
    var result = self
    result.cursorRow =
      rows.prefix(cursorRow).reduce(0) { $0 + height($1.width) } + cursorColumn / max(columns, 1)
    return result
  }

  // ECMA-48: CUU, CUD, CUF, EL, ED.
  private static func up(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)A" : "" }
  private static func down(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)B" : "" }
  private static func right(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)C" : "" }
  private static let eraseRow = "\u{1B}[K"
  private static let eraseBelow = "\u{1B}[J"
}

/// Breaks a text into rows.
private struct Layout {
  let content: EditorFrame.Content
  let columns: Int
  var rows: [EditorFrame.Row] = []
  var cursorRow = 0
  var cursorColumn = 0
  private var row = EditorFrame.Row()
  /// Cells that stay free before the rows of a line but its first.
  private var indentation = 0
  private var paint: Paint?

  private static let tabWidth = 4

  init(_ content: EditorFrame.Content, columns: Int) {
    self.content = content
    self.columns = max(columns, 2)
  }

  mutating func lay() {
    var line = 0
    startLine(line)
    var offset = 0
    var paints = content.paints[...]
    for (index, scalar) in content.text.enumerated() {
      if index == content.cursor { placeCursor() }
      while let first = paints.first, first.range.upperBound <= offset { paints.removeFirst() }
      let wanted = paints.first.flatMap { $0.range.lowerBound <= offset ? $0.paint : nil }
      offset += UTF8.width(scalar)
      if scalar == "\n" {
        endRow()
        line += 1
        startLine(line)
      } else {
        append(scalar, in: wanted)
      }
    }
    if content.cursor >= content.text.count { placeCursor() }
    endRow()
  }

  private mutating func startLine(_ line: Int) {
    let prompt = line < content.prompts.count ? content.prompts[line] : ""
    indentation = DisplayWidth.of(prompt)
    // A narrow screen has no cells to spare.
    if indentation * 3 > columns { indentation = 0 }
    row = EditorFrame.Row()
    for scalar in prompt.unicodeScalars { append(scalar, in: paint(ofPrompt: line)) }
  }

  private func paint(ofPrompt line: Int) -> Paint? {
    content.usesColor ? line == 0 ? .strong : .faint : nil
  }

  private mutating func append(_ scalar: Unicode.Scalar, in wanted: Paint?) {
    let shown = Self.visible(scalar, at: row.width)
    let width = DisplayWidth.of(shown)
    if row.width + width > columns { wrap() }
    if paint != wanted {
      if paint != nil { row.text += Paint.end }
      if let wanted { row.text += wanted.rawValue }
      paint = wanted
    }
    row.text += shown
    row.width += width
  }

  /// Control characters that were quoted are shown as `^X`, a tab as spaces.
  private static func visible(_ scalar: Unicode.Scalar, at column: Int) -> String {
    if scalar == "\t" { return String(repeating: " ", count: tabWidth - column % tabWidth) }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      return "^" + String(Unicode.Scalar(UInt8(scalar.value ^ 0x40)))
    }
    if (0x80..<0xA0).contains(scalar.value) { return "?" }
    return String(Character(scalar))
  }

  private mutating func wrap() {
    endRow()
    row = EditorFrame.Row(
      text: String(repeating: " ", count: indentation), width: indentation)
  }

  private mutating func endRow() {
    if paint != nil { row.text += Paint.end }
    paint = nil
    rows.append(row)
  }

  private mutating func placeCursor() {
    // Behind a full row the cursor stands where the next character goes.
    if row.width >= columns { wrap() }
    cursorRow = rows.count
    cursorColumn = row.width
  }
}
