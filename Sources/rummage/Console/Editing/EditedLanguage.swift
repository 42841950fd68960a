import Rendering

/// What the editor must know of the text that is typed into it.
protocol EditedLanguage: AnyObject {
  /// Whether Enter hands the text over, and does not begin another line of it.
  func isComplete(_ text: String) -> Bool

  /// What stands before each line of `text`.
  ///
  /// - Parameter columns: of the screen.
  func prompts(of text: String, columns: Int) -> [String]

  /// Whether anything may be in colour, or bold.
  var usesColor: Bool { get }

  /// The colours of `text`.
  func paints(of text: String) -> [StatementPaint]

  /// What may stand at the cursor, between `before` and `after`.
  func completion(before: String, after: String) -> Completion

  /// What to tell beneath the text while it is being typed.
  var status: String? { get }

  /// Lines to tell above the text, once.
  func takeNews() -> String
}
