import Rendering

/// How the tutorial speaks: on standard output, wherever results go, on lines that fit the screen.
struct TutorialVoice {
  private let shell: Shell
  private let usesColor: Bool
  /// Long lines are hard to read.
  private static let widest = 80

  init(_ shell: Shell) {
    self.shell = shell
    usesColor = shell.usesColor(on: .standardOutput)
  }

  private var width: Int {
    FileOutput.standardOutput.isTerminal ? min(Terminal.width, Self.widest) : Self.widest
  }

  /// Says a sentence or two.
  func say(_ text: String, _ paint: Paint? = nil) throws {
    try write(Wrapping.lines(of: text, width: width), paint)
  }

  /// Shows a statement.
  func say(statement: String) throws {
    let text = Wrapping.lines(ofStatement: statement, width: width).joined(separator: "\n")
    try write([usesColor ? StatementPaint.applied(to: text) : text])
  }

  /// Puts the question of a step, counted from one.
  func ask(_ step: TutorialStep, number: Int) throws {
    let count = TutorialStep.all.count
    try write([""])
    try say("Step \(number) of \(count): \(step.title)", .strong)
    try write(
      Wrapping.lines(of: step.explanation, width: width - 2).map { "  " + $0 })
    try say("Question: \(step.question)", .strong)
  }

  private func write(_ lines: [String], _ paint: Paint? = nil) throws {
    for line in lines {
      try FileOutput.standardOutput.write(
        (paint?.on(line, if: usesColor) ?? line) + "\n")
    }
  }
}
