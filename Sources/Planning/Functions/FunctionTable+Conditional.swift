import Columns

extension FunctionTable {
  /// Functions that choose among their arguments.
  static let conditionals: [ScalarFunction] = [
    ScalarFunction(
      names: ["coalesce"], signature: "coalesce(value, …)",
      help: "The first value that is not NULL.",
      example: "SELECT coalesce(NULL, 'GB', 'Unknown') AS origin", resolver: choosing),
    ScalarFunction(
      names: ["ifnull", "nvl"], signature: "ifnull(value, otherwise)",
      help: "The value, or the other one where it is NULL.",
      example: "SELECT ifnull(NULL, 'Unknown') AS transit"
    ) { types, constants in types.count == 2 ? choosing(types, constants) : nil },
    ScalarFunction(
      "nullif", signature: "nullif(value, other)", help: "The value, or NULL where both are equal.",
      example: "SELECT nullif('Unknown', 'Unknown') AS origin"
    ) { types in
      guard let compared = comparedTypes(types) else { return nil }
      return ScalarOverload(compared, compared[0], handlesNulls: true) { arguments, _, _ in
        try ConditionalKernels.nullIf(arguments[0], arguments[1])
      }
    },
    ScalarFunction(
      names: ["if", "iff"], signature: "if(condition, value, otherwise)",
      help: "The first value where the condition is true, else the second.",
      example: "SELECT kg, if(kg >= 10, 'large', 'small') AS size FROM (VALUES (2), (70)) AS t(kg)"
    ) { types, constants in
      guard types.count == 3, types[0] == .boolean || types[0] == .null,
        let common = TypeRules.commonType(
          Array(types[1...]), constants: Array(constants[1...]))
      else { return nil }
      return ScalarOverload(
        [.boolean, common, common], common, handlesNulls: true
      ) { arguments, _, _ in
        try ConditionalKernels.choose(arguments[0], arguments[1], arguments[2], type: common)
      }
    },
    extreme("greatest", wantsGreatest: true, help: "The greatest value; NULLs are left out."),
    extreme("least", wantsGreatest: false, help: "The least value; NULLs are left out."),
  ]

  private static func choosing(_ types: [DataType], _ constants: [Value?]) -> ScalarOverload? {
    guard !types.isEmpty, let common = TypeRules.commonType(types, constants: constants) else {
      return nil
    }
    return ScalarOverload(
      types.map { _ in common }, common, handlesNulls: true
    ) { arguments, rows, _ in
      try ConditionalKernels.coalesce(arguments, type: common, count: rows)
    }
  }

  private static func extreme(
    _ name: String, wantsGreatest: Bool, help: String
  ) -> ScalarFunction {
    ScalarFunction(
      names: [name], signature: "\(name)(value, …)", help: help,
      example: "SELECT \(name)(net, gross) FROM (VALUES (4, 5), (NULL, 3)) AS t(net, gross)"
    ) { types, constants in
      guard !types.isEmpty, let common = TypeRules.commonType(types, constants: constants) else {
        return nil
      }
      return ScalarOverload(
        types.map { _ in common }, common, handlesNulls: true
      ) { arguments, rows, _ in
        try ConditionalKernels.extreme(
          arguments, wantsGreatest: wantsGreatest, type: common, count: rows)
      }
    }
  }
}
