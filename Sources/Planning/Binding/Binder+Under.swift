import Columns
import Language

extension Binder {
  /// `code UNDER branch`.
  func bind(
    under match: PatternMatch, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let code = try bind(match.value, &context)
    let branch = try bind(match.pattern, &context)
    let result = noting(code, in: try call("under", [code, branch], at: range), context)
    return match.isNegated ? try call("not", [result], at: range) : result
  }

  /// A call whose notes speak of the column that `argument` is; itself where they do not, or where it
  /// is none.
  func noting(
    _ argument: BoundExpression?, in call: BoundExpression, _ context: ExpressionContext
  ) -> BoundExpression {
    guard case .call(let name, let overload, let arguments) = call.kind,
      let noting = overload.noting, let column = argument?.column,
      context.scope.columns.indices.contains(column)
    else { return call }
    let noted = noting(context.scope.columns[column].name)
    return BoundExpression(.call(name, noted, arguments), type: call.type, range: call.range)
  }
}
