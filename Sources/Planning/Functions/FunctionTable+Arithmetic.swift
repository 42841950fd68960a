import Columns

extension FunctionTable {
  /// Arithmetic on numbers and dates.
  static let arithmetic: [ScalarFunction] = [
    ScalarFunction(
      "+", "add", signature: "number + number; date + days; date + interval; measure + measure",
      help: "The sum; a date so many days, or an interval, later.",
      example: "SELECT DATE '2024-05-01' + 30 AS due, add(2.5, 1.25) AS kg"
    ) { types in
      if let overload = intervalSum(types) ?? measureSum(types, isNegated: false) {
        return overload
      }
      return switch pair(types) {
      case (.date, .bigint), (.date, .null): arithmetic(.add, [.date, .bigint], .date)
      case (.bigint, .date), (.null, .date): arithmetic(.add, [.bigint, .date], .date)
      default: additive(.add, types)
      }
    },
    ScalarFunction(
      "-", "subtract",
      signature: "number - number; date - days; date - interval; date - date; -number",
      help: "The difference; a date so much earlier; the days between dates, or the interval.",
      example: "SELECT DATE '2024-05-17' - DATE '2024-05-01' AS days, subtract(5, 2.5) AS kg"
    ) { types in
      if types.count == 1 { return negation(types[0]) }
      if let overload = intervalDifference(types) ?? measureSum(types, isNegated: true) {
        return overload
      }
      return switch pair(types) {
      case (.date, .bigint): arithmetic(.subtract, [.date, .bigint], .date)
      case (.date, .date), (.date, .null), (.null, .date):
        arithmetic(.subtract, [.date, .date], .bigint)
      default: additive(.subtract, types)
      }
    },
    ScalarFunction(
      "*", "multiply", signature: "number * number; interval * number; measure * number",
      help: "The product.",
      example: "SELECT 12 * MEASURE '250 g', multiply(12, 250)"
    ) { types in intervalProduct(types) ?? measureProduct(types) ?? product(types) },
    ScalarFunction(
      "/", signature: "number / number; interval / number; measure / number; measure / measure",
      help: "The quotient, with decimals; NULL and a note where the divisor is 0."
    ) { types in
      if let overload = intervalQuotient(types) ?? measureQuotient(types) { return overload }
      guard let common = numericType(types) else { return nil }
      let exact = common != .double && types.allSatisfy(\.isExact)
      return ScalarOverload(
        exact ? types : [.double, .double], .double, countsNotes: true
      ) { arguments, _, context in
        try DivisionKernels.divide(arguments[0], arguments[1], context)
      }
    },
    ScalarFunction(
      "//", "divide", signature: "whole // whole",
      help: "The quotient without its decimals; NULL and a note where the divisor is 0.",
      example: "SELECT 17 // 5 AS full_cartons, divide(17, 5) AS same"
    ) { types in
      guard let common = numericType(types), common == .bigint || common == .hugeint else {
        return nil
      }
      return ScalarOverload([common, common], common, countsNotes: true) { arguments, _, context in
        try DivisionKernels.divideWhole(arguments[0], arguments[1], context)
      }
    },
    ScalarFunction(
      "%", "mod", signature: "number % number",
      help: "What division leaves, with the sign of the left side; NULL and a note for divisor 0.",
      example: "SELECT 17 % 5, mod(17, 5)"
    ) { types in
      guard let common = numericType(types) else { return nil }
      return ScalarOverload([common, common], common, countsNotes: true) { arguments, _, context in
        try DivisionKernels.remainder(arguments[0], arguments[1], context)
      }
    },
    ScalarFunction(
      "^", "**", "pow", "power", signature: "number ^ number", help: "The power.",
      example: "SELECT round(pow(1.05, 3), 4) AS after_three_years",
      overloads: [
        ScalarOverload([.double, .double], .double) { arguments, _, _ in
          try ArithmeticKernels.power(arguments[0], arguments[1])
        }
      ]),
  ]

  /// The two types of a binary operator; two that fit nothing where there are not two.
  private static func pair(_ types: [DataType]) -> (DataType, DataType) {
    types.count == 2 ? (types[0], types[1]) : (.boolean, .boolean)
  }

  /// The common type of two numbers, of which one or both may be a bare NULL; arithmetic takes a
  /// PERCENT for a DOUBLE.
  static func numericType(_ types: [DataType]) -> DataType? {
    guard types.count == 2, let common = TypeRules.commonType(types[0], types[1]) else {
      return nil
    }
    if common == .null { return .bigint }
    if common == .percent { return .double }
    return common.isNumeric ? common : nil
  }

  private static func arithmetic(
    _ operation: ArithmeticOperator, _ argumentTypes: [DataType], _ resultType: DataType
  ) -> ScalarOverload {
    ScalarOverload(argumentTypes, resultType) { arguments, _, _ in
      try ArithmeticKernels.apply(operation, arguments[0], arguments[1], type: resultType)
    }
  }

  private static func negation(_ type: DataType) -> ScalarOverload? {
    if type == .measure {
      return ScalarOverload([.measure], .measure) { arguments, _, _ in
        try MeasureArithmetic.negate(arguments[0], isMagnitude: false)
      }
    }
    if type == .interval {
      return ScalarOverload([.interval], .interval) { arguments, _, _ in
        try IntervalKernels.negate(arguments[0])
      }
    }
    guard type.isNumeric || type == .null else { return nil }
    if type == .percent {
      return ScalarOverload([.double], .percent) { arguments, _, _ in
        try ArithmeticKernels.negate(arguments[0]).retyped(.percent)
      }
    }
    let number = type == .null ? DataType.bigint : type
    return ScalarOverload([number], number) { arguments, _, _ in
      try ArithmeticKernels.negate(arguments[0])
    }
  }

  /// Addition and subtraction: two PERCENTs give one; decimals are brought to one scale, and their result has one digit
  /// more before the point than either, at most 38 in all.
  private static func additive(
    _ operation: ArithmeticOperator, _ types: [DataType]
  ) -> ScalarOverload? {
    guard let common = numericType(types) else { return nil }
    if TypeRules.commonType(types) == .percent {
      return ScalarOverload([.double, .double], .percent) { arguments, _, _ in
        try ArithmeticKernels.apply(operation, arguments[0], arguments[1], type: .double)
          .retyped(.percent)
      }
    }
    guard case .decimal(_, let scale) = common else {
      return arithmetic(operation, [common, common], common)
    }
    let arguments = types.map { type in
      type == .null
        ? common : TypeRules.decimal(digits: TypeRules.wholeDigits(type) + scale, scale: scale)
    }
    let whole = arguments.map(TypeRules.wholeDigits).max() ?? 0
    return arithmetic(
      operation, arguments, TypeRules.decimal(digits: whole + scale + 1, scale: scale))
  }

  /// Multiplication: the digits and the scales of decimals add up, to at most 38 digits. Nil where
  /// the scales alone exceed that.
  @Sendable private static func product(_ types: [DataType]) -> ScalarOverload? {
    guard let common = numericType(types) else { return nil }
    guard case .decimal = common else {
      return arithmetic(.multiply, [common, common], common)
    }
    let arguments = types.map { $0 == .null ? common : $0 }
    let scale = arguments[0].scale + arguments[1].scale
    guard scale <= DataType.maximumPrecision else { return nil }
    let digits = TypeRules.digits(arguments[0]) + TypeRules.digits(arguments[1])
    return arithmetic(.multiply, arguments, TypeRules.decimal(digits: digits, scale: scale))
  }
}
