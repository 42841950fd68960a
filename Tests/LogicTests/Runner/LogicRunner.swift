/// Runs a script on a database and keeps what was not as it should be.
struct LogicRunner<Database: LogicDatabase> {
  /// A record that did not come to what the script says.
  struct Failure: CustomStringConvertible {
    let line: Int
    let sql: String
    let complaint: String

    var description: String { "line \(line): \(sql)\n\(complaint)" }
  }

  private(set) var database: Database
  private(set) var passed = 0
  private(set) var skipped = 0
  private(set) var failures: [Failure] = []
  /// Why the rest of the script was left out, if it was.
  private(set) var reasonToStop: String?

  private let comparison: LogicComparison
  private var variables: [(name: String, value: String)] = []
  private var answers: [String: [[String]]] = [:]
  private var isSkipping = false
  private var isHalted = false

  /// - Parameter isStrict: whether the script was written for this program, so that messages and
  ///   the looks of values count too.
  init(_ database: Database, isStrict: Bool) {
    self.database = database
    comparison = LogicComparison(isStrict: isStrict)
  }

  mutating func run(_ script: LogicScript) { run(script.steps) }

  private mutating func run(_ steps: [LogicScript.Step]) {
    for step in steps {
      if isHalted { return }
      switch step {
      case .halt: isHalted = true
      case .skipRest(let reason):
        reasonToStop = reason
        isHalted = true
      case .skipping(let isSkipping): self.isSkipping = isSkipping
      case .malformed(let text, let line):
        failures.append(Failure(line: line, sql: text, complaint: "not a line of this format"))
      case .loop(let names, let values, let body):
        for round in values where !isHalted {
          variables += zip(names, round).map { ($0, $1) }
          run(body)
          variables.removeLast(names.count)
        }
      case .record(let record):
        if isSkipping || !applies(record.conditions) {
          skipped += 1
        } else {
          run(record)
        }
      }
    }
  }

  private func applies(_ conditions: [LogicScript.Condition]) -> Bool {
    conditions.allSatisfy { condition in
      let parts = condition.subject.split(separator: "=", maxSplits: 1).map(String.init)
      let isMet =
        parts.count == 2
        ? variables.contains { $0.name == parts[0] && $0.value == parts[1] }
        : condition.subject == "rummage"
      return isMet == condition.isOnly
    }
  }

  /// `text` with the variables of loops in place.
  private func filled(_ text: String) -> String {
    var text = text
    for (name, value) in variables.reversed() where text.contains("{") {
      text = text.replacing("${\(name)}", with: value).replacing("{\(name)}", with: value)
    }
    return text
  }

  private mutating func run(_ record: LogicScript.Record) {
    let sql = filled(record.sql)
    let result = database.run(sql)
    if let complaint = complaint(result, record.expectation) {
      failures.append(Failure(line: record.line, sql: sql, complaint: complaint))
    } else {
      passed += 1
    }
    if case .broken = result { isHalted = true }
  }

  private mutating func complaint(
    _ result: LogicResult, _ expectation: LogicScript.Expectation
  ) -> String? {
    switch (expectation, result) {
    case (_, .broken(let problem)): return problem
    case (.anything, _), (.success, .done), (.success, .rows): return nil
    case (.success, .failed(let message)), (.answer, .failed(let message)):
      return "error: \(message)"
    case (.failure, .done), (.failure, .rows): return "no error"
    case (.failure(let expected), .failed(let message)):
      guard comparison.isStrict, let expected, !expected.isEmpty else { return nil }
      let part = filled(expected)
      let isMet =
        part.hasPrefix("<REGEX>:")
        ? LogicComparison.matches(message, String(part.dropFirst(8))) : message.contains(part)
      return isMet ? nil : "expected an error with: \(part)\nfound: \(message)"
    case (.answer, .done): return "no rows"
    case (.answer(var answer), .rows(let rows)):
      answer.lines = answer.lines.map { $0.map(filled) }
      return comparison.complaint(rows, answer) ?? labelComplaint(rows, answer)
    }
  }

  /// What is wrong with an answer that must equal an earlier one.
  private mutating func labelComplaint(
    _ rows: [[String?]], _ answer: LogicScript.Answer
  ) -> String? {
    guard let label = answer.label else { return nil }
    let cells = LogicText.typed.cells(rows, types: answer.types)
    let values = answer.order == .asGiven ? cells : cells.sorted { "\($0)" < "\($1)" }
    guard let known = answers[label] else {
      answers[label] = values
      return nil
    }
    return known == values ? nil : "differs from the answer before it under the label \(label)"
  }
}
