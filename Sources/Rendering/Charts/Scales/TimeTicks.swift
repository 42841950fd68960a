import Columns
import Language

/// The ticks of an axis of time: steps of calendars and clocks, or of whole numbers.
struct TimeTicks: Sendable {
  struct Tick: Sendable {
    /// In what the times count.
    let time: Double
    let label: String
  }

  let ticks: [Tick]

  /// A length between ticks.
  private enum Step {
    case microseconds(Int64)
    case days(Int64)
    case months(Int64)

    /// About how many microseconds it lasts.
    var length: Double {
      switch self {
      case .microseconds(let count): Double(count)
      case .days(let count): Double(count) * perDay
      case .months(let count): Double(count) * perDay * 30.44
      }
    }
  }

  private static let perDay = Double(ClockTime.microsecondsPerDay)

  /// Lengths that clocks and calendars know, the shortest first.
  private static let steps: [Step] = {
    let second: Int64 = 1_000_000
    var steps: [Step] = []
    var fraction: Int64 = 1
    while fraction < second {
      steps += [1, 2, 5].map { .microseconds($0 * fraction) }
      fraction *= 10
    }
    for unit in [second, 60 * second] {
      steps += [1, 5, 15, 30].map { .microseconds($0 * unit) }
    }
    steps += [1, 3, 6, 12].map { .microseconds($0 * 3_600 * second) }
    steps += [1, 2, 7, 14].map { .days($0) }
    steps += [1, 3, 6].map { .months($0) }
    var years: Int64 = 1
    while years <= 100_000 {
      steps += [1, 2, 5].map { .months($0 * years * 12) }
      years *= 10
    }
    return steps
  }()

  /// At most `most` ticks between `first` and `last`.
  init(_ times: ChartTimes, most: Int) {
    guard let first = times.distinct.first, let last = times.distinct.last else {
      ticks = []
      return
    }
    switch times.kind {
    case .number: ticks = Self.numbers(first, last, most: most)
    case .day: ticks = Self.calendar(first, last, perUnit: Self.perDay, most: most)
    case .moment: ticks = Self.calendar(first, last, perUnit: 1, most: most)
    }
  }

  private static func numbers(_ first: Int64, _ last: Int64, most: Int) -> [Tick] {
    let (low, high) = (Double(first), Double(last))
    if first == last { return [Tick(time: low, label: CellText.string(.integer(Int128(first))))] }
    let scale = LinearScale(low, high, steps: max(most - 1, 1), isWhole: true, style: .plain)
    return (0...scale.count).map { Tick(time: scale.value($0), label: scale.text($0)) }
      .filter { $0.time >= low && $0.time <= high }
  }

  private static func calendar(
    _ first: Int64, _ last: Int64, perUnit: Double, most: Int
  ) -> [Tick] {
    let span = (Double(last) - Double(first)) * perUnit
    let isDays = perUnit > 1
    let usable = steps.filter { if case .microseconds = $0 { !isDays } else { true } }
    let fitting = usable.first { span / $0.length < Double(max(most, 1)) }
    guard let step = fitting ?? usable.last else { return [] }
    let firstDay = isDays ? first : floored(first, Int64(perDay))
    let lastDay = isDays ? last : floored(last, Int64(perDay))
    var days: [(day: Int64, label: String)] = []
    switch step {
    case .microseconds(let count): return clock(first, last, step: count)
    case .days(let count):
      // 1970-01-05 was a Monday.
      let start = count.isMultiple(of: 7) ? 4 : Int64(0)
      var day = start + floored(firstDay - start, count) * count
      while day <= lastDay {
        days.append((day, ChartTimes.label(day, .day, nil)))
        day += count
      }
    case .months(let count):
      let date = CivilDate(daysSinceEpoch: Int(firstDay))
      var month = floored(Int64(date.year * 12 + date.month - 1), count) * count
      while true {
        let year = floored(month, 12)
        let start = CivilDate(year: Int(year), month: Int(month - year * 12) + 1, day: 1)
        let day = Int64(start.daysSinceEpoch)
        if day > lastDay { break }
        days.append((day, ChartTimes.label(day, .day, .months(count))))
        month += count
      }
    }
    return days.map { Tick(time: Double($0.day) * (isDays ? 1 : perDay), label: $0.label) }
      .filter { $0.time >= Double(first) && $0.time <= Double(last) }
  }

  /// Ticks within days: midnights and the first tick tell the day, the others the time alone.
  private static func clock(_ first: Int64, _ last: Int64, step: Int64) -> [Tick] {
    var ticks: [Tick] = []
    let (start, isTooFar) = floored(first, step).multipliedReportingOverflow(by: step)
    var time = isTooFar ? first : start
    while time <= last {
      if time >= first {
        let day = floored(time, Int64(perDay))
        let rest = time - day * Int64(perDay)
        var clock = CellText.string(.time(rest))
        if clock.hasSuffix(":00") { clock.removeLast(3) }
        let date = CellText.string(.date(Int32(clamping: day)))
        let label = rest == 0 ? date : ticks.isEmpty ? "\(date) \(clock)" : clock
        ticks.append(Tick(time: Double(time), label: label))
      }
      let (next, overflows) = time.addingReportingOverflow(step)
      if overflows { break }
      time = next
    }
    return ticks
  }

  /// The greatest number that is not above `number` / `divisor`, which is above zero.
  private static func floored(_ number: Int64, _ divisor: Int64) -> Int64 {
    number / divisor - (number % divisor < 0 ? 1 : 0)
  }
}
