import Columns

extension FunctionTable {
  /// Functions that write values for a reader.
  static let formats: [ScalarFunction] = [
    ScalarFunction(
      names: ["format"], signature: "format(template, value, …)",
      help: "The template with values for its fields: {}, {:,}, {:.2f}, {0:>8}, {:08b}.",
      example: "SELECT format('{:,} seizures, {:.1f} kg', 1234, 56.78)"
    ) { types, constants in template(.braces, types, constants) },
    ScalarFunction(
      names: ["printf"], signature: "printf(template, value, …)",
      help: "The template with values for its fields: %s, %d, %,d, %.2f, %-8s, %2$s.",
      example: "SELECT printf('%,d seizures, %.1f kg', 1234, 56.78)"
    ) { types, constants in template(.percent, types, constants) },
    ScalarFunction(
      "bar", signature: "bar(number, low, high [, width])",
      help: "A bar that is full at high and empty at low, 80 characters wide or as said.",
      example:
        "SELECT year, bar(n, 0, 40, 20) FROM (VALUES (2022, 10), (2023, 25), (2024, 40)) AS t(year, n)",
      overloads: [
        ScalarOverload([.double, .double, .double], .varchar) { arguments, rows, _ in
          let width = Vector(constant: .double(80), type: .double, count: rows)
          return try TextKernels.bar(
            arguments[0], low: arguments[1], high: arguments[2], width: width)
        },
        ScalarOverload([.double, .double, .double, .double], .varchar) { arguments, _, _ in
          try TextKernels.bar(
            arguments[0], low: arguments[1], high: arguments[2], width: arguments[3])
        },
      ]),
    function(
      "format_bytes", "formatreadablesize", signature: "format_bytes(whole)",
      help: "A number of bytes in the unit that suits it, by 1024: 16.0 KiB.",
      example: "SELECT format_bytes(16384)", [.bigint], .varchar
    ) { try TextKernels.byteSize($0[0], isBinary: true) },
    function(
      "formatreadabledecimalsize", signature: "formatreadabledecimalsize(whole)",
      help: "A number of bytes in the unit that suits it, by 1000: 16.0 kB.",
      example: "SELECT formatreadabledecimalsize(16000)", [.bigint], .varchar
    ) { try TextKernels.byteSize($0[0], isBinary: false) },
  ]

  private static func template(
    _ style: TextFormat.Style, _ types: [DataType], _ constants: [Value?]
  ) -> ScalarOverload? {
    guard let first = types.first, areTexts([first]) else { return nil }
    // Fields know texts, truths and numbers; all else comes as its text.
    let arguments = types.dropFirst().map { type -> DataType in
      switch type {
      case .boolean, .bigint, .hugeint, .double, .decimal: type
      case .percent: .double
      default: DataType.varchar
      }
    }
    var known: TextFormat?
    var fault: ArgumentFault?
    if case .text(let text)? = constants[0] {
      do {
        known = try TextFormat(text, style: style, arguments.map { TextFormat.Kind($0) })
      } catch {
        fault = ArgumentFault(argument: 0, message: error.message, bytes: error.range)
      }
    }
    let compiled = known
    return ScalarOverload([.varchar] + arguments, .varchar, fault: fault) { values, _, _ in
      try FormatKernels.format(
        values[0], Array(values.dropFirst()), style: style, known: compiled)
    }
  }
}
