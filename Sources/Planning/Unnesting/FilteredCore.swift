import Columns
import Language

/// A query as a plan without arguments and the conditions, with arguments, that its rows must meet.
///
/// For queries of which the order of rows does not matter.
struct FilteredCore {
  private(set) var plan: Plan
  /// Over the columns of ``plan``.
  private(set) var conditions: [BoundExpression] = []
  /// The columns of the query over those of ``plan``.
  private(set) var outputs: [BoundExpression]

  /// - Parameter keepsDuplicates: whether it matters how often a row is there.
  /// - Returns: nil where arguments are read below a join, an aggregate, a limit.
  init?(_ query: Plan, keepsDuplicates: Bool) {
    plan = query
    outputs = query.fields.enumerated().map { position, field in
      BoundExpression(.column(position), type: field.type, range: SourceRange(at: 0))
    }
    while plan.isCorrelated {
      switch plan.node {
      case .project(let input, let expressions):
        replace(by: input) { expressions[$0] }
      case .aggregate(let input, let keys, let aggregates)
      where aggregates.isEmpty && !keys.isEmpty && !keepsDuplicates:
        replace(by: input) { keys[$0] }
      case .filter(let input, let predicate):
        conditions += predicate.conjuncts
        plan = input
      case .sort(let input, _, nil):
        plan = input
      default: return nil
      }
    }
  }

  private mutating func replace(by input: Plan, _ expression: (Int) -> BoundExpression) {
    conditions = conditions.map { $0.replacingColumns(expression) }
    outputs = outputs.map { $0.replacingColumns(expression) }
    plan = input
  }
}
