/// Spreads the rows over the days of the study period.
struct SeizureCalendar {
  /// Where each day's rows end, in units of weight from the period's start.
  private let ends: [Int]
  /// For each of `guideCount` equal stretches of weight, the day in which it begins.
  private let guide: [Int]
  private static let guideCount = 16_384

  /// On each day, the operations that run, each with the part in 65,536 of the day's rows up to
  /// which a draw falls to it or to one before it in the list.
  private let running: [[(operation: Int, upTo: Int)]]

  init(period: StudyPeriod, operations: [JointOperation]) {
    var ends: [Int] = []
    var running: [[(operation: Int, upTo: Int)]] = []
    var total = 0
    for (index, day) in period.days.enumerated() {
      // Rows grow by 3 % of those of 2004 each year, and fall at weekends.
      let weekday = day.weekday == 6 ? 45 : day.weekday == 5 ? 62 : 104
      let ordinary = (100 + 3 * day.year) * Self.months[day.month] * weekday
      let today = operations.indices.filter { operations[$0].days.contains(index) }
      let percent = today.reduce(100) { $0 + operations[$1].percent }
      total += ordinary * percent / 100
      ends.append(total)
      var upTo = 0
      running.append(
        today.map { operation in
          upTo += operations[operation].percent * 65_536 / percent
          return (operation, upTo)
        })
    }
    var guide: [Int] = []
    var day = 0
    for stretch in 0..<Self.guideCount {
      while ends[day] <= total * stretch / Self.guideCount { day += 1 }
      guide.append(day)
    }
    self.ends = ends
    self.guide = guide
    self.running = running
  }

  /// The day on which the seizure that is registered as row `row` of `rows` was made.
  ///
  /// Registration follows after some days, now and then after months, so that the days are nearly
  /// in order.
  func day(ofRow row: Int, of rows: Int, _ random: inout SplitMix64) -> Int {
    let total = ends[ends.count - 1]
    let registered = UInt64(2 * row + 1).multipliedFullWidth(by: UInt64(total))
    var position = Int(UInt64(2 * rows).dividingFullWidth(registered).quotient)
    // Nearly exponential: the number of leading zeros, and the bits after the first one.
    let bits = random.next()
    let delay = bits.leadingZeroBitCount * 256 + 255 - Int(bits >> 8 & 255)
    // The average delay of about 384 / 256 times five days is taken away again.
    let fiveDays = total / ends.count * 5
    position -= (delay - 384) * fiveDays / 256
    if position < 0 { position = -position }
    if position >= total { position = 2 * total - 1 - position }

    var day = guide[position / (total / Self.guideCount + 1)]
    while ends[day] <= position { day += 1 }
    return day
  }

  /// The operation in which a seizure of a day was made; nil when in none.
  func operation(on day: Int, _ random: inout SplitMix64) -> Int? {
    let draw = Int(random.next() >> 48)
    return running[day].first { draw < $0.upTo }?.operation
  }

  /// January to December, in percent of an even month.
  private static let months = [93, 91, 99, 98, 102, 100, 95, 90, 101, 106, 117, 108]
}
