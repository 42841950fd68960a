import Language

/// Reads a command line against the option table: `--name value` and `--name=value`.
enum OptionParser {
  /// Reads the arguments behind the program's name.
  static func parse(_ arguments: [String]) throws(UsageError) -> Options {
    var options = Options()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      guard let option = Option.all.first(where: { $0.name == name }) else {
        throw unknown(argument, name)
      }
      var value = parts.count == 2 ? String(parts[1]) : nil
      if let placeholder = option.value {
        if value == nil { value = rest.popFirst() }
        if value == nil {
          throw UsageError(message: "\(name) wants a value: \(name) \(placeholder)")
        }
      } else if value != nil {
        throw UsageError(message: "\(name) takes no value")
      }
      try option.apply(value ?? "", &options)
    }
    return options
  }

  private static func unknown(_ argument: String, _ name: String) -> UsageError {
    guard name.hasPrefix("-") else {
      return UsageError(message: "'\(argument)' is no option, and nothing else is expected")
    }
    let guess = Spelling.guess(name, among: Option.all.map(\.name))
    return UsageError(
      message: "there is no option '\(name)'" + (guess.isEmpty ? "; --help lists all" : guess))
  }
}

/// What `benchmark --help` prints, made from the option table and the list of suites.
enum HelpText {
  static var text: String {
    """
    benchmark [OPTIONS]

    Makes synthetic seizures, checks every answer against one computed in another way, and only then
    takes its time. Medians of warm runs.

    Options:
    \(list(Option.all.map { ([$0.name, $0.value ?? ""].joined(separator: " "), $0.help) }))
    Suites:
    \(list(Suite.all.map { ($0.name, $0.summary) }))
    Exit status: 0 all well; 1 an answer was wrong or a measurement failed; 2 wrong usage.

    """
  }

  private static func list(_ entries: [(head: String, help: String)]) -> String {
    entries.map { entry in
      let padding = String(repeating: " ", count: max(2, 20 - entry.head.count))
      return "  \(entry.head)\(padding)\(entry.help)\n"
    }.joined()
  }
}
