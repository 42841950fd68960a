import Columns
import Language
import Reference
import Synchronization

extension FunctionTable {
  /// Measures: quantities with their units.
  static let measures: [ScalarFunction] = [
    ScalarFunction(
      names: ["measure"], signature: "measure(amount, unit)",
      help: "The amount with the unit that the text names; adds only to what is of its dimension.",
      example:
        "SELECT sum(measure(amount, unit)) FROM (VALUES (2, 'kg'), (500, 'g')) AS t(amount, unit)"
    ) { types, constants in
      guard types.count == 2, let amount = amountType(types[0]), areTexts([types[1]]) else {
        return nil
      }
      return ScalarOverload(
        [amount, .varchar], .measure, handlesNulls: true, fault: unitFault(constants[1])
      ) { arguments, _, _ in try MeasureMaking.make(arguments[0], arguments[1]) }
    },
    conversion(
      "convert", help: "The measure in another unit; an error where one is of another dimension.",
      example: "SELECT convert(MEASURE '2500 g', 'kg')"
    ) { vector, unit, _, _ in try MeasureConversion.convert(vector, to: unit) },
    conversion(
      "try_convert",
      help:
        "The measure in another unit; NULL, counted in a note, where it is of another dimension.",
      example:
        "SELECT q, try_convert(q, 'kg') FROM (VALUES (MEASURE '500 g'), (MEASURE '40 tablets')) AS t(q)"
    ) { vector, unit, context, call in
      try MeasureConversion.tryConvert(vector, to: unit, context, call: call)
    },
    ScalarFunction(
      names: ["amount_of"], signature: "amount_of(measure [, decimals])",
      help: "The amount in the measure's own unit: a DOUBLE, or a DECIMAL of so many decimals.",
      example:
        "SELECT amount_of(MEASURE '2.5 kg') AS amount, amount_of(MEASURE '2.5 kg', 2) AS exact"
    ) { types, constants in
      guard let first = types.first, isMeasure(first) else { return nil }
      if types.count == 1 {
        return ScalarOverload([.measure], .double, countsNotes: true) { arguments, _, context in
          MeasureConversion.noteUnits(arguments[0], context)
          return MeasureConversion.amounts(arguments[0])
        }
      }
      guard types.count == 2, case .integer(let digits)? = constants[1], (0...38).contains(digits)
      else { return nil }
      let type = DataType.decimal(precision: DataType.maximumPrecision, scale: Int(digits))
      return ScalarOverload([.measure, .bigint], type, countsNotes: true) {
        arguments, _, context in
        MeasureConversion.noteUnits(arguments[0], context)
        return try CastKernels.cast(arguments[0], to: type)
      }
    },
    ScalarFunction(
      "unit_of", signature: "unit_of(measure)",
      help: "The symbol of the measure's unit; NULL where it has none.",
      example: "SELECT unit_of(MEASURE '500 grams')"
    ) { types in
      types.count == 1 && isMeasure(types[0])
        ? ScalarOverload([.measure], .varchar) { arguments, _, _ in
          MeasureConversion.units(arguments[0])
        } : nil
    },
    ScalarFunction(
      "dimension_of", signature: "dimension_of(measure)",
      help: "What the measure may be added to: mass, volume, count of tablets, currency EUR.",
      example:
        "SELECT q, dimension_of(q) FROM (VALUES (MEASURE '5 kg'), (MEASURE '40 tablets')) AS t(q)"
    ) { types in
      types.count == 1 && isMeasure(types[0])
        ? ScalarOverload([.measure], .varchar) { arguments, _, _ in
          MeasureConversion.dimensions(arguments[0])
        } : nil
    },
    ScalarFunction(
      "relative_difference", signature: "relative_difference(a, b)",
      help: "How far two measures or numbers are apart, as a fraction of the larger one.",
      example: "SELECT relative_difference(MEASURE '10 kg', MEASURE '9900 g')"
    ) { types in
      guard types.count == 2 else { return nil }
      if types.allSatisfy(isMeasure) {
        return ScalarOverload([.measure, .measure], .double) { arguments, _, _ in
          try MeasureArithmetic.relativeDifference(arguments[0], arguments[1])
        }
      }
      guard numericType(types) != nil else { return nil }
      return ScalarOverload([.double, .double], .double) { arguments, _, _ in
        try NumericKernels.relativeDifference(arguments[0], arguments[1])
      }
    },
  ]

