/// Something to tell the analyst about a place in a statement.
///
/// It is data: the words are chosen where the trouble is found, and the drawing (source line,
/// underline, colours) belongs to the renderer.
package struct Diagnostic: Error, Sendable {
  package enum Severity: String, Sendable {
    case error, warning, note
  }

  /// A second place that explains the first, such as the quote that was never closed.
  package struct Label: Hashable, Sendable {
    package let range: SourceRange
    package let message: String

    package init(_ range: SourceRange, _ message: String) {
      self.range = range
      self.message = message
    }
  }

  /// A replacement that puts the statement right; the renderer shows the corrected line.
  package struct Fix: Hashable, Sendable {
    package let range: SourceRange
    /// The text that stands there instead; empty to delete, an empty range to insert.
    package let replacement: String

    package init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  package var severity: Severity
  /// What was found and what was expected: one line, no full stop.
  package var message: String
  /// The whole token or expression to underline; nil when the trouble has no place in the text.
  package var range: SourceRange?
  package var labels: [Label]
  /// What to write instead, in plain words, a line each.
  package var help: [String]
  /// Set only when one correction is clearly best.
  package var fix: Fix?

  package init(
    _ severity: Severity, _ message: String, at range: SourceRange?,
    labels: [Label] = [], help: [String] = [], fix: Fix? = nil
  ) {
    self.severity = severity
    self.message = message
    self.range = range
    self.labels = labels
    self.help = help
    self.fix = fix
  }
}

extension Diagnostic.Fix {
  /// The source with the replacement made; nil when the range does not lie on whole characters.
  package func applied(to text: String) -> String? {
    let bytes = text.utf8
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    let lower = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let upper = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    guard let before = String(bytes[..<lower]), let after = String(bytes[upper...]) else {
      return nil
    }
    return before + replacement + after
  }
}
