import Columns
import Language

/// The step from which every distance between the times of a column is made.
enum TimeStep: Hashable, Sendable {
  case months(Int64)
  /// As many of what the times count.
  case units(Int64)

  /// The greatest such step between `times`, which are distinct and in order; nil where there are
  /// less than two.
  ///
  /// Days of one day of the month are counted in months, which differ in length.
  init?(between times: [Int64], _ kind: ChartTimes.Kind) {
    guard let first = times.first, times.count > 1 else { return nil }
    if kind == .day {
      let day = CivilDate(daysSinceEpoch: Int(first)).day
      if times.allSatisfy({ CivilDate(daysSinceEpoch: Int($0)).day == day }) {
        self = .months(Self.divisor(of: times.map(Self.month)))
        return
      }
    }
    self = .units(Self.divisor(of: times))
  }

  /// The greatest common divisor of the distances; 1 where one of them overflows.
  private static func divisor(of times: [Int64]) -> Int64 {
    var result: Int64 = 0
    for (a, b) in zip(times, times.dropFirst()) {
      let (distance, overflows) = b.subtractingReportingOverflow(a)
      if overflows { return 1 }
      var rest = distance
      while rest != 0 { (result, rest) = (rest, result % rest) }
    }
    return max(result, 1)
  }

  /// Months since the year 0.
  private static func month(_ day: Int64) -> Int64 {
    let date = CivilDate(daysSinceEpoch: Int(day))
    return Int64(date.year * 12 + date.month - 1)
  }

  /// The steps from `first` to `time`, which is not before it; nil where they overflow.
  func count(from first: Int64, to time: Int64) -> Int64? {
    switch self {
    case .months(let months): return (Self.month(time) - Self.month(first)) / months
    case .units(let units):
      let (distance, overflows) = time.subtractingReportingOverflow(first)
      return overflows ? nil : distance / units
    }
  }

  /// The time `count` steps after `first`; nil where it overflows.
  func time(_ count: Int64, from first: Int64) -> Int64? {
    switch self {
    case .months(let months):
      let date = CivilDate(daysSinceEpoch: Int(first))
      let month = Int(Self.month(first) + count * months)
      let day = CivilDate(year: month / 12, month: month % 12 + 1, day: date.day)
      return month < 0 ? nil : Int64(day.daysSinceEpoch)
    case .units(let units):
      let (distance, isTooFar) = count.multipliedReportingOverflow(by: units)
      let (time, overflows) = first.addingReportingOverflow(distance)
      return isTooFar || overflows ? nil : time
    }
  }
}
