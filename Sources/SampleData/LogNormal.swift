/// Amounts whose logarithm is nearly normal, made with integers alone.
///
/// A sum of four uniform numbers stands for the normal one, which bounds the result: no draw is
/// further than 3.46 standard deviations from the middle.
struct LogNormal {
  /// 2^(i/256) for i in 0..<256, times 2^16.
  private let powers: [UInt64]

  init() {
    // The roots 2^(1/2), 2^(1/4) … 2^(1/256) by integer square roots, times 2^30.
    var roots: [UInt64] = []
    var root: UInt64 = 2 << 30
    for _ in 0..<8 {
      root = Self.squareRoot(root << 30)
      roots.append(root)
    }
    powers = (0..<256).map { index in
      var product: UInt64 = 1 << 30
      for bit in 0..<8 where index >> (7 - bit) & 1 == 1 {
        product = (product * roots[bit]) >> 30
      }
      return product >> 14
    }
  }

  /// A draw around `median`, at least 1.
  ///
  /// - Parameters:
  ///   - median: at most 2^32.
  ///   - spread: the standard deviation of the result's binary logarithm, in 256ths; at most 1024.
  @inline(__always)
  func draw(median: Int, spread: Int, _ random: inout SplitMix64) -> Int {
    let bits = random.next()
    let sum =
      Int(bits & 0xFFFF) + Int(bits >> 16 & 0xFFFF) + Int(bits >> 32 & 0xFFFF)
      + Int(bits >> 48)
    // 37,837 is the standard deviation of the sum of four uniform 16-bit numbers.
    let exponent = (sum - 131_070) * spread / 37_837
    let scaled = UInt64(median) &* powers[exponent & 255]
    let shift = (exponent >> 8) - 16
    return max(1, Int(shift >= 0 ? scaled << shift : scaled >> -shift))
  }

  /// The largest integer whose square is not above `value`.
  private static func squareRoot(_ value: UInt64) -> UInt64 {
    var low: UInt64 = 0
    var high: UInt64 = 1 << 32
    while high - low > 1 {
      let middle = (low + high) / 2
      if middle * middle <= value { low = middle } else { high = middle }
    }
    return low
  }
}
