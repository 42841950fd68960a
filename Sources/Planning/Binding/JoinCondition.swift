import Columns
import Language

/// The conditions of a join, parted into equalities between the sides and the rest.
struct JoinCondition {
  var keys: [PlanJoin.Key] = []
  var residual: BoundExpression?

  /// - Parameter leftWidth: columns at positions below it are the left side's.
  init(_ terms: [BoundExpression], leftWidth: Int) {
    var rest: [BoundExpression] = []
    for term in terms {
      guard case .call(let name, _, let written) = term.kind, written.count == 2,
        name == "=" || name == "is not distinct from", let sides = Self.ofOneType(written)
      else {
        rest.append(term)
        continue
      }
      let first = sides[0].columns
      let second = sides[1].columns
      let isFirstLeft = first.allSatisfy { $0 < leftWidth }
      let isSecondLeft = second.allSatisfy { $0 < leftWidth }
      let isFirstRight = first.allSatisfy { $0 >= leftWidth }
      let isSecondRight = second.allSatisfy { $0 >= leftWidth }
      if !first.isEmpty && !second.isEmpty && isFirstLeft && isSecondRight {
        keys.append(
          PlanJoin.Key(
            left: sides[0], right: sides[1].remapped { $0 - leftWidth },
            matchesNull: name != "="))
      } else if !first.isEmpty && !second.isEmpty && isFirstRight && isSecondLeft {
        keys.append(
          PlanJoin.Key(
            left: sides[1], right: sides[0].remapped { $0 - leftWidth },
            matchesNull: name != "="))
      } else {
        rest.append(term)
      }
    }
    residual = BoundExpression.conjunction(rest)
  }

  /// Both sides cast to one type: `=` compares exact numbers at any two scales, keys are matched
  /// by their stored numbers. Nil where no type holds all values of both sides.
  private static func ofOneType(_ sides: [BoundExpression]) -> [BoundExpression]? {
    if sides[0].type == sides[1].type { return sides }
    let digits = sides.map { TypeRules.wholeDigits($0.type) }.max() ?? 0
    guard let type = TypeRules.commonType(sides[0].type, sides[1].type),
      type == .hugeint || digits + type.scale <= DataType.maximumPrecision
    else { return nil }
    return sides.map { side in
      side.type == type
        ? side : BoundExpression(.cast(side, isTry: false), type: type, range: side.range)
    }
  }
}

extension BoundExpression {
  /// The terms that must all be true for this to be.
  package var conjuncts: [BoundExpression] {
    if case .and(let terms) = kind { return terms.flatMap(\.conjuncts) }
    return [self]
  }

  /// True where all of `terms` are; nil where there is none.
  static func conjunction(_ terms: [BoundExpression]) -> BoundExpression? {
    guard let first = terms.first else { return nil }
    if terms.count == 1 { return first }
    let range = terms.dropFirst().reduce(first.range) { $0.union($1.range) }
    return BoundExpression(.and(terms), type: .boolean, range: range)
  }
}
