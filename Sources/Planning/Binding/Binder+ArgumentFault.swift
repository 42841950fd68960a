import Columns
import Language

extension Binder {
  /// The diagnostic for what is wrong with a call at `range`: at the part of an argument's text at
  /// fault where the statement shows just that text, else at all of the argument, or of the call.
  static func diagnostic(
    _ fault: ArgumentFault, _ arguments: [BoundExpression], at range: SourceRange
  ) -> Diagnostic {
    let problem = BindingProblem.value(.badArgument(fault.message))
    guard let index = fault.argument, arguments.indices.contains(index) else {
      return problem.diagnostic(at: range)
    }
    var place = arguments[index].range
    if let bytes = fault.bytes, !bytes.isEmpty, case .text(let text)? = arguments[index].constant,
      // In quotes, none of it written with a second quote or an escape.
      place.count == text.utf8.count + 2
    {
      let start = place.lowerBound + 1
      place = SourceRange(start + bytes.lowerBound, start + bytes.upperBound)
    }
    var diagnostic = problem.diagnostic(at: place)
    diagnostic.help += fault.help
    if let guess = fault.guess {
      diagnostic.help.insert("did you mean '\(guess)'?", at: 0)
      diagnostic.fix = Diagnostic.Fix(place, SQLText.literal(guess))
    }
    return diagnostic
  }
}
