import Rendering

/// What may stand at the cursor.
struct Completion: Equatable {
  struct Candidate: Equatable {
    /// The whole word.
    let text: String
    /// What it is, in a word or two.
    let kind: String
  }

  let candidates: [Candidate]
  /// What to put in at the cursor: what all candidates have in common behind what is typed, and
  /// behind a single one what follows it.
  let addition: String?

  /// Completions of `typed`, of which the candidates may be spelt in another case.
  ///
  /// - Parameter ending: what follows a candidate that is alone.
  init(of typed: String, from candidates: [Candidate], ending: String = " ") {
    self.candidates = candidates
    guard let first = candidates.first else {
      addition = nil
      return
    }
    var common = first.text.unicodeScalars[...]
    for candidate in candidates.dropFirst() {
      let same = zip(common, candidate.text.unicodeScalars).prefix { a, b in
        a.properties.lowercaseMapping == b.properties.lowercaseMapping
      }
      common = common.prefix(same.count)
    }
    let rest = String(Substring(common.dropFirst(typed.unicodeScalars.count)))
    addition = candidates.count == 1 ? rest + ending : rest
  }

  /// The candidates in columns that fit `width` cells, each line ended; a few stand one
  /// a line with their kinds.
  func columns(width: Int) -> String {
    let texts = candidates.map(\.text)
    let widest = texts.map(DisplayWidth.of).max() ?? 0
    if candidates.count <= Self.describedCount, candidates.contains(where: { !$0.kind.isEmpty }) {
      return candidates.map { candidate in
        let padding = String(repeating: " ", count: widest - DisplayWidth.of(candidate.text) + 2)
        return "\(candidate.text)\(padding)\(candidate.kind)\n"
      }.joined()
    }
    let columns = max(1, width / (widest + 2))
    let rows = (texts.count + columns - 1) / columns
    var out = ""
    for row in 0..<rows {
      var line = ""
      var padding = 0
      for text in stride(from: row, to: texts.count, by: rows).map({ texts[$0] }) {
        line += String(repeating: " ", count: padding) + text
        padding = widest - DisplayWidth.of(text) + 2
      }
      out += line + "\n"
    }
    return out
  }

  /// The most candidates that are listed one a line with what they are.
  private static let describedCount = 20
}
