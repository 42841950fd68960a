import Language
import Loading
import Planning

extension Completer {
  /// The options that may stand at the cursor: inside a reading function, or in the parentheses of
  /// COPY … FROM; nil elsewhere.
  ///
  /// - Parameter tokens: those before the word at the cursor.
  static func options(standingAfter tokens: ArraySlice<Token>, in text: String)
    -> [Completion.Candidate]?
  {
    guard let last = tokens.last,
      last.kind == .symbol(.comma) || last.kind == .symbol(.leftParenthesis)
    else { return nil }
    let source = Source(text)
    guard let opening = openParenthesis(tokens), opening > tokens.startIndex else { return nil }
    let before = tokens[opening - 1]
    if let function = FileFunction.named(String(source.text(of: before.range))) {
      // The file comes first.
      if last.kind == .symbol(.leftParenthesis) { return nil }
      let format = FileFormat(rawValue: function.format)
      return candidates(ending: " = ") { option in
        option.name != "format" && format.map(option.scope.covers) ?? true
      }
    }
    let copies = tokens.first?.kind == .keyword(.copy)
    guard copies, tokens.contains(where: { $0.kind == .keyword(.from) }) else { return nil }
    switch before.kind {
    case .string, .keyword(.with), .symbol(.rightBracket): return candidates(ending: " ")
    default: return nil
    }
  }

  /// What may stand behind the file of `.load`: an option, or the value of one.
  static func loadOptions(_ typed: String) -> [Completion.Candidate] {
    guard let equals = typed.firstIndex(of: "=") else {
      return candidates(ending: "=")
    }
    let name = typed[..<equals]
    return (LoadOption.named(String(name))?.words ?? []).map {
      Completion.Candidate(text: "\(name)=\($0)", kind: "")
    }
  }

  private static func candidates(
    ending: String, where isWanted: (LoadOption) -> Bool = { _ in true }
  ) -> [Completion.Candidate] {
    LoadOption.all.filter(isWanted).map {
      Completion.Candidate(text: $0.name + ending, kind: $0.help)
    }
  }

  /// The position of the parenthesis that is open at the end of `tokens`.
  private static func openParenthesis(_ tokens: ArraySlice<Token>) -> Int? {
    var depth = 0
    for position in tokens.indices.reversed() {
      switch tokens[position].kind {
      case .symbol(.rightParenthesis): depth += 1
      case .symbol(.leftParenthesis):
        if depth == 0 { return position }
        depth -= 1
      default: break
      }
    }
    return nil
  }
}
