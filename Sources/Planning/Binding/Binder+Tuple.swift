import Columns
import Language

extension Binder {
  /// A comparison of two rows of values; nil where the sides are not both rows.
  ///
  /// Rows are equal where all their values are, and ordered by the first that differs.
  func bindRows(
    _ symbol: BinaryOperator, _ left: Expression, _ right: Expression, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundExpression? {
    guard case .tuple(let a) = left.kind, case .tuple(let b) = right.kind else { return nil }
    guard a.count == b.count, !a.isEmpty else {
      throw BindingProblem.valuesLength(expected: a.count, found: b.count)
        .diagnostic(at: right.range)
    }
    let pairs = try zip(a, b).map { (try bind($0, &context), try bind($1, &context)) }
    func compared(_ name: String, _ pair: (BoundExpression, BoundExpression)) throws
      -> BoundExpression
    {
      try call(name, [pair.0, pair.1], at: range)
    }
    func connected(_ terms: [BoundExpression], isAnd: Bool) -> BoundExpression {
      terms.count == 1
        ? terms[0]
        : folded(BoundExpression(isAnd ? .and(terms) : .or(terms), type: .boolean, range: range))
    }
    switch symbol {
    case .equal: return connected(try pairs.map { try compared("=", $0) }, isAnd: true)
    case .notEqual: return connected(try pairs.map { try compared("<>", $0) }, isAnd: false)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let strict = symbol == .less || symbol == .lessOrEqual ? "<" : ">"
      var result = try compared(symbol.rawValue, pairs[pairs.count - 1])
      for pair in pairs.dropLast().reversed() {
        result = connected(
          [
            try compared(strict, pair),
            connected([try compared("=", pair), result], isAnd: true),
          ], isAnd: false)
      }
      return result
    default: return nil
    }
  }
}
