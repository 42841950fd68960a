import Columns

extension FunctionTable {
  /// Functions of dates and timestamps.
  static let dates: [ScalarFunction] = [
    part(.year, "year", help: "The year of a date."),
    part(.quarter, "quarter", help: "The quarter of a date, 1 to 4."),
    part(.month, "month", help: "The month of a date, 1 to 12."),
    part(.week, "week", "weekofyear", help: "The ISO week of a date, 1 to 53."),
    part(.isoyear, "isoyear", help: "The year to which the ISO week of a date belongs."),
    part(.yearweek, "yearweek", help: "The ISO year and week of a date: 202401."),
    part(.day, "day", "dayofmonth", help: "The day of the month, 1 to 31."),
    part(.dayOfWeek, "dayofweek", "dow", "weekday", help: "The day of the week; Sunday is 0."),
    part(.isoDayOfWeek, "isodow", help: "The day of the week; Monday is 1, Sunday 7."),
    part(.dayOfYear, "dayofyear", "doy", help: "The day of the year, 1 to 366."),
    part(.decade, "decade", help: "The year of a date without its last digit."),
    part(.century, "century", help: "The century of a date; 2000 belongs to the 20th."),
    part(.hour, "hour", help: "The hour of a timestamp."),
    part(.minute, "minute", help: "The minute of a timestamp."),
    part(.second, "second", help: "The second of a timestamp, without fractions."),
    part(.millisecond, "millisecond", help: "The milliseconds of a timestamp's minute."),
    part(.microsecond, "microsecond", help: "The microseconds of a timestamp's minute."),
    part(.epoch, "epoch", help: "Seconds since 1970-01-01, with fractions."),
    ScalarFunction(
      names: ["date_part", "datepart", "extract"], signature: "date_part('part', date)",
      help: "One part of a date, such as 'year', 'month', 'isodow' or 'epoch'.",
      resolver: { types, constants in
        guard types.count == 2, isText(types[0]), let date = dateType(types[1]) else { return nil }
        if let part = part(named: constants[0]) {
          return ScalarOverload([.varchar, date], part == .epoch ? .double : .bigint) {
            arguments, _, _ in try DateKernels.part(part, of: arguments[1])
          }
        }
        return ScalarOverload([.varchar, date], .bigint) { arguments, _, _ in
          try DateKernels.part(named: arguments[0], of: arguments[1])
        }
      }),
    ScalarFunction(
      names: ["date_trunc", "datetrunc"], signature: "date_trunc('part', date)",
      help: "The start of the year, month, week … in which a date lies.",
      resolver: { types, constants in
        guard types.count == 2, isText(types[0]), let date = dateType(types[1]) else { return nil }
        // The start of a month is a day; the start of an hour is not.
        let part = part(named: constants[0])
        let isDay = date == .date && part.map { !$0.isTimeOfDay } ?? false
        let result = isDay ? DataType.date : .timestamp
        return ScalarOverload([.varchar, date], result) { arguments, _, _ in
          try DateKernels.truncate(arguments[1], toPartNamed: arguments[0], type: result)
        }
      }),
    ScalarFunction(
      "date_diff", "datediff", signature: "date_diff('part', start, end)",
      help: "How many years, months, days … begin between two dates."
    ) { types in
      guard types.count == 3, isText(types[0]), let start = dateType(types[1]),
        let end = dateType(types[2])
      else { return nil }
      return ScalarOverload([.varchar, start, end], .bigint) { arguments, _, _ in
        try DateKernels.difference(
          partNamed: arguments[0], from: arguments[1], to: arguments[2])
      }
    },
    function(
      "make_date", signature: "make_date(year, month, day)", help: "The date of three numbers.",
      [.bigint, .bigint, .bigint], .date
    ) { try DateKernels.make($0[0], $0[1], $0[2]) },
    ofDate("last_day", .date, help: "The last day of the month.") { try DateKernels.lastDay($0) },
    ofDate("monthname", .varchar, help: "The English name of the month.") {
      try DateKernels.monthName($0)
    },
    ofDate("dayname", .varchar, help: "The English name of the day of the week.") {
      try DateKernels.dayName($0)
    },
    ScalarFunction(
      "strftime", signature: "strftime(date, format)",
      help: "A date as text, in a format such as '%d %B %Y' or '%Y-%m'."
    ) { types in
      guard types.count == 2 else { return nil }
      // DuckDB takes the two in either order.
      if isText(types[1]), let date = dateType(types[0]) {
        return ScalarOverload([date, .varchar], .varchar) { arguments, _, _ in
          try DateKernels.format(arguments[0], arguments[1])
        }
      }
      guard isText(types[0]), let date = dateType(types[1]) else { return nil }
      return ScalarOverload([.varchar, date], .varchar) { arguments, _, _ in
        try DateKernels.format(arguments[1], arguments[0])
      }
    },
  ]

  private static func isText(_ type: DataType) -> Bool { type == .varchar || type == .null }

  /// The type as which an argument that must be a date is taken; nil where it is none.
  private static func dateType(_ type: DataType) -> DataType? {
    switch type {
    case .date, .timestamp: type
    case .null: .date
    default: nil
    }
  }

  private static func part(named constant: Value?) -> DatePart? {
    if case .text(let name)? = constant { DatePart(name: name) } else { nil }
  }

  private static func part(_ part: DatePart, _ names: String..., help: String) -> ScalarFunction {
    ScalarFunction(names: names, signature: "\(names[0])(date)", help: help) { types, _ in
      guard types.count == 1, let date = dateType(types[0]) else { return nil }
      return ScalarOverload([date], part == .epoch ? .double : .bigint) { arguments, _, _ in
        try DateKernels.part(part, of: arguments[0])
      }
    }
  }

  private static func ofDate(
    _ name: String, _ result: DataType, help: String,
    _ evaluate: @escaping @Sendable (Vector) throws -> Vector
  ) -> ScalarFunction {
    ScalarFunction(name, signature: "\(name)(date)", help: help) { types in
      guard types.count == 1, let date = dateType(types[0]) else { return nil }
      return ScalarOverload([date], result) { arguments, _, _ in try evaluate(arguments[0]) }
    }
  }
}
