import Language

/// A wrong answer: what was expected and what was found, in words.
struct Mismatch: Equatable {
  let expected: String
  let found: String

  /// nil where both are the same.
  static func between<Answer: Equatable>(_ expected: Answer, _ found: Answer) -> Mismatch? {
    expected == found ? nil : Mismatch(expected: "\(expected)", found: "\(found)")
  }
}

/// A measurement that was not taken.
struct Failure {
  enum Reason {
    case wrongAnswer(Mismatch)
    /// The task did not get as far as an answer.
    case error(any Error)
  }

  let name: String
  let reason: Reason

  var description: String {
    switch reason {
    case .wrongAnswer(let mismatch):
      "\(name): wrong answer\n  expected \(mismatch.expected)\n  found    \(mismatch.found)"
    case .error(let error): "\(name): \(Self.words(error))"
    }
  }

  /// What went wrong, in words.
  static func words(_ error: any Error) -> String {
    (error as? Diagnostic)?.message ?? "\(error)"
  }
}
