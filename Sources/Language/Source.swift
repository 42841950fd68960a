/// The text of one statement, and where that text comes from.
///
/// A saved query is split into statements; `firstLine` and `firstColumn` say where in the file this
/// one begins, so that an error names the file's line and column and not the statement's.
package struct Source: Sendable {
  /// File path; nil for the console and for `-c`.
  package let name: String?
  /// The statement's own text.
  package let text: String
  /// One-based line of the first byte in the file.
  package let firstLine: Int
  /// One-based column (in characters) of the first byte in its line of the file.
  package let firstColumn: Int

  package init(_ text: String, name: String? = nil, firstLine: Int = 1, firstColumn: Int = 1) {
    self.text = text
    self.name = name
    self.firstLine = firstLine
    self.firstColumn = firstColumn
  }

  /// A place in the text, for people: both numbers count from one.
  package struct Position: Hashable, Sendable {
    /// Line in the file.
    package let line: Int
    /// Column in characters (extended grapheme clusters), not in bytes.
    package let column: Int
  }

  /// One line of the text, without its line end.
  package struct Line: Sendable {
    /// Line number in the file.
    package let number: Int
    package let text: Substring
    /// The bytes that `text` takes in the source.
    package let range: SourceRange
  }

  /// Where a byte stands; an offset outside the text is moved to its nearest end.
  ///
  /// - Complexity: O(*n*) in the offset.
  package func position(of offset: Int) -> Position {
    let line = line(at: offset)
    let before = text(of: SourceRange(line.range.lowerBound, min(offset, line.range.upperBound)))
    let shift = line.range.lowerBound == 0 ? firstColumn : 1
    return Position(line: line.number, column: before.count + shift)
  }

  /// The line that holds a byte; a line end belongs to the line that it ends.
  ///
  /// - Complexity: O(*n*) in the offset and the line's length.
  package func line(at offset: Int) -> Line {
    let bytes = text.utf8
    let offset = min(max(offset, 0), bytes.count)
    var number = firstLine
    var start = 0
    var position = 0
    var index = bytes.startIndex
    while position < offset {
      if bytes[index] == UInt8(ascii: "\n") {
        number += 1
        start = position + 1
      }
      position += 1
      bytes.formIndex(after: &index)
    }
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\n") {
      position += 1
      bytes.formIndex(after: &index)
    }
    var range = SourceRange(start, position)
    if text(of: range).utf8.last == UInt8(ascii: "\r") {
      range = SourceRange(start, position - 1)
    }
    return Line(number: number, text: text(of: range), range: range)
  }

  /// The text in a range, which is first moved inside the source.
  package func text(of range: SourceRange) -> Substring {
    let bytes = text.utf8
    let lower = min(max(range.lowerBound, 0), bytes.count)
    let upper = min(max(range.upperBound, lower), bytes.count)
    let start = bytes.index(bytes.startIndex, offsetBy: lower)
    let end = bytes.index(start, offsetBy: upper - lower)
    return text[start..<end]
  }
}
