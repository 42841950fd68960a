import Language

/// One option: what the parser, the help, the manual, the completions and the errors know of it.
struct Option: Sendable {
  /// The value that stands behind an option.
  enum Argument: Sendable {
    case none
    /// Named so in the help.
    case required(String, Values = .free)
    /// Taken only when the next argument is one of these words.
    case optional([Word])
  }

  /// What a value may be, for those who complete it.
  enum Values: Sendable, Equatable {
    /// Nothing that could be guessed.
    case free
    case words([Word])
    /// Files whose names end so, behind a dot.
    case files([String])
    case folders
  }

  /// A value that is chosen from a list.
  struct Word: Sendable, Equatable {
    let text: String
    /// What it means, in a few words.
    let help: String
  }

  /// A name with one dash before one with two; the first is the one that errors name.
  let names: [String]
  let argument: Argument
  /// Whether each of several has its effect; otherwise the last one has.
  var repeats = false
  /// One line.
  let help: String
  /// What the manual says behind ``help``, in sentences; a word in backquotes is set in bold.
  var details = ""
  /// Puts the option's value, empty without one, into the options.
  let apply: @Sendable (String, inout Options) throws -> Void
}

extension Option {
  /// The value as the help shows it, with what parts it from the name; empty without one.
  var placeholder: String {
    switch argument {
    case .none: ""
    case .required(let name, _): " \(name)"
    case .optional(let words): " [\(words.map(\.text).joined(separator: "|"))]"
    }
  }

  /// The words that its value may be; none where it may be something else.
  var words: [Word] {
    switch argument {
    case .required(_, .words(let words)), .optional(let words): words
    case .none, .required: []
    }
  }

  /// The choice that `word` names.
  ///
  /// - Throws: ``UsageError`` with the choices and the best guess.
  static func choice<Choice: RawRepresentable<String>>(
    _ word: String, of choices: [Choice], for option: String
  ) throws -> Choice {
    if let choice = Choice(rawValue: word) { return choice }
    let words = choices.map(\.rawValue)
    throw UsageError(
      message: "\(option) wants \(words.joined(separator: ", ")), not '\(word)'"
        + Spelling.guess(word, among: words))
  }

  /// The whole number that `word` is.
  ///
  /// - Throws: ``UsageError`` where it is none, or outside the range.
  static func number(_ word: String, in range: ClosedRange<Int>, for option: String) throws -> Int {
    if let number = Int(word), range.contains(number) { return number }
    throw UsageError(
      message: "\(option) wants a number from \(range.lowerBound) to \(range.upperBound), "
        + "not '\(word)'")
  }
}
