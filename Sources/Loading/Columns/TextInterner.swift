import CKernels
import Columns
import Glibc

/// Gives each distinct text a code in order of first appearance, from 1 on, as fast as a load
/// needs: 0 is NULL's.
///
/// An open-addressing table whose slots hold the first and the last eight bytes of a text, so that
/// texts of up to 16 bytes are told apart without looking elsewhere. NULL is an entry like any
/// other, so that looking a cell up needs no branch on whether it is there. One a thread and column;
/// the texts of all threads are joined in the order of the file by ``merge(_:codes:into:)``.
final class TextInterner {
  private var slots: UnsafeMutablePointer<text_slot>
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
    slots = Self.freeSlots(slotCount)
    ends = .allocate(capacity: capacity)
    ends[0] = 0
    bytes = .allocate(capacity: byteCapacity + 16)
    slots[slot(of: text_key_of_ends(0, 0))] = text_slot(head: 0, tail: 0, length: 0, code: 0)
  }

  private static func freeSlots(_ count: Int) -> UnsafeMutablePointer<text_slot> {
    let slots = UnsafeMutablePointer<text_slot>.allocate(capacity: count)
    slots.initialize(
      repeating: text_slot(head: 0, tail: 0, length: text_slot_free, code: 0), count: count)
    return slots
  }

  deinit {
    slots.deallocate()
    ends.deallocate()
    bytes.deallocate()
  }

  /// Where the search for `key` begins.
  private func slot(of key: text_key) -> Int { Int(truncatingIfNeeded: key.hash >> shift) }

  /// The code of the text in the `length` bytes from `start`, at least 8 of which may be read;
  /// 0 where the table is full.
  ///
  /// - Complexity: constant on average, plus the length.
  func code(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let key = length == 0 ? text_key_of_empty() : text_key_of(start, UInt32(length))
    var slot = slot(of: key)
    while slots[slot].length != text_slot_free {
      let known = slots[slot]
      if known.head == key.head && known.tail == key.tail && Int(known.length) == length {
        let code = known.code
        if length <= 16 { return code }
        // The first and the last eight bytes are the same already.
        let stored = bytes + Int(ends[Int(code) - 1])
        if memcmp(stored + 8, start + 8, length - 16) == 0 { return code }
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return insert(start, length, head: key.head, tail: key.tail, slot: slot)
  }

  /// The codes of one field of each row of `cells`, 0 where it is empty; of rows in `missing` the
  /// text was not known and must be added by ``code(_:_:)``, in order.
  ///
  /// - Parameters:
  ///   - codes: room for a code a row of the batch.
  ///   - missing: room for as many.
  func find(
    _ cells: CellBatch, column: Int, rows: Range<Int>, codes: UnsafeMutablePointer<UInt32>,
    missing: UnsafeMutablePointer<UInt32>
  ) -> found_codes {
    var table = text_table(
      slots: slots, mask: UInt64(slotCount - 1), shift: shift, ends: ends, bytes: bytes)
    return find_codes(
      &table, cells.text, cells.positions, Int64(cells.stride), Int64(column),
      Int64(rows.lowerBound), Int64(rows.upperBound), cells.quote, codes, missing)
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
    slots[slot] = text_slot(head: head, tail: tail, length: UInt32(length), code: code)
    count += 1
    // At a third of the slots, most searches end where they begin.
    if count * 3 > slotCount { growSlots() }
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
    slotCount *= 2
    shift -= 1
    slots = Self.freeSlots(slotCount)
    for index in 0..<oldCount where old[index].length != text_slot_free {
      let entry = old[index]
      var place = slot(of: key(entry))
      while slots[place].length != text_slot_free { place = (place + 1) & (slotCount - 1) }
      slots[place] = entry
    }
    old.deallocate()
  }

  /// The key of a stored text.
  private func key(_ entry: text_slot) -> text_key {
    if entry.length == 0 { return text_key_of_ends(entry.head, entry.tail) }
    return text_key_of(bytes + Int(ends[Int(entry.code) - 1]), entry.length)
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
