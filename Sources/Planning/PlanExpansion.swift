import Columns
import Language

/// What makes several rows of one: `unnest` and series.
package struct PlanExpansion: Sendable {
  package enum Kind: Sendable {
    /// Whole numbers; the expressions are the first, the last, and the step between, BIGINTs.
    case series(includesLast: Bool)
    /// Timestamps; the expressions are two TIMESTAMPs and an INTERVAL.
    case moments(includesLast: Bool)
    /// The expressions' values, all of one type.
    case list
    /// The parts of a text; the expressions are the text and the separator.
    case split
    /// The parts of a text between matches; the expressions are the text and the regular expression.
    case splitRegex(RegexKernels.Pattern)
    /// What a group of each match of a text matched; the expressions are the text, the regular
    /// expression and the number of the group.
    case extractAll(RegexKernels.Pattern)
  }

  package let kind: Kind
  package let expressions: [BoundExpression]
  /// Of the values.
  package let type: DataType
  package let range: SourceRange

  /// The same expansion of other expressions.
  func replacing(_ new: [BoundExpression]) -> PlanExpansion {
    PlanExpansion(kind: kind, expressions: new, type: type, range: range)
  }
}
