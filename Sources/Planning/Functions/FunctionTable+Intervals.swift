import Columns

extension FunctionTable {
  /// Functions that make intervals.
  static let intervals: [ScalarFunction] = [
    interval(.millennium, "to_millennia"), interval(.century, "to_centuries"),
    interval(.decade, "to_decades"), interval(.year, "to_years"),
    interval(.quarter, "to_quarters"), interval(.month, "to_months"),
    interval(.week, "to_weeks"), interval(.day, "to_days"), interval(.hour, "to_hours"),
    interval(.minute, "to_minutes"), interval(.second, "to_seconds"),
    interval(.millisecond, "to_milliseconds"), interval(.microsecond, "to_microseconds"),
  ]

  /// The name of the function that makes an interval of so many of `part`; nil where there is
  /// none.
  static func intervalFunction(of part: DatePart) -> String? {
    intervals.first { $0.name == "to_" + plural(part) }?.name
  }

  private static func plural(_ part: DatePart) -> String {
    switch part {
    case .millennium: "millennia"
    case .century: "centuries"
    default: part.name + "s"
    }
  }

  private static func interval(_ part: DatePart, _ name: String) -> ScalarFunction {
    ScalarFunction(
      name, signature: "\(name)(number)", help: "An interval of so many \(plural(part)).",
      example: "SELECT TIMESTAMP '2024-01-31 08:30:00' + \(name)(1) AS later"
    ) { types in
      guard types.count == 1, let number = factorType(types[0]), let unit = part.interval else {
        return nil
      }
      return ScalarOverload([number], .interval) { arguments, rows, _ in
        try IntervalKernels.multiply(
          Vector(constant: .interval(unit), type: .interval, count: rows), by: arguments[0])
      }
    }
  }

  /// The type as which a number multiplies an interval; nil where it is no number.
  private static func factorType(_ type: DataType) -> DataType? {
    switch type {
    case .bigint, .null: .bigint
    case .hugeint, .decimal, .double, .percent: .double
    default: nil
    }
  }

  // MARK: Operators

  /// The two types of an operator of which one is an interval, a bare NULL taken for the type that
  /// fits beside the other.
  private static func pair(_ types: [DataType]) -> (DataType, DataType)? {
    guard types.count == 2 else { return nil }
    return (types[0], types[1])
  }

  /// Date, timestamp, time or interval `+` interval, either way round; date `+` time.
  static func intervalSum(_ types: [DataType]) -> ScalarOverload? {
    switch pair(types) {
    case (.date, .interval)?, (.timestamp, .interval)?, (.timestamp, .null)?:
      return ScalarOverload([types[0], .interval], .timestamp) { arguments, _, _ in
        try IntervalKernels.shift(arguments[0], by: arguments[1])
      }
    case (.interval, .date)?, (.interval, .timestamp)?, (.null, .timestamp)?:
      return ScalarOverload([.interval, types[1]], .timestamp) { arguments, _, _ in
        try IntervalKernels.shift(arguments[1], by: arguments[0])
      }
    case (.time, .interval)?, (.time, .null)?:
      return ScalarOverload([.time, .interval], .time) { arguments, _, _ in
        try IntervalKernels.turn(arguments[0], by: arguments[1])
      }
    case (.interval, .time)?, (.null, .time)?:
      return ScalarOverload([.interval, .time], .time) { arguments, _, _ in
        try IntervalKernels.turn(arguments[1], by: arguments[0])
      }
    case (.interval, .interval)?, (.interval, .null)?, (.null, .interval)?:
      return ScalarOverload([.interval, .interval], .interval) { arguments, _, _ in
        try IntervalKernels.add(arguments[0], arguments[1])
      }
    case (.date, .time)?:
      return ScalarOverload([.date, .time], .timestamp) { arguments, _, _ in
        try IntervalKernels.moments(dates: arguments[0], times: arguments[1])
      }
    case (.time, .date)?:
      return ScalarOverload([.time, .date], .timestamp) { arguments, _, _ in
        try IntervalKernels.moments(dates: arguments[1], times: arguments[0])
      }
    default: return nil
    }
  }

  /// Date, timestamp, time or interval `-` interval; timestamp `-` timestamp, where one of the two
  /// may be a date.
  static func intervalDifference(_ types: [DataType]) -> ScalarOverload? {
    switch pair(types) {
    case (.date, .interval)?, (.timestamp, .interval)?:
      return ScalarOverload([types[0], .interval], .timestamp) { arguments, _, _ in
        try IntervalKernels.shift(arguments[0], by: arguments[1], isNegated: true)
      }
    case (.time, .interval)?, (.time, .null)?:
      return ScalarOverload([.time, .interval], .time) { arguments, _, _ in
        try IntervalKernels.turn(arguments[0], by: arguments[1], isNegated: true)
      }
    case (.interval, .interval)?, (.interval, .null)?, (.null, .interval)?:
      return ScalarOverload([.interval, .interval], .interval) { arguments, _, _ in
        try IntervalKernels.add(arguments[0], arguments[1], isNegated: true)
      }
    case (.timestamp, .timestamp)?, (.timestamp, .date)?, (.date, .timestamp)?,
      (.timestamp, .null)?, (.null, .timestamp)?:
      return ScalarOverload([.timestamp, .timestamp], .interval) { arguments, _, _ in
        try IntervalKernels.between(arguments[0], and: arguments[1])
      }
    default: return nil
    }
  }

  /// Interval `*` number, either way round.
  static func intervalProduct(_ types: [DataType]) -> ScalarOverload? {
    guard let (left, right) = pair(types) else { return nil }
    if left == .interval, let number = factorType(right) {
      return ScalarOverload([.interval, number], .interval) { arguments, _, _ in
        try IntervalKernels.multiply(arguments[0], by: arguments[1])
      }
    }
    guard right == .interval, let number = factorType(left) else { return nil }
    return ScalarOverload([number, .interval], .interval) { arguments, _, _ in
      try IntervalKernels.multiply(arguments[1], by: arguments[0])
    }
  }

  /// Interval `/` number.
  static func intervalQuotient(_ types: [DataType]) -> ScalarOverload? {
    guard let (left, right) = pair(types), left == .interval, factorType(right) != nil else {
      return nil
    }
    return ScalarOverload(
      [.interval, .double], .interval, countsNotes: true
    ) { arguments, _, context in
      try IntervalKernels.divide(arguments[0], by: arguments[1], context)
    }
  }
}
