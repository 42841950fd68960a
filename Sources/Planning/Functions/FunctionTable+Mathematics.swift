import Columns

extension FunctionTable {
  /// Functions of angles, and others of higher mathematics.
  static let mathematics: [ScalarFunction] = [
    real(.sine, "sin", of: "pi() / 2", help: "The sine of an angle in radians."),
    real(.cosine, "cos", of: "pi()", help: "The cosine of an angle in radians."),
    real(.tangent, "tan", of: "0", help: "The tangent of an angle in radians."),
    real(.cotangent, "cot", of: "1", help: "The cotangent of an angle in radians."),
    real(.arcSine, "asin", of: "1", help: "The angle in radians that has this sine."),
    real(.arcCosine, "acos", of: "-1", help: "The angle in radians that has this cosine."),
    real(.arcTangent, "atan", of: "1", help: "The angle in radians that has this tangent."),
    pair(
      .arcTangent, "atan2", signature: "atan2(y, x)",
      help: "The angle in radians of the point (x, y).",
      example: "SELECT degrees(atan2(1, 1))"),
    real(.hyperbolicSine, "sinh", of: "0", help: "The hyperbolic sine."),
    real(.hyperbolicCosine, "cosh", of: "0", help: "The hyperbolic cosine."),
    real(.hyperbolicTangent, "tanh", of: "0", help: "The hyperbolic tangent."),
    real(.areaSine, "asinh", of: "0", help: "The number that has this hyperbolic sine."),
    real(.areaCosine, "acosh", of: "1", help: "The number that has this hyperbolic cosine."),
    real(.areaTangent, "atanh", of: "0", help: "The number that has this hyperbolic tangent."),
    real(.degrees, "degrees", of: "pi()", help: "An angle in radians as degrees."),
    real(.radians, "radians", of: "180", help: "An angle in degrees as radians."),
    real(
      .gamma, "gamma", of: "5",
      help: "The gamma function; of a whole number the factorial of the last."),
    real(
      .logarithmicGamma, "lgamma", of: "5", help: "The natural logarithm of the gamma function."),
    real(.even, "even", of: "2.1", help: "The next even whole number, away from 0."),
    pair(
      .nextAfter, "nextafter", signature: "nextafter(number, towards)",
      help: "The next DOUBLE behind the number, towards the other one.",
      example: "SELECT nextafter(1, 2)"),
    whole(.greatestDivisor, "gcd", "greatest_common_divisor", help: "The greatest common divisor."),
    whole(.leastMultiple, "lcm", "least_common_multiple", help: "The least common multiple."),
    function(
      "binom", signature: "binom(whole, chosen)",
      help: "In how many ways so many can be chosen of the number.",
      example: "SELECT binom(49, 6) AS draws", [.bigint, .bigint], .hugeint
    ) { try NumericKernels.apply(.combinations, $0[0], $0[1], type: .hugeint) },
    function(
      "factorial", signature: "factorial(whole)",
      help: "The product of the whole numbers from 1 to this one; exact up to 33.",
      example: "SELECT factorial(5)",
      [.bigint], .hugeint
    ) { try NumericKernels.factorial($0[0]) },
    ScalarFunction(
      "fdiv", signature: "fdiv(number, number)",
      help: "The quotient rounded down; NULL and a note where the divisor is 0.",
      example: "SELECT fdiv(17, 5), fdiv(-17, 5)",
      overloads: [
        ScalarOverload([.double, .double], .double, countsNotes: true) { arguments, rows, context in
          try floored(arguments, rows, context)
        }
      ]),
    ScalarFunction(
      "fmod", signature: "fmod(number, number)",
      help: "What fdiv leaves, with the sign of the divisor; NULL and a note for divisor 0.",
      example: "SELECT fmod(-17, 5), -17 % 5",
      overloads: [
        ScalarOverload([.double, .double], .double, countsNotes: true) { arguments, rows, context in
          let whole = try floored(arguments, rows, context)
          let taken = try ArithmeticKernels.apply(.multiply, arguments[1], whole, type: .double)
          return try ArithmeticKernels.apply(.subtract, arguments[0], taken, type: .double)
        }
      ]),
    test(.isNaN, "isnan", of: "CAST('nan' AS DOUBLE)", help: "Whether the number is a NaN."),
    test(
      .isInfinite, "isinf", of: "CAST('inf' AS DOUBLE)", help: "Whether the number is infinite."),
    test(
      .isFinite, "isfinite", of: "CAST('inf' AS DOUBLE)",
      help: "Whether the number is neither infinite nor a NaN."),
    test(.isNegative, "signbit", of: "-0e0", help: "Whether the number has a minus sign, be it 0."),
    ScalarFunction(
      names: ["random", "setseed"], signature: "random()",
      help: "Refused: no figure made from it could be had a second time.",
      example: "SELECT name FROM ref.countries ORDER BY md5(name) /* not random() */ LIMIT 3"
    ) { types, _ in
      guard types.count <= 1 else { return nil }
      let fault = ArgumentFault(
        message:
          "random() and setseed() are refused: no figure made from it could be had a second time; a digest is as even and stays: md5(key)"
      )
      return ScalarOverload(types, .double, fault: fault) { _, rows, _ in
        Vector(constant: .null, type: .double, count: rows)
      }
    },
  ]

