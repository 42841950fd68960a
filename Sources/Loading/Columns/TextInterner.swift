import Columns
import Glibc

/// Gives each distinct text a code in order of first appearance, from 1 on, as fast as a load
/// needs: 0 is NULL's.
///
/// An open-addressing table whose slots hold the first and the last eight bytes of a text, so that
/// texts of up to 16 bytes are told apart without looking elsewhere. One a thread and column; the
/// texts of all threads are joined in the order of the file by ``merge(_:codes:into:)``.
final class TextInterner {
  private struct Slot {
    var head: UInt64
    var tail: UInt64
    var length: UInt32
    /// 0 where the slot is free.
    var code: UInt32
  }

  private var slots: UnsafeMutablePointer<Slot>
  /// Slots are a power of two; the hash is shifted down to its highest bits.
  private var shift: UInt64
  private var slotCount: Int
  private var ends: UnsafeMutablePointer<UInt32>
  private var capacity = 128
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity = 4096

  /// Codes given so far, that of NULL included.
  private(set) var count = 1
  /// Bytes of all texts so far.
  private(set) var byteCount = 0
  /// Whether a text was refused because the table had reached its limits.
  private(set) var isFull = false

  /// The most codes: beyond, a dictionary costs more than the texts themselves.
  static let maximumCount = 8 << 20
  /// The most bytes of texts: well inside the 4 GiB of a ``TextStore``.
  static let maximumBytes = 1 << 30

  init() {
    slotCount = 256
    shift = 64 - 8
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Slot(head: 0, tail: 0, length: 0, code: 0), count: slotCount)
    ends = .allocate(capacity: capacity)
    ends[0] = 0
    bytes = .allocate(capacity: byteCapacity + 16)
  }

  deinit {
    slots.deallocate()
    ends.deallocate()
    bytes.deallocate()
  }

  /// The code of the `length` bytes from `start`, at least 8 of which may be read whatever the
  /// length; 0 where the table is full.
  ///
  /// - Complexity: constant on average, plus the length.
  @inline(__always)
  func code(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let raw = UnsafeRawPointer(start)
    var head = raw.loadUnaligned(as: UInt64.self)
    var tail: UInt64 = 0
    var hash: UInt64
    if length <= 8 {
      // Bytes behind a short text are cut off; of an empty one nothing is left.
      head = length == 0 ? 0 : head & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length))
      hash = (head ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 32
      hash = hash &* 0xD6E8_FEB8_6659_FD93
    } else {
      tail = raw.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
      hash = TextHash.mix(head ^ UInt64(truncatingIfNeeded: length), 0x2545_F491_4F6C_DD1D)
      if length > 16 {
        var position = 8
        while position < length &- 8 {
          hash = TextHash.mix(
            hash, raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
          position &+= 8
        }
      }
      hash = TextHash.mix(hash, tail) &* 0xD6E8_FEB8_6659_FD93
    }
    var slot = Int(truncatingIfNeeded: hash &>> shift)
    let mask = slotCount &- 1
    while true {
      let known = slots[slot]
      if known.code == 0 { break }
      if known.head == head && known.tail == tail && Int(known.length) == length {
        if length <= 16 { return known.code }
        // The first and the last eight bytes are the same already.
        let stored = bytes + Int(ends[Int(known.code) &- 1])
        if memcmp(stored + 8, start + 8, length &- 16) == 0 { return known.code }
      }
      slot = (slot &+ 1) & mask
    }
    return insert(start, length, head: head, tail: tail, slot: slot)
  }

  @inline(never)
  private func insert(
    _ start: UnsafePointer<UInt8>, _ length: Int, head: UInt64, tail: UInt64, slot: Int
  ) -> UInt32 {
    guard count < Self.maximumCount, byteCount + length <= Self.maximumBytes else {
      isFull = true
      return 0
    }
    if count == capacity {
      ends = Self.reallocated(ends, used: count, capacity: capacity * 2)
      capacity *= 2
    }
    if byteCount + length > byteCapacity {
      byteCapacity = max(byteCount + length, byteCapacity * 2)
      bytes = Self.reallocated(bytes, used: byteCount, capacity: byteCapacity + 16)
    }
    memcpy(bytes + byteCount, start, length)
    byteCount += length
    let code = UInt32(count)
    ends[count] = UInt32(byteCount)
    slots[slot] = Slot(head: head, tail: tail, length: UInt32(length), code: code)
    count += 1
    if count * 2 > slotCount { growSlots() }
    return code
  }

  private static func reallocated<Element: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Element>, used: Int, capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    new.update(from: old, count: used)
    old.deallocate()
    return new
  }

  private func growSlots() {
    let old = slots
    let oldCount = slotCount
    slotCount *= 4
    shift -= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Slot(head: 0, tail: 0, length: 0, code: 0), count: slotCount)
    for index in 0..<oldCount where old[index].code != 0 {
      let entry = old[index]
      let begin = Int(ends[Int(entry.code) - 1])
      var slot = Int(truncatingIfNeeded: hash(entry, bytes + begin) >> shift)
      while slots[slot].code != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = entry
    }
    old.deallocate()
  }

  /// The hash of a stored text: that of ``code(_:_:)``.
  private func hash(_ entry: Slot, _ start: UnsafePointer<UInt8>) -> UInt64 {
    let length = Int(entry.length)
    if length <= 8 {
      var hash = (entry.head ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      return hash &* 0xD6E8_FEB8_6659_FD93
    }
    var hash = TextHash.mix(entry.head ^ UInt64(length), 0x2545_F491_4F6C_DD1D)
    if length > 16 {
      var position = 8
      while position < length - 8 {
        hash = TextHash.mix(
          hash,
          UnsafeRawPointer(start).loadUnaligned(fromByteOffset: position, as: UInt64.self))
        position += 8
      }
    }
    return TextHash.mix(hash, entry.tail) &* 0xD6E8_FEB8_6659_FD93
  }

  /// The bytes of the text under `code`, which must be above 0 and below ``count``; valid until
  /// the next new text. Eight bytes from its start may be read.
  func text(_ code: Int) -> UnsafeBufferPointer<UInt8> {
    let begin = Int(ends[code - 1])
    return UnsafeBufferPointer(start: bytes + begin, count: Int(ends[code]) - begin)
  }

  /// Adds the texts of `other` under `codes`, in that order, and writes for each its code here to
  /// `map`, which is indexed by the codes of `other`.
  ///
  /// - Returns: whether all had room.
  func merge(
    _ other: TextInterner, codes: Range<Int>, into map: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    for code in codes {
      let text = other.text(code)
      guard let start = text.baseAddress else { continue }
      let mine = self.code(start, text.count)
      if mine == 0 { return false }
      map[code] = mine
    }
    return true
  }

  /// The dictionary as it stands.
  func finish() -> TextDictionary {
    let offsets = Buffer<UInt32>(count: count + 1)
    offsets.pointer[0] = 0
    for code in 0..<count { offsets.pointer[code + 1] = ends[code] }
    return TextDictionary(
      texts: TextStore(offsets: offsets, bytes: Buffer(bytes: bytes, count: byteCount)))
  }
}
