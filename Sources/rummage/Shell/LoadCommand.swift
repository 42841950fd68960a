import Columns
import Language
import Loading
import Planning

/// `.load FILE [TABLE] [name=value …]`, read from its words.
struct LoadCommand {
  let path: String
  /// nil: the table is named after the file.
  var table: String?
  private(set) var options: [FileRequest.Option] = []

  /// - Parameter words: of the command line, quotes taken off; at least one.
  /// - Throws: `Diagnostic` where a word is neither the table nor an option.
  init(_ words: [String]) throws {
    path = words.first ?? ""
    for word in Self.whole(words.dropFirst()) {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        guard table == nil, options.isEmpty else {
          throw Diagnostic(
            .error, ".load takes a file, a table and options, and '\(word)' is none", at: nil,
            help: ["an option is written name=value: .load f.csv t delim=;"])
        }
        table = word
        continue
      }
      let name = String(word[..<equals])
      let value = String(word[word.index(after: equals)...])
      options.append(FileRequest.Option(name: name, value: Self.value(value, of: name)))
    }
  }

  /// The words, those of a list or map joined that was written with spaces.
  private static func whole(_ words: ArraySlice<String>) -> [String] {
    var result: [String] = []
    var isOpen = false
    for word in words {
      if isOpen, let last = result.popLast() {
        result.append("\(last) \(word)")
      } else {
        result.append(word)
        let parts = word.split(separator: "=", maxSplits: 1)
        isOpen =
          parts.count == 2 && takesSeveral(String(parts[0]))
          && (parts[1].hasPrefix("[") || parts[1].hasPrefix("{"))
      }
      if word.hasSuffix("]") || word.hasSuffix("}") { isOpen = false }
    }
    return result
  }

  /// Whether an option takes a list or a map.
  private static func takesSeveral(_ name: String) -> Bool {
    switch LoadOption.named(name)?.takes {
    case .texts, .names, .types, .columns: true
    default: false
    }
  }

  /// What a word means as the value of an option: `[a,b]` and `{a:DATE}` where the option takes such,
  /// a text otherwise.
  private static func value(_ word: String, of name: String) -> LoadOptionValue {
    guard let takes = LoadOption.named(name)?.takes, let first = word.first, word.count > 1 else {
      return .text(word)
    }
    switch (takes, first, word.last) {
    case (.texts, "[", "]"), (.names, "[", "]"), (.types, "[", "]"):
      return .list(parts(word.dropFirst().dropLast()))
    case (.types, "{", "}"), (.columns, "{", "}"):
      return .map(
        parts(word.dropFirst().dropLast()).map { part in
          let sides = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
          return LoadOptionValue.Entry(
            name: trimmed(sides[0]), text: sides.count > 1 ? trimmed(sides[1]) : "")
        })
    default: return .text(word)
    }
  }

  /// The parts between commas, of which those in parentheses part nothing: `DECIMAL(10,2)`.
  private static func parts(_ list: Substring) -> [String] {
    var parts: [String] = []
    var part = Substring()
    var depth = 0
    for character in list {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == "," && depth <= 0 {
        parts.append(trimmed(part))
        part = ""
      } else {
        part.append(character)
      }
    }
    return parts + [trimmed(part)]
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
