import Language

/// Draws a diagnostic for people: the message, the line it is about with the token underlined, and
/// what to do about it.
///
///     error: there is no column 'quantty' in seizures
///       at queries/top.sql:3:12
///     3 |  SELECT sum(quantty) FROM seizures
///       |             ^^^^^^^
///       = did you mean 'quantity'?
///
/// A statement of one line that comes from no file has neither the place nor the line number.
package struct DiagnosticText {
  private let diagnostic: Diagnostic
  private let source: Source
  private let usesColor: Bool
  private let width: Int
  /// Cells in which messages and help are broken; nil where they need not be.
  private let screenWidth: Int?

  /// Cells of source text shown of a line where nobody says how wide the screen is.
  private static let defaultWidth = 160

  private init(_ diagnostic: Diagnostic, _ source: Source, usesColor: Bool, width: Int?) {
    self.diagnostic = diagnostic
    self.source = source
    self.usesColor = usesColor
    screenWidth = width
    self.width = max((width ?? Self.defaultWidth) - 8, 20)
  }

  /// `diagnostic` drawn on lines that each end in a line feed; `source` is the statement that its
  /// ranges count in. Lines are cut around what they show to about `width` cells.
  ///
  /// - Complexity: O(length of the source).
  package static func string(
    _ diagnostic: Diagnostic, in source: Source, usesColor: Bool = false, width: Int? = nil
  ) -> String {
    DiagnosticText(diagnostic, source, usesColor: usesColor, width: width).drawn()
  }

  /// `text` on lines of the screen.
  private func broken(_ text: String, indent: Int) -> [String] {
    guard let screenWidth else { return [text] }
    return Wrapping.lines(of: text, width: screenWidth, indent: indent)
  }

  /// A stretch of source to underline.
  private struct Mark {
    let range: SourceRange
    let message: String?
    var isPrimary: Bool { message == nil }
  }

  private func drawn() -> String {
    let severity = diagnostic.severity
    let paint: Paint =
      switch severity {
      case .error: .wrong
      case .warning: .doubtful
      case .note: .helpful
      }
    let message = VisibleText.string(diagnostic.message)
    let head = "\(severity.rawValue): "
    // The first line leaves room for the word before it.
    let lines = broken(String(repeating: " ", count: head.count) + message, indent: 2)
    var out = paint.on(String(head.dropLast()), if: usesColor) + " "
    for (index, line) in lines.enumerated() {
      let text = index == 0 ? String(line.dropFirst(head.count)) : String(line.dropFirst(2))
      out += (index == 0 ? "" : "  ") + Paint.strong.on(text, if: usesColor) + "\n"
    }
    var marks = diagnostic.labels.map { Mark(range: $0.range, message: $0.message) }
    if let range = diagnostic.range { marks.append(Mark(range: range, message: nil)) }
    let sourceLines = shownLines(of: marks)
    let isNumbered = source.name != nil || source.firstLine > 1 || source.text.utf8.contains(10)
    let gutter = isNumbered ? (sourceLines.map { String($0.number).count }.max() ?? 1) : 1
    if let name = source.name {
      let place = diagnostic.range.map { source.position(of: $0.lowerBound) }
      out += "  at \(name)" + (place.map { ":\($0.line):\($0.column)" } ?? "") + "\n"
    }
    var previous: Int?
    for line in sourceLines {
      if let previous, line.number > previous + 1 { out += margin("", gutter, "…") + "\n" }
      previous = line.number
      draw(line, marks, number: isNumbered ? String(line.number) : "", gutter, paint, to: &out)
    }
    for help in diagnostic.help + (correctedLine.map { ["write:  \($0)"] } ?? []) {
      let indent = gutter + 3
      let text = String(repeating: " ", count: indent) + VisibleText.string(help)
      for (index, line) in broken(text, indent: indent + 2).enumerated() {
        let before =
          index == 0
          ? margin("", gutter, "=") + " " : String(repeating: " ", count: indent)
        out += before + Paint.helpful.on(String(line.dropFirst(indent)), if: usesColor) + "\n"
      }
    }
    return out
  }

  /// The lines on which marks begin or end, in order.
  private func shownLines(of marks: [Mark]) -> [Source.Line] {
    var lines: [Int: Source.Line] = [:]
    for mark in marks {
      let last = max(mark.range.lowerBound, mark.range.upperBound - 1)
      for offset in [mark.range.lowerBound, last] {
        let line = source.line(at: offset)
        lines[line.number] = line
      }
    }
    return lines.values.sorted { $0.number < $1.number }
  }

  private func draw(
    _ line: Source.Line, _ marks: [Mark], number: String, _ gutter: Int, _ paint: Paint,
    to out: inout String
  ) {
    let here = marks.filter { mark in
      mark.range.lowerBound <= line.range.upperBound
        && (mark.range.upperBound > line.range.lowerBound
          || mark.range.lowerBound >= line.range.lowerBound)
    }
    let drawing = LineDrawing(
      line, width: width, around: here.last.map { $0.range.lowerBound } ?? 0)
    out += margin(number, gutter, "|") + "  " + drawing.text + "\n"
    // The token itself first, then what explains it.
    for mark in here.reversed() {
      let (start, length) = drawing.cells(of: mark.range)
      let underline = String(repeating: mark.isPrimary ? "^" : "-", count: length)
      let said = mark.message.map { " " + VisibleText.string($0) } ?? ""
      out += margin("", gutter, "|") + "  " + String(repeating: " ", count: start)
      out += (mark.isPrimary ? paint : .helpful).on(underline + said, if: usesColor) + "\n"
    }
  }

  private func margin(_ number: String, _ width: Int, _ sign: String) -> String {
    let padding = String(repeating: " ", count: max(width - number.count, 0))
    return Paint.faint.on("\(padding)\(number) \(sign)", if: usesColor)
  }

  /// The line that holds the fix, with the fix made; nil where there is none.
  private var correctedLine: String? {
    guard let fix = diagnostic.fix, let text = fix.applied(to: source.text) else { return nil }
    let line = Source(text).line(at: fix.range.lowerBound).text
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    return trimmed.isEmpty ? nil : String(trimmed)
  }
}

