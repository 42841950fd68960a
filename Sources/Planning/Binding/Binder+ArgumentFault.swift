import Columns
import Language

extension Binder {
  /// The diagnostic for a constant `argument` that a function does not take: at the part of the
  /// text at fault where the statement shows just that text, else at all of the argument.
  static func diagnostic(_ fault: ArgumentFault, _ argument: BoundExpression) -> Diagnostic {
    var range = argument.range
    if let bytes = fault.bytes, !bytes.isEmpty, case .text(let text)? = argument.constant,
      // In quotes, none of it written with a second quote or an escape.
      range.upperBound - range.lowerBound == text.utf8.count + 2
    {
      let start = range.lowerBound + 1
      range = SourceRange(start + bytes.lowerBound, start + bytes.upperBound)
    }
    return BindingProblem.value(.badArgument(fault.message)).diagnostic(at: range)
  }
}
