import Language

extension DotCommand {
  /// Statements that were typed, saved, or go on elsewhere.
  static let statements: [DotCommand] = [
    DotCommand(".read", "FILE.sql", takes: 1...1, completing: .files, "run a saved query") {
      if try !$1.run(file: $0[0], keepsGoing: false) { throw ToldAlready(file: $0[0]) }
    },
    DotCommand(
      ".history", "[N|WORD]", takes: 0...1,
      "list the last N statements, or those with a word in them, with their numbers"
    ) { try history($0.first, $1) },
    DotCommand(
      ".edit", "[N]", takes: 0...1,
      "edit the last statement, or that of a number in .history, in $VISUAL or $EDITOR"
    ) { try edit($0.first, $1) },
    DotCommand(
      ".param", "[NAME [VALUE]]", takes: 0...2, keepsQuotes: true,
      "list what $NAME means in statements, or give it a value: 2024, DE, or a text in quotes"
    ) { try parameter($0, $1) },
  ]

  /// Statements that are listed where nobody says how many.
  private static let listedStatements = 20

  private static func history(_ word: String?, _ shell: Shell) throws {
    let numbered = Array(shell.history.enumerated())
    let listed =
      if let word, Int(word) == nil {
        numbered.filter { $0.element.lowercased().contains(word.lowercased()) }
      } else {
        Array(numbered.suffix(max(word.flatMap { Int($0) } ?? listedStatements, 0)))
      }
    let width = listed.last.map { String($0.offset + 1).count } ?? 0
    for (index, statement) in listed {
      let number = String(index + 1)
      let margin = String(repeating: " ", count: width - number.count)
      let lineFeed = "\n" + String(repeating: " ", count: width + 2)
      let indented = statement.replacing("\n", with: lineFeed)
      try shell.printLine("\(margin)\(number)  \(indented)")
    }
  }

  private static func edit(_ word: String?, _ shell: Shell) throws {
    // The last entry is the command itself.
    let earlier = shell.history.dropLast()
    let text: String
    if let word {
      guard let number = Int(word), earlier.indices.contains(number - 1) else {
        throw Diagnostic(
          .error, "there is no statement '\(word)' in the history", at: nil,
          help: [".history lists them with their numbers"])
      }
      text = earlier[number - 1]
    } else {
      text = earlier.last { !$0.hasPrefix(".") } ?? ""
    }
    guard shell.isInteractive else {
      throw Diagnostic(.error, ".edit wants a terminal", at: nil)
    }
    guard let edited = ExternalEditor.edit(text) else {
      throw Diagnostic(
        .error, "the editor did not come to its end: the statement is as it was", at: nil,
        help: ["$VISUAL or $EDITOR names the editor"])
    }
    shell.draft = edited
  }

  private static func parameter(_ arguments: [String], _ shell: Shell) throws {
    guard let name = arguments.first else {
      for (name, value) in shell.engine.parameters { try shell.printLine("$\(name) = \(value)") }
      return
    }
    let plain = name.hasPrefix("$") ? String(name.dropFirst()) : name
    guard Identifier.isPlain(plain) else {
      throw Diagnostic(
        .error, "'\(name)' is no name of a parameter: letters, digits and underscores", at: nil)
    }
    if arguments.count > 1 { return try shell.engine.setParameter(plain, to: arguments[1]) }
    guard let known = shell.engine.parameters.first(where: { $0.name == plain.lowercased() })
    else { throw Diagnostic(.error, "$\(plain) has no value", at: nil) }
    try shell.printLine("$\(known.name) = \(known.value)")
  }
}
