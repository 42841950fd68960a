import Language
import Loading
import Planning

/// What `.help` tells.
enum HelpPage {
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
    guard let word else { return try showAll(in: shell) }
    let command = DotCommand.named(word.hasPrefix(".") ? word : "." + word.lowercased())
    let functions = FunctionReference.named(word)
    let topic = HelpTopic.named(word)
    if word.hasPrefix(".") || functions.isEmpty && topic == nil {
      guard let command else { throw unknown(word) }
      return try show(command, in: shell)
    }
    if let command { try show(command, in: shell) }
    for function in functions { try show(function, in: shell) }
    if let topic, functions.isEmpty || topic.name != "text" { try show(topic, in: shell) }
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

  // MARK: Everything

  private static func showAll(in shell: Shell) throws {
    try shell.printLine("A statement may run over several lines and ends with ; — try .tutorial")
    for (subject, commands) in DotCommand.bySubject {
      try shell.printLine("\n\(subject.rawValue)")
      try list(commands.map { (head(of: $0), $0.help) }, in: shell)
    }
    try shell.printLine("\nSubjects: .help measures, and so on")
    try list(HelpTopic.all.map { ($0.name, $0.summary) }, in: shell)
    try shell.printLine("\n.help NAME explains a function; .functions lists them.")
  }

  private static func head(of command: DotCommand) -> String {
    command.arguments.isEmpty ? command.name : "\(command.name) \(command.arguments)"
  }

  /// Heads in one column, what they mean in another, as wide as the screen.
  private static func list(_ rows: [(head: String, help: String)], in shell: Shell) throws {
    let width = min(rows.map(\.head.count).max() ?? 0, widestHead)
    for (head, help) in rows {
      let lines = wrapped(help, to: max(shell.textWidth - width - 4, 20))
      let padding = String(repeating: " ", count: max(width - head.count, 0))
      let first =
        head.count > width ? ["  \(head)"] : ["  \(head)\(padding)  \(lines[0])"]
      let rest = (head.count > width ? lines[...] : lines.dropFirst()).map {
        String(repeating: " ", count: width + 4) + $0
      }
      for line in first + rest { try shell.printLine(line) }
    }
  }

  private static let widestHead = 24

  /// Lines of at most `width` characters, cut between words.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  // MARK: One thing

  private static func show(_ command: DotCommand, in shell: Shell) throws {
    try shell.printLine(head(of: command))
    for line in wrapped(command.help, to: shell.textWidth - 2) { try shell.printLine("  " + line) }
    if command.name == ".load" {
      for line in LoadOptionHelp.lines(of: nil) { try shell.printLine(line) }
    }
  }

  private static func show(_ function: FunctionReference, in shell: Shell) throws {
    try shell.printLine(function.signature)
    for line in wrapped(function.help, to: shell.textWidth - 2) {
      try shell.printLine("  " + line)
    }
    let aliases = function.names.dropFirst()
    if !aliases.isEmpty {
      try shell.printLine("  also called " + aliases.joined(separator: ", "))
    }
    if let reading = FileFunction.named(function.name) {
      for line in LoadOptionHelp.lines(of: reading) { try shell.printLine(line) }
    }
    try show(example: function.example, runs: function.exampleRuns, in: shell)
  }

  private static func show(_ topic: HelpTopic, in shell: Shell) throws {
    try shell.printLine("\(topic.name): \(topic.summary)")
    for line in topic.body { try shell.printLine("  " + line) }
    for (index, example) in topic.examples.enumerated() {
      try show(example: example, runs: index == 0, in: shell)
    }
  }

  /// Writes an example as it would be typed, and what it answers.
  private static func show(example: String, runs: Bool, in shell: Shell) throws {
    if example.isEmpty { return }
    for (index, line) in example.split(separator: "\n").enumerated() {
      try shell.printLine((index == 0 ? "\n" : "") + shell.highlighted(String(line)))
    }
    if runs, let answer = shell.engine.example(example) { try shell.show(answer) }
  }
}
