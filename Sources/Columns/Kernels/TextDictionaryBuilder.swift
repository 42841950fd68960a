#if canImport(Glibc)
  import Glibc
#endif

/// Gives each distinct text a code, in order of first appearance, from 1 on; 0 is NULL's.
///
/// An open-addressing table of codes over one growing block of bytes. Not for sharing: each thread
/// that loads a file has one of its own for each column, and ``merge(_:)`` joins them in the order
/// of the file, so codes do not depend on how many there were.
package final class TextDictionaryBuilder {
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotMask: Int
  private var hashes: UnsafeMutablePointer<UInt32>
  private var ends: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int

  /// Codes given so far, that of NULL included.
  package private(set) var count = 1
  /// Bytes of all texts so far.
  package private(set) var byteCount = 0

  /// A builder that knows only NULL.
  package init() {
    slotMask = 255
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: 0, count: 256)
    capacity = 128
    hashes = .allocate(capacity: capacity)
    ends = .allocate(capacity: capacity)
    hashes[0] = 0
    ends[0] = 0
    byteCapacity = 4096
    bytes = .allocate(capacity: byteCapacity)
  }

  deinit {
    slots.deallocate()
    hashes.deallocate()
    ends.deallocate()
    bytes.deallocate()
  }

  /// The code of the `length` bytes from `start`, new or known; nil where the dictionary would
  /// outgrow the 4 GiB of a ``TextStore``.
  ///
  /// - Complexity: constant on average, plus the length.
  @inline(__always)
  package func code(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32? {
    let hash = TextHash.hash(start, length)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while true {
      let code = Int(slots[slot])
      if code == 0 { break }
      if hashes[code] == tag {
        let begin = Int(ends[code &- 1])
        if TextHash.equal(bytes + begin, Int(ends[code]) &- begin, start, length) {
          return UInt32(truncatingIfNeeded: code)
        }
      }
      slot = (slot &+ 1) & slotMask
    }
    return insert(start, length, tag: tag, slot: slot)
  }

  /// Makes room, where there are many texts already, for so many more: then that can be stopped.
  ///
  /// - Throws: ``ValueError/interrupted`` alone; the builder is of no use then.
  func makeRoom(for texts: Int, bytes: Int) throws(ValueError) {
    if count < Self.manyTexts { return }
    while (count + texts) * 2 > slotMask { try growSlots(pause: Cancellation.point) }
    if byteCount + bytes > byteCapacity {
      try growBytes(atLeast: byteCount + bytes, pause: Cancellation.point)
    }
  }

  /// Fewer take a few milliseconds.
  private static let manyTexts = 1 << 16

  private func insert(
    _ start: UnsafePointer<UInt8>, _ length: Int, tag: UInt32, slot: Int
  ) -> UInt32? {
    guard byteCount + length <= Int(UInt32.max), count < Int(UInt32.max) else { return nil }
    if count == capacity { growEntries() }
    if byteCount + length > byteCapacity { growBytes(atLeast: byteCount + length) {} }
    memcpy(bytes + byteCount, start, length)
    byteCount += length
    let code = UInt32(count)
    hashes[count] = tag
    ends[count] = UInt32(byteCount)
    slots[slot] = code
    count += 1
    if count * 2 > slotMask { growSlots() }
    return code
  }

  private func growEntries() {
    hashes = Self.reallocated(hashes, used: count, capacity: capacity * 2)
    ends = Self.reallocated(ends, used: count, capacity: capacity * 2)
    capacity *= 2
  }

  private func growBytes<Failure: Error>(
    atLeast needed: Int, pause: () throws(Failure) -> Void
  ) throws(Failure) {
    byteCapacity = max(needed, byteCapacity * 2)
    let old = bytes
    bytes = .allocate(capacity: byteCapacity)
    defer { old.deallocate() }
    try Self.copy(old, to: bytes, byteCount, pause)
  }

  /// Bytes that are copied between two pauses.
  private static let bytesAtATime = 1 << 23

  private static func copy<Failure: Error>(
    _ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ count: Int,
    _ pause: () throws(Failure) -> Void
  ) throws(Failure) {
    for start in stride(from: 0, to: count, by: bytesAtATime) {
      try pause()
      memcpy(target + start, source + start, min(bytesAtATime, count - start))
    }
  }

  private static func reallocated<Element: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Element>, used: Int, capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    new.update(from: old, count: used)
    old.deallocate()
    return new
  }

  private func growSlots() { growSlots {} }

  private func growSlots<Failure: Error>(pause: () throws(Failure) -> Void) throws(Failure) {
    let size = (slotMask + 1) * 4
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    slotMask = size - 1
    for code in 1..<count {
      if code & (Cancellation.blockRows - 1) == 0 { try pause() }
      let begin = Int(ends[code - 1])
      let hash = TextHash.hash(bytes + begin, Int(ends[code]) - begin)
      var slot = Int(truncatingIfNeeded: hash) & slotMask
      while slots[slot] != 0 { slot = (slot &+ 1) & slotMask }
      slots[slot] = UInt32(code)
    }
  }

  /// The bytes of the text under `code`, which must be less than ``count``; valid until the next
  /// insertion.
  package func text(_ code: Int) -> UnsafeBufferPointer<UInt8> {
    let begin = code == 0 ? 0 : Int(ends[code - 1])
    return UnsafeBufferPointer(start: bytes + begin, count: Int(ends[code]) - begin)
  }

  /// Adds the texts of `other` in the order of its codes.
  ///
  /// - Returns: for each code of `other` its code here; nil where the dictionary would outgrow a
  ///   ``TextStore``.
  package func merge(_ other: TextDictionaryBuilder) -> Buffer<UInt32>? {
    let map = Buffer<UInt32>(count: other.count)
    map.pointer[0] = 0
    for code in 1..<max(1, other.count) {
      let text = other.text(code)
      guard let start = text.baseAddress, let mine = self.code(start, text.count) else {
        return nil
      }
      map.pointer[code] = mine
    }
    return map
  }

  /// The dictionary as it stands.
  package func finish() -> TextDictionary { finish {} }

  /// The same.
  ///
  /// - Parameter pause: called every so many bytes; what it throws is thrown.
  func finish<Failure: Error>(
    pause: () throws(Failure) -> Void
  ) throws(Failure) -> TextDictionary {
    let offsets = Buffer<UInt32>(count: count + 1)
    offsets.pointer[0] = 0
    for code in 0..<count { offsets.pointer[code + 1] = ends[code] }
    let copy = Buffer<UInt8>(count: byteCount)
    try Self.copy(bytes, to: copy.pointer, byteCount, pause)
    return TextDictionary(texts: TextStore(offsets: offsets, bytes: copy))
  }
}
