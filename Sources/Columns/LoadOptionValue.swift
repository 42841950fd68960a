/// The value of an option of loading, as a statement or a command line writes it.
///
/// It stands here because those who read it from a statement and those who heed it have no other
/// home in common.
package enum LoadOptionValue: Hashable, Sendable {
  case text(String)
  case truth(Bool)
  case number(Int)
  case list([String])
  /// Texts under names, in the order in which they were written.
  case map([Entry])

  /// One text of a map, and its name.
  package struct Entry: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }
}

extension LoadOptionValue: CustomStringConvertible {
  /// The value as a statement writes it.
  package var description: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .truth(let value): "\(value)"
    case .number(let number): "\(number)"
    case .list(let texts): "[\(texts.map(Self.quoted).joined(separator: ", "))]"
    case .map(let entries):
      "{"
        + entries.map { "\(Self.quoted($0.name)): \(Self.quoted($0.text))" }
        .joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "'"
    for character in text.unicodeScalars {
      result.unicodeScalars.append(character)
      if character == "'" { result += "'" }
    }
    return result + "'"
  }
}
