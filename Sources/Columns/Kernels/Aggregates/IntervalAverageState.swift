/// Adds up the parts of intervals.
struct IntervalSum: BitwiseCopyable {
  var count: Int64 = 0
  private var months: Int128 = 0
  private var days: Int128 = 0
  private var microseconds: Int128 = 0

  init() {}

  @inline(__always)
  mutating func add(_ interval: Interval) {
    count &+= 1
    months &+= Int128(interval.months)
    days &+= Int128(interval.days)
    microseconds &+= Int128(interval.microseconds)
  }

  mutating func merge(_ later: IntervalSum) {
    count &+= later.count
    months &+= later.months
    days &+= later.days
    microseconds &+= later.microseconds
  }

  /// The mean: what is left of the months counts as days, 30 a month, and what is left of the days
  /// as microseconds; these are cut off.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` where a part does not fit an interval.
  func mean() throws(ValueError) -> Interval {
    let number = Int128(max(1, count))
    let (wholeMonths, restMonths) = months.quotientAndRemainder(dividingBy: number)
    let (wholeDays, restDays) = (days + restMonths * 30).quotientAndRemainder(dividingBy: number)
    let rest = (microseconds + restDays * Int128(ClockTime.microsecondsPerDay)) / number
    guard let months = Int32(exactly: wholeMonths), let days = Int32(exactly: wholeDays),
      let microseconds = Int64(exactly: rest)
    else { throw .overflow(type: .interval) }
    return Interval(months: months, days: days, microseconds: microseconds)
  }
}

/// `avg` of INTERVALs, month by month and day by day.
package final class IntervalAverageState: AggregateState {
  private let sums = Cells<IntervalSum>(IntervalSum())

  package override init(rows: GroupRowCounts) { super.init(rows: rows) }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    sums.grow(to: groups.groups)
    let values = Constants.expanded(vector)
    guard case .int128(let buffer) = values.storage else { return }
    for row in 0..<groups.count where values.validity?[row] ?? true {
      sums.pointer[groups.ids.map { Int($0[row]) } ?? 0].add(Interval(bits: buffer.pointer[row]))
    }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? IntervalAverageState else { return }
    sums.grow(to: other.sums.count)
    for group in 0..<other.sums.count { sums.pointer[group].merge(other.sums.pointer[group]) }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let means = Buffer<Int128>(repeating: 0, count: cells.count)
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: cells.count))
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      guard group < sums.count, sums.pointer[group].count > 0 else { continue }
      means.pointer[index] = try sums.pointer[group].mean().bits
      words.pointer[index >> 6] |= 1 << UInt64(index & 63)
    }
    return Vector(
      type: .interval, count: cells.count, storage: .int128(means),
      validity: Bitmap(words: words, count: cells.count))
  }
}
