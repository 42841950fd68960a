/// Text on lines that fit a screen.
package enum Wrapping {
  /// `text` on lines of at most `width` cells, cut between words; a word that is longer is cut
  /// itself. At least one line. Spaces stay as they are, but for those at which a line is cut.
  ///
  /// - Parameter indent: spaces before all lines but the first.
  /// - Complexity: O(length of the text).
  package static func lines(of text: String, width: Int, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var rest = Substring(text)
    while true {
      let first = lines.isEmpty ? "" : margin
      let room = max(width - first.count, 1)
      let fitting = DisplayWidth.prefix(of: String(rest), width: room).text.count
      guard fitting < rest.count else { return lines + [first + rest] }
      // At least one character goes onto each line, however narrow the screen.
      var cut = rest.index(rest.startIndex, offsetBy: max(fitting, 1))
      if rest[cut] != " ", let space = rest[..<cut].lastIndex(of: " "),
        !rest[..<space].allSatisfy({ $0 == " " })
      {
        cut = space
      }
      var head = rest[..<cut]
      while head.last == " " { head.removeLast() }
      lines.append(first + head)
      rest = rest[cut...].drop { $0 == " " }
      if rest.isEmpty { return lines }
    }
  }

  /// A statement on lines of at most `width` cells: its own lines, of which those that are too long
  /// go on indented. What stands in quotes is parted only where it is longer than a line.
  package static func lines(ofStatement statement: String, width: Int) -> [String] {
    statement.split(separator: "\n").flatMap { line in
      if DisplayWidth.of(line) <= width { return [String(line)] }
      let margin = line.prefix { $0 == " " }
      let room = width - margin.count
      return fill(words(ofStatement: line.dropFirst(margin.count)), width: room, indent: 2)
        .map { margin + $0 }
    }
  }

  private static func words(ofStatement line: Substring) -> [Substring] {
    var isQuoted = false
    return line.split { character in
      if character == "'" { isQuoted.toggle() }
      return character == " " && !isQuoted
    }
  }

  private static func fill(_ words: [Substring], width: Int, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var isEmpty = true
    for word in words {
      if !isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) <= width {
        line += " \(word)"
        continue
      }
      if !isEmpty {
        lines.append(line)
        line = margin
      }
      var rest = String(word)
      // At least one character goes onto each line, however narrow the screen.
      while DisplayWidth.of(line) + DisplayWidth.of(rest) > width, rest.count > 1 {
        let room = max(width - DisplayWidth.of(line), 1)
        let cut = DisplayWidth.prefix(of: rest, width: room).text
        let start = cut.isEmpty ? String(rest.prefix(1)) : String(cut)
        lines.append(line + start)
        rest.removeFirst(start.count)
        line = margin
      }
      line += rest
      isEmpty = false
    }
    return lines + [line]
  }
}
