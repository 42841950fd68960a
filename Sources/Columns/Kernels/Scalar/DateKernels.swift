/// Functions of DATE, TIMESTAMP, TIME and INTERVAL. A DATE is the midnight with which it begins.
package enum DateKernels {
  /// The number that one part of each date, time or interval is: a BIGINT, or for the epoch and the
  /// Julian day a DOUBLE.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a part that a TIME or an INTERVAL does not have.
  package static func part(_ part: DatePart, of dates: Vector) throws -> Vector {
    try TextKernels.apply([dates], part.isFractional ? .double : .bigint, dates.count) {
      inputs, count in
      let dates = inputs[0]
      try part.check(within: dates.type)
      if dates.type == .interval { return try intervalPart(part, of: dates) }
      let moments = Moments(dates)
      if part.isFractional {
        return doubles(dates.validity, count) { moments[$0].fraction(of: part) }
      }
      switch part {
      // The parts that are asked for most have loops of their own.
      case .year: return numbers(inputs, count) { moments[$0].date.year }
      case .month: return numbers(inputs, count) { moments[$0].date.month }
      default: return numbers(inputs, count) { moments[$0].value(of: part) }
      }
    }
  }

  /// The number that the part named in the same row is of each date: a DOUBLE, unless all rows
  /// have one name.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a name that is no part's.
  package static func part(named names: Vector, of dates: Vector) throws -> Vector {
    if case .constant(.text(let name)) = names.storage {
      var name = name
      return try part(try name.withUTF8 { try DatePart.named($0) }, of: dates)
    }
    return try TextKernels.apply([names, dates], .double, dates.count) { inputs, count in
      let dates = inputs[1]
      let intervals = dates.type == .interval ? NumberSource.integers(dates, as: Int128.self) : nil
      let moments = Moments(dates)
      return try TextReader.read(inputs[0]) { names in
        try doubles(Nulls.validity(inputs), count) { row in
          let part = try DatePart.named(names[row])
          try part.check(within: dates.type)
          if let intervals {
            return Interval(bits: intervals.pointer[row]).value(of: part)
          }
          let moment = moments[row]
          return part.isFractional ? moment.fraction(of: part) : Double(moment.value(of: part))
        }
      }
    }
  }

  /// The first moment of the part in which each date lies, of `type`: TIMESTAMP, or for whole days
  /// DATE. Of an interval, which stays one, what is left without the smaller parts.
  package static func truncate(_ dates: Vector, toPartNamed names: Vector, type: DataType) throws
    -> Vector
  {
    try TextKernels.apply([names, dates], type, dates.count) { inputs, count in
      if type == .interval { return try truncateIntervals(inputs, count) }
      let moments = Moments(inputs[1])
      return try TextReader.read(inputs[0]) { names in
        let fixed = names.isConstant ? try DatePart.named(names[0]) : nil
        return try stored(inputs, count, type) { row in
          let moment = try moments[row].truncated(to: fixed ?? DatePart.named(names[row]))
          return try type == .date ? day(moment.days) : moment.microsecondsSinceEpoch()
        }
      }
    }
  }

  /// How many boundaries of the part lie between two dates: 1 from 31 December to 1 January, for
  /// the year as for the day.
  package static func difference(partNamed names: Vector, from start: Vector, to end: Vector) throws
    -> Vector
  {
    try TextKernels.apply([names, start, end], .bigint, start.count) { inputs, count in
      let starts = Moments(inputs[1])
      let ends = Moments(inputs[2])
      return try TextReader.read(inputs[0]) { names in
        let fixed = names.isConstant ? try DatePart.named(names[0]) : nil
        return try numbers(inputs, count) { row in
          let part = try fixed ?? DatePart.named(names[row])
          try part.check(within: inputs[1].type)
          let (difference, overflow) = try ends[row].boundaries(of: part)
            .subtractingReportingOverflow(try starts[row].boundaries(of: part))
          if overflow { throw ValueError.overflow(type: .bigint) }
          return difference
        }
      }
    }
  }

  /// The date of a year, month and day, each a BIGINT.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` where the calendar has no such day.
  package static func make(_ year: Vector, _ month: Vector, _ day: Vector) throws -> Vector {
    try TextKernels.apply([year, month, day], .date, year.count) { inputs, count in
      let years = NumberSource.integers(inputs[0], as: Int64.self)
      let months = NumberSource.integers(inputs[1], as: Int64.self)
      let days = NumberSource.integers(inputs[2], as: Int64.self)
      return try stored(inputs, count, .date) { row in
        let date = CivilDate(
          year: Int(years.pointer[row]), month: Int(months.pointer[row]),
          day: Int(days.pointer[row]))
        // Five million years are as far as 32 bits of days reach.
        guard date.exists, date.year.magnitude < 5_000_000 else {
          throw ValueError.badArgument("there is no day \(date.year)-\(date.month)-\(date.day)")
        }
        return date.daysSinceEpoch
      }
    }
  }

  /// The last day of the month of each date.
  package static func lastDay(_ dates: Vector) throws -> Vector {
    try TextKernels.apply([dates], .date, dates.count) { inputs, count in
      let moments = Moments(inputs[0])
      return try stored(inputs, count, .date) { row in
        let moment = moments[row]
        let date = moment.date
        return try day(
          moment.days + CivilDate.days(ofMonth: date.month, year: date.year) - date.day)
      }
    }
  }

  /// `days`, which must fit the 32 bits of a DATE.
  @inline(__always)
  static func day(_ days: Int) throws(ValueError) -> Int {
    if Int32(exactly: days) == nil { throw .overflow(type: .date) }
    return days
  }

  /// The stored days or microseconds of a vector, as moments; those of times are of 1970-01-01, with
  /// 24:00:00 as its end.
  struct Moments {
    private let numbers: Buffer<Int64>
    private let isDate: Bool
    private let isTime: Bool

    init(_ vector: Vector) {
      numbers = NumberSource.integers(vector, as: Int64.self)
      isDate = vector.type == .date
      isTime = vector.type == .time
    }

    @inline(__always)
    subscript(row: Int) -> Moment {
      let number = Int(numbers.pointer[row])
      if isDate { return Moment(days: number) }
      return isTime
        ? Moment(days: 0, microseconds: number) : Moment(microsecondsSinceEpoch: number)
    }
  }

  @inline(__always)
  static func numbers(
    _ inputs: [Vector], _ count: Int, _ body: (Int) throws -> Int
  ) rethrows -> Vector {
    try stored(inputs, count, .bigint, body)
  }

  /// A vector of integers of `type`: for each row in which no input is NULL, what `body` returns.
  @inline(__always)
  static func stored(
    _ inputs: [Vector], _ count: Int, _ type: DataType, _ body: (Int) throws -> Int
  ) rethrows -> Vector {
    let validity = Nulls.validity(inputs)
    let result = Buffer<Int64>(count: count)
    var row = 0
    while row < count {
      result.pointer[row] = validity.map { $0[row] } ?? true ? Int64(try body(row)) : 0
      row &+= 1
    }
    return IntegerNarrowing.vector(result, count: count, type: type, validity: validity)
  }

  @inline(__always)
  static func doubles(
    _ validity: Bitmap?, _ count: Int, _ body: (Int) throws -> Double
  ) rethrows -> Vector {
    let result = Buffer<Double>(count: count)
    for row in 0..<count {
      result.pointer[row] = validity.map { $0[row] } ?? true ? try body(row) : 0
    }
    return Vector(type: .double, count: count, storage: .float64(result), validity: validity)
  }
}
