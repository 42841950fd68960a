import Language

extension BoundExpression {
  /// The terms that must all be true for this to be, with what all sides of an OR have in common
  /// taken out of it: `(a AND b) OR (a AND c)` is `a AND (b OR c)`, for NULLs as well.
  ///
  /// A join condition that is written into every side of an OR is found that way.
  var factoredConjuncts: [BoundExpression] {
    conjuncts.flatMap { term -> [BoundExpression] in
      guard case .or(let sides) = term.kind, sides.count > 1 else { return [term] }
      let parts = sides.map(\.conjuncts)
      let common = parts[0].filter { candidate in
        parts.dropFirst().allSatisfy { side in side.contains { $0.isSame(as: candidate) } }
      }
      if common.isEmpty { return [term] }
      let rests = parts.map { side in
        side.filter { part in !common.contains { $0.isSame(as: part) } }
      }
      // A side of nothing but what is common decides the OR.
      if rests.contains(where: \.isEmpty) { return common }
      let left = rests.compactMap { BoundExpression.conjunction($0) }
      return common + [BoundExpression(.or(left), type: .boolean, range: term.range)]
    }
  }
}
