/// A table read one byte after the other, by the rules as they are documented: what the loader is
/// held to.
///
/// A quote opens a field at the field's start only; inside, two quotes are one; behind the closing
/// quote nothing may stand; where something does, and every line behind the one on which that field
/// opens is a row of the right number of fields, those are rows and only that line is rejected. A row
/// with another number of fields than the first is rejected. A line
/// without a character is no row, or NULL where there is one column, unless it stands at the end.
struct ReferenceTable: Equatable {
  struct Rejected: Equatable {
    var line: Int
    var offset: Int
    var raw: [UInt8]
  }

  var rows: [[String]] = []
  var rejected: [Rejected] = []
  var blankLines = 0
  var columnCount = 0

  private struct Row {
    var fields: [String] = []
    var isBad = false
    var end = 0
    var next = 0
    /// Where the open quote stands, if the text ends inside it.
    var open: Int?
    /// Where the quote stands that opens the first field with something behind its closing quote.
    var stray: Int?
  }

  init(_ text: [UInt8], delimiter: UInt8) {
    var position = 0
    var line = 1
    var blankRun = 0
    func lines(_ range: Range<Int>) -> Int {
      range.filter { index in
        text[index] == 10
          || (text[index] == 13 && !(index + 1 < text.count && text[index + 1] == 10))
      }.count
    }
    while columnCount == 0 && position < text.count {
      let row = Self.row(text, position, delimiter)
      if row.end > position { columnCount = row.fields.count }
      position = row.next
    }
    position = 0
    while position < text.count {
      var row = Self.row(text, position, delimiter)
      let isBlank = row.end == position
      if let stray = row.stray, row.open == nil {
        let lineEnd = Self.lineEnd(text, stray)
        if Self.isTable(text, Self.afterLineEnd(text, lineEnd)..<row.next, delimiter, columnCount) {
          row.end = lineEnd
          row.next = Self.afterLineEnd(text, lineEnd)
        }
      }
      if let open = row.open {
        let end = Self.lineEnd(text, open)
        row.end = end
        row.next = Self.afterLineEnd(text, end)
        row.isBad = true
      }
      if isBlank && columnCount != 1 {
        blankLines += 1
      } else if isBlank {
        blankRun += 1
      } else {
        for _ in 0..<blankRun { rows.append(["∅"]) }
        blankRun = 0
        if row.isBad || row.fields.count != columnCount {
          rejected.append(
            Rejected(line: line, offset: position, raw: Array(text[position..<row.end])))
        } else {
          rows.append(row.fields)
        }
      }
      line += lines(position..<row.next)
      position = row.next
    }
    blankLines += blankRun
  }

  private static func lineEnd(_ text: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < text.count && text[end] != 10 && text[end] != 13 { end += 1 }
    return end
  }

  /// Whether a part of the text is whole rows of `count` fields, at least one, besides blank lines.
  private static func isTable(
    _ text: [UInt8], _ range: Range<Int>, _ delimiter: UInt8, _ count: Int
  ) -> Bool {
    guard count > 1, !range.isEmpty else { return false }
    var position = range.lowerBound
    var rows = 0
    while position < range.upperBound {
      let row = Self.row(Array(text[..<range.upperBound]), position, delimiter)
      if row.open != nil { return false }
      if row.end > position {
        if row.isBad || row.fields.count != count { return false }
        rows += 1
      }
      position = row.next
    }
    return rows > 0
  }

  private static func afterLineEnd(_ text: [UInt8], _ end: Int) -> Int {
    if end >= text.count { return text.count }
    if text[end] == 13 && end + 1 < text.count && text[end + 1] == 10 { return end + 2 }
    return end + 1
  }

  private static func row(_ text: [UInt8], _ start: Int, _ delimiter: UInt8) -> Row {
    var row = Row()
    var index = start
    while true {
      var field: [UInt8] = []
      var isQuoted = false
      let start = index
      if index < text.count && text[index] == 34 {
        isQuoted = true
        let open = index
        index += 1
        while true {
          if index >= text.count {
            row.open = open
            row.end = index
            row.next = index
            row.fields.append("")
            return row
          }
          if text[index] == 34 {
            if index + 1 < text.count && text[index + 1] == 34 {
              field.append(34)
              index += 2
              continue
            }
            index += 1
            break
          }
          field.append(text[index])
          index += 1
        }
      }
      while index < text.count && ![delimiter, 10, 13].contains(text[index]) {
        if isQuoted {
          row.isBad = true
          row.stray = row.stray ?? start
        }
        field.append(text[index])
        index += 1
      }
      let shown = "'\(String(decoding: field, as: UTF8.self))'"
      row.fields.append(field.isEmpty && !isQuoted ? "∅" : shown)
      if index < text.count && text[index] == delimiter {
        index += 1
        continue
      }
      row.end = index
      row.next = afterLineEnd(text, index)
      return row
    }
  }
}
