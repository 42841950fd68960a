import Columns

extension FunctionTable {
  /// Functions about values rather than of them.
  static let values: [ScalarFunction] = [
    typeName("typeof", help: "The name of the value's type.") { $0.description },
    typeName("pg_typeof", help: "The name of the value's type, in small letters.") {
      $0.description.lowercased()
    },
    ScalarFunction(
      "constant_or_null", signature: "constant_or_null(value, other, …)",
      help: "The value, or NULL where one of the others is.",
      example: "SELECT constant_or_null('weighed', 12.5), constant_or_null('weighed', NULL)"
    ) { types in
      guard types.count > 1 else { return nil }
      return ScalarOverload(types, types[0], handlesNulls: true) { arguments, _, _ in
        try ConditionalKernels.orNull(arguments[0], others: Array(arguments.dropFirst()))
      }
    },
    ScalarFunction(
      "try", signature: "try(value)", help: "The value, or NULL where it cannot be had.",
      example: "SELECT try(CAST('12 or so' AS BIGINT)) AS n"
    ) { types in
      guard types.count == 1 else { return nil }
      return ScalarOverload(
        types, types[0], handlesNulls: true, catchesErrors: true
      ) { arguments, _, _ in arguments[0] }
    },
    ScalarFunction(
      "error", signature: "error(message)",
      help: "Stops the statement with the message, where a row comes to it.",
      example: "SELECT if(kg < 0, error('kg below 0'), kg) AS kg FROM (VALUES (2.5)) AS t(kg)",
      overloads: [
        ScalarOverload([.varchar], .null) { arguments, _, _ in
          try ConditionalKernels.fail(arguments[0])
        }
      ]),
  ]

  private static func typeName(
    _ name: String, help: String, _ shown: @escaping @Sendable (DataType) -> String
  ) -> ScalarFunction {
    ScalarFunction(
      name, signature: "\(name)(value)", help: help,
      example: "SELECT \(name)('0507'), \(name)(2.50), \(name)(MEASURE '5 kg')"
    ) { types in
      guard types.count == 1 else { return nil }
      let text = shown(types[0])
      return ScalarOverload(types, .varchar, handlesNulls: true) { _, rows, _ in
        Vector(constant: .text(text), type: .varchar, count: rows)
      }
    }
  }
}
