/// The values of each group around one share of them, where they are numbers that ``OrderedNumbers``
/// can read and groups are large: the others are only counted.
///
/// A sample says between which two numbers the share of a group lies, so widely that it nearly never
/// errs. One pass then counts the values below those two and keeps those between them. Where a
/// sample did err, the counts show it. (The idea is that of Floyd and Rivest, CACM 18 (3), 1975.)
struct BracketedSegments: OrderedSegments {
  private let type: DataType
  /// Values of each group.
  private let counts: Buffer<Int>
  /// Values of each group below all that are kept.
  private let below: Buffer<Int>
  private let kept: GroupedNumbers

  /// A group has at least so many rows on average: in smaller ones a sample tells little.
  private static let leastRows = 1 << 11
  /// Counts of a group in each batch are kept up to so many in all: 64 MiB.
  private static let mostCounts = 1 << 22
  /// So many rows of a group are looked at to find its bracket, on average.
  private static let sampledRows = 1 << 10
  /// A bracket reaches so many standard deviations to both sides: seven shares in a million lie
  /// outside.
  private static let deviations = 4.5

  /// The numbers between which the share of a group lies, both included.
  private struct Bracket {
    var low = UInt64.min
    var high = UInt64.max
  }

  /// What a value is to the bracket of its group. The four counts of a group lie together.
  private enum Side {
    static let below = 0
    static let inside = 1
    static let above = 2
    static let null = 3
    static let count = 4
  }

  /// The values of the one input of `collected` around `fraction`; nil where it is of another type,
  /// where groups are small, or where a bracket turned out not to hold the places asked for.
  ///
  /// - Parameters:
  ///   - isContinuous: whether the result may lie between two values.
  ///   - threads: how many may work on it; the values found are the same on any number.
  /// - Complexity: O(rows).
  init?(
    _ collected: CollectedRows, type: DataType, fraction: QuantileFraction, isContinuous: Bool,
    threads: Int
  ) throws(ValueError) {
    let groups = collected.groupCount
    guard OrderedNumbers.hold(type), groups > 0, collected.count / groups >= Self.leastRows,
      collected.batchCount * groups <= Self.mostCounts
    else { return nil }
    let stride = max(8, collected.count / (groups * Self.sampledRows))
    let sample = try GroupedNumbers(
      try Parallel.map(collected.batchCount, threads: threads) { batch throws(ValueError) in
        try Self.sampled(collected, batch, stride)
      }, groups: groups, threads: threads)
    let brackets = Buffer<Bracket>(repeating: Bracket(), count: groups)
    try Parallel.perform(groups, threads: threads) { group throws(ValueError) in
      try Cancellation.point()
      let count = sample.count(group)
      if count == 0 { return }
      let margin = Int((fraction.deviation(count) * Self.deviations).rounded(.up)) + 1
      let place = fraction.places(count, isContinuous: isContinuous)
      let low = min(place.lower, place.upper) - margin
      let high = max(place.lower, place.upper) + margin
      if low >= 0 {
        brackets.pointer[group].low = sample.numbers(at: low, and: low, of: group).low
      }
      if high < count {
        brackets.pointer[group].high = sample.numbers(at: high, and: high, of: group).low
      }
    }

    let batches = collected.batchCount
    let tallies = Buffer<UInt32>(repeating: 0, count: batches * groups * Side.count)
    let parts = try Parallel.map(batches, threads: threads) { batch throws(ValueError) in
      try Cancellation.point()
      return collected.withBatch(batch) { vector, numbers in
        Self.inside(
          vector, numbers, brackets.pointer, tallies.pointer + batch * groups * Side.count)
      }
    }
    let counts = Buffer<Int>(repeating: 0, count: groups)
    let below = Buffer<Int>(repeating: 0, count: groups)
    for batch in 0..<batches {
      for group in 0..<groups {
        let tally = tallies.pointer + (batch * groups + group) * Side.count
        counts.pointer[group] += Int(tally[Side.below] + tally[Side.inside] + tally[Side.above])
        below.pointer[group] += Int(tally[Side.below])
      }
    }
    withExtendedLifetime((brackets, tallies)) {}
    let kept = try GroupedNumbers(parts, groups: groups, threads: threads)
    for group in 0..<groups where counts.pointer[group] > 0 {
      let place = fraction.places(counts.pointer[group], isContinuous: isContinuous)
      let first = below.pointer[group]
      guard min(place.lower, place.upper) >= first,
        max(place.lower, place.upper) < first + kept.count(group)
      else { return nil }
    }
    self.type = type
    self.counts = counts
    self.below = below
    self.kept = kept
  }

