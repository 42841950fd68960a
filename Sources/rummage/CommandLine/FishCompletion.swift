/// The completions of fish.
enum FishCompletion {
  static var text: String {
    """
    # Completions of fish for rummage, made by 'rummage --generate fish'.

    # Whether the words before the cursor belong to this command; main has no word.
    function __rummage_in
        set -l words (commandline -opc)
        set -l command main
        contains -- "$words[2]" \(Command.named.map(\.rawValue).joined(separator: " "))
        and set command $words[2]
        test $command = $argv[1]
    end

    function __rummage_at_first
        test (count (commandline -opc)) -eq 1
    end

    # Files with these endings, and folders.
    function __rummage_files
        set -l typed (commandline -ct | string replace -r '^--[^=]*=' '')
        set -l endings (string join '|' $argv)
        complete -C "'' $typed" | string match -eri "(?:/|\\.(?:$endings))(?:\\t|\\$)"
    end

    function __rummage_folders
        set -l typed (commandline -ct | string replace -r '^--[^=]*=' '')
        complete -C "'' $typed" | string match -er '/(?:\\t|$)'
    end

    complete -c rummage -f
    \(Command.named.map(first).joined(separator: "\n"))
    \(Command.allCases.map(completions).joined(separator: "\n"))

    """
  }

  /// The word of a command, where it may stand.
  private static func first(_ command: Command) -> String {
    "complete -c rummage -n __rummage_at_first -a \(command.rawValue) -d \(quoted(command.help))"
  }

  private static func completions(of command: Command) -> String {
    let start =
      "complete -c rummage -n '__rummage_in \(command == .main ? "main" : command.rawValue)'"
    let options = command.options.map { option in
      let names = option.names.map {
        $0.hasPrefix("--") ? "-l \($0.dropFirst(2))" : "-s \($0.dropFirst())"
      }
      return ([start] + names + ["-d \(quoted(option.help))"] + value(of: option))
        .joined(separator: " ")
    }
    return (["\(start) \(arguments(command.operands))"] + options).joined(separator: "\n")
  }

  private static func value(of option: Option) -> [String] {
    switch option.argument {
    case .none: []
    case .required(_, .free): ["-x"]
    case .required(_, let values): ["-x", arguments(values)]
    case .optional(let words): [arguments(.words(words))]
    }
  }

  private static func arguments(_ values: Option.Values) -> String {
    switch values {
    case .free: ""
    case .words(let words):
      "-a "
        + quoted(words.map { "\($0.text)\\t\(inDoubleQuotes($0.help))" }.joined(separator: " "))
    case .files(let endings): "-a \(quoted("(__rummage_files \(endings.joined(separator: " ")))"))"
    case .folders: "-a '(__rummage_folders)'"
    }
  }

  private static func inDoubleQuotes(_ text: String) -> String {
    "\"\(escaped(text, "\\\"$"))\""
  }

  private static func quoted(_ text: String) -> String { "'\(escaped(text, "\\'"))'" }

  private static func escaped(_ text: String, _ special: String) -> String {
    text.map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
