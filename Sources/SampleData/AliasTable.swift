/// A choice among weighted alternatives in constant time (Walker's alias method, built as by Vose).
///
/// Built and drawn from with integers alone, so that every machine makes the same choices.
struct AliasTable {
  /// For each alternative: in the high half the threshold below which the draw stays with it, in
  /// the low half the alternative that takes the rest.
  private let slots: [UInt64]

  /// - Parameter weights: one for each alternative, at least one of them above zero; their sum
  ///   times their number stays below 2^39.
  /// - Complexity: O(n) in the number of alternatives.
  init(weights: [UInt64]) {
    let count = UInt64(weights.count)
    let total = weights.reduce(0, +)
    var remaining = weights.map { $0 * count }
    var slots = [UInt64](repeating: 0, count: weights.count)
    var small: [Int] = []
    var large: [Int] = []
    for index in weights.indices {
      if remaining[index] < total { small.append(index) } else { large.append(index) }
    }
    while let less = small.popLast() {
      guard let more = large.popLast() else {
        slots[less] = Self.slot(threshold: UInt64(UInt32.max), alias: less)
        continue
      }
      let threshold = ((remaining[less] << 24) / total) << 8
      slots[less] = Self.slot(threshold: threshold, alias: more)
      remaining[more] -= total - remaining[less]
      if remaining[more] < total { small.append(more) } else { large.append(more) }
    }
    for index in large {
      slots[index] = Self.slot(threshold: UInt64(UInt32.max), alias: index)
    }
    self.slots = slots
  }

  /// Weights that fall as 1 / (rank + offset).
  static func zipf(count: Int, offset: Int = 1) -> AliasTable {
    AliasTable(weights: zipfWeights(count: count, offset: offset))
  }

  static func zipfWeights(count: Int, offset: Int) -> [UInt64] {
    (0..<count).map { 1_000_000 / UInt64($0 + offset) }
  }

  /// The index of one alternative.
  @inline(__always)
  func pick(_ random: inout SplitMix64) -> Int {
    let draw = random.next()
    let index = Int(truncatingIfNeeded: ((draw >> 32) &* UInt64(slots.count)) >> 32)
    let slot = slots[index]
    return draw & 0xFFFF_FFFF < slot >> 32 ? index : Int(truncatingIfNeeded: slot & 0xFFFF_FFFF)
  }

  private static func slot(threshold: UInt64, alias: Int) -> UInt64 {
    min(threshold, UInt64(UInt32.max)) << 32 | UInt64(alias)
  }
}
