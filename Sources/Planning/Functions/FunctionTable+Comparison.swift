import Columns

extension FunctionTable {
  /// Comparisons, logic, and tests for NULL.
  static let comparisons: [ScalarFunction] = [
    comparison(.equal, "=", "==", help: "Whether both sides are the same value."),
    comparison(.notEqual, "<>", "!=", help: "Whether the two sides differ."),
    comparison(.less, "<", help: "Whether the left side stands before the right one."),
    comparison(.lessOrEqual, "<=", help: "Whether the left side is not above the right one."),
    comparison(.greater, ">", help: "Whether the left side stands behind the right one."),
    comparison(.greaterOrEqual, ">=", help: "Whether the left side is not below the right one."),
    distinct("is distinct from", isNegated: false, help: "Like <>, but NULL equals NULL."),
    distinct("is not distinct from", isNegated: true, help: "Like =, but NULL equals NULL."),
    ScalarFunction(
      "and", signature: "condition AND condition", help: "Whether all conditions are true.",
      example: "SELECT kg FROM (VALUES (0.4), (5), (80)) AS t(kg) WHERE kg >= 1 AND kg < 50"
    ) { types in
      logical(types) { arguments, rows in LogicKernels.and(arguments, count: rows) }
    },
    ScalarFunction(
      "or", signature: "condition OR condition", help: "Whether one of the conditions is true.",
      example: "SELECT kg FROM (VALUES (0.4), (5), (80)) AS t(kg) WHERE kg < 1 OR kg > 50"
    ) { types in
      logical(types) { arguments, rows in LogicKernels.or(arguments, count: rows) }
    },
    ScalarFunction(
      "not", signature: "NOT condition", help: "True for false, false for true, NULL for NULL.",
      example: "SELECT kg FROM (VALUES (2.5), (NULL), (70)) AS t(kg) WHERE NOT kg > 10",
      overloads: [
        ScalarOverload([.boolean], .boolean) { arguments, _, _ in LogicKernels.not(arguments[0]) }
      ]),
    nullTest("is null", isNegated: false, help: "Whether the value is missing."),
    nullTest("is not null", isNegated: true, help: "Whether the value is there."),
    truthTest("is true", true, isNegated: false, help: "True for true, false for all else."),
    truthTest("is not true", true, isNegated: true, help: "False for true, true for all else."),
    truthTest("is false", false, isNegated: false, help: "True for false, false for all else."),
    truthTest("is not false", false, isNegated: true, help: "False for false, true for all else."),
    ScalarFunction(
      "is unknown", signature: "condition IS UNKNOWN", help: "Whether the condition is NULL.",
      overloads: [
        ScalarOverload([.boolean], .boolean, handlesNulls: true) { arguments, _, _ in
          LogicKernels.isNull(arguments[0], isNegated: false)
        }
      ]),
    ScalarFunction(
      "is not unknown", signature: "condition IS NOT UNKNOWN",
      help: "Whether the condition is true or false.",
      overloads: [
        ScalarOverload([.boolean], .boolean, handlesNulls: true) { arguments, _, _ in
          LogicKernels.isNull(arguments[0], isNegated: true)
        }
      ]),
  ]

  private static func comparison(
    _ operation: ComparisonOperator, _ names: String..., help: String
  ) -> ScalarFunction {
    ScalarFunction(names: names, signature: "value \(names[0]) value", help: help) { types, _ in
      guard let compared = comparedTypes(types) else { return nil }
      if compared[0] == .measure {
        return ScalarOverload(compared, .boolean) { arguments, _, _ in
          try MeasureArithmetic.compare(operation, arguments[0], arguments[1])
        }
      }
      return ScalarOverload(compared, .boolean) { arguments, _, _ in
        ComparisonKernels.compare(operation, arguments[0], arguments[1])
      }
    }
  }

  private static func distinct(
    _ name: String, isNegated: Bool, help: String
  ) -> ScalarFunction {
    ScalarFunction(name, signature: "value \(name.uppercased()) value", help: help) { types in
      guard let compared = comparedTypes(types) else { return nil }
      return ScalarOverload(compared, .boolean, handlesNulls: true) { arguments, _, _ in
        ComparisonKernels.distinct(arguments[0], arguments[1], isNegated: isNegated)
      }
    }
  }

  /// What two sides are cast to before they are compared. Exact numbers stay as they are, since
  /// they are compared at any two scales.
  static func comparedTypes(_ types: [DataType]) -> [DataType]? {
    guard types.count == 2 else { return nil }
    if types[0].isExact && types[1].isExact { return types }
    guard let common = TypeRules.commonType(types[0], types[1]) else { return nil }
    return [common, common]
  }

  private static func logical(
    _ types: [DataType], _ evaluate: @escaping @Sendable ([Vector], Int) -> Vector
  ) -> ScalarOverload? {
    guard !types.isEmpty, types.allSatisfy({ $0 == .boolean || $0 == .null }) else { return nil }
    return ScalarOverload(
      types.map { _ in .boolean }, .boolean, handlesNulls: true
    ) { arguments, rows, _ in evaluate(arguments, rows) }
  }

  private static func nullTest(_ name: String, isNegated: Bool, help: String) -> ScalarFunction {
    ScalarFunction(name, signature: "value \(name.uppercased())", help: help) { types in
      guard types.count == 1 else { return nil }
      return ScalarOverload(types, .boolean, handlesNulls: true) { arguments, _, _ in
        LogicKernels.isNull(arguments[0], isNegated: isNegated)
      }
    }
  }

  private static func truthTest(
    _ name: String, _ value: Bool, isNegated: Bool, help: String
  ) -> ScalarFunction {
    ScalarFunction(
      name, signature: "condition \(name.uppercased())", help: help,
      overloads: [
        ScalarOverload([.boolean], .boolean, handlesNulls: true) { arguments, _, _ in
          LogicKernels.is(value, arguments[0], isNegated: isNegated)
        }
      ])
  }
}
