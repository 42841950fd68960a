import Columns

extension FunctionTable {
  /// Functions that make dates and times, of numbers or of the clock, and numbers of them.
  static let dateMakers: [ScalarFunction] = [
    ScalarFunction(
      "make_date", signature: "make_date(year, month, day)", help: "The date of three numbers.",
      example: "SELECT make_date(2024, 5, 17)",
      overloads: [
        ScalarOverload([.bigint, .bigint, .bigint], .date) { arguments, _, _ in
          try DateKernels.make(arguments[0], arguments[1], arguments[2])
        },
        // Days since 1970-01-01.
        ScalarOverload([.bigint], .date) { arguments, _, _ in
          try DateKernels.dates(arguments[0])
        },
      ]),
    ScalarFunction(
      "make_time", signature: "make_time(hour, minute, second)",
      help: "The time of day of three numbers; seconds may have a fraction.",
      example: "SELECT make_time(8, 30, 0)",
      overloads: [
        ScalarOverload([.bigint, .bigint, .double], .time) { arguments, _, _ in
          try DateKernels.makeTime(arguments[0], arguments[1], arguments[2])
        }
      ]),
    ScalarFunction(
      "make_timestamp", signature: "make_timestamp(year, month, day, hour, minute, second)",
      help: "The timestamp of six numbers, or of the microseconds since 1970-01-01.",
      example: "SELECT make_timestamp(2024, 5, 17, 8, 30, 0)",
      overloads: [
        ScalarOverload(
          [.bigint, .bigint, .bigint, .bigint, .bigint, .double], .timestamp
        ) { arguments, _, _ in try DateKernels.makeTimestamp(arguments) },
        ScalarOverload([.bigint], .timestamp) { arguments, _, _ in
          try DateKernels.timestamps(arguments[0], unit: 1)
        },
      ]),
    ScalarFunction(
      "make_timestamp_ms", signature: "make_timestamp_ms(milliseconds)",
      help: "The timestamp so many milliseconds after 1970-01-01.",
      example: "SELECT make_timestamp_ms(1714552200000)",
      overloads: [
        ScalarOverload([.bigint], .timestamp) { arguments, _, _ in
          try DateKernels.timestamps(arguments[0], unit: 1000)
        }
      ]),
    ScalarFunction(
      "to_timestamp", signature: "to_timestamp(seconds)",
      help: "The timestamp, in UTC, so many seconds after 1970-01-01.",
      example: "SELECT to_timestamp(1714552200)",
      overloads: [
        ScalarOverload([.bigint], .timestamp) { arguments, _, _ in
          try DateKernels.timestamps(arguments[0], unit: 1_000_000)
        },
        ScalarOverload([.double], .timestamp) { arguments, _, _ in
          try DateKernels.timestamps(arguments[0], unit: 1_000_000)
        },
      ]),
    ScalarFunction(
      "epoch_ms", signature: "epoch_ms(date)",
      help: "Milliseconds since 1970-01-01; of a whole number, the timestamp that they make.",
      example: "SELECT epoch_ms(DATE '2024-05-01'), epoch_ms(1714521600000)"
    ) { types in
      if types == [.bigint] { return scalar(named: "make_timestamp_ms")?.resolve(types) }
      return epoch(types, unitsPerSecond: 1000)
    },
    ScalarFunction(
      "epoch_us", signature: "epoch_us(date)", help: "Microseconds since 1970-01-01.",
      example: "SELECT epoch_us(DATE '2024-05-01')"
    ) { types in epoch(types, unitsPerSecond: 1_000_000) },
    ScalarFunction(
      "epoch_ns", signature: "epoch_ns(date)", help: "Nanoseconds since 1970-01-01.",
      example: "SELECT epoch_ns(DATE '2024-05-01')"
    ) { types in epoch(types, unitsPerSecond: 1_000_000_000) },
    clock(
      "current_timestamp", "now", "transaction_timestamp", "get_current_timestamp",
      "localtimestamp", "current_localtimestamp", type: .timestamp,
      help: "The moment, in UTC, at which the statement began.",
      example: "SELECT TIMESTAMP '2024-05-01 08:30:00' < current_timestamp AS is_past"
    ) { $0.now },
    clock(
      "current_date", "today", type: .date, help: "The date, in UTC, on which the statement began.",
      example: "SELECT DATE '2024-05-01' < current_date AS is_past"
    ) { $0.today },
    clock(
      "current_time", "get_current_time", "localtime", "current_localtime", type: .time,
      help: "The time of day, in UTC, at which the statement began.",
      example: "SELECT typeof(current_time)"
    ) { $0.timeOfDay },
  ]

  /// The functions that standard SQL calls without parentheses.
  static let calledWithoutParentheses: Set<String> = [
    "current_timestamp", "current_date", "current_time", "localtimestamp", "localtime",
  ]

  private static func clock(
    _ names: String..., type: DataType, help: String, example: String,
    reading: @escaping @Sendable (EvaluationContext) -> Value
  ) -> ScalarFunction {
    ScalarFunction(
      names: names, signature: "\(names[0])()", help: help, example: example
    ) { types, _ in
      guard types.isEmpty else { return nil }
      return ScalarOverload([], type) { _, rows, context in
        Vector(constant: reading(context), type: type, count: rows)
      }
    }
  }

  private static func epoch(_ types: [DataType], unitsPerSecond: Int) -> ScalarOverload? {
    guard types.count == 1 else { return nil }
    let type = types[0] == .null ? DataType.timestamp : types[0]
    switch type {
    case .date, .timestamp, .time, .interval:
      return ScalarOverload([type], .bigint) { arguments, _, _ in
        try DateKernels.epoch(arguments[0], unitsPerSecond: unitsPerSecond)
      }
    default: return nil
    }
  }
}
