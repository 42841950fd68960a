import Columns
import Language
import Rendering

/// The prompt: reads statements and dot-commands, runs them, until the user leaves.
final class Console {
  private let shell: Shell
  let usesColor: Bool
  /// How long Tab waits for data that is coming in, in milliseconds.
  private static let patience = 1_000
  /// Data that is still coming in; nil where there is none.
  private var loading: BackgroundLoad?
  private let data: [String]
  private let keepsGoing: Bool

  /// - Parameters:
  ///   - data: files to load first.
  ///   - keepsGoing: whether those behind one that fails are loaded as well.
  init(_ shell: Shell, loading data: [String], keepsGoing: Bool) {
    self.shell = shell
    self.data = data
    self.keepsGoing = keepsGoing
    usesColor = shell.usesColorOnScreen
  }

  /// Converses until Ctrl-D or `.quit`.
  func run() throws {
    shell.isInteractive = true
    Interrupts.listenToTerminal()
    let onStandardOutput = FileOutput.standardOutput.isTerminal
    let screen: FileOutput = onStandardOutput ? .standardOutput : .standardError
    guard screen.isTerminal, !Terminal.isDumb else { return try runPlain() }
    let history = HistoryFile()
    guard
      let editor = LineEditor(
        screen: screen, drawsOnStandardError: !onStandardOutput, language: self,
        earlierEntries: { history?.load() ?? [] })
    else { return try runPlain() }
    try shell.tell(Self.greeting)
    if !data.isEmpty {
      loading = BackgroundLoad(data, into: shell, keepsGoing: keepsGoing)
    }
    while true {
      switch editor.read(loading == nil ? shell.takeDraft() : "") {
      case .end:
        try endLoading(stopping: true)
        return
      case .interrupted(let wasEmpty): if wasEmpty { try endLoading(stopping: true) }
      case .text(let text):
        let leaves = [".quit", ".exit"].contains(Self.plain(Self.meaning(of: text)))
        let isInterrupted = try endLoading(stopping: leaves)
        remember(text, editor, history)
        // Ctrl-C while it waited for the data was meant for it too.
        if !isInterrupted { try run(text) }
        if shell.wantsToLeave { return }
      }
    }
  }

  private func runPlain() throws {
    _ = try shell.load(all: data, keepsGoing: keepsGoing)
    try PlainConsole(shell).run()
  }

  /// Waits until the data is there, or is not coming any more.
  ///
  /// - Returns: whether Ctrl-C was pressed meanwhile.
  @discardableResult private func endLoading(stopping: Bool) throws -> Bool {
    guard let loading else { return false }
    if stopping { loading.stop(shell.engine.cancellation) }
    try loading.wait()
    self.loading = nil
    defer { Interrupts.reset() }
    guard Interrupts.wasInterrupted else { return false }
    // A load that was at its end already has not told of it.
    if !loading.wasCutShort { try shell.tell("interrupted") }
    return true
  }

  static let greeting =
    "Rummage \(HelpText.version). Statements end with ; and .help tells what there is."

  private func remember(_ text: String, _ editor: LineEditor, _ history: HistoryFile?) {
    if let end = text.lastIndex(where: { !$0.isWhitespace }) {
      let entry = String(text[...end])
      editor.remember(entry)
      history?.add(entry)
    }
    shell.history = editor.entries
  }

  private func run(_ text: String) throws {
    try Self.runAll(StatementSplitter.items(of: Self.meaning(of: text)), in: shell)
  }

  /// The words by which other consoles are left or asked for help, and the commands that do it here.
  private static let otherWords = [
    "help": ".help", "?": ".help", "\\?": ".help", "\\h": ".help", "quit": ".quit", "exit": ".quit",
    "\\q": ".quit", "\\d": ".tables", "\\dt": ".tables",
  ]

  /// `text`, or the command that it stands for.
  private static func meaning(of text: String) -> String { otherWords[plain(text)] ?? text }

  /// `text` in small letters, with single blanks between its words.
  private static func plain(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ").lowercased()
  }

  /// Runs statements one after the other, until one fails or Ctrl-C is pressed, be it before the
  /// first has begun.
  static func runAll(_ items: [StatementSplitter.Item], in shell: Shell) throws {
    for item in items where !shell.wantsToLeave {
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
}

extension Console: EditedLanguage {
  func isComplete(_ text: String) -> Bool {
    if Self.otherWords[Self.plain(text)] != nil { return true }
    var splitter = StatementSplitter()
    for line in Self.lines(of: text) { _ = splitter.feed(line: line) }
    return splitter.pending == .nothing
  }

  /// The name before the first line, what is open before the others.
  func prompts(of text: String, columns: Int) -> [String] {
    // A narrow screen has few cells to spare.
    let isNarrow = columns < 40
    var prompts = [isNarrow ? "> " : "rummage> "]
    var splitter = StatementSplitter()
    for line in Self.lines(of: text).dropLast() {
      _ = splitter.feed(line: line)
      let sign = Self.sign(of: splitter.pending)
      prompts.append(isNarrow ? "\(sign)" : "     \(sign)> ")
    }
    return prompts
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func sign(of pending: StatementSplitter.Pending) -> String {
    switch pending {
    case .nothing, .statement: " …"
    case .parenthesis: "(…"
    case .string: "'…"
    case .quotedName: "\"…"
    case .comment: "*…"
    }
  }

  func paints(of text: String) -> [StatementPaint] { StatementPaint.of(text) }

  func completion(before: String, after: String) -> Completion {
    // While data is loaded the tables are not there to be asked.
    if let loading, !loading.ends(within: Self.patience) { return .none }
    return Completer(engine: shell.engine).complete(before: before, after: after)
  }

  var status: String? { Notices.shared.progress }

  func takeNews() -> String {
    guard let loading, loading.hasEnded else { return Notices.shared.take() }
    self.loading = nil
    return Notices.shared.release()
  }
}
