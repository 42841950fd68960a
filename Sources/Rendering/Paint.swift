/// What colour says: each meaning has one look, everywhere.
package enum Paint: String, Sendable {
  /// Column names, the word `error`.
  case strong = "\u{1B}[1m"
  /// What stands back: types, NULL, borders, counts.
  case faint = "\u{1B}[2m"
  /// What is wrong.
  case wrong = "\u{1B}[1;31m"
  /// What may be wrong.
  case doubtful = "\u{1B}[1;33m"
  /// What to do about it; what was added.
  case helpful = "\u{1B}[36m"
  /// Figures below zero.
  case negative = "\u{1B}[31m"
  /// Words of the language, in a statement.
  case keyword = "\u{1B}[1;34m"
  /// Functions that a statement calls.
  case function = "\u{1B}[34m"
  /// Texts in quotes.
  case literal = "\u{1B}[32m"
  /// Numbers and parameters in a statement.
  case number = "\u{1B}[35m"

  /// Ends every paint.
  package static let end = "\u{1B}[0m"

  /// `text` in this colour, or bare where colour is off.
  package func on(_ text: String, if usesColor: Bool) -> String {
    usesColor ? "\(rawValue)\(text)\(Self.end)" : text
  }
}

extension ByteBuffer {
  /// Appends what `body` appends, in the colour `paint` where colour is on.
  mutating func append(
    _ paint: Paint, if usesColor: Bool, _ body: (inout ByteBuffer) -> Void
  ) {
    if usesColor { append(paint.rawValue) }
    body(&self)
    if usesColor { append(Paint.end) }
  }
}
