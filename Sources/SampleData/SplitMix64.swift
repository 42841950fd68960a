/// The pseudo-random generator of everything drawn: SplitMix64 (Steele, Lea and Flood, "Fast
/// Splittable Pseudorandom Number Generators", OOPSLA 2014).
///
/// Its whole state is one integer, so each row can have a stream of its own at no cost, and any row
/// can be made again without those before it.
struct SplitMix64 {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  /// The stream of one row of one data set.
  init(seed: UInt64, row: UInt64) {
    self.init(state: Self.mix(Self.mix(seed &+ 0x5EED) ^ (row &* Self.increment)))
  }

  /// The next 64 random bits.
  @inline(__always)
  mutating func next() -> UInt64 {
    state = state &+ Self.increment
    return Self.mix(state)
  }

  /// A number in `0..<bound`, for bounds far below 2^32.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  /// True `share` times in a thousand.
  @inline(__always)
  mutating func chance(perMille share: Int) -> Bool { below(1000) < share }

  /// A second stream that depends on where this one stands, and leaves it there.
  func fork() -> SplitMix64 { SplitMix64(state: Self.mix(state ^ 0xF0_4B)) }

  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
