import Columns
import Language
import Rendering

// Where results and messages go, and how results look there.

extension Shell {
  /// Rows drawn on a terminal where nobody can ask for the rest.
  private static let rowsOnScreen = 40
  /// Rows of the screen that a box has besides those of its result, and the prompt after it.
  private static let rowsAround = 9
  /// Rows shown on the smallest screen.
  private static let fewestRows = 5

  /// Writes a result in the current format.
  ///
  /// - Parameter seconds: what it took; nil where it is not worth telling.
  /// - Throws: `Interrupted` where Ctrl-C stops a long one.
  func show(_ relation: Relation, after seconds: Double? = nil) throws {
    let rows = splitsMeasures ? MeasureSplitting.split(relation) : relation
    var screen = screen
    screen.seconds = isInteractive ? seconds : nil
    if let path = takeOnce() {
      let format = format(for: path)
      return try WholeFile.write(path) { try format.writer().write(rows, to: ResultSink($0)) }
    }
    if pagesResults, let most = screen.maximumRows, rows.rowCount > most {
      return try page(rows: rows)
    }
    let format = format(for: outputPath)
    let isForFiles = format != .box && format != .line
    let sink: any ByteSink =
      output.isTerminal && isForFiles ? ScreenSink(output) : ResultSink(output)
    try format.writer(screen: screen).write(rows, to: sink)
  }

  /// The format that was chosen, or else that of the file at `path` that results go into.
  private func format(for path: String?) -> OutputFormat {
    hasChosenFormat ? format : path.flatMap(OutputFormat.of) ?? format
  }

  /// Shows what a statement of our own answers.
  func show(_ statement: String) throws {
    if let relation = try engine.run(Source(statement)).relation { try show(relation) }
  }

  /// Shows all of a result in the pager; without a screen, where results go.
  func page(_ relation: Relation) throws {
    guard output.isTerminal else { return try show(relation) }
    try page(rows: splitsMeasures ? MeasureSplitting.split(relation) : relation)
  }

  private func page(rows: Relation) throws {
    let screen = Screen(usesColor: usesColor(on: output) && pager.takesColor)
    try pager.show { try format.writer(screen: screen).write(rows, to: $0) }
  }

  /// Draws a result.
  ///
  /// - Parameters:
  ///   - kind: picked from its columns where it is nil.
  ///   - path: of the SVG file to write; nil for a drawing where results go.
  ///   - range: where the drawing was asked for in a statement.
  /// - Throws: `Diagnostic` where it cannot be drawn; ``FileError``.
  func draw(
    _ relation: Relation, _ kind: ChartKind?, to path: String?, at range: SourceRange? = nil
  ) throws {
    let chart: Chart
    do throws(ChartProblem) {
      chart = try Chart(relation, kind: kind)
    } catch {
      throw Diagnostic(.error, error.message, at: range, help: error.help)
    }
    tutorial?.take(.drawn(relation))
    if let path {
      guard path.lowercased().hasSuffix(".svg") else {
        throw Diagnostic(
          .error, "a chart is written as SVG, into a file that ends in .svg: not '\(path)'",
          at: range)
      }
      try WholeFile.write(path) { try $0.write(chart.svg()) }
      return try tell("\(path): a \(chart.kind.rawValue) chart")
    }
    let once = takeOnce()
    if let path = once ?? outputPath, OutputFormat.of(path) != nil {
      throw Diagnostic(
        .error, "a drawing does not go into '\(path)', whose ending promises data", at: range,
        help: ["CHART TO 'f.svg' writes it as SVG, .once f.txt as text"])
    }
    if let once {
      return try WholeFile.write(once) { try $0.write(chart.text(screen: Screen())) }
    }
    try output.write(chart.text(screen: screen))
  }

  /// Columns for text: those of the screen, or of a page.
  var textWidth: Int { output.isTerminal ? Terminal.width : 100 }

  /// A statement in colour, where results are.
  func highlighted(_ statement: String) -> String {
    usesColor(on: output) ? StatementPaint.applied(to: statement) : statement
  }

  /// Writes a line to where results go.
  func printLine(_ line: String) throws {
    try output.write((output.isTerminal ? VisibleText.lines(line) : line) + "\n")
  }

  /// Writes a line that is coloured by itself to where results go.
  func printPainted(_ line: String) throws { try output.write(line + "\n") }

  /// Writes a line to standard error.
  func tell(_ line: String) throws { try Notices.shared.tell(line) }

  func tell(_ diagnostic: Diagnostic, in source: Source) throws {
    let errors = FileOutput.standardError
    try Notices.shared.write(
      DiagnosticText.string(
        diagnostic, in: source, usesColor: usesColor(on: errors),
        width: errors.isTerminal ? Terminal.width : nil))
  }

  /// Sends results into the file at `path`; nil: to standard output again.
  ///
  /// - Parameter once: for the next result only, which makes the file.
  /// - Throws: ``FileError``.
  func redirect(to path: String?, once: Bool = false) throws {
    if let path, path.hasPrefix("|") {
      throw Diagnostic(
        .error, "results cannot be sent through a pipe from here", at: nil,
        help: ["write them into a file, and use .shell"])
    }
    if let ending = path.flatMap(OutputFormat.foreignEnding) {
      throw Diagnostic(
        .error, "a result is text, and no .\(ending) file", at: nil,
        help: [
          ending == "svg"
            ? "CHART TO 'f.svg' and .chart -o f.svg write a drawing"
            : "files end in .csv, .tsv, .json, .jsonl, .md, .html, .sql or .txt;"
              + " COPY (SELECT …) TO 'f.arrow' writes an Arrow file"
        ])
    }
    if once {
      self.once = path
    } else {
      self.once = nil
      output = try path.map { try FileOutput(creating: $0) } ?? .standardOutput
      outputPath = path
    }
  }

  private func takeOnce() -> String? {
    defer { once = nil }
    return once
  }

  private var screen: Screen {
    var screen = Screen(usesColor: usesColor(on: output))
    guard output.isTerminal else { return screen }
    let size = Terminal.size
    screen.width = size.columns
    screen.maximumRows =
      isInteractive ? max(size.rows - Self.rowsAround, Self.fewestRows) : Self.rowsOnScreen
    if isInteractive {
      screen.height = size.rows
      screen.rowHint = ".last to page"
      screen.columnHint = ".mode line shows all"
    }
    return screen
  }

  /// Whether what a person types may be in colour.
  var usesColorOnScreen: Bool {
    usesColor(on: FileOutput.standardOutput.isTerminal ? .standardOutput : .standardError)
  }

  /// Whether colours may go into `file`.
  func usesColor(on file: FileOutput) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: file.isTerminal && Terminal.allowsColor
    }
  }
}
