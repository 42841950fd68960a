import Columns
import Language

extension Binder {
  /// `INTERVAL '1 year 2 months'`, `INTERVAL 3 DAY`, `INTERVAL '1' MONTH`, `INTERVAL (n + 1) DAY`.
  func bind(
    intervalOf value: Expression, _ unit: IntervalUnit?, at range: SourceRange,
    _ context: inout ExpressionContext
  ) throws -> BoundExpression {
    let bound = try bind(value, &context)
    guard let unit, let part = DatePart(name: unit.rawValue),
      let function = FunctionTable.intervalFunction(of: part)
    else { return try cast(bound, to: .interval, at: range) }
    // A number in quotes is read together with its unit.
    if case .text(let text)? = bound.constant {
      guard CastKernels.isNumber(text) else {
        throw BindingProblem.unreadableLiteral(text: "\(text) \(unit.rawValue)", type: .interval)
          .diagnostic(at: value.range)
      }
      return try cast(
        BoundExpression(
          .constant(.text("\(text) \(unit.rawValue)")), type: .varchar, range: range),
        to: .interval, at: range)
    }
    return try call(function, [bound], at: range)
  }
}
