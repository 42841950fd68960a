/// How far apart periods are.
///
/// Dates and timestamps are periods where all of them are starts: of years, quarters, months, weeks
/// (Mondays, as ISO 8601 and `date_trunc` have it), days or hours.
package enum PeriodStep: String, Sendable, CaseIterable {
  case year, quarter, month, week, day, hour
  /// Whole numbers: years, say.
  case one

  /// The longest step of which all values of `periods`, whole numbers, dates or timestamps, are
  /// starts, NULLs left aside; nil where there is none.
  ///
  /// - Complexity: O(rows).
  package init?(of periods: Vector) {
    guard periods.type == .date || periods.type == .timestamp else {
      self = .one
      return
    }
    let values = NumberSource.integers(periods, as: Int64.self)
    var left = Set(Self.allCases).subtracting([.one])
    for row in 0..<periods.count where !periods.isNull(row) {
      let value = Int(values.pointer[row])
      left = left.filter { $0.starts(at: value, isDate: periods.type == .date) }
      if left.isEmpty { return nil }
    }
    guard let longest = Self.allCases.first(where: left.contains) else { return nil }
    self = longest
  }

  /// Whether a date, or a timestamp in microseconds, is the start of such a period.
  private func starts(at value: Int, isDate: Bool) -> Bool {
    if !isDate {
      if self == .hour { return ClockTime.floorRemainder(value, Self.microsecondsPerHour) == 0 }
      if ClockTime.floorRemainder(value, ClockTime.microsecondsPerDay) != 0 { return false }
    }
    let days = isDate ? value : ClockTime.floorDivide(value, ClockTime.microsecondsPerDay)
    switch self {
    case .day, .hour, .one: return true
    // 1970-01-05 was a Monday.
    case .week: return ClockTime.floorRemainder(days - 4, 7) == 0
    case .year, .quarter, .month:
      let date = CivilDate(daysSinceEpoch: days)
      if date.day != 1 { return false }
      return self == .month || (date.month - 1) % (self == .year ? 12 : 3) == 0
    }
  }

  /// A number for a period that starts at `value`, one less than that of the next period.
  fileprivate func number(_ value: Int128, isDate: Bool) -> Int128 {
    if self == .one { return value }
    let value = Int(truncatingIfNeeded: value)
    if !isDate && self == .hour {
      return Int128(ClockTime.floorDivide(value, Self.microsecondsPerHour))
    }
    let days = isDate ? value : ClockTime.floorDivide(value, ClockTime.microsecondsPerDay)
    switch self {
    case .one, .day: return Int128(days)
    case .hour: return Int128(days) * 24
    case .week: return Int128(ClockTime.floorDivide(days - 4, 7))
    case .year: return Int128(CivilDate(daysSinceEpoch: days).year)
    case .quarter, .month:
      let date = CivilDate(daysSinceEpoch: days)
      let months = Int128(date.year) * 12 + Int128(date.month - 1)
      return self == .month ? months : (months - Int128((date.month - 1) % 3)) / 3
    }
  }

  private static let microsecondsPerHour = ClockTime.microsecondsPerDay / 24
}

/// The row of the period before.
package enum PeriodKernels {
  /// For each row the row of its partition that holds the period one `step` before its own; missing
  /// where there is none, or the period is NULL.
  ///
  /// - Parameters:
  ///   - order: of the rows by `periods` alone, in either direction.
  ///   - periods: whole numbers, or dates or timestamps that are starts of `step`.
  /// - Throws: ``ValueError/badArgument(_:)`` where a partition has a period twice.
  /// - Complexity: O(rows).
  package static func before(
    _ order: WindowOrder, _ periods: Vector, _ step: PeriodStep
  ) throws(ValueError) -> RowSelection {
    let values = NumberSource.integers(periods, as: Int128.self)
    let isDate = periods.type == .date
    let sources = Buffer<UInt32>(repeating: RowSelection.missing, count: order.count)
    for partition in 0..<order.partitionCount {
      var last: (row: Int, number: Int128)?
      for position in order.positions(ofPartition: partition) {
        try Cancellation.point(at: position)
        let row = Int(order.rows.pointer[position])
        if periods.isNull(row) { continue }
        let number = step.number(values.pointer[row], isDate: isDate)
        defer { last = (row, number) }
        guard let last else { continue }
        // Neither number is near the ends of 128 bits but for a HUGEINT; then it is not one apart.
        let (distance, overflow) = number.subtractingReportingOverflow(last.number)
        if overflow { continue }
        switch distance {
        case 0:
          throw .badArgument(
            "growth wants each period once, and \(ValueText.string(periods.value(row))) comes twice"
          )
        case 1: sources.pointer[row] = UInt32(truncatingIfNeeded: last.row)
        case -1: sources.pointer[last.row] = UInt32(truncatingIfNeeded: row)
        default: break
        }
      }
    }
    return RowSelection(rows: sources, count: order.count, hasMissing: true)
  }
}
