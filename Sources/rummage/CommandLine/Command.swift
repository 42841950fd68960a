/// What the first word of a command line chooses.
enum Command: String, CaseIterable, Sendable {
  /// No such word: data and statements.
  case main = ""
  case test
  case sampleData = "sample-data"

  /// The commands that are chosen by a word.
  static let named = allCases.filter { $0 != .main }

  /// The command of the arguments behind the program's name.
  static func chosen(by arguments: [String]) -> Command {
    arguments.first.flatMap { Command(rawValue: $0) } ?? .main
  }

  /// How it is called.
  var name: String { self == .main ? "rummage" : "rummage \(rawValue)" }

  /// How it is used, and what comes of it.
  var usages: [(form: String, meaning: String)] {
    switch self {
    case .main:
      [
        ("rummage [OPTIONS] [DATA …]", "console, or statements from standard input"),
        ("rummage -c \"SELECT …\" | -f FILE.sql", "run statements, or a saved query"),
      ] + Command.named.flatMap(\.usages)
    case .test: [("rummage test [DIR|FILE.sql …]", help)]
    case .sampleData: [("rummage sample-data NAME", help)]
    }
  }

  /// What it does, in a few words.
  var help: String {
    switch self {
    case .main: "answer questions about customs seizures in SQL"
    case .test: "hold saved queries to their answers"
    case .sampleData: "write synthetic seizures to practise on"
    }
  }

  /// What its help says below the usages; what is in backquotes is bold in the manual.
  var about: String {
    switch self {
    case .main:
      "DATA: files, '2024/*.csv' or - for standard input, a table each; a .sql is run."
    case .test:
      "Runs each NAME.sql, those in the folder `queries` where nothing is named, and compares "
        + "the rows with NAME.expected beside it. A missing expectation fails. A line "
        + "`-- tolerance 1e-9` in a query loosens the comparison of DOUBLE, and of nothing else."
    case .sampleData:
      SampleDataCommand.dataSets.map { "`\($0.text)`: \($0.help)." }.joined(separator: " ")
    }
  }

  var options: [Option] {
    switch self {
    case .main: Option.general
    case .test: Option.test
    case .sampleData: Option.sampleData
    }
  }

  /// What stands beside the options.
  var operands: Option.Values {
    switch self {
    case .main: .files(Self.dataEndings)
    case .test: .files(["sql"])
    case .sampleData: .words(SampleDataCommand.dataSets)
    }
  }

  /// The ways in which it ends that its help tells of.
  var statuses: [ExitStatus] {
    switch self {
    case .main: ExitStatus.allCases
    case .test: [.success, .wrongUsage, .goldenTestFailed, .interrupted]
    case .sampleData: []
    }
  }

  /// How the names of files that can be loaded or run usually end. Others can be loaded too.
  private static let dataEndings = [
    "csv", "tsv", "txt", "json", "jsonl", "ndjson", "xlsx", "arrow", "feather", "gz", "zst", "sql",
  ]
}
