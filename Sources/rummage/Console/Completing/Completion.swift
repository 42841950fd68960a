import Rendering

/// What may stand at the cursor.
struct Completion: Equatable {
  struct Candidate: Equatable {
    /// The whole word.
    let text: String
    /// What it is, in a few words.
    let kind: String

    /// Whether it can be put into a line and read there.
    var isVisible: Bool { VisibleText.string(text) == text }
  }

  /// What is put in the place of the word before the cursor.
  struct Replacement: Equatable {
    /// Scalars before the cursor that go.
    let deleted: Int
    let inserted: String
  }

  let candidates: [Candidate]
  /// What all candidates have in common, and behind a single one what follows it; nil where that is
  /// no more than was typed.
  let replacement: Replacement?

  static let none = Completion(of: "", from: [])

  /// Whether there are more than are listed.
  let isCut: Bool

  /// Completions of `typed`, of which the candidates may be spelt in another case.
  ///
  /// - Parameters:
  ///   - ending: what follows a candidate that is alone.
  ///   - others: texts that may stand there too, and are not listed.
  init(
    of typed: String, from candidates: [Candidate], ending: String = " ",
    besides others: [String] = []
  ) {
    self.candidates = candidates
    isCut = !others.isEmpty
    guard let first = candidates.first else {
      replacement = nil
      return
    }
    var common = first.text.unicodeScalars[...]
    for text in candidates.dropFirst().map(\.text) + others {
      let same = zip(common, text.unicodeScalars).prefix { a, b in
        a.properties.lowercaseMapping == b.properties.lowercaseMapping
      }
      common = common.prefix(same.count)
    }
    let count = typed.unicodeScalars.count
    let text = String(Substring(common)) + (candidates.count == 1 ? ending : "")
    let isMore = common.count > count || candidates.count == 1 && text != typed
    replacement = isMore ? Replacement(deleted: count, inserted: text) : nil
  }

  /// The candidates in lines for a screen: a few stand one a line with what they are, many in
  /// columns; those that do not fit are counted.
  ///
  /// - Parameter rows: the most lines.
  func lines(columns: Int, rows: Int) -> [String] {
    let candidates = candidates.map {
      Candidate(text: VisibleText.string($0.text), kind: VisibleText.string($0.kind))
    }
    let widest = candidates.map { DisplayWidth.of($0.text) }.max() ?? 0
    let isDescribed = candidates.contains { !$0.kind.isEmpty }
    if isDescribed, candidates.count <= rows, widest + 12 <= columns {
      return candidates.map { candidate in
        let padding = String(repeating: " ", count: widest - DisplayWidth.of(candidate.text) + 2)
        return candidate.text + padding + candidate.kind
      } + (isCut ? ["… and others"] : [])
    }
    return columned(candidates.map(\.text), width: columns, most: max(rows, 1))
  }

  private func columned(_ texts: [String], width: Int, most: Int) -> [String] {
    var texts = texts
    let widest = texts.map(DisplayWidth.of).max() ?? 0
    let columns = max(1, width / (widest + 2))
    var left = 0
    if texts.count > columns * most {
      let shown = columns * max(most - 1, 1)
      left = texts.count - shown
      texts.removeLast(left)
    }
    let rows = (texts.count + columns - 1) / columns
    var lines = (0..<rows).map { row in
      var line = ""
      var padding = 0
      for text in stride(from: row, to: texts.count, by: rows).map({ texts[$0] }) {
        line += String(repeating: " ", count: padding) + text
        padding = widest - DisplayWidth.of(text) + 2
      }
      return line
    }
    if isCut {
      lines.append("… and others")
    } else if left > 0 {
      lines.append("… \(NumberGrouping.string(left)) more")
    }
    return lines
  }
}
