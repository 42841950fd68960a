import Language

/// Ten questions about a table to practise on: one is put, what is answered is compared, and the
/// next follows.
///
/// It only looks on: any statement may be typed meanwhile.
final class Tutorial {
  private var table: PracticeTable
  /// The step that is asked, counted from zero; as many as there are steps once all are done.
  private(set) var position = 0
  /// What the statement that runs did last.
  private var event: TutorialEvent?

  private init(_ table: PracticeTable) { self.table = table }

  private var step: TutorialStep? {
    TutorialStep.all.indices.contains(position) ? TutorialStep.all[position] : nil
  }

  // MARK: The command

  /// Does what `.tutorial` with `word` behind it asks for.
  ///
  /// - Throws: `Diagnostic` where the word is none, or the table cannot be loaded; `Interrupted`.
  static func run(_ word: String?, in shell: Shell) throws {
    let request = try TutorialRequest(word)
    guard request != .stop else { return try stop(in: shell) }
    guard let tutorial = shell.tutorial else {
      let tutorial = Tutorial(try PracticeTable(in: shell.engine))
      shell.tutorial = tutorial
      if [.hint, .answer].contains(request) { try tutorial.perform(.current, in: shell) }
      return try tutorial.perform(request, in: shell)
    }
    try tutorial.restoreTable(in: shell)
    try tutorial.perform(request, in: shell)
  }

  private func perform(_ request: TutorialRequest, in shell: Shell) throws {
    let voice = TutorialVoice(shell)
    switch request {
    case .hint: if let step { return try voice.say("Hint: \(step.hint)") }
    case .answer: if let step { return try voice.say(statement: step.answer + ";") }
    case .next: position = min(position + 1, TutorialStep.all.count)
    case .step(let number): position = number
    case .current, .stop: break
    }
    try ask(in: shell)
    if step != nil { try voice.say(Self.ways, .faint) }
  }

  private static let ways =
    ".tutorial hint, .tutorial answer and .tutorial next help; .tutorial stop ends."

  /// Puts the question of the current step.
  private func ask(in shell: Shell) throws {
    let voice = TutorialVoice(shell)
    if let step {
      try voice.ask(step, number: position + 1)
    } else {
      try voice.say("")
      for text in TutorialStep.farewell { try voice.say(text) }
    }
  }

  /// Loads the table again where it is gone.
  private func restoreTable(in shell: Shell) throws {
    switch table.state(in: shell.engine) {
    case .asLoaded: break
    case .missing: table = try PracticeTable(in: shell.engine)
    case .other: if let taken = PracticeTable.taken(in: shell.engine) { throw taken }
    }
  }

  private static func stop(in shell: Shell) throws {
    guard let tutorial = shell.tutorial else {
      throw Diagnostic(.error, "no tutorial runs", at: nil, help: [".tutorial starts it"])
    }
    let state = tutorial.table.state(in: shell.engine)
    try tutorial.table.drop(from: shell.engine)
    shell.tutorial = nil
    let fate =
      switch state {
      case .asLoaded: "practice is dropped."
      case .missing: "practice was gone already."
      case .other: "practice is not as it was loaded, so it stays."
      }
    try TutorialVoice(shell).say("The tutorial has ended; \(fate)")
  }

  // MARK: Looking on

  /// Takes note of what the statement that runs did.
  func take(_ event: TutorialEvent) { self.event = event }

  /// Says what is to be said of a statement that has run, and goes on where it was right.
  func judge(_ item: StatementSplitter.Item, in shell: Shell) throws {
    guard let event, let step else { return }
    self.event = nil
    let voice = TutorialVoice(shell)
    guard let wanted = shell.engine.quietly(step.query) else {
      guard Self.isAnswer(item) else { return }
      return try voice.say("practice is not as it was loaded; .tutorial says what to do.")
    }
    switch step.verdict(on: event, wanted: wanted) {
    case .right:
      try voice.say(step.praise, .helpful)
      position += 1
      try ask(in: shell)
    case .unfinished(let remark), .stumbled(let remark): try voice.say(remark, .helpful)
    case .different(let difference):
      guard Self.isAnswer(item) else { return }
      try voice.say("Not yet: \(difference). .tutorial hint helps.", .doubtful)
    case .beside: break
    }
  }

  /// Whether a statement asks something of the table, so that it may be meant for an answer.
  private static func isAnswer(_ item: StatementSplitter.Item) -> Bool {
    guard case .statement(let source) = item else { return false }
    let words = source.text.lowercased().split { !$0.isLetter && $0 != "_" }
    guard let first = words.first, words.contains(Substring(PracticeTable.name)) else {
      return false
    }
    return !["describe", "summarize", "explain", "show", "check"].contains(first)
  }
}
