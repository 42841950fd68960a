import Language

/// A text with the place of an expected error marked in it: `SELECT a «FORM» t`.
///
/// `«»` marks an empty range, such as the end of the statement.
struct MarkedText {
  let text: String
  let range: SourceRange?

  init(_ marked: String) {
    let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
    let inside = parts.dropFirst().first?.split(separator: "»", omittingEmptySubsequences: false)
    guard parts.count == 2, let inside, inside.count == 2 else {
      text = marked
      range = nil
      return
    }
    text = String(parts[0] + inside[0] + inside[1])
    let lower = parts[0].utf8.count
    range = SourceRange(lower, lower + inside[0].utf8.count)
  }
}
