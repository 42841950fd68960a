import Language
import Planning
import Rendering

/// What `.help` tells of one thing, or of all: text that fits the screen, and examples.
struct HelpPage {
  /// A piece of a page.
  enum Part: Equatable {
    case lines([String])
    /// A statement as it would be typed, and whether its answer follows.
    case example(String, runs: Bool)
  }

  /// In the order in which they are read; an empty line stands before each example.
  let parts: [Part]

  /// What can be asked about, for the completion.
  static var candidates: [Completion.Candidate] {
    DotCommand.all.map { .init(text: $0.name, kind: $0.help) }
      + HelpTopic.all.map { .init(text: $0.name, kind: $0.summary) }
      + FunctionReference.all.map { .init(text: $0.name, kind: $0.signature) }
  }

  /// Tells of a command, a function or a subject; of all where `word` is nil.
  ///
  /// - Throws: `Diagnostic` where there is nothing of that name.
  static func show(_ word: String?, in shell: Shell) throws {
    let page = try HelpPage(word, width: shell.textWidth)
    for part in page.parts {
      switch part {
      case .lines(let lines):
        for line in lines { try shell.printLine(line) }
      case .example(let statement, let runs):
        let lines = Wrapping.lines(ofStatement: statement, width: shell.textWidth)
        try shell.printPainted("\n" + shell.highlighted(lines.joined(separator: "\n")))
        if runs, let answer = shell.engine.example(statement) { try shell.show(answer) }
      }
    }
  }

  /// - Parameters:
  ///   - word: what is asked about, in any case; nil for all that there is.
  ///   - width: cells of the screen.
  /// - Throws: `Diagnostic` where there is nothing of that name.
  init(_ word: String?, width: Int) throws {
    let layout = HelpLayout(width: width)
    guard let word else {
      parts = [.lines(layout.overview)]
      return
    }
    let folded = Self.subject(of: word)
    let isCommand = folded.hasPrefix(".")
    let command = DotCommand.named(isCommand ? folded : "." + folded)
    let functions = isCommand ? [] : FunctionReference.named(folded)
    let topic = isCommand ? nil : HelpTopic.named(folded)
    guard command != nil || topic != nil || !functions.isEmpty else { throw Self.unknown(word) }
    parts =
      (command.map { layout.parts(of: $0) } ?? []) + functions.flatMap { layout.parts(of: $0) }
      + (topic.map { layout.parts(of: $0) } ?? [])
  }

  /// What is asked about: `count(*)` is `count`, and of several words the first that means
  /// something.
  private static func subject(of text: String) -> String {
    let words = text.lowercased().split(separator: " ").map { word in
      String(word.prefix { $0 != "(" })
    }
    let whole = words.joined(separator: " ")
    return words.first {
      HelpTopic.named($0) != nil || !FunctionReference.named($0).isEmpty
        || DotCommand.named($0) != nil
    } ?? whole
  }

  private static func unknown(_ word: String) -> Diagnostic {
    if word.hasPrefix(".") { return DotCommand.unknown(word, at: nil) }
    let names =
      HelpTopic.all.flatMap { [$0.name] + $0.aliases } + FunctionReference.all.flatMap(\.names)
      + DotCommand.all.map { String($0.name.dropFirst()) }
    let guess = Spelling.closest(to: word.lowercased(), among: names)
    return Diagnostic(
      .error, "there is no help on '\(word)'", at: nil,
      help: [guess.map { "did you mean '\($0)'?" } ?? ".help lists what there is"])
  }
}