/// One line of source as a screen shows it: tabs as spaces, control characters made visible, and
/// cut around a place of interest where it is too wide.
private struct LineDrawing {
  let text: String
  /// For each byte of the line, and the place behind the last one, the cell it is drawn in.
  private let cellOfByte: [Int]
  private let lineStart: Int
  private let firstCell: Int
  private let shownCells: Int

  private static let tabWidth = 4

  init(_ line: Source.Line, width: Int, around offset: Int) {
    lineStart = line.range.lowerBound
    var pieces: [(text: String, cell: Int)] = []
    var cellOfByte: [Int] = []
    var cell = 0
    for character in line.text {
      let piece =
        character == "\t"
        ? String(repeating: " ", count: Self.tabWidth - cell % Self.tabWidth)
        : VisibleText.string(String(character))
      pieces.append((piece, cell))
      cellOfByte.append(contentsOf: repeatElement(cell, count: character.utf8.count))
      cell += DisplayWidth.of(piece)
    }
    cellOfByte.append(cell)
    self.cellOfByte = cellOfByte
    let wanted = cellOfByte[min(max(offset - lineStart, 0), cellOfByte.count - 1)]
    let first = cell <= width ? 0 : min(max(wanted - width / 3, 0), cell - width)
    let end = cell <= width ? cell : first + width
    var text = first > 0 ? "…" : ""
    for (index, piece) in pieces.enumerated() {
      let next = index + 1 < pieces.count ? pieces[index + 1].cell : cell
      if piece.cell >= first, next <= end { text += piece.text }
    }
    if end < cell { text += "…" }
    // The sign of what was cut before takes a cell of its own.
    firstCell = first > 0 ? first - 1 : 0
    shownCells = end - first + (first > 0 ? 1 : 0)
    self.text = text
  }

  /// Where the part of `range` in this line is drawn, and in how many cells: at least one.
  func cells(of range: SourceRange) -> (start: Int, length: Int) {
    let last = cellOfByte.count - 1
    let lower = cellOfByte[min(max(range.lowerBound - lineStart, 0), last)] - firstCell
    let upper = cellOfByte[min(max(range.upperBound - lineStart, 0), last)] - firstCell
    let start = min(max(lower, 0), shownCells)
    return (start, max(min(upper, shownCells) - start, 1))
  }
}
