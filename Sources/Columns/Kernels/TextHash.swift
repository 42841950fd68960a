#if canImport(Glibc)
  import Glibc
#endif

/// Hashing and comparing of byte strings.
///
/// The hash folds 8 bytes at a time with a 64 × 64 → 128-bit multiplication. It is fixed, without
/// a seed, so that every run gives the same codes and the same order of groups.
package enum TextHash {
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Folds `value` into `state`.
  @inline(__always)
  package static func mix(_ state: UInt64, _ value: UInt64) -> UInt64 {
    let product = (state ^ value).multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }

  /// The hash of `count` bytes from `start`.
  @inline(__always)
  package static func hash(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(start)
    var state = UInt64(truncatingIfNeeded: count) &+ 0x2545_F491_4F6C_DD1D
    var position = 0
    while position &+ 8 <= count {
      state = mix(state, raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position &+= 8
    }
    if position < count {
      var tail: UInt64 = 0
      var shift: UInt64 = 0
      while position < count {
        tail |= UInt64(raw.load(fromByteOffset: position, as: UInt8.self)) << shift
        shift &+= 8
        position &+= 1
      }
      state = mix(state, tail)
    }
    return mix(state, 0xD6E8_FEB8_6659_FD93)
  }

  /// Whether two byte strings are the same.
  @inline(__always)
  package static func equal(
    _ a: UnsafePointer<UInt8>, _ aCount: Int, _ b: UnsafePointer<UInt8>, _ bCount: Int
  ) -> Bool {
    aCount == bCount && memcmp(a, b, aCount) == 0
  }

  /// Less than, equal to or greater than zero as `a` stands before, at or behind `b` in byte
  /// order, which for UTF-8 is the order of code points.
  @inline(__always)
  package static func compare(
    _ a: UnsafePointer<UInt8>, _ aCount: Int, _ b: UnsafePointer<UInt8>, _ bCount: Int
  ) -> Int {
    let common = Int(memcmp(a, b, min(aCount, bCount)))
    return common != 0 ? common : aCount - bCount
  }
}
