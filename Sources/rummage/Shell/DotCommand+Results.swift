import Columns
import Language
import Rendering

extension DotCommand {
  /// How results look, and where they go.
  static let results: [DotCommand] = [
    DotCommand(
      ".mode", "[FORMAT [split]]", takes: 0...2,
      completing: .words(OutputFormat.allCases.map(\.rawValue)),
      "how results look: " + OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        + "; split: a measure as two columns"
    ) { arguments, shell in
      guard let word = arguments.first else {
        return try shell.printLine(shell.format.rawValue + (shell.splitsMeasures ? " split" : ""))
      }
      let format = try choice(word, of: OutputFormat.allCases, as: "format")
      shell.splitsMeasures =
        try arguments.dropFirst().first.map {
          try choice($0, of: MeasureWord.allCases, as: "way of showing measures")
        } == .split
      shell.format = format
    },
    DotCommand(
      ".chart", "[KIND] [-o FILE.svg]", takes: 0...3,
      completing: .words(ChartKind.allCases.map(\.rawValue)),
      "draw the last result: "
        + ChartKind.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", ")
    ) { try chart($0, $1) },
    DotCommand(".last", "", "the last result once more, whole, in the pager") {
      guard let last = $1.last else {
        throw Diagnostic(.error, "there is no result yet", at: nil)
      }
      try $1.page(last)
    },
    DotCommand(
      ".pager", "[on|off|COMMAND …]", takes: 0...Int.max, completing: .words(["on", "off"]),
      "whether results longer than the screen go through the pager, and which one"
    ) { try pager($0, $1) },
    DotCommand(
      ".notes", "[on|off]", takes: 0...1, completing: .words(["on", "off"]),
      "whether results carry their notes"
    ) { arguments, shell in
      guard let word = arguments.first else {
        return try shell.printLine(shell.showsNotes ? "on" : "off")
      }
      shell.showsNotes = try choice(word, of: Switch.allCases, as: "setting") == .on
    },
    DotCommand(
      ".once", "FILE", takes: 1...1, completing: .files, "write the next result into a file"
    ) { try $1.redirect(to: $0[0], once: true) },
    DotCommand(
      ".output", "[FILE]", takes: 0...1, completing: .files,
      "write results into a file; without one, to the screen again"
    ) { try $1.redirect(to: $0.first) },
    DotCommand(".print", "[TEXT …]", takes: 0...Int.max, "write a line of text") {
      try $1.printLine($0.joined(separator: " "))
    },
    DotCommand(
      ".timer", "[on|off|json]", takes: 0...1,
      completing: .words(TimerWord.allCases.map(\.rawValue)),
      "tell the time of each statement"
    ) { arguments, shell in
      switch try arguments.first.map({ try choice($0, of: TimerWord.allCases, as: "setting") }) {
      case .on: shell.timer = .text
      case .off: shell.timer = .off
      case .json: shell.timer = .json
      case nil: try shell.printLine(shell.timer == .text ? "on" : "\(shell.timer)")
      }
    },
  ]

  private enum MeasureWord: String, CaseIterable { case split, together }

  private enum Switch: String, CaseIterable { case on, off }

  private enum TimerWord: String, CaseIterable { case on, off, json }

  private static func choice<Choice: RawRepresentable<String>>(
    _ word: String, of choices: [Choice], as what: String
  ) throws -> Choice {
    if let choice = Choice(rawValue: word) { return choice }
    let words = choices.map(\.rawValue)
    let guess = Spelling.closest(to: word, among: words).map { ["did you mean '\($0)'?"] }
    throw Diagnostic(
      .error, "there is no \(what) '\(word)': it is one of \(words.joined(separator: ", "))",
      at: nil, help: guess ?? [])
  }

  /// `.chart`, `.chart line`, `.chart bar -o FILE.svg`.
  private static func chart(_ arguments: [String], _ shell: Shell) throws {
    var words = arguments
    var path: String?
    if let option = words.firstIndex(of: "-o") {
      guard words.indices.contains(option + 1) else {
        throw Diagnostic(.error, "-o wants the name of a file: .chart -o FILE.svg", at: nil)
      }
      path = words[option + 1]
      words.removeSubrange(option...(option + 1))
    }
    guard words.count <= 1 else {
      throw Diagnostic(.error, ".chart takes one kind, not '\(words[1])' too", at: nil)
    }
    let kind = try words.first.map { try choice($0, of: ChartKind.allCases, as: "kind of chart") }
    guard let last = shell.last else {
      throw Diagnostic(
        .error, "there is no result to draw yet", at: nil,
        help: ["ask something first, or end a statement with CHART"])
    }
    try shell.draw(last, kind, to: path)
  }

  private static func pager(_ words: [String], _ shell: Shell) throws {
    switch words.first {
    case nil: try shell.printLine((shell.pagesResults ? "on: " : "off: ") + shell.pager.command)
    case "on" where words.count == 1: shell.pagesResults = true
    case "off" where words.count == 1: shell.pagesResults = false
    default:
      shell.pager.command = words.joined(separator: " ")
      shell.pagesResults = true
    }
  }
}
