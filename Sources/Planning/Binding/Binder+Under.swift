import Columns
import Language

extension Binder {
  /// `code UNDER branch`, which knows the column that its notes speak of.
  func bind(
    under match: PatternMatch, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let code = try bind(match.value, &context)
    let branch = try bind(match.pattern, &context)
    var result = try call("under", [code, branch], at: range)
    if case .call(let name, let overload, let arguments) = result.kind, overload.countsNotes,
      let column = code.column, context.scope.columns.indices.contains(column)
    {
      let noted = FunctionTable.under(
        branch: branch.constant, column: context.scope.columns[column].name)
      result = BoundExpression(.call(name, noted, arguments), type: result.type, range: range)
    }
    return match.isNegated ? try call("not", [result], at: range) : result
  }
}