  private static func real(
    _ kernel: RealFunction, _ name: String, of argument: String, help: String
  ) -> ScalarFunction {
    function(
      name, signature: "\(name)(number)", help: help, example: "SELECT \(name)(\(argument))",
      [.double], .double
    ) { try NumericKernels.apply(kernel, $0[0]) }
  }

  private static func pair(
    _ kernel: RealPairFunction, _ name: String, signature: String, help: String, example: String
  ) -> ScalarFunction {
    function(
      name, signature: signature, help: help, example: example, [.double, .double], .double
    ) { try NumericKernels.apply(kernel, $0[0], $0[1]) }
  }

  private static func whole(
    _ kernel: NumericKernels.WholeFunction, _ names: String..., help: String
  ) -> ScalarFunction {
    ScalarFunction(
      names: names, signature: "\(names[0])(whole, whole)", help: help,
      example: "SELECT \(names[0])(200, 30)"
    ) { types, _ in
      guard types.count == 2, let type = wholeType(types) else { return nil }
      return ScalarOverload([type, type], type) { arguments, _, _ in
        try NumericKernels.apply(kernel, arguments[0], arguments[1], type: type)
      }
    }
  }

  private static func test(
    _ kernel: NumericKernels.DoubleTest, _ name: String, of argument: String, help: String
  ) -> ScalarFunction {
    ScalarFunction(
      name, signature: "\(name)(number)", help: help,
      example: "SELECT \(name)(\(argument)), \(name)(2.5)"
    ) { types in
      guard types.count == 1 else { return nil }
      if types[0] == .date || types[0] == .timestamp, kernel != .isNaN, kernel != .isNegative {
        // Every day is a day: there is none at infinity here.
        return ScalarOverload(types, .boolean) { arguments, _, _ in
          try NumericKernels.constant(kernel == .isFinite, where: arguments[0])
        }
      }
      let overload = ScalarOverload([.double], .boolean) { arguments, _, _ in
        try NumericKernels.test(kernel, arguments[0])
      }
      return overload.ifMatching(types)
    }
  }

  /// The quotient of two DOUBLEs rounded down.
  private static func floored(
    _ arguments: [Vector], _ rows: Int, _ context: EvaluationContext
  ) throws -> Vector {
    let quotient = try DivisionKernels.divide(arguments[0], arguments[1], context)
    let digits = Vector(constant: .integer(0), type: .bigint, count: rows)
    return try NumericKernels.round(quotient, digits: digits, .down, type: .double)
  }
}
