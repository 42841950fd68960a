import Columns
import Language

/// The prompt: reads statements and dot-commands, runs them, until the user leaves.
final class Console {
  private let shell: Shell
  private var splitter = StatementSplitter()
  /// The lines typed since the last statement ended.
  private var typed: [String] = []

  init(_ shell: Shell) {
    self.shell = shell
  }

  /// Converses until Ctrl-D or `.quit`.
  func run() throws {
    Interrupts.listenToTerminal()
    let onStandardOutput = FileOutput.standardOutput.isTerminal
    let screen: FileOutput = onStandardOutput ? .standardOutput : .standardError
    guard screen.isTerminal,
      let editor = LineEditor(
        screen: screen, drawsOnStandardError: !onStandardOutput, completer: complete)
    else { return try runWithoutEditor() }
    let history = HistoryFile()
    for entry in history?.load() ?? [] { editor.remember(entry) }
    try shell.tell("Rummage \(HelpText.version). Statements end with ; and .help lists commands.")
    while !shell.wantsToLeave {
      switch editor.read(prompt: prompt) {
      case .end:
        if typed.isEmpty { return try shell.tell("") }
        // Ctrl-D in the middle of a statement drops it, as Ctrl-C does.
        try shell.tell("")
        dropStatement()
      case .interrupted: dropStatement()
      case .text(let text): try take(text, editor, history)
      }
    }
  }

  private func take(_ text: String, _ editor: LineEditor, _ history: HistoryFile?) throws {
    typed.append(text)
    let items = text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { splitter.feed(line: $0) }
    guard splitter.pending == .nothing else {
      if !items.isEmpty { try runAll(items) }
      return
    }
    let entry = typed.joined(separator: "\n")
    dropStatement()
    let end = entry.lastIndex { !$0.isWhitespace }
    if let end {
      editor.remember(String(entry[...end]))
      history?.add(String(entry[...end]))
    }
    try runAll(items)
  }

  private func runAll(_ items: [StatementSplitter.Item]) throws {
    for item in items where !shell.wantsToLeave {
      Interrupts.reset()
      do {
        // What follows a statement that failed was meant for its result.
        if try !shell.run(item) { break }
      } catch is Interrupted {
        break
      } catch is ClosedPipe {
        // The reader of a `.output` pipe is gone; the console is not.
        break
      }
    }
    Interrupts.reset()
  }

  private func dropStatement() {
    // A new one, so that errors count lines from the statement's own first.
    splitter = StatementSplitter()
    typed = []
  }

  /// The prompt for the next line: on the first the name, then what is open.
  private var prompt: String {
    let open =
      switch splitter.pending {
      case .nothing: ""
      case .statement: "..."
      case .parenthesis: "(.."
      case .string: "'.."
      case .quotedName: "\"."
      case .comment: "/*."
      }
    if typed.isEmpty { return "rummage> " }
    let sign = open.isEmpty ? "..." : open
    return String(repeating: " ", count: 7 - sign.count) + sign + "> "
  }

  private func complete(_ before: String) -> Completion {
    let earlier = typed.map { $0 + "\n" }.joined()
    return Completer(tables: shell.engine.tables, functions: shell.engine.functionNames)
      .complete(statement: earlier, line: before)
  }

  /// For a terminal that cannot be drawn on: reads plain lines.
  private func runWithoutEditor() throws {
    var input = LineInput.standardInput()
    while !shell.wantsToLeave, let line = try input.next() {
      let items = splitter.feed(line: line)
      try runAll(items)
    }
    try runAll(splitter.finish())
  }
}
