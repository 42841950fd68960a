import Columns

extension FunctionTable {
  /// Functions of dates, timestamps, times and intervals.
  static let dates: [ScalarFunction] = dateParts + dateCalculations + dateTexts + dateMakers

  private static let dateParts: [ScalarFunction] = [
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
    part(.millennium, "millennium", help: "The millennium of a date; 2000 belongs to the 2nd."),
    part(.era, "era", help: "1 for a date of our era, 0 for one before the year 1."),
    part(.julian, "julian", help: "The Julian day number, with the time as its fraction."),
    part(.hour, "hour", help: "The hour of a timestamp."),
    part(.minute, "minute", help: "The minute of a timestamp."),
    part(.second, "second", help: "The second of a timestamp, without fractions."),
    part(.millisecond, "millisecond", help: "The milliseconds of a timestamp's minute."),
    part(.microsecond, "microsecond", help: "The microseconds of a timestamp's minute."),
    part(.epoch, "epoch", help: "Seconds since 1970-01-01, with fractions."),
    ScalarFunction(
      names: ["date_part", "datepart", "extract"], signature: "date_part('part', date)",
      help: "One part of a date, such as 'year', 'month', 'isodow' or 'epoch'.",
      example:
        "SELECT date_part('isodow', DATE '2024-05-01'), EXTRACT(year FROM DATE '2024-05-01')",
      resolver: { types, constants in
        guard types.count == 2, isText(types[0]), let date = timedType(types[1]) else { return nil }
        if let part = part(named: constants[0]) {
          return ScalarOverload([.varchar, date], part.isFractional ? .double : .bigint) {
            arguments, _, _ in try DateKernels.part(part, of: arguments[1])
          }
        }
        return ScalarOverload([.varchar, date], .double) { arguments, _, _ in
          try DateKernels.part(named: arguments[0], of: arguments[1])
        }
      }),
  ]

  private static let dateCalculations: [ScalarFunction] = [
    ScalarFunction(
      names: ["date_trunc", "datetrunc"], signature: "date_trunc('part', date)",
      help: "The start of the year, month, week … in which a date lies.",
      example: "SELECT date_trunc('month', DATE '2024-05-17')",
      resolver: { types, constants in
        guard types.count == 2, isText(types[0]), types[1] != .time,
          let date = timedType(types[1])
        else { return nil }
        if date == .interval {
          return ScalarOverload([.varchar, .interval], .interval) { arguments, _, _ in
            try DateKernels.truncate(arguments[1], toPartNamed: arguments[0], type: .interval)
          }
        }
        // The start of a month is a day; the start of an hour is not.
        let part = part(named: constants[0])
        let isDay = date == .date && part.map { !$0.isTimeOfDay } ?? false
        let result = isDay ? DataType.date : .timestamp
        return ScalarOverload([.varchar, date], result) { arguments, _, _ in
          try DateKernels.truncate(arguments[1], toPartNamed: arguments[0], type: result)
        }
      }),
    distance(
      "date_diff", "datediff", help: "How many years, months, days … begin between two dates.",
      example: "SELECT date_diff('month', DATE '2024-01-31', DATE '2024-02-01') AS month_starts"
    ) { try DateKernels.difference(partNamed: $0[0], from: $0[1], to: $0[2]) },
    distance(
      "date_sub", "datesub", help: "How many whole years, months, days … lie between two dates.",
      example: "SELECT date_sub('month', DATE '2024-01-31', DATE '2024-02-28') AS whole_months"
    ) { try DateKernels.wholeParts(partNamed: $0[0], from: $0[1], to: $0[2]) },
    ScalarFunction(
      "date_add", signature: "date_add(date, interval)",
      help: "The date an interval, or so many days, later.",
      example: "SELECT date_add(DATE '2024-01-31', INTERVAL 1 MONTH)"
    ) { types in
      types.count == 2 && dateType(types[0]) != nil
        ? scalar(named: "+")?.resolve([types[0] == .null ? .date : types[0], types[1]]) : nil
    },
    ScalarFunction(
      "age", signature: "age(end [, start])",
      help: "The years, months and days since start, or until today.",
      example: "SELECT age(DATE '2024-05-01', DATE '2022-11-15') AS since_last_seizure"
    ) { types in
      guard (1...2).contains(types.count), types.allSatisfy({ dateType($0) != nil }) else {
        return nil
      }
      return ScalarOverload(types.map { _ in .timestamp }, .interval) { arguments, rows, context in
        if arguments.count == 2 {
          return try DateKernels.age(of: arguments[0], since: arguments[1])
        }
        let today = Vector(constant: context.today, type: .date, count: rows)
        return try DateKernels.age(of: today, since: arguments[0])
      }
    },
    ScalarFunction(
      "time_bucket", signature: "time_bucket(width, date [, origin | offset])",
      help: "The start of the span of an interval's width in which a date lies.",
      example: "SELECT time_bucket(INTERVAL 14 DAYS, DATE '2024-05-17')",
      resolve: bucket),
    ofDate("last_day", .date, help: "The last day of the month.") { try DateKernels.lastDay($0) },
    ScalarFunction(
      "fiscal_year", signature: "fiscal_year(date, month)",
      help:
        "The fiscal year of a date, called after the year in which it ends; it begins in month.",
      example: "SELECT fiscal_year(DATE '2024-09-30', 10), fiscal_year(DATE '2024-10-01', 10)"
    ) { types in
      guard types.count == 2, let date = dateType(types[0]),
        TypeRules.canCastImplicitly(types[1], .bigint)
      else { return nil }
      return ScalarOverload([date, .bigint], .bigint) { arguments, _, _ in
        try DateKernels.fiscalYear(arguments[0], firstMonth: arguments[1])
      }
    },
    ScalarFunction(
      "timezone", signature: "timestamp AT TIME ZONE 'UTC'",
      help: "The timestamp itself: timestamps have no time zone, and count as UTC.",
      example: "SELECT timezone('UTC', TIMESTAMP '2024-05-01 08:30:00') AS moment",
      overloads: [
        ScalarOverload([.varchar, .timestamp], .timestamp) { arguments, _, _ in
          try DateKernels.inUTC(arguments[1], zones: arguments[0])
        }
      ]),
  ]

