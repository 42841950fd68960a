/// The 64-bit checksum XXH64, seed 0, of the xxHash specification 0.1.1.
///
/// Every step can be undone, so bytes of which only one word of eight differs never have the same
/// checksum; others have with a chance of 2^-64. It tells damage, not malice. About 10 GB/s.
enum XXHash64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The checksum of `bytes`.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var position = 0
    var hash: UInt64
    if bytes.count >= 32, let start = bytes.baseAddress {
      var (a, b, c, d) = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
      while position <= bytes.count &- 32 {
        let stripe = start + position
        a = round(a, stripe.loadUnaligned(as: UInt64.self))
        b = round(b, stripe.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        c = round(c, stripe.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
        d = round(d, stripe.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        position &+= 32
      }
      hash = rotated(a, 1) &+ rotated(b, 7) &+ rotated(c, 12) &+ rotated(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
    } else {
      hash = prime5
    }
    hash = hash &+ UInt64(bytes.count)
    while position <= bytes.count &- 8 {
      let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      hash = rotated(hash ^ round(0, word), 27) &* prime1 &+ prime4
      position &+= 8
    }
    if position <= bytes.count &- 4 {
      let word = UInt64(bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
      hash = rotated(hash ^ (word &* prime1), 23) &* prime2 &+ prime3
      position &+= 4
    }
    while position < bytes.count {
      hash = rotated(hash ^ (UInt64(bytes[position]) &* prime5), 11) &* prime1
      position &+= 1
    }
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  static func checksum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { checksum($0) } }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 &- count)
  }
}
