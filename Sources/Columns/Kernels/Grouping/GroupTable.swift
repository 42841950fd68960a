/// Numbers the distinct 64-bit keys of a stream in order of first appearance.
///
/// An open-addressing table with linear probing: each slot holds a key beside its group's number,
/// so that one probe touches one cache line. Not for sharing between threads.
package final class GroupTable {
  private struct Slot: BitwiseCopyable {
    var key: UInt64
    /// The group's number plus one; 0 where the slot is free.
    var group: UInt64
  }

  private var slotBlock: Buffer<Slot>
  private var keyBlock: Buffer<UInt64>
  /// Where the two blocks start.
  private var slots: UnsafeMutablePointer<Slot>
  private var keys: UnsafeMutablePointer<UInt64>
  private var shift: UInt64
  private var mask: Int
  private var capacity: Int
  /// Groups so far.
  package private(set) var count = 0

  /// A table with room for `expected` groups before it must grow.
  package init(expected: Int = 64) {
    var bits = 7
    while 1 << bits < expected * 2 { bits += 1 }
    mask = 1 << bits - 1
    shift = UInt64(64 - bits)
    slotBlock = Buffer(repeating: Slot(key: 0, group: 0), count: 1 << bits)
    capacity = 1 << (bits - 1)
    keyBlock = Buffer(count: capacity)
    slots = slotBlock.pointer
    keys = keyBlock.pointer
  }

  /// Spreads a key over 64 bits; the upper ones are the best.
  @inline(__always)
  package static func hash(_ key: UInt64) -> UInt64 {
    let folded = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return (folded ^ (folded >> 29)) &* 0xBF58_476D_1CE4_E5B9
  }

  /// Spreads a key over 64 bits in another way than ``hash(_:)``: keys that agree in the upper
  /// bits of the one are still apart in the other.
  @inline(__always)
  package static func spread(_ key: UInt64) -> UInt64 {
    let folded = (key ^ (key >> 29)) &* 0x94D0_49BB_1331_11EB
    return (folded ^ (folded >> 32)) &* 0xD6E8_FEB8_6659_FD93
  }

  /// Writes the group of each of `count` keys to `ids`, numbering new keys as they come.
  ///
  /// - Complexity: O(`count`) on average.
  package func number(
    _ words: UnsafePointer<UInt64>, count rows: Int, into ids: UnsafeMutablePointer<UInt32>
  ) {
    var row = 0
    while row < rows {
      let key = words[row]
      var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
      while true {
        let found = slots[slot]
        if found.group == 0 {
          ids[row] = UInt32(truncatingIfNeeded: count)
          insert(key, at: slot)
          break
        }
        if found.key == key {
          ids[row] = UInt32(truncatingIfNeeded: found.group &- 1)
          break
        }
        slot = (slot &+ 1) & mask
      }
      row &+= 1
    }
  }

  /// The same for all of `words`, of which there are as many as `ids`.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  func number(_ words: Buffer<UInt64>, into ids: Buffer<UInt32>) throws(ValueError) {
    try Cancellation.forBlocks(of: 0..<ids.count) { (rows) throws(ValueError) in
      try makeRoom(for: rows.count)
      number(
        words.pointer + rows.lowerBound, count: rows.count, into: ids.pointer + rows.lowerBound)
    }
  }

  /// The group of `key`, or nil where it never came.
  @inline(__always)
  package func find(_ key: UInt64) -> UInt32? {
    var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
    while true {
      let found = slots[slot]
      if found.group == 0 { return nil }
      if found.key == key { return UInt32(truncatingIfNeeded: found.group &- 1) }
      slot = (slot &+ 1) & mask
    }
  }

  /// Whether `key` is new; numbers it if it is.
  @inline(__always)
  package func insert(_ key: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
    while true {
      let found = slots[slot]
      if found.group == 0 {
        insert(key, at: slot)
        return true
      }
      if found.key == key { return false }
      slot = (slot &+ 1) & mask
    }
  }

  /// The key of each group, in the order of their numbers.
  package func groupKeys() -> Buffer<UInt64> {
    let result = Buffer<UInt64>(count: count)
    result.pointer.update(from: keys, count: count)
    return result
  }

  private func insert(_ key: UInt64, at slot: Int) {
    slots[slot] = Slot(key: key, group: UInt64(count &+ 1))
    keys[count] = key
    count &+= 1
    if count == capacity { grow() }
  }

  /// Grows a large table ahead of `rows` keys that may all be new, so that growing can be stopped.
  ///
  /// - Throws: ``ValueError/interrupted`` alone; the table is of no use then.
  func makeRoom(for rows: Int) throws(ValueError) {
    while capacity >= Self.largeCapacity, count + rows >= capacity {
      try grow(pause: Cancellation.point)
    }
  }

  /// Smaller tables grow in a few milliseconds.
  private static let largeCapacity = 1 << 17

  private func grow() { grow {} }

  private func grow<Failure: Error>(pause: () throws(Failure) -> Void) throws(Failure) {
    capacity *= 2
    let grown = Buffer<UInt64>(count: capacity)
    grown.pointer.update(from: keys, count: count)
    keyBlock = grown
    keys = grown.pointer
    slotBlock = Buffer(count: capacity * 2)
    slots = slotBlock.pointer
    for start in stride(from: 0, to: capacity * 2, by: Cancellation.blockRows) {
      try pause()
      (slots + start).update(
        repeating: Slot(key: 0, group: 0), count: min(Cancellation.blockRows, capacity * 2 - start))
    }
    mask = capacity * 2 - 1
    shift &-= 1
    for group in 0..<count {
      if group & (Cancellation.blockRows - 1) == 0 { try pause() }
      var slot = Int(truncatingIfNeeded: Self.hash(keys[group]) >> shift)
      while slots[slot].group != 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Slot(key: keys[group], group: UInt64(group &+ 1))
    }
  }
}
