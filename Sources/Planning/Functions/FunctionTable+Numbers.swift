import Columns

extension FunctionTable {
  /// Functions of numbers.
  static let numbers: [ScalarFunction] = [
    ScalarFunction(
      "abs", "@", signature: "abs(number or measure)", help: "The number without its sign.",
      example: "SELECT abs(kg - expected) FROM (VALUES (4.5, 5.0), (7.0, 6.2)) AS t(kg, expected)"
    ) { types in
      guard types.count == 1 else { return nil }
      if types[0] == .measure {
        return ScalarOverload([.measure], .measure) { arguments, _, _ in
          try MeasureArithmetic.negate(arguments[0], isMagnitude: true)
        }
      }
      return absoluteNumber.resolve(types)
    },
    ofNumber(
      "sign", help: "-1, 0 or 1 as the number is below, at or above 0.", result: { _ in .bigint }
    ) {
      try NumericKernels.sign($0)
    },
    rounding(
      "round", mode: .nearest, takesDigits: true,
      help: "The number rounded to so many decimals, or to a whole number; halves away from 0."),
    rounding(
      "round_even", "roundbankers", mode: .nearestEven, takesDigits: true,
      help: "The number rounded to so many decimals; halves to the even digit."),
    rounding(
      "trunc", mode: .towardZero, takesDigits: true,
      help: "The number cut off behind so many decimals, or behind the point."),
    rounding(
      "ceil", "ceiling", mode: .up, takesDigits: false, help: "The next whole number upwards."),
    rounding("floor", mode: .down, takesDigits: false, help: "The next whole number downwards."),
    ofDouble(.squareRoot, "sqrt", of: 9, help: "The square root."),
    ofDouble(.cubeRoot, "cbrt", of: 8, help: "The cube root."),
    ofDouble(.exponential, "exp", of: 1, help: "e to the power of the number."),
    ofDouble(.naturalLogarithm, "ln", of: 10, help: "The natural logarithm."),
    ofDouble(.decimalLogarithm, "log10", of: 1000, help: "The logarithm to the base 10."),
    ofDouble(.binaryLogarithm, "log2", of: 8, help: "The logarithm to the base 2."),
    ScalarFunction(
      "log", signature: "log([base,] number)", help: "The logarithm to the base, or to 10.",
      example: "SELECT log(1000), log(2, 8)",
      overloads: [
        ScalarOverload([.double], .double) { arguments, _, _ in
          try NumericKernels.apply(.decimalLogarithm, arguments[0])
        },
        ScalarOverload([.double, .double], .double) { arguments, _, _ in
          try NumericKernels.logarithm(base: arguments[0], of: arguments[1])
        },
      ]),
    ScalarFunction(
      "pi", signature: "pi()", help: "3.141592653589793.",
      example: "SELECT pi()",
      overloads: [
        ScalarOverload([], .double) { _, rows, _ in
          Vector(constant: .double(.pi), type: .double, count: rows)
        }
      ]),
  ]

  private static let absoluteNumber = ofNumber(
    "abs", help: "The number without its sign.", result: { $0 }
  ) { try NumericKernels.absolute($0) }

  /// The type as which an argument that must be a number is taken; nil where it is none.
  private static func numberType(_ type: DataType) -> DataType? {
    type == .null ? .bigint : (type.isNumeric ? type : nil)
  }

  private static func ofNumber(
    _ names: String..., help: String, result: @escaping @Sendable (DataType) -> DataType,
    _ evaluate: @escaping @Sendable (Vector) throws -> Vector
  ) -> ScalarFunction {
    ScalarFunction(
      names: names, signature: "\(names[0])(number)", help: help,
      example: "SELECT \(names[0])(-2.5)"
    ) { types, _ in
      guard types.count == 1, let number = numberType(types[0]) else { return nil }
      if number == .percent {
        return ScalarOverload([.double], result(number)) { arguments, _, _ in
          try evaluate(arguments[0]).retyped(result(number))
        }
      }
      return ScalarOverload([number], result(number)) { arguments, _, _ in
        try evaluate(arguments[0])
      }
    }
  }

  private static func ofDouble(
    _ kernel: DoubleFunction, _ name: String, of argument: Int, help: String
  ) -> ScalarFunction {
    function(
      name, signature: "\(name)(number)", help: help, example: "SELECT \(name)(\(argument))",
      [.double], .double
    ) { try NumericKernels.apply(kernel, $0[0]) }
  }

  private static func rounding(
    _ names: String..., mode: RoundingMode, takesDigits: Bool, help: String
  ) -> ScalarFunction {
    let name = names[0]
    return ScalarFunction(
      names: names, signature: takesDigits ? "\(name)(number [, decimals])" : "\(name)(number)",
      help: help,
      example: takesDigits
        ? "SELECT \(name)(2.567, 1), \(name)(2.5), \(name)(1284, -2)"
        : "SELECT \(name)(2.5), \(name)(-2.5)"
    ) { types, constants in
      if mode == .nearest && types.first == .measure { return roundedMeasure(types) }
      guard types.count == 1 || takesDigits && types.count == 2,
        let number = numberType(types[0])
      else { return nil }
      if types.count == 1 {
        return rounding(number, [number], .integer(0), mode)
      }
      // Beside a DECIMAL a whole number that is written in the statement comes as a DECIMAL too.
      guard
        TypeRules.canCastImplicitly(types[1], .bigint) || types[1].isExact && types[1].scale == 0
      else { return nil }
      return rounding(number, [number, .bigint], constants[1], mode)
    }
  }

  /// Rounding of the amounts that measures show.
  private static func roundedMeasure(_ types: [DataType]) -> ScalarOverload? {
    guard types.count == 1 || types.count == 2 && TypeRules.canCastImplicitly(types[1], .bigint)
    else { return nil }
    return ScalarOverload([.measure] + types.dropFirst().map { _ in .bigint }, .measure) {
      arguments, rows, _ in
      let digits =
        arguments.count > 1
        ? arguments[1] : Vector(constant: .integer(0), type: .bigint, count: rows)
      return try MeasureArithmetic.round(arguments[0], digits: digits)
    }
  }

  /// Rounding of numbers of type `number` to `digits` decimals, where they are known.
  private static func rounding(
    _ number: DataType, _ argumentTypes: [DataType], _ digits: Value?, _ mode: RoundingMode
  ) -> ScalarOverload {
    if number == .percent {
      let inner = rounding(.double, [.double] + argumentTypes.dropFirst(), digits, mode)
      return ScalarOverload(inner.argumentTypes, .percent) { arguments, rows, context in
        try inner.evaluate(arguments, rows, context).retyped(.percent)
      }
    }
    let result = roundedType(number, digits)
    return ScalarOverload(argumentTypes, result) { arguments, rows, _ in
      let digits =
        arguments.count > 1
        ? arguments[1] : Vector(constant: .integer(0), type: .bigint, count: rows)
      return try NumericKernels.round(arguments[0], digits: digits, mode, type: result)
    }
  }

  /// A DECIMAL rounded to fewer decimals has just those; a digit more before the point where it
  /// had no decimals to give up, since 99 rounds to 100.
  private static func roundedType(_ number: DataType, _ digits: Value?) -> DataType {
    guard case .decimal(let precision, let scale) = number else { return number }
    guard case .integer(let wanted)? = digits else {
      return TypeRules.decimal(digits: precision + 1, scale: scale)
    }
    let kept = Int(max(0, min(wanted, Int128(scale))))
    if wanted >= Int128(scale) { return number }
    return TypeRules.decimal(digits: kept < scale ? precision : precision + 1, scale: kept)
  }
}
