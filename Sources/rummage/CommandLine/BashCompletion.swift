/// The completions of bash, which need nothing but bash itself.
enum BashCompletion {
  static var text: String {
    """
    # Completions of bash for rummage, made by 'rummage --generate bash'.

    _rummage_words() {
      COMPREPLY+=($(compgen -W "$*" -- "$cur"))
    }

    _rummage_folders() {
      local path
      compopt -o filenames 2>/dev/null
      while IFS= read -r path; do
        COMPREPLY+=("$path")
      done < <(compgen -d -- "$cur")
    }

    # Files with these endings, and folders.
    _rummage_files() {
      local path lower
      while IFS= read -r path; do
        lower=${path,,}
        [[ " $* " == *" ${lower##*.} "* ]] && COMPREPLY+=("$path")
      done < <(compgen -f -- "$cur")
      _rummage_folders
    }

    _rummage() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= attached=
      COMPREPLY=()
      # Bash parts --name=value into three words.
      if [[ $cur == = ]]; then
        cur= attached=1
      elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]} attached=1
      fi
      # A name with blanks comes as it was typed, with a quote or backslashes.
      cur=${cur#[\\"\\']} cur=${cur//\\\\/}
      if ((COMP_CWORD > 1)); then
        case ${COMP_WORDS[1]} in
          \(names(separator: " | "))) command=${COMP_WORDS[1]} ;;
        esac
      fi
      case $command:$prev in
    \(Command.allCases.flatMap(values).joined(separator: "\n"))
      esac
      [[ $attached ]] && return
      case $command:$cur in
    \(Command.allCases.map(options).joined(separator: "\n"))
        :*)
          \(words(Command.main.operands))
          ((COMP_CWORD > 1)) || _rummage_words \(names(separator: " "))
          # Data may be named in any way.
          ((${#COMPREPLY[@]})) || compopt -o default 2>/dev/null
          ;;
    \(Command.named.map(operands).joined(separator: "\n"))
      esac
    }

    complete -F _rummage rummage

    """
  }

  /// The words of the commands.
  private static func names(separator: String) -> String {
    Command.named.map(\.rawValue).joined(separator: separator)
  }

  /// What follows each option of a command that takes a value.
  private static func values(of command: Command) -> [String] {
    command.options.compactMap { option in
      let names = option.names.map { "\(command.rawValue):\($0)" }.joined(separator: " | ")
      return switch option.argument {
      case .none: nil
      case .required(_, .free): "    \(names)) return ;;"
      case .required(_, let values): "    \(names)) \(words(values)); return ;;"
      // What follows may be something else as well.
      case .optional(let choices): "    \(names)) \(words(.words(choices))) ;;"
      }
    }
  }

  private static func options(of command: Command) -> String {
    let names = command.options.flatMap(\.names).joined(separator: " ")
    return "    \(command.rawValue):-*) _rummage_words \(names) ;;"
  }

  private static func operands(of command: Command) -> String {
    "    \(command.rawValue):*) \(words(command.operands)) ;;"
  }

  /// The call that completes such values.
  private static func words(_ values: Option.Values) -> String {
    switch values {
    case .free: ":"
    case .words(let words): "_rummage_words \(words.map(\.text).joined(separator: " "))"
    case .files(let endings): "_rummage_files \(endings.joined(separator: " "))"
    case .folders: "_rummage_folders"
    }
  }
}