  private static let dateTexts: [ScalarFunction] = [
    ofDate("monthname", .varchar, help: "The English name of the month.") {
      try DateKernels.monthName($0)
    },
    ofDate("dayname", .varchar, help: "The English name of the day of the week.") {
      try DateKernels.dayName($0)
    },
    ScalarFunction(
      "strftime", signature: "strftime(date, format)",
      help: "A date as text, in a format such as '%d %B %Y' or '%Y-%m'.",
      example:
        "SELECT strftime(DATE '2024-05-17', '%d %B %Y'), strftime(DATE '2024-05-17', '%Y-%m')"
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
    function(
      "strptime", signature: "strptime(text, format)",
      help: "The timestamp that a text writes in a format such as '%d/%m/%Y'.",
      example: "SELECT strptime('17/05/2024', '%d/%m/%Y')",
      [.varchar, .varchar], .timestamp
    ) { try DateKernels.read($0[0], $0[1]) },
    function(
      "try_strptime", signature: "try_strptime(text, format)",
      help: "Like strptime, but NULL where the text is not of the format.",
      example:
        "SELECT try_strptime('17/05/2024', '%d/%m/%Y'), try_strptime('May 2024', '%d/%m/%Y')",
      [.varchar, .varchar], .timestamp
    ) { try DateKernels.read($0[0], $0[1], isTry: true) },
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

  /// The type as which an argument that has parts is taken: a date's, TIME or INTERVAL.
  private static func timedType(_ type: DataType) -> DataType? {
    type == .time || type == .interval ? type : dateType(type)
  }

  private static func part(named constant: Value?) -> DatePart? {
    if case .text(let name)? = constant { DatePart(name: name) } else { nil }
  }

  private static func part(_ part: DatePart, _ names: String..., help: String) -> ScalarFunction {
    // A day of which the year and the ISO year differ.
    let moment =
      part.isTimeOfDay ? "TIMESTAMP '2024-12-30 08:45:12.5'" : "DATE '2024-12-30'"
    return ScalarFunction(
      names: names, signature: "\(names[0])(date)", help: help,
      example: "SELECT \(names[0])(\(moment))"
    ) { types, _ in
      guard types.count == 1, let date = timedType(types[0]) else { return nil }
      return ScalarOverload([date], part.isFractional ? .double : .bigint) { arguments, _, _ in
        try DateKernels.part(part, of: arguments[0])
      }
    }
  }

  private static func ofDate(
    _ name: String, _ result: DataType, help: String,
    _ evaluate: @escaping @Sendable (Vector) throws -> Vector
  ) -> ScalarFunction {
    ScalarFunction(
      name, signature: "\(name)(date)", help: help, example: "SELECT \(name)(DATE '2024-02-10')"
    ) { types in
      guard types.count == 1, let date = dateType(types[0]) else { return nil }
      return ScalarOverload([date], result) { arguments, _, _ in try evaluate(arguments[0]) }
    }
  }

  private static func distance(
    _ names: String..., help: String, example: String,
    evaluate: @escaping @Sendable ([Vector]) throws -> Vector
  ) -> ScalarFunction {
    ScalarFunction(
      names: names, signature: "\(names[0])('part', start, end)", help: help, example: example
    ) { types, _ in
      guard types.count == 3, isText(types[0]) else { return nil }
      if types[1...].contains(.time), types[1...].allSatisfy({ $0 == .time || $0 == .null }) {
        return ScalarOverload([.varchar, .time, .time], .bigint) { arguments, _, _ in
          try evaluate(arguments)
        }
      }
      guard let start = dateType(types[1]), let end = dateType(types[2]) else { return nil }
      return ScalarOverload([.varchar, start, end], .bigint) { arguments, _, _ in
        try evaluate(arguments)
      }
    }
  }

  @Sendable private static func bucket(_ types: [DataType]) -> ScalarOverload? {
    guard (2...3).contains(types.count), types[0] == .interval || types[0] == .null,
      let date = dateType(types[1])
    else { return nil }
    guard types.count == 3 else {
      return ScalarOverload([.interval, date], date) { arguments, _, _ in
        try DateKernels.bucket(arguments[0], arguments[1], type: date)
      }
    }
    if types[2] == .interval {
      return ScalarOverload([.interval, date, .interval], date) { arguments, _, _ in
        try DateKernels.bucket(arguments[0], arguments[1], offset: arguments[2], type: date)
      }
    }
    guard let origin = TypeRules.commonType(date, types[2]), dateType(origin) != nil else {
      return nil
    }
    return ScalarOverload([.interval, origin, origin], origin) { arguments, _, _ in
      try DateKernels.bucket(arguments[0], arguments[1], origin: arguments[2], type: origin)
    }
  }
}
