/// The places in time of a column, one step apart, with those at which it has no row.
struct TimeSlots: Sendable {
  private let times: ChartTimes
  private let first: Int64
  /// From the first time to the last.
  let count: Int
  /// Whether most of the times are one step apart, so that a missing one is missed.
  let isRegular: Bool

  /// Steps beyond which places are not laid out one by one.
  private static let most = 100_000

  /// Nil where the column has no time, or too many places between its times.
  init?(_ times: ChartTimes) {
    guard let first = times.distinct.first, let last = times.distinct.last else { return nil }
    self.times = times
    self.first = first
    guard let step = times.step else {
      count = 1
      isRegular = true
      return
    }
    guard let steps = step.count(from: first, to: last), steps < Self.most else { return nil }
    count = Int(steps) + 1
    let neighbours = zip(times.distinct, times.distinct.dropFirst())
      .count { step.count(from: $0, to: $1) == 1 }
    isRegular = neighbours * 2 > times.distinct.count - 1
  }

  /// The place of `time`, which is one of the column's.
  func place(_ time: Int64) -> Int {
    min(max(Int(times.step?.count(from: first, to: time) ?? 0), 0), count - 1)
  }

  /// What the place reads as below a drawing.
  func label(_ place: Int) -> String {
    let time = times.step?.time(Int64(place), from: first) ?? first
    return times.label(time)
  }
}
