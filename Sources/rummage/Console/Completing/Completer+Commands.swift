extension Completer {
  /// Completes a dot-command or one of its arguments.
  func completeCommand(_ line: String) -> Completion {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
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
    case .files: return completeFile(typed, quote: "")
    case .load:
      if words.count == 2 { return completeFile(typed, quote: "") }
      return Completion(
        of: typed,
        from: Self.loadOptions(typed).filter { $0.text.hasPrefix(typed.lowercased()) },
        ending: "")
    }
  }

  private func choose(_ typed: String, _ candidates: [Completion.Candidate]) -> Completion {
    Completion(
      of: typed, from: candidates.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) })
  }
}
