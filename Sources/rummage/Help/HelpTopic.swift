/// What `.help` says of a subject that is more than one function: measures, joins, loading.
///
/// | file | subjects |
/// |---|---|
/// | `HelpTopic+Seizures.swift` | what other databases do not have: measures, codes, places |
/// | `HelpTopic+Queries.swift` | how rows are joined, grouped, cut and turned |
/// | `HelpTopic+Values.swift` | dates, texts, numbers, and values that are missing |
/// | `HelpTopic+Files.swift` | what comes from files and goes into them |
/// | `HelpTopic+Console.swift` | how results look, and the keys |
struct HelpTopic: Sendable {
  /// One word in lower case.
  let name: String
  /// Other words that people look for, in lower case.
  let aliases: [String]
  /// What it is about, in one line.
  let summary: String
  /// A fact a line, of at most ``width`` characters; a line that goes on is indented.
  let body: [String]
  /// Statements without a semicolon that run in an empty session; the first says most.
  let examples: [String]

  init(
    _ name: String, aliases: [String] = [], _ summary: String, body: [String],
    examples: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.body = body
    self.examples = examples
  }

  /// The longest line of a body, in characters: a screen of 96 with a margin.
  static let width = 92

  /// All of them, in the order of their names.
  static let all: [HelpTopic] = (seizures + queries + values + files + console)
    .sorted { $0.name < $1.name }

  /// The topic called `word`, in any case, by its name or an alias.
  static func named(_ word: String) -> HelpTopic? {
    let folded = word.lowercased()
    return all.first { $0.name == folded || $0.aliases.contains(folded) }
  }
}
