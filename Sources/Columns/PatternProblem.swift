/// What is wrong with a text that has a grammar of its own, such as a regular expression, and where.
package struct PatternProblem: Error, Hashable, Sendable {
  /// What was found and what was expected.
  package let message: String
  /// The bytes of the text at fault.
  package let range: Range<Int>
}
