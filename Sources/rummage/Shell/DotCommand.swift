import Language

/// One dot-command: what the parser, `.help` and the completion know about it.
struct DotCommand: Sendable {
  /// What may stand behind the name.
  enum Completion: Sendable {
    case nothing
    case words([String])
    case tables
    case topics
    case files
    case folders
    /// A file, then options of loading.
    case load
  }

  /// What it is about: the help lists commands so.
  enum Subject: String, CaseIterable, Sendable {
    case data = "Data"
    case results = "Results"
    case statements = "Statements"
    case session = "Session"
    case help = "Help"
  }

  /// With the dot.
  let name: String
  /// The arguments as the help shows them: `[off]` may be left out.
  let arguments: String
  let help: String
  /// How many arguments there may be.
  let count: ClosedRange<Int>
  let completion: Completion
  /// Whether arguments are handed on with the quotes around them.
  let keepsQuotes: Bool
  let run: @Sendable (_ arguments: [String], Shell) throws -> Void

  init(
    _ name: String, _ arguments: String, takes count: ClosedRange<Int> = 0...0,
    completing completion: Completion = .nothing, keepsQuotes: Bool = false, _ help: String,
    _ run: @escaping @Sendable ([String], Shell) throws -> Void
  ) {
    self.name = name
    self.arguments = arguments
    self.help = help
    self.count = count
    self.completion = completion
    self.keepsQuotes = keepsQuotes
    self.run = run
  }

  /// Runs the command that `line` holds.
  ///
  /// - Throws: `Diagnostic` where there is no such command or its arguments do not fit; what the
  ///   command throws.
  static func run(_ line: String, in shell: Shell) throws {
    var words = try self.words(of: line)
    guard let first = words.first else { return }
    words.removeFirst()
    // A semicolon is a habit, not a part of the command.
    let typed = first.text.hasSuffix(";") ? String(first.text.dropLast()) : first.text
    if let last = words.last, last.text.hasSuffix(";"), line.utf8.last == UInt8(ascii: ";"),
      ![".print", ".shell"].contains(typed)
    {
      words[words.count - 1].text.removeLast()
      if words[words.count - 1].text.isEmpty { words.removeLast() }
    }
    guard let command = named(typed) else {
      throw unknown(typed, at: first.range)
    }
    guard command.count.contains(words.count) else {
      throw Diagnostic(
        .error,
        "\(command.name) takes \(command.arguments.isEmpty ? "no arguments" : command.arguments)",
        at: SourceRange(0, line.utf8.count))
    }
    try command.run(
      words.map { command.keepsQuotes ? written($0, in: line) : $0.text }, shell)
  }

  /// A word as it stands in the line, quotes and all, without a semicolon at its end.
  private static func written(
    _ word: (text: String, range: SourceRange), in line: String
  ) -> String {
    let text = String(Source(line).text(of: word.range))
    return text.hasSuffix(";") ? String(text.dropLast()) : text
  }

  /// All commands, in the order of their names.
  static let all: [DotCommand] = bySubject.flatMap(\.commands).sorted { $0.name < $1.name }

  /// The commands of each subject, in the order in which they are best read.
  static let bySubject: [(subject: Subject, commands: [DotCommand])] = [
    (.data, data), (.results, results), (.statements, statements), (.session, session),
    (.help, helping),
  ]

  /// The command called `name`.
  static func named(_ name: String) -> DotCommand? { all.first { $0.name == name } }

  static func unknown(_ name: String, at range: SourceRange?) -> Diagnostic {
    if let refusal = Unbuilt.refusal(of: name) { return Diagnostic(.error, refusal, at: range) }
    let begun = all.map(\.name).filter { $0.hasPrefix(name) }
    let guess =
      begun.count == 1 ? begun.first : Spelling.closest(to: name, among: all.map(\.name))
    return Diagnostic(
      .error, "there is no command '\(name)'", at: range,
      help: guess.map { ["did you mean '\($0)'?"] } ?? [".help lists the commands"])
  }

  /// The words of a command line: what stands in quotes is one word.
  ///
  /// - Throws: `Diagnostic` where a quote is not closed.
  static func words(of line: String) throws -> [(text: String, range: SourceRange)] {
    var words: [(text: String, range: SourceRange)] = []
    var bytes: [UInt8] = []
    var start: Int?
    var quote: (byte: UInt8, position: Int)?
    var isSecondQuote = false
    let line = Array(line.utf8)
    for (position, byte) in line.enumerated() {
      if isSecondQuote {
        isSecondQuote = false
      } else if let open = quote {
        let isDoubled = byte == open.byte && position + 1 < line.count && line[position + 1] == byte
        // A quote inside quotes is doubled, as in a statement.
        if isDoubled { isSecondQuote = true }
        if byte == open.byte, !isDoubled { quote = nil } else { bytes.append(byte) }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = (byte, position)
        start = start ?? position
      } else if byte <= 0x20 {
        if let begin = start {
          words.append((String(decoding: bytes, as: UTF8.self), SourceRange(begin, position)))
        }
        start = nil
        bytes = []
      } else if byte == UInt8(ascii: "~"), start == nil, let home = Environment["HOME"],
        position + 1 == line.count || line[position + 1] <= 0x20
          || line[position + 1] == UInt8(ascii: "/")
      {
        start = position
        bytes = Array(home.utf8)
      } else {
        start = start ?? position
        bytes.append(byte)
      }
    }
    if let quote {
      throw Diagnostic(
        .error, "this quote is not closed", at: SourceRange(quote.position, quote.position + 1))
    }
    if let start {
      words.append((String(decoding: bytes, as: UTF8.self), SourceRange(start, line.count)))
    }
    return words
  }
}
