extension Completer {
  /// Completes a dot-command or one of its arguments.
  func completeCommand(_ line: String) -> Completion {
    let words = Self.words(of: line)
    let typed = words.last ?? ""
    guard words.count > 1 else {
      let candidates = DotCommand.all.filter { $0.name.hasPrefix(typed) }
        .map { Completion.Candidate(text: $0.name, kind: $0.help) }
      return Completion(of: typed, from: candidates)
    }
    guard let command = DotCommand.all.first(where: { $0.name == words[0] }) else { return .none }
    switch command.completion {
    case .nothing: return .none
    case .words(let words): return choose(typed, words.map { .init(text: $0, kind: "") })
    case .tables:
      return choose(typed, engine.tableNames.map { .init(text: $0, kind: "table") })
    case .topics: return choose(typed, HelpPage.candidates)
    case .files: return completeFile(typed, .command)
    case .folders: return completeFile(typed, .command, foldersOnly: true)
    case .load:
      if words.count == 2 { return completeFile(typed, .command) }
      return Completion(
        of: typed,
        from: Self.loadOptions(typed).filter { $0.text.hasPrefix(typed.lowercased()) },
        ending: "")
    }
  }

  /// The words of a line as they are written; the last is the one being typed, or empty.
  private static func words(of line: String) -> [String] {
    var words = [""]
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == " " {
        words.append("")
        continue
      } else if "'\"".contains(character) {
        quote = character
      }
      words[words.count - 1].append(character)
    }
    return words
  }

  private func choose(_ typed: String, _ candidates: [Completion.Candidate]) -> Completion {
    Completion(
      of: typed, from: candidates.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) })
  }
}
