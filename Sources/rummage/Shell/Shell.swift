import Columns
import Glibc
import Language
import Rendering

/// A statement of a file that `.read` ran failed, and its error has been told.
struct ToldAlready: Error {
  let file: String
}

/// One run of the program: the session, where its results go and how they look.
///
/// Results go to the output, everything else to standard error.
final class Shell {
  let engine: Engine
  var format: OutputFormat { didSet { hasChosenFormat = true } }
  /// Whether somebody said how results are to look.
  var hasChosenFormat = false
  /// Whether a column of measures is shown as one of amounts and one of units.
  var splitsMeasures: Bool
  var timer: Options.Timer
  /// Whether notes are printed under results.
  var showsNotes = true
  /// Whether the last dot-command asked to leave.
  var wantsToLeave = false
  /// What was typed at the prompt, oldest first.
  var history: [String] = []
  /// What the next prompt begins with.
  var draft = ""

  /// The last result, for commands that do something more with it.
  var last: Relation?
  var pager = Pager()
  /// Whether results longer than the screen go through the pager.
  var pagesResults = false
  /// Whether a person types what is run.
  var isInteractive = false
  /// The tutorial that runs, and looks at what statements do.
  var tutorial: Tutorial?

  let color: Options.Color
  /// Files that are being run, each by a `.read` in the one before.
  private var openFiles = 0
  private static let mostOpenFiles = 32
  var output: FileOutput
  /// The file that `.output` named.
  var outputPath: String?
  /// The file that `.once` named, for the next result.
  var once: String?

  init(_ options: Options) {
    // A report that nobody can read is no reason to stop a load.
    engine = Engine(
      threads: options.threads, isStrict: options.isStrict,
      inputHoldsStatements: options.inputs.isEmpty
    ) { line in
      try? Notices.shared.tell(line)
    }
    output = .standardOutput
    format = options.format ?? (FileOutput.standardOutput.isTerminal ? .box : .csv)
    hasChosenFormat = options.format != nil
    splitsMeasures = options.splitsMeasures
    timer = options.timer
    color = options.color
  }

  // MARK: Statements

  /// Runs one statement, writes its result, and tells its time when asked to.
  ///
  /// - Returns: whether it succeeded; if not, its error has been told.
  /// - Throws: ``ClosedPipe``, and `Interrupted` where Ctrl-C stopped it.
  func run(_ statement: Source) throws -> Bool {
    try timed(statement) { watch in
      let answer = try engine.run(statement)
      watch.resultIsComplete(rows: answer.relation?.rowCount ?? 0)
      if let relation = answer.relation {
        last = relation
        if let chart = answer.chart {
          try draw(relation, chart.kind, to: chart.path, at: chart.range)
        } else {
          let isOnScreen = once == nil && output === FileOutput.standardOutput
          try show(relation, after: watch.work)
          tutorial?.take(isOnScreen ? .shown(relation) : .written(relation))
        }
      }
      if let file = answer.file {
        try file.write()
        tutorial?.take(.written(file.relation))
      }
      watch.resultIsWritten()
      if showsNotes {
        if let message = answer.message ?? answer.file?.message { try tell(message) }
        for note in answer.notes { try tell("note: \(note)") }
      }
    }
  }

  /// Runs one dot-command; see ``run(_:)``.
  func runDotCommand(_ line: Source) throws -> Bool {
    try timed(line) { watch in
      try DotCommand.run(line.text, in: self)
      watch.resultIsComplete(rows: 0)
      watch.resultIsWritten()
    }
  }

  /// Runs all statements and dot-commands of a text.
  ///
  /// - Returns: whether all succeeded. Unless `keepsGoing`, those behind the first that failed are
  ///   not run.
  func run(all text: String, name: String?, keepsGoing: Bool) throws -> Bool {
    var succeeded = true
    for item in StatementSplitter.items(of: text, name: name) {
      succeeded = try run(item) && succeeded
      if wantsToLeave || !succeeded && !keepsGoing { break }
    }
    return succeeded
  }

  /// Runs a statement or a dot-command, as its own method does.
  func run(_ item: StatementSplitter.Item) throws -> Bool {
    // Ctrl-C between two statements is meant for both.
    if Interrupts.wasInterrupted {
      try tell("interrupted")
      throw Interrupted()
    }
    let succeeded =
      switch item {
      case .statement(let source): try run(source)
      case .command(let source): try runDotCommand(source)
      }
    try tutorial?.judge(item, in: self)
    return succeeded
  }

  /// Runs all statements of a file, with the parameters that it declares.
  func run(file path: String, keepsGoing: Bool) throws -> Bool {
    guard openFiles < Self.mostOpenFiles else {
      let message = "'\(path)' is read by a file that it reads itself"
      try tell(Diagnostic(.error, message, at: nil), in: Source(""))
      return false
    }
    openFiles += 1
    defer { openFiles -= 1 }
    let text: String
    do {
      var input = try LineInput(path: path)
      text = try input.rest()
    } catch let error as FileError {
      try tell(Diagnostic(.error, error.message, at: nil), in: Source(""))
      return false
    }
    let source = Source(text, name: path)
    do {
      return try engine.declaringParameters(of: source) {
        try run(all: text, name: path, keepsGoing: keepsGoing)
      }
    } catch let diagnostic as Diagnostic {
      try tell(diagnostic, in: source)
      return false
    }
  }

  /// Loads a file of data and tells how it went.
  ///
  /// - Returns: whether it succeeded.
  func load(_ path: String) throws -> Bool {
    do {
      try engine.load(LoadCommand([path]))
      return true
    } catch let diagnostic as Diagnostic {
      try tell(diagnostic, in: Source(""))
      return false
    }
  }

  /// Loads files of data one after the other, until one fails unless `keepsGoing`.
  ///
  /// - Returns: whether all succeeded.
  func load(all paths: [String], keepsGoing: Bool) throws -> Bool {
    var succeeded = true
    for path in paths where succeeded || keepsGoing { succeeded = try load(path) && succeeded }
    return succeeded
  }

  private func timed(_ source: Source, _ body: (inout Stopwatch) throws -> Void) throws -> Bool {
    var watch = Stopwatch()
    do {
      try body(&watch)
      if let line = watch.report(timer) { try tell(line) }
      return true
    } catch let diagnostic as Diagnostic {
      tutorial?.take(.refused(diagnostic))
      try tell(diagnostic, in: source)
      if timer == .json { try tell(Stopwatch.report(error: diagnostic.message)) }
      return false
    } catch let error as FileError {
      try tell(Diagnostic(.error, error.message, at: nil), in: source)
      if timer == .json { try tell(Stopwatch.report(error: error.message)) }
      return false
    } catch let told as ToldAlready {
      if timer == .json {
        try tell(Stopwatch.report(error: "'\(told.file)' was not run to its end"))
      }
      return false
    } catch let interrupted as Interrupted {
      try tell("interrupted")
      if timer == .json { try tell(Stopwatch.report(error: "interrupted")) }
      throw interrupted
    }
  }

  /// What the prompt is to begin with, once.
  func takeDraft() -> String {
    defer { draft = "" }
    return draft
  }
}
