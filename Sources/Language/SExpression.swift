/// A tree as nested lists in parentheses: how golden scripts show a syntax tree.
package indirect enum SExpression: Equatable, Sendable {
  case atom(String)
  case list([SExpression])

  /// A list that begins with a word; what is nil or an empty list is left out.
  init(_ head: String, _ parts: SExpression?...) {
    self.init(head, parts.compactMap { $0 })
  }

  init(_ head: String, _ parts: [SExpression]) {
    self = .list([.atom(head)] + parts)
  }

  /// A list with a head, or nil when there is nothing in it.
  static func unlessEmpty(_ head: String, _ parts: [SExpression]) -> SExpression? {
    parts.isEmpty ? nil : SExpression(head, parts)
  }

  /// A word, or nil when the condition does not hold.
  static func flag(_ word: String, _ isSet: Bool) -> SExpression? {
    isSet ? .atom(word) : nil
  }
}

extension SExpression: CustomStringConvertible {
  /// Everything on one line.
  package var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .atom(let word): text += word
    case .list(let parts):
      text += "("
      var isFirst = true
      for part in parts {
        if !isFirst { text += " " }
        isFirst = false
        part.write(to: &text)
      }
      text += ")"
    }
  }

  /// Several lines, each part on a line of its own where the whole is wider than `width`.
  package func indented(by indentation: Int = 0, width: Int = 80) -> String {
    let line = description
    guard case .list(let parts) = self, let head = parts.first,
      line.utf8.count + indentation > width
    else { return line }
    let margin = "\n" + String(repeating: " ", count: indentation + 2)
    let rest = parts.dropFirst().map { $0.indented(by: indentation + 2, width: width) }
    return "(" + ([head.description] + rest).joined(separator: margin) + ")"
  }
}
