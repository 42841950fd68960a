import Language
import Rendering

/// One option: what the parser, the help and the errors know about it.
struct Option: Sendable {
  /// The value that stands behind an option.
  enum Argument: Sendable {
    case none
    /// Named so in the help.
    case required(String)
    /// Taken only when the next argument is one of these words.
    case optional([String])
  }

  /// The first is the one that errors name.
  let names: [String]
  let argument: Argument
  let help: String
  /// Puts the option's value, empty without one, into the options.
  let apply: @Sendable (String, inout Options) throws -> Void
}

extension Option {
  /// The options of `rummage`, in the order of the help.
  static let general: [Option] = [
    Option(names: ["-c", "--command"], argument: .required("STATEMENTS"), help: "run statements") {
      $1.inputs.append(.command($0))
    },
    Option(names: ["-f", "--file"], argument: .required("FILE.sql"), help: "run a saved query") {
      $1.inputs.append(.file($0))
    },
    Option(
      names: ["--format"], argument: .required("FORMAT"),
      help: OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
    ) { $1.format = try choice($0, of: OutputFormat.allCases, for: "--format") },
    Option(
      names: ["--split-measures"], argument: .none,
      help: "show a measure as two columns, the amount and the unit"
    ) { $1.splitsMeasures = true },
    Option(
      names: ["--timer"], argument: .optional(["json"]),
      help: "tell the time of each statement; json: a line of JSON each"
    ) { $1.timer = $0 == "json" ? .json : .text },
    Option(names: ["--threads"], argument: .required("N"), help: "work on at most N threads") {
      $1.threads = try number($0, in: 1...1024, for: "--threads")
    },
    Option(
      names: ["--init"], argument: .required("FILE.sql"),
      help: "run FILE.sql first, not ~/.config/rummage/init.sql"
    ) { $1.initialization = .file($0) },
    Option(names: ["--no-init"], argument: .none, help: "run nothing first") {
      $1.initialization = .none
    },
    Option(names: ["--keep-going"], argument: .none, help: "go on after an error") {
      $1.keepsGoing = true
    },
    Option(
      names: ["--color"], argument: .required("WHEN"),
      help: "auto, always or never; NO_COLOR is honoured"
    ) { $1.color = try choice($0, of: Options.Color.allCases, for: "--color") },
    Option(names: ["--strict"], argument: .none, help: "a rejected row or cell is an error") {
      $1.isStrict = true
    },
    Option(
      names: ["--param"], argument: .required("NAME=VALUE"),
      help: "what $NAME means: 2024, DE, or a text in quotes"
    ) {
      let parts = $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, Identifier.isPlain(String(parts[0])) else {
        throw UsageError(message: "--param wants NAME=VALUE, not '\($0)'")
      }
      $1.parameters.append(
        StatementParameter(name: String(parts[0]), value: String(parts[1])))
    },
    version, help,
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
    threads, help,
  ]

  /// The options of `rummage sample-data`.
  static let sampleData: [Option] = [
    Option(names: ["--rows"], argument: .required("N"), help: "rows of the main table") {
      let rows = try number($0, in: 1...1_000_000_000, for: "--rows")
      $1.changeSampleData { $0.rows = rows }
    },
    Option(names: ["--seed"], argument: .required("S"), help: "another seed, other data") {
      guard let seed = UInt64($0) else {
        throw UsageError(message: "--seed wants a whole number, not '\($0)'")
      }
      $1.changeSampleData { $0.seed = seed }
    },
    Option(names: ["-o", "--output"], argument: .required("DIR"), help: "where to write") {
      value, options in
      options.changeSampleData { $0.directory = value }
    },
    help,
  ]

  private static var threads: Option {
    Option(names: ["--threads"], argument: .required("N"), help: "work on at most N threads") {
      $1.threads = try number($0, in: 1...1024, for: "--threads")
    }
  }

  private static let version = Option(
    names: ["--version"], argument: .none, help: "print the version"
  ) { $1.action = .version }

  private static let help = Option(
    names: ["--help", "-h"], argument: .none, help: "print this help"
  ) { $1.action = .help }

  private static func choice<Choice: RawRepresentable<String>>(
    _ word: String, of choices: [Choice], for option: String
  ) throws -> Choice {
    if let choice = Choice(rawValue: word) { return choice }
    let words = choices.map(\.rawValue)
    throw UsageError(
      message: "\(option) wants \(words.joined(separator: ", ")), not '\(word)'"
        + Spelling.guess(word, among: words))
  }

  private static func number(
    _ word: String, in range: ClosedRange<Int>, for option: String
  ) throws -> Int {
    if let number = Int(word), range.contains(number) { return number }
    throw UsageError(
      message: "\(option) wants a number from \(range.lowerBound) to \(range.upperBound), "
        + "not '\(word)'")
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
