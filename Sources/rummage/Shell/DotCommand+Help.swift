import Columns
import Language
import Planning

extension DotCommand {
  /// Finding out what there is.
  static let helping: [DotCommand] = [
    DotCommand(
      ".help", "[COMMAND|FUNCTION|SUBJECT]", takes: 0...Int.max, completing: .topics,
      "list commands and subjects, or explain one, or a function, with an example"
    ) { try HelpPage.show($0.isEmpty ? nil : $0.joined(separator: " "), in: $1) },
    DotCommand(
      ".functions", "[WORD]", takes: 0...1,
      "list the functions that statements can call, or those with a word in name or purpose"
    ) { try functions($0.first, $1) },
    DotCommand(
      ".tutorial", "[hint|answer|next|stop|STEP]", takes: 0...1,
      completing: .words(TutorialRequest.texts),
      "ten questions on practice data; what you type is compared with the answer"
    ) { try Tutorial.run($0.first, in: $1) },
  ]

  /// A row a function, as a result, so that every format can show the list.
  private static func functions(_ word: String?, _ shell: Shell) throws {
    let word = word?.lowercased()
    let found = FunctionReference.all.filter { function in
      guard let word else { return true }
      return (function.names + [function.signature.lowercased(), function.help.lowercased()])
        .contains { $0.contains(word) }
    }
    guard !found.isEmpty else {
      throw Diagnostic(.error, "no function has '\(word ?? "")' in its name or purpose", at: nil)
    }
    let columns: [(name: String, values: [String])] = [
      ("name", found.map(\.name)), ("kind", found.map(\.kind.rawValue)),
      ("written", found.map(\.signature)), ("help", found.map(\.help)),
    ]
    try shell.show(
      Relation(
        fields: columns.map { Field(name: $0.name, type: .varchar) },
        chunks: [
          Chunk(
            count: found.count,
            columns: columns.map { Vector($0.values.map { .text($0) }, type: .varchar) })
        ]))
  }
}
