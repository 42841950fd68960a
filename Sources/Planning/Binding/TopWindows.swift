import Columns
import Language

/// The windows that can stand where the groups which TOP does not list are one row.
///
/// Such a window has to say the same whether those groups are one row or many. A sum over a whole
/// partition does, if the partition holds all groups of a list, and if what is added up is for
/// several groups together the sum of what it is for each.
struct TopWindows {
  /// The keys and aggregates that the values are made of.
  let grouping: Grouping
  /// The positions of the keys of PER.
  let lists: [Int]

  /// - Parameter value: over keys and aggregates.
  /// - Throws: a ``Diagnostic`` at what makes a difference.
  func check(_ value: BoundExpression) throws {
    for window in value.windows {
      guard case .aggregate(let sum) = window.call, sum.function.name == "sum",
        !sum.isDistinct, window.order.isEmpty, window.frame.isPartition
      else { throw BindingProblem.topWindow(window.name).diagnostic(at: window.range) }
      let parts = window.partition + (sum.filter.map { [$0] } ?? [])
      if let part = parts.first(where: { !$0.columns.isSubset(of: lists) }) {
        throw BindingProblem.topPartition.diagnostic(at: part.range)
      }
      if let argument = sum.arguments.first(where: { !addsUp($0) }) {
        throw BindingProblem.topSum.diagnostic(at: argument.range)
      }
    }
  }

  /// Whether the value of several groups together is the sum of their values, NULL counting as
  /// nothing.
  private func addsUp(_ value: BoundExpression) -> Bool {
    switch value.kind {
    case .column(let position):
      guard let aggregate = aggregate(position) else { return false }
      return aggregate.function.combiner?.name == "sum" && !aggregate.isDistinct
    case .cast(let inner, _):
      return TypeRules.canCastImplicitly(inner.type, value.type) && addsUp(inner)
    case .call("+", _, let terms), .call("-", _, let terms):
      // NULL in one of several terms would leave out what the others say of a group.
      return terms.allSatisfy(addsUp) && (terms.count == 1 || terms.allSatisfy(isNeverNull))
    case .call("*", _, let factors):
      return factors.count { !$0.columns.isEmpty } == 1
        && factors.allSatisfy { $0.columns.isEmpty || addsUp($0) }
    case .call("/", _, let parts): return parts[1].columns.isEmpty && addsUp(parts[0])
    case .call("convert", _, let parts): return addsUp(parts[0])
    case .choose(let branches, let otherwise):
      // COALESCE(…, 0).
      return branches.allSatisfy { branch in
        if case .call("is not null", _, let tested) = branch.condition.kind {
          branches.count == 1 && tested[0].isSame(as: branch.result) && addsUp(branch.result)
        } else {
          false
        }
      } && otherwise.map(isZero) ?? true
    default: return false
    }
  }

  private func isNeverNull(_ value: BoundExpression) -> Bool {
    switch value.kind {
    case .column(let position):
      aggregate(position)?.function.traits.contains(.zeroOverNothing) ?? false
    case .cast(let inner, let isTry): !isTry && isNeverNull(inner)
    case .choose(_, let otherwise): otherwise.map(isZero) ?? false
    default: false
    }
  }

  private func isZero(_ value: BoundExpression) -> Bool {
    switch value.kind {
    case .constant(.integer(0)), .constant(.double(0)), .constant(.decimal(unscaled: 0, _)): true
    case .cast(let inner, _): isZero(inner)
    default: false
    }
  }

  private func aggregate(_ position: Int) -> BoundAggregate? {
    let place = position - grouping.keys.count
    return grouping.aggregates.indices.contains(place) ? grouping.aggregates[place] : nil
  }
}
