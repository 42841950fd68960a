import Columns
import Language

/// What an aggregate takes of a row, chosen by conditions: the branches of `sum(CASE … END)`, or of
/// `sum(…) FILTER (WHERE …)`.
struct GroupedCondition {
  /// A condition, and what counts where it is the first that is true; nil is the row itself, which
  /// `count(*)` counts.
  typealias Branch = (condition: BoundExpression, result: BoundExpression?)

  let branches: [Branch]
  /// What counts where no condition is true; nil: nothing does.
  let otherwise: BoundExpression?

  /// Functions to which a row is the same whichever group of rows it comes with, first or second.
  private static let functions: Set = ["sum", "count", "min", "max"]

  /// Nil where the aggregate has no conditions, or takes more of a row than one column: that would be
  /// computed of rows for which it is not asked.
  init?(_ call: BoundAggregate) {
    guard Self.functions.contains(call.function.name), call.orderBy.isEmpty,
      call.arguments.count <= 1
    else { return nil }
    if let filter = call.filter {
      branches = [(filter, call.arguments.first)]
      otherwise = nil
    } else if case .choose(let branches, let otherwise)? = call.arguments.first?.kind {
      self.branches = branches.map { ($0.condition, $0.result) }
      self.otherwise = otherwise
    } else {
      return nil
    }
    let results = branches.compactMap(\.result) + (otherwise.map { [$0] } ?? [])
    // A sum of rows for which it is not asked could overflow, had its values more than 64 bits.
    let isSafe = results.allSatisfy {
      $0.isCheap && (call.function.name != "sum" || $0.type.isNarrowNumber || $0.constant != nil)
    }
    guard isSafe, !columns.isEmpty else { return nil }
  }

  /// The columns that the conditions ask for.
  var columns: Set<Int> {
    branches.reduce(into: []) { $0.formUnion($1.condition.columns) }
  }
}
