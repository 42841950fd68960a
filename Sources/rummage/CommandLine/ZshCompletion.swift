/// The completions of zsh, for a folder in its `fpath` or to be read by `source`.
enum ZshCompletion {
  static var text: String {
    """
    #compdef rummage
    # Completions of zsh for rummage, made by 'rummage --generate zsh'.

    _rummage_data() {
      if ((CURRENT > 2)); then
        _files -g '\(pattern(of: Command.main.operands))'
      else
        _alternative \\
          \(quoted("commands:command:" + words(commands))) \\
          \(quoted("data:data:" + action(Command.main.operands)))
      fi
    }

    _rummage() {
      if ((CURRENT > 2)); then
        case $words[2] in
    \(Command.named.map(branch).joined(separator: "\n"))
        esac
      fi
      _arguments -S : \\
    \(specifications(Command.main, indent: 4).joined(separator: " \\\n")) \\
        '*:data:_rummage_data'
    }

    if [[ $funcstack[1] == _rummage ]]; then
      _rummage "$@"
    else
      compdef _rummage rummage
    fi

    """
  }

  private static var commands: [Option.Word] {
    Command.named.map { Option.Word(text: $0.rawValue, help: $0.help) }
  }

  private static func branch(of command: Command) -> String {
    """
          \(command.rawValue))
            shift words
            ((CURRENT--))
            _arguments -S : \\
    \(specifications(command, indent: 10).joined(separator: " \\\n")) \\
              \(quoted("*:" + operand(command.operands)))
            return
            ;;
    """
  }

  /// What `_arguments` is told of each option: its names, which exclude each other unless it
  /// repeats, its help, and its value.
  private static func specifications(_ command: Command, indent: Int) -> [String] {
    command.options.map { option in
      let isOptional = if case .optional = option.argument { true } else { false }
      let takesValue = if case .none = option.argument { false } else { true }
      let names = option.names.map { $0 + (takesValue && $0.hasPrefix("--") ? "=" : "") }
      let before = option.repeats ? "*" : "(\(option.names.joined(separator: " ")))"
      let behind =
        "[\(escaped(option.help, "[]:"))]"
        + (takesValue ? (isOptional ? "::" : ":") + value(of: option) : "")
      let written =
        names.count == 1
        ? quoted(before + names[0] + behind)
        : "\(quoted(before)){\(names.joined(separator: ","))}\(quoted(behind))"
      return String(repeating: " ", count: indent) + written
    }
  }

  private static func value(of option: Option) -> String {
    switch option.argument {
    case .none: ""
    case .required(let name, let values): "\(escaped(name, ":")):\(action(values))"
    case .optional(let words): "value:\(action(.words(words)))"
    }
  }

  private static func operand(_ values: Option.Values) -> String {
    if case .words = values { "name:\(action(values))" } else { "file:\(action(values))" }
  }

  private static func action(_ values: Option.Values) -> String {
    switch values {
    case .free: " "
    case .words(let choices): words(choices)
    case .files: "_files -g \"\(pattern(of: values))\""
    case .folders: "_files -/"
    }
  }

  /// Files, of which the ending may be in capitals.
  private static func pattern(of values: Option.Values) -> String {
    guard case .files(let endings) = values else { return "*" }
    return "*.(#i)(\(endings.joined(separator: "|")))(-.)"
  }

  /// Words with what they mean, which zsh reads as words in double quotes, and then once more.
  private static func words(_ words: [Option.Word]) -> String {
    let pairs = words.map { word in
      let help = escaped(escaped(escaped(word.help, "\\"), "\\\"$`"), ":")
      return "\(word.text)\\:\"\(help)\""
    }
    return "((\(pairs.joined(separator: " "))))"
  }

  private static func escaped(_ text: String, _ special: String) -> String {
    text.map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
