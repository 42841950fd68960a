import Columns
import Language

// The names of types, and the type that expressions take beside others.

extension Binder {
  /// The type that a type's name means.
  func resolve(_ name: TypeName) throws -> DataType {
    guard let type = TypeNames.type(of: name) else {
      let problem: BindingProblem =
        if TypeNames.isDecimal(name) {
          .badDecimal
        } else if let substitute = TypeNames.substitute(for: name) {
          .missingType(name.sql, substitute: substitute)
        } else {
          .unknownType(name.name, known: TypeNames.known)
        }
      throw problem.diagnostic(at: name.range)
    }
    return type
  }

  /// A cast that the statement asks for.
  func cast(
    _ value: BoundExpression, toTypeNamed name: TypeName, isTry: Bool = false,
    at range: SourceRange
  ) throws -> BoundExpression {
    let type = try resolve(name)
    guard TypeNames.readsOffsets(name), value.type == .varchar else {
      return refined(try cast(value, to: type, isTry: isTry, at: range), name, isTry: isTry)
    }
    let overload = ScalarOverload([.varchar], .timestamp) { arguments, _, _ in
      try CastKernels.readTimestampsWithOffset(arguments[0], isTry: isTry)
    }
    return folded(
      BoundExpression(
        .call(Self.operation(name, isTry: isTry), overload, [value]), type: type, range: range))
  }

  /// The value of a cast with what the type's name asks beyond its type: a narrower whole number
  /// must fit, a coarser timestamp is rounded.
  func refined(
    _ value: BoundExpression, _ name: TypeName, isTry: Bool
  ) -> BoundExpression {
    let overload: ScalarOverload
    if let bounds = TypeNames.bounds(of: name), value.type.isExact {
      let shown = name.name.uppercased()
      overload = ScalarOverload([value.type], value.type) { arguments, _, _ in
        try CastKernels.checkRange(arguments[0], bounds, typeName: shown, isTry: isTry)
      }
    } else if let unit = TypeNames.timestampUnit(of: name), value.type == .timestamp {
      overload = ScalarOverload([.timestamp], .timestamp) { arguments, _, _ in
        try CastKernels.rounded(arguments[0], toMicroseconds: unit)
      }
    } else {
      return value
    }
    return folded(
      BoundExpression(
        .call(Self.operation(name, isTry: isTry), overload, [value]), type: value.type,
        range: value.range))
  }

  /// What plans call the cast to `name`: calls of one name and the same arguments are one.
  private static func operation(_ name: TypeName, isTry: Bool) -> String {
    (isTry ? "try as " : "as ") + name.sql
  }

  /// The type that all of `expressions`, parts of `what`, take in one column.
  ///
  /// Texts written in the statement take the type of the others, where they read as one of its
  /// values.
  func commonType(of expressions: [BoundExpression], what: String) throws -> DataType {
    let open = expressions.map { expression -> DataType in
      if case .text? = expression.constant { .null } else { expression.type }
    }
    if open.contains(where: { $0 != .null }),
      let type = TypeRules.commonType(open, constants: expressions.map(\.constant)),
      (try? expressions.forEach { _ = try cast($0, to: type) }) != nil
    {
      return type
    }
    var type = DataType.null
    for expression in expressions {
      guard let common = TypeRules.commonType(type, expression.type) else {
        throw BindingProblem.noCommonType(type, expression.type, what: what)
          .diagnostic(at: expression.range)
      }
      type = common
    }
    return type
  }

  /// The two sides of a comparison, where a date is compared with a midnight as a date:
  /// `seized_on < DATE '2024-01-01' + INTERVAL 1 YEAR`.
  ///
  /// As timestamps they would say the same, of a column that has to be widened first.
  static func comparedAsDates(
    _ arguments: [BoundExpression], by function: ScalarFunction
  ) -> [BoundExpression] {
    guard arguments.count == 2,
      FunctionTable.comparisons.contains(where: { $0.name == function.name })
    else { return arguments }
    var result = arguments
    for (side, other) in [(0, 1), (1, 0)] where arguments[other].type == .date {
      guard arguments[other].constant == nil,
        case .timestamp(let microseconds)? = arguments[side].constant
      else { continue }
      let (days, time) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
      if time != 0 { continue }
      result[side] = BoundExpression(
        .constant(.date(Int32(days))), type: .date, range: arguments[side].range)
    }
    return result
  }

  /// The expression, which must be a condition.
  ///
  /// A number is true where it is not 0, as in SQLite and DuckDB; of texts only those that are
  /// written in the statement are read as true or false.
  func boolean(_ expression: BoundExpression, clause: String) throws -> BoundExpression {
    if expression.type == .boolean { return expression }
    if expression.type.isNumeric { return try cast(expression, to: .boolean) }
    if expression.type == .null || expression.constant != nil && expression.type == .varchar {
      if let condition = try? cast(expression, to: .boolean) { return condition }
    }
    throw BindingProblem.notBoolean(clause: clause, type: expression.type)
      .diagnostic(at: expression.range)
  }
}
