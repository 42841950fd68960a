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
      help: "The value, or NULL where one of the others is."
    ) { types in
      guard types.count > 1 else { return nil }
      return ScalarOverload(types, types[0], handlesNulls: true) { arguments, _, _ in
        try ConditionalKernels.orNull(arguments[0], others: Array(arguments.dropFirst()))
      }
    },
    ScalarFunction(
      "try", signature: "try(value)", help: "The value, or NULL where it cannot be had."
    ) { types in
      guard types.count == 1 else { return nil }
      return ScalarOverload(
        types, types[0], handlesNulls: true, catchesErrors: true
      ) { arguments, _, _ in arguments[0] }
    },
    ScalarFunction(
      "error", signature: "error(message)",
      help: "Stops the statement with the message, where a row comes to it.",
      overloads: [
        ScalarOverload([.varchar], .null) { arguments, _, _ in
          try ConditionalKernels.fail(arguments[0])
        }
      ]),
  ]

  private static func typeName(
    _ name: String, help: String, _ shown: @escaping @Sendable (DataType) -> String
  ) -> ScalarFunction {
    ScalarFunction(name, signature: "\(name)(value)", help: help) { types in
      guard types.count == 1 else { return nil }
      let text = shown(types[0])
      return ScalarOverload(types, .varchar, handlesNulls: true) { _, rows, _ in
        Vector(constant: .text(text), type: .varchar, count: rows)
      }
    }
  }
}
