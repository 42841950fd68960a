import Language
import Planning

/// Finds what may stand at the cursor.
///
///     Completer.swift               which kind of thing may stand there
///     Completer+Names.swift         keywords, tables, columns, functions
///     Completer+Texts.swift         what is in quotes: values, units, operations, branches
///     Completer+Files.swift         files
///     Completer+Commands.swift      dot-commands and their arguments
///     Completer+Options.swift       options of loading
///     StatementScope.swift          the tables whose columns may be named
struct Completer {
  let engine: Engine

  /// - Parameters:
  ///   - before: what is typed before the cursor: statements, of which the last is completed, or a
  ///     command.
  ///   - after: what stands behind it.
  func complete(before: String, after: String) -> Completion {
    var splitter = StatementSplitter()
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.dropLast() { _ = splitter.feed(line: line) }
    let last = lines.last ?? ""
    if splitter.pending == .nothing, last.first(where: { $0 != " " }) == "." {
      return completeCommand(String(last.drop { $0 == " " }))
    }
    _ = splitter.feed(line: last)
    // The splitter ended the last line, which goes on.
    let typed = String(splitter.remainder.dropLast())
    let all = Lexer.tokens(of: typed, includingComments: true).dropLast()
    // A line that ends as a comment does not go on.
    if let last = all.last, last.kind == .comment, last.range.upperBound == typed.utf8.count,
      Source(typed).text(of: last.range).hasPrefix("--")
    {
      return .none
    }
    let tokens = all.filter { $0.kind != .comment }[...]
    switch tokens.last?.kind {
    case .invalid(.unclosedString): return completeText(tokens, typed: typed, after: after)
    case .invalid(.unclosedComment): return .none
    default: return completeName(tokens, typed: typed, after: after)
    }
  }
}