  private static func conversion(
    _ name: String, help: String, example: String,
    _ kernel: @escaping @Sendable (Vector, Unit, EvaluationContext, _ call: Int) throws -> Vector
  ) -> ScalarFunction {
    ScalarFunction(
      names: [name], signature: "\(name)(measure, 'unit')", help: help, example: example
    ) { types, constants in
      guard types.count == 2, isMeasure(types[0]), areTexts([types[1]]) else { return nil }
      let named: Unit?
      switch constants[1] {
      case .text(let text)?: named = UnitRegistry.unit(named: text)
      case .null?: named = nil
      case nil where types[1] == .null: named = nil
      default: return nil
      }
      let unit = named ?? Units.items
      let call = conversionCalls.add(1, ordering: .relaxed).newValue
      return ScalarOverload(
        [.measure, .varchar], .measure, countsNotes: name == "try_convert",
        fault: unitFault(constants[1])
      ) { arguments, _, context in try kernel(arguments[0], unit, context, call) }
    }
  }

  /// How many conversions were bound so far, which gives each a number of its own.
  private static let conversionCalls = Atomic<Int>(0)

  /// The amounts of measures as numbers, by a cast.
  static func amount(
    of measure: BoundExpression, as type: DataType, isTry: Bool, at range: SourceRange
  ) -> BoundExpression {
    let overload = ScalarOverload([.measure], type, countsNotes: true) { arguments, _, context in
      MeasureConversion.noteUnits(arguments[0], context)
      return try CastKernels.cast(arguments[0], to: type, isTry: isTry)
    }
    let name = (isTry ? "try amount as " : "amount as ") + type.description
    return BoundExpression(.call(name, overload, [measure]), type: type, range: range)
  }

  /// What is wrong with a unit that the statement writes: nobody knows it.
  private static func unitFault(_ constant: Value?) -> ArgumentFault? {
    guard case .text(let text)? = constant, UnitRegistry.unit(named: text) == nil else {
      return nil
    }
    return ArgumentFault(argument: 1, message: unknownUnit(text))
  }

  /// That nobody knows the unit `text`, with the best guess.
  package static func unknownUnit(_ text: String) -> String {
    let meanings = Units.meanings(ofAmbiguous: text)
    if !meanings.isEmpty {
      let listed = meanings.map { "'\($0)'" }.joined(separator: " or ")
      return "'\(text)' may be \(listed): say which"
    }
    let guess = Units.closest(to: text).map { ": did you mean '\($0)'?" }
    return "there is no unit '\(text)'"
      + (guess ?? "; CREATE UNIT \(text) = … makes one, .units lists all")
  }

  private static func isMeasure(_ type: DataType) -> Bool { type == .measure || type == .null }

  private static func amountType(_ type: DataType) -> DataType? {
    switch type {
    case .bigint, .hugeint, .decimal, .double: type
    case .percent: .double
    case .null: .bigint
    default: nil
    }
  }

  // MARK: Operators

  /// Measure `+` or `-` measure.
  static func measureSum(_ types: [DataType], isNegated: Bool) -> ScalarOverload? {
    guard types.count == 2, types.contains(.measure),
      types.allSatisfy({ $0 == .measure || $0 == .null })
    else { return nil }
    return ScalarOverload([.measure, .measure], .measure) { arguments, _, _ in
      try MeasureArithmetic.add(arguments[0], arguments[1], isNegated: isNegated)
    }
  }

  /// Measure `*` number, either way round.
  static func measureProduct(_ types: [DataType]) -> ScalarOverload? {
    guard types.count == 2 else { return nil }
    if types[0] == .measure, let number = amountType(types[1]) {
      return ScalarOverload([.measure, number], .measure) { arguments, _, _ in
        try MeasureArithmetic.multiply(arguments[0], by: arguments[1])
      }
    }
    guard types[1] == .measure, let number = amountType(types[0]) else { return nil }
    return ScalarOverload([number, .measure], .measure) { arguments, _, _ in
      try MeasureArithmetic.multiply(arguments[1], by: arguments[0])
    }
  }

  /// Measure `/` number, a measure; measure `/` measure, a number.
  static func measureQuotient(_ types: [DataType]) -> ScalarOverload? {
    guard types.count == 2, types[0] == .measure else { return nil }
    if types[1] == .measure {
      return ScalarOverload([.measure, .measure], .double, countsNotes: true) {
        arguments, _, context in
        try MeasureArithmetic.ratio(arguments[0], arguments[1], context)
      }
    }
    guard let number = amountType(types[1]) else { return nil }
    return ScalarOverload([.measure, number], .measure, countsNotes: true) {
      arguments, _, context in
      try MeasureArithmetic.divide(arguments[0], by: arguments[1], context)
    }
  }
}

extension BoundExpression {
  /// Whether it compares measures, which fails where they are of several dimensions.
  var comparesMeasures: Bool {
    if case .call(_, let overload, _) = kind, overload.resultType == .boolean,
      overload.argumentTypes == [.measure, .measure]
    {
      return true
    }
    return children.contains(where: \.comparesMeasures)
  }
}
