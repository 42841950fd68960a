/// What `rummage --help` prints, made from the option table.
enum HelpText {
  static let version = "0.1.0"

  static var text: String {
    """
    Rummage answers questions about customs seizures, in SQL.

    rummage [OPTIONS] [DATA …]           console on a terminal; else statements from standard input
    rummage -c "SELECT …" [-c …]         run statements
    rummage -f FILE.sql [-f …]           run saved queries
    rummage test [DIR|FILE …] [--bless]  golden tests
    rummage sample-data NAME [--rows N] [--seed S] [-o DIR]   the synthetic training data

    DATA is files; each becomes a table named after its file. A pattern in quotes, '2024/*.csv', makes
    one table of several files; - is standard input. A file.sql there is run.
    Results are a box on a terminal, CSV otherwise.

    Options:
    \(list(Option.general))
    rummage test:
    \(list(Option.test.filter { $0.names.first == "--bless" }))
    rummage sample-data:
    \(list(Option.sampleData.filter { $0.names.first != "--help" }))
    Exit status: 0 all well; 1 a statement failed; 2 wrong usage; 3 a golden test failed;
    130 interrupted.

    """
  }

  /// A line for each option, the help of all in one column.
  private static func list(_ options: [Option]) -> String {
    let heads = options.map { option in
      let names = option.names.joined(separator: ", ")
      switch option.argument {
      case .none: return names
      case .required(let placeholder): return "\(names) \(placeholder)"
      case .optional(let words): return "\(names) [\(words.joined(separator: "|"))]"
      }
    }
    let width = 28
    return zip(heads, options).map { head, option in
      let padding = String(repeating: " ", count: max(width - head.count, 2))
      return "  \(head)\(padding)\(option.help)\n"
    }.joined()
  }
}
