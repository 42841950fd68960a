import Columns
import Language

extension ValueError {
  /// What a statement throws where this came up at `range`: a ``Diagnostic`` about the value, or
  /// ``Interrupted`` where the user stopped the work.
  package func thrown(at range: SourceRange) -> any Error {
    self == .interrupted ? Interrupted() : BindingProblem.value(self).diagnostic(at: range)
  }
}
