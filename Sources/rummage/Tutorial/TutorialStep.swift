import Columns
import Language

/// One question of the tutorial, with what must be known to answer it.
struct TutorialStep: Sendable {
  /// What is to be done with the answer.
  enum Goal: Equatable, Sendable {
    case result
    case drawing
    /// A file of this name, or of any other.
    case file(String)
  }

  /// A refusal that is met on the way, and what is said of it.
  struct Stumble: Sendable {
    /// What its message has in it.
    let sign: String
    let remark: String
  }

  let title: String
  /// What is new, two to four lines on a screen of 80 columns.
  let explanation: String
  let question: String
  let hint: String
  /// What gives the figures, without a semicolon.
  let query: String
  /// Whether the question asks for an order of the rows.
  var isOrdered = false
  var goal = Goal.result
  var stumble: Stumble?
  /// Said of a right answer: why it matters.
  let praise: String

  /// A statement that does what is asked, without a semicolon.
  var answer: String {
    switch goal {
    case .result: query
    case .drawing: query + " CHART"
    case .file(let name): "COPY (\(query)) TO \(SQLText.literal(name))"
    }
  }

  /// What is to be thought of what a statement did.
  ///
  /// - Parameter wanted: the rows of ``query``.
  func verdict(on event: TutorialEvent, wanted: Relation) -> Verdict {
    switch event {
    case .refused(let diagnostic):
      guard let stumble, diagnostic.message.contains(stumble.sign) else { return .beside }
      return .stumbled(stumble.remark)
    case .shown(let found), .drawn(let found), .written(let found):
      if let difference = ResultDifference(of: found, from: wanted, isOrdered: isOrdered) {
        return .different(difference)
      }
      return unmet(by: event).map { .unfinished($0) } ?? .right
    }
  }

  enum Verdict: Equatable {
    case right
    /// The figures are right, and something is still to be done with them.
    case unfinished(String)
    case stumbled(String)
    case different(ResultDifference)
    /// It says nothing about the question.
    case beside
  }

  /// What is left to do with right figures; nil where nothing is.
  private func unmet(by event: TutorialEvent) -> String? {
    switch (goal, event) {
    case (.result, _), (.drawing, .drawn), (.file, .written): nil
    case (.drawing, _): "The figures are right. Now draw them: CHART at the end, or .chart."
    case (.file, _): "The figures are right. Now write them into a file, with COPY or .once."
    }
  }
}

/// What a statement did that a step may have asked for.
enum TutorialEvent {
  case shown(Relation)
  case drawn(Relation)
  /// Into a file.
  case written(Relation)
  case refused(Diagnostic)
}
