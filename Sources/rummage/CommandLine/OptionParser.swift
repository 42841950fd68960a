import Language

/// Reads a command line against the options of its command.
///
/// `--name value`, `--name=value` and `-n value` are read; `--` ends the options.
struct OptionParser {
  private let command: Command
  private var options: Options
  private var rest: ArraySlice<String>
  private var words: [String] = []

  /// Reads the arguments behind the program's name.
  ///
  /// - Throws: ``UsageError``.
  static func parse(_ arguments: [String]) throws -> Options {
    switch Command.chosen(by: arguments) {
    case .test:
      var parser = OptionParser(.test, arguments.dropFirst())
      parser.options.action = .test(paths: [], bless: false)
      try parser.read()
      if case .test(_, let bless) = parser.options.action {
        parser.options.action = .test(paths: parser.words, bless: bless)
      }
      return parser.options
    case .sampleData:
      return try parseSampleData(arguments.dropFirst())
    case .main:
      if let refusal = arguments.first.flatMap(Unbuilt.refusal) {
        throw UsageError(message: refusal)
      }
      var parser = OptionParser(.main, arguments[...])
      try parser.read()
      for word in parser.words {
        if word.hasSuffix(".sql") {
          parser.options.inputs.append(.file(word))
        } else {
          parser.options.data.append(word)
        }
      }
      return parser.options
    }
  }

  private static func parseSampleData(_ arguments: ArraySlice<String>) throws -> Options {
    var parser = OptionParser(.sampleData, arguments)
    parser.options.action = .sampleData(SampleDataRequest(name: ""))
    try parser.read()
    guard case .sampleData(var request) = parser.options.action else { return parser.options }
    guard let name = parser.words.first else {
      throw UsageError(message: "sample-data wants the name of a data set")
    }
    if parser.words.count > 1 {
      throw UsageError(
        message: "sample-data makes one data set at a time; '\(parser.words[1])' is one too many")
    }
    request.name = name
    parser.options.action = .sampleData(request)
    return parser.options
  }

  private init(_ command: Command, _ arguments: ArraySlice<String>) {
    self.command = command
    options = Options()
    rest = arguments
  }

  /// Takes all arguments: options are applied, the others collected.
  private mutating func read() throws {
    while let argument = rest.popFirst() {
      if argument == "--" {
        words.append(contentsOf: rest)
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        words.append(argument)
        continue
      }
      try readOption(argument)
    }
  }

  private mutating func readOption(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let attached = argument.hasPrefix("--") && parts.count == 2 ? String(parts[1]) : nil
    let name = attached == nil ? argument : String(parts[0])
    guard let option = command.options.first(where: { $0.names.contains(name) }) else {
      throw UsageError(
        message: Unbuilt.refusal(of: name) ?? "there is no option '\(name)'"
          + Spelling.guess(name, among: command.options.flatMap(\.names)))
    }
    var value = attached
    switch option.argument {
    case .none:
      if attached != nil { throw UsageError(message: "\(name) takes no value") }
    case .required:
      if value == nil { value = rest.popFirst() }
      if value == nil {
        throw UsageError(message: "\(name) wants a value: \(name)\(option.placeholder)")
      }
    case .optional:
      let words = option.words.map(\.text)
      if let attached, !words.contains(attached) {
        throw UsageError(
          message: "\(name) wants \(words.joined(separator: " or ")) or nothing, not '\(attached)'")
      }
      if value == nil, let next = rest.first, words.contains(next) { value = rest.popFirst() }
    }
    try option.apply(value ?? "", &options)
  }
}
