import Foundation

/// Compares an answer with what a script says of it.
struct LogicComparison {
  /// Whether cells must be equal to the letter, as in scripts written for this program; if not,
  /// the ways of peers to write one number or truth value are all right.
  let isStrict: Bool

  /// What is wrong; nil where the answer is as it should be.
  func complaint(_ rows: [[String?]], _ answer: LogicScript.Answer) -> String? {
    guard let expected = answer.lines else { return nil }
    if let width = rows.first?.count, width != answer.types.count, !answer.types.isEmpty {
      return "\(width) columns, not \(answer.types.count)"
    }
    let ways = isStrict ? [LogicText.plain] : LogicText.allCases
    for way in ways where agrees(way.cells(rows, types: answer.types), answer, expected) {
      return nil
    }
    let shown = ordered(LogicText.plain.cells(rows, types: answer.types), answer.order)
    return """
      expected:
      \(Self.beginning(expected))
      found:
      \(Self.beginning(shown.map { $0.joined(separator: "\t") }))
      """
  }

  /// The first lines, and how many there are where they are many.
  private static func beginning(_ lines: [String]) -> String {
    let most = 20
    let shown = lines.prefix(most).joined(separator: "\n")
    return lines.count > most ? "\(shown)\n… \(lines.count) lines" : shown
  }

  private func agrees(
    _ rows: [[String]], _ answer: LogicScript.Answer, _ expected: [String]
  ) -> Bool {
    let cells = ordered(rows, answer.order).flatMap { $0 }
    if expected.count == 1, let (count, hash) = Self.hash(expected[0]) {
      return cells.count == count
        && MD5.hexadecimal(cells.flatMap { Array($0.utf8) + [10] }) == hash
    }
    let width = max(1, answer.types.count)
    let byRow = expected.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    var wanted: [[String]]
    if byRow.allSatisfy({ $0.count == width }) {
      wanted = byRow.map { $0.map(String.init) }
    } else {
      // One value a line.
      guard expected.count % width == 0 else { return false }
      wanted = stride(from: 0, to: expected.count, by: width).map {
        Array(expected[$0..<$0 + width])
      }
    }
    wanted = ordered(wanted, answer.order)
    let values = wanted.flatMap { $0 }
    return values.count == cells.count && zip(values, cells).allSatisfy(isSame)
  }

  private func ordered(_ rows: [[String]], _ order: LogicScript.Order) -> [[String]] {
    func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
    switch order {
    case .asGiven: return rows
    case .byRow: return rows.sorted { $0.lexicographicallyPrecedes($1, by: precedes) }
    case .byValue:
      let width = max(1, rows.first?.count ?? 1)
      let values = rows.flatMap { $0 }.sorted(by: precedes)
      return stride(from: 0, to: values.count, by: width).map {
        Array(values[$0..<min(values.count, $0 + width)])
      }
    }
  }

  /// The parts of `30 values hashing to 3c13dee48d9356ae19af2515e05e6b54`.
  private static func hash(_ line: String) -> (count: Int, hash: String)? {
    let words = line.split(separator: " ")
    guard words.count == 5, words[1...3].elementsEqual(["values", "hashing", "to"]),
      let count = Int(words[0])
    else { return nil }
    return (count, String(words[4]))
  }

  /// Whether `found` is what `expected` says.
  private func isSame(_ expected: String, _ found: String) -> Bool {
    if expected == found { return true }
    for (prefix, wanted) in [("<REGEX>:", true), ("<!REGEX>:", false)]
    where expected.hasPrefix(prefix) {
      return Self.matches(found, String(expected.dropFirst(prefix.count))) == wanted
    }
    if isStrict { return false }
    let truths = ["true": "1", "false": "0"]
    if truths[expected] == found || truths[found] == expected { return true }
    // Numbers of which one is not whole, which programs write in several ways.
    guard (expected + found).contains(where: { ".eEn".contains($0) }), let a = Double(expected),
      let b = Double(found)
    else { return false }
    return a == b || a.isNaN && b.isNaN || (a - b).magnitude <= 1e-9 * max(a.magnitude, b.magnitude)
  }

  /// Whether the whole of `text` matches the regular expression `pattern`.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    guard
      let expression = try? NSRegularExpression(
        pattern: pattern, options: .dotMatchesLineSeparators)
    else { return false }
    let whole = NSRange(text.startIndex..., in: text)
    return expression.firstMatch(in: text, range: whole)?.range == whole
  }
}