  /// Every `stride`th row of a batch, where it is not NULL.
  private static func sampled(
    _ collected: CollectedRows, _ batch: Int, _ stride: Int
  ) throws(ValueError) -> NumbersOfGroups {
    try collected.withBatch(batch) { (vector, groups) throws(ValueError) -> NumbersOfGroups in
      let rows = Buffer<UInt32>(count: (groups.count + stride - 1) / stride)
      for index in 0..<rows.count {
        rows.pointer[index] = UInt32(truncatingIfNeeded: index * stride)
      }
      let selection = RowSelection(rows: rows, count: rows.count)
      let ids =
        groups.ids.map { Gather.numbers($0, at: selection) }
        ?? Buffer(repeating: 0, count: rows.count)
      let bracket = Buffer<Bracket>(repeating: Bracket(), count: groups.groups)
      let tally = Buffer<UInt32>(repeating: 0, count: groups.groups * Side.count)
      defer { withExtendedLifetime((ids, bracket, tally)) {} }
      return inside(
        try Gather.rows(selection, of: vector),
        GroupNumbers(ids: UnsafePointer(ids.pointer), count: rows.count, groups: groups.groups),
        bracket.pointer, tally.pointer)
    }
  }

  /// Counts the values of each group on each side of its bracket, and gives those inside.
  private static func inside(
    _ vector: Vector, _ groups: GroupNumbers, _ brackets: UnsafePointer<Bracket>,
    _ tally: UnsafeMutablePointer<UInt32>
  ) -> NumbersOfGroups {
    let count = vector.constant?.isNull == true ? 0 : groups.count
    // One more: every value is written behind those that are kept.
    let numbers = Buffer<UInt64>(count: count + 1)
    let ids = Buffer<UInt32>(count: count + 1)
    let valid = vector.validity?.words.pointer
    var kept = 0
    if count > 0 {
      OrderedNumbers.eachBlock(of: vector) { first, block, count in
        for index in 0..<count {
          let row = first &+ index
          let group = groups.ids.map { Int($0[row]) } ?? 0
          let number = block[index]
          let bracket = brackets[group]
          var side = (number < bracket.low ? 0 : 1) &+ (number > bracket.high ? 1 : 0)
          if let valid, valid[row >> 6] >> UInt64(row & 63) & 1 == 0 { side = Side.null }
          tally[group &* Side.count &+ side] &+= 1
          numbers.pointer[kept] = number
          ids.pointer[kept] = UInt32(truncatingIfNeeded: group)
          kept &+= side == Side.inside ? 1 : 0
        }
      }
    }
    return NumbersOfGroups(numbers: numbers, groups: ids, count: kept).shortened()
  }

  func count(_ group: Int) -> Int { group < counts.count ? counts.pointer[group] : 0 }

  func numbers(at low: Int, and high: Int, of group: Int) -> (low: UInt64, high: UInt64) {
    let first = below.pointer[group]
    return kept.numbers(at: low - first, and: high - first, of: group)
  }

  func values(_ numbers: Buffer<UInt64>, _ validity: Bitmap) throws(ValueError) -> Vector {
    OrderedNumbers.values(numbers, validity, type: type)
  }
}
