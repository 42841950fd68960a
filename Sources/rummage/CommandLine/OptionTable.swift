import Rendering

extension Option {
  /// The options of `rummage`, in the order of the help.
  static let general: [Option] = [
    Option(
      names: ["-c", "--command"], argument: .required("SQL"), repeats: true,
      help: "run statements",
      details: "Statements are parted by semicolons; dot-commands stand on lines of their own."
    ) { $1.inputs.append(.command($0)) },
    Option(
      names: ["-f", "--file"], argument: .required("FILE.sql", .files(["sql"])), repeats: true,
      help: "run a saved query",
      details: "`-c` and `-f` run in the order in which they are given, `.sql` files among the "
        + "data behind them."
    ) { $1.inputs.append(.file($0)) },
    Option(
      names: ["--format"],
      argument: .required(
        "FORMAT",
        .words(OutputFormat.allCases.map { Word(text: $0.rawValue, help: $0.summary) })),
      help: OutputFormat.allCases.map(\.rawValue).joined(separator: " "),
      details: "Without it, results are drawn as `box` on a terminal and written as `csv` into a "
        + "file or a pipe."
    ) { $1.format = try choice($0, of: OutputFormat.allCases, for: "--format") },
    Option(
      names: ["--split-measures"], argument: .none,
      help: "show a measure as two columns, the amount and the unit"
    ) { $1.splitsMeasures = true },
    Option(
      names: ["--timer"], argument: .optional([Word(text: "json", help: "a line of JSON each")]),
      help: "tell the time of each statement; json: a line of JSON",
      details: "Times go to standard error. With `json` each statement and each dot-command gives "
        + "one line when its result is written: milliseconds until the result was complete, "
        + "its rows, and milliseconds of writing; or the error."
    ) { $1.timer = $0 == "json" ? .json : .text },
    threads,
    Option(
      names: ["--param"], argument: .required("NAME=VALUE"), repeats: true,
      help: "what $NAME means: 2024, DE, or a text in quotes",
      details: "Statements use the value as `$NAME`. A value that is written as a literal of SQL "
        + "is one; any other is text. A saved query may declare a parameter with its type and "
        + "default, by a line `-- param year INTEGER = 2024` before its first statement."
    ) {
      let parts = $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, Identifier.isPlain(String(parts[0])) else {
        throw UsageError(message: "--param wants NAME=VALUE, not '\($0)'")
      }
      $1.parameters.append(
        StatementParameter(name: String(parts[0]), value: String(parts[1])))
    },
    Option(
      names: ["--init"], argument: .required("FILE.sql", .files(["sql"])),
      help: "run FILE.sql first, not ~/.config/rummage/init.sql"
    ) { $1.initialization = .file($0) },
    Option(names: ["--no-init"], argument: .none, help: "run nothing first") {
      $1.initialization = .none
    },
    Option(
      names: ["--keep-going"], argument: .none, help: "go on after an error",
      details: "The exit status tells of the error all the same."
    ) { $1.keepsGoing = true },
    Option(
      names: ["--strict"], argument: .none, help: "a rejected row or cell is an error",
      details:
        "Otherwise what does not fit its column is left out, counted in the load report, and "
        + "listed by `.rejects` with the reason."
    ) { $1.isStrict = true },
    Option(
      names: ["--color"],
      argument: .required(
        "WHEN", .words(Options.Color.allCases.map { Word(text: $0.rawValue, help: $0.help) })),
      help: "auto, always or never; NO_COLOR is honoured",
      details: "`auto` colours on a terminal alone, `always` in files and pipes too."
    ) { $1.color = try choice($0, of: Options.Color.allCases, for: "--color") },
    Option(
      names: ["--generate"],
      argument: .required(
        "WHAT", .words(Document.allCases.map { Word(text: $0.rawValue, help: $0.help) })),
      help: "print the manual page, or the completions of a shell",
      details: "`man` is this page; `bash`, `zsh` and `fish` are the shells."
    ) { $1.action = .generate(try choice($0, of: Document.allCases, for: "--generate")) },
    Option(names: ["--version"], argument: .none, help: "print the version") {
      $1.action = .version
    },
    help(of: .main),
  ]

  /// The options of `rummage test`.
  static let test: [Option] = [
    Option(
      names: ["--bless"], argument: .none, help: "write the results down as what is expected"
    ) { _, options in
      if case .test(let paths, _) = options.action {
        options.action = .test(paths: paths, bless: true)
      }
    },
    threads, help(of: .test),
  ]

  /// The options of `rummage sample-data`.
  static let sampleData: [Option] = [
    Option(
      names: ["--rows"], argument: .required("N"),
      help: "how many seizures; \(NumberGrouping.string(SampleDataCommand.standardRows)) without it"
    ) {
      let rows = try number($0, in: 1...1_000_000_000, for: "--rows")
      $1.changeSampleData { $0.rows = rows }
    },
    Option(
      names: ["--seed"], argument: .required("S"), help: "another seed, other data",
      details: "The same rows and seed give the same bytes on every machine."
    ) {
      guard let seed = UInt64($0) else {
        throw UsageError(message: "--seed wants a whole number, not '\($0)'")
      }
      $1.changeSampleData { $0.seed = seed }
    },
    Option(
      names: ["-o", "--output"], argument: .required("DIR", .folders),
      help: "a folder to write into; the name of the data set without it"
    ) { value, options in
      options.changeSampleData { $0.directory = value }
    },
    help(of: .sampleData),
  ]

  private static let threads = Option(
    names: ["--threads"], argument: .required("N"), help: "work on at most N threads",
    details: "Without it there is one for each processor. Any number gives the same bits."
  ) { $1.threads = try number($0, in: 1...1024, for: "--threads") }

  private static func help(of command: Command) -> Option {
    Option(names: ["-h", "--help"], argument: .none, help: "print this help") {
      $1.action = .help(command)
    }
  }
}

extension Options.Color {
  /// When results are coloured.
  fileprivate var help: String {
    switch self {
    case .auto: "on a terminal alone"
    case .always: "in files and pipes too"
    case .never: "not at all"
    }
  }
}

extension Options {
  fileprivate mutating func changeSampleData(_ change: (inout SampleDataRequest) -> Void) {
    if case .sampleData(var request) = action {
      change(&request)
      action = .sampleData(request)
    }
  }
}
