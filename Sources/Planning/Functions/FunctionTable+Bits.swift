import Columns

extension FunctionTable {
  /// Operators on the bits of whole numbers.
  static let bits: [ScalarFunction] = [
    bitwise(.and, "&", signature: "whole & whole", help: "The bits that are set in both numbers."),
    bitwise(.or, "|", signature: "whole | whole", help: "The bits that are set in either number."),
    bitwise(
      .exclusiveOr, "xor", signature: "xor(whole, whole)",
      help: "The bits that are set in just one of the numbers.",
      example: "SELECT xor(6, 3)"),
    bitwise(
      .shiftLeft, "<<", signature: "whole << places",
      help: "The bits moved to the left: times 2 for each place."),
    bitwise(
      .shiftRight, ">>", signature: "whole >> places",
      help: "The bits moved to the right: divided by 2 for each place."),
    ScalarFunction(
      "bit_count", signature: "bit_count(whole)", help: "How many bits of the number are set.",
      example: "SELECT bit_count(7)"
    ) { types in
      guard types.count == 1, let type = wholeType(types) else { return nil }
      return ScalarOverload([type], .bigint) { arguments, _, _ in
        try BitwiseKernels.count(arguments[0])
      }
    },
  ]

  /// The common type of whole numbers; nil where one is something else.
  static func wholeType(_ types: [DataType]) -> DataType? {
    guard let common = TypeRules.commonType(types) else { return nil }
    if common == .null { return .bigint }
    return common == .bigint || common == .hugeint ? common : nil
  }

  private static func bitwise(
    _ operation: BitwiseOperator, _ name: String, signature: String, help: String,
    example: String = ""
  ) -> ScalarFunction {
    ScalarFunction(name, signature: signature, help: help, example: example) { types in
      guard types.count == 2, let type = wholeType(types) else { return nil }
      return ScalarOverload([type, type], type) { arguments, _, _ in
        try BitwiseKernels.apply(operation, arguments[0], arguments[1])
      }
    }
  }

  /// `~x`.
  static func bitwiseComplement(_ type: DataType) -> ScalarOverload? {
    guard let type = wholeType([type]) else { return nil }
    return ScalarOverload([type], type) { arguments, _, _ in
      try BitwiseKernels.complement(arguments[0])
    }
  }
}
