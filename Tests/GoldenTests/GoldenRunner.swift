import Columns
import Execution
import Language
import Rendering

/// Prints what a script asks to see of its statements, one session a script.
struct GoldenRunner {
  private let session = Session(threads: 2)

  /// The output of one block.
  func output(of block: GoldenScript.Block) -> [String] {
    let source = Source(block.statement.joined(separator: "\n"))
    guard !block.stages.isEmpty else { return lines(result(source)) }
    return block.stages.flatMap { stage -> [String] in
      let text = lines(self.text(of: stage, source))
      return block.stages.count == 1 ? text : ["[\(stage.rawValue)]"] + text
    }
  }

  private func text(of stage: GoldenScript.Stage, _ source: Source) -> String {
    switch stage {
    case .tokens: return tokens(source)
    case .tree:
      return drawn(source) { try Parser.statement(source).tree.indented() }
    case .plan:
      let explained = Source("EXPLAIN \(source.text)")
      return drawn(explained) {
        try Self.cells(session.run(explained)).map { $0[0] }.joined(separator: "\n")
      }
    case .types:
      return drawn(source) {
        guard case .rows(let relation) = try session.run(source).content else { return "no rows" }
        return relation.fields.map { "\($0.name) \($0.type)" }.joined(separator: "\n")
      }
    case .result: return result(source)
    case .error:
      let text = result(source)
      return text.hasPrefix("error:") ? text : "no error:\n\(text)"
    }
  }

  private func tokens(_ source: Source) -> String {
    Lexer.tokens(of: source.text).map { token in
      let text = source.text(of: token.range)
      return text.isEmpty || token.kind.description == "'\(text)'"
        ? token.kind.description : "\(token.kind) \(text)"
    }.joined(separator: "\n")
  }

  private func result(_ source: Source) -> String {
    drawn(source) {
      let outcome = try session.run(source)
      let notes = outcome.notes.map { "note: \($0)\n" }.joined()
      switch outcome.content {
      case .message(let text): return "\(text)\n\(notes)"
      case .file(let relation, let path, let options):
        let sink = MemorySink()
        try OutputFormat.csv.writer().write(relation, to: sink)
        return "into \(path) as \(options.format.rawValue):\n\(sink.string)\(notes)"
      case .rows(let relation):
        let sink = MemorySink()
        try OutputFormat.box.writer().write(relation, to: sink)
        return sink.string + notes
      }
    }
  }

  /// What `body` gives, or the diagnostic that it throws.
  private func drawn(_ source: Source, _ body: () throws -> String) -> String {
    do {
      return try body()
    } catch let diagnostic as Diagnostic {
      return DiagnosticText.string(diagnostic, in: source)
    } catch {
      return "\(error)"
    }
  }

  private static func cells(_ outcome: Outcome) -> [[String]] {
    guard case .rows(let relation) = outcome.content else { return [] }
    return relation.chunks.flatMap { chunk in
      (0..<chunk.count).map { row in
        chunk.columns.map { CellText.string($0.value(row)) }
      }
    }
  }

  private func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
