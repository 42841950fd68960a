import Language

/// What `.tutorial` is asked for.
enum TutorialRequest: Equatable {
  case current, hint, answer, next, stop
  /// Counted from zero.
  case step(Int)

  private static let words: [(text: String, request: TutorialRequest)] =
    [("hint", .hint), ("answer", .answer), ("next", .next), ("stop", .stop)]
    + TutorialStep.all.indices.map { ("\($0 + 1)", .step($0)) }

  /// The words behind `.tutorial`, for the completion.
  static var texts: [String] { words.map(\.text) }

  /// - Throws: `Diagnostic` where there is no such word.
  init(_ word: String?) throws {
    guard let word else {
      self = .current
      return
    }
    guard let known = Self.words.first(where: { $0.text == word.lowercased() }) else {
      let guess = Spelling.closest(to: word.lowercased(), among: Self.texts)
      throw Diagnostic(
        .error,
        ".tutorial takes hint, answer, next, stop or a step from 1 to "
          + "\(TutorialStep.all.count), not '\(word)'",
        at: nil, help: guess.map { ["did you mean '\($0)'?"] } ?? [])
    }
    self = known.request
  }
}
