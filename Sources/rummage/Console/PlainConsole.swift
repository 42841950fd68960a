import Language

/// The prompt on a terminal that cannot be drawn on: lines come as the terminal hands them over.
///
/// Where nobody would see a prompt there is none.
struct PlainConsole {
  private let shell: Shell

  init(_ shell: Shell) { self.shell = shell }

  /// Converses until Ctrl-D or `.quit`.
  func run() throws {
    if FileOutput.standardError.isTerminal { try shell.tell(Console.greeting) }
    var input = LineInput.standardInput()
    var splitter = StatementSplitter()
    while !shell.wantsToLeave {
      try prompt(splitter.pending)
      do {
        guard let line = try input.next() else { break }
        try Console.runAll(splitter.feed(line: line), in: shell)
      } catch is InputInterrupted {
        // Ctrl-C drops what was typed of a statement.
        splitter = StatementSplitter()
        Interrupts.reset()
        try shell.tell("")
      }
    }
    try Console.runAll(splitter.finish(), in: shell)
  }

  private func prompt(_ pending: StatementSplitter.Pending) throws {
    guard FileOutput.standardError.isTerminal else { return }
    try FileOutput.standardError.write(pending == .nothing ? "rummage> " : "    ...> ")
  }
}
