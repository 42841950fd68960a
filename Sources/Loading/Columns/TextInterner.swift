import CKernels
import Columns
import Glibc

/// Gives each distinct text a code in order of first appearance, from 1 on, as fast as a load
/// needs: 0 is NULL's.
///
/// An open-addressing table of codes, beside them the first and the last eight bytes of each text,
/// so that texts of up to 16 bytes are told apart without looking elsewhere. NULL is an entry like
/// any other, so that looking a cell up needs no branch on whether it is there. One a thread and
/// column; the texts of all threads are joined in the order of the file by
/// ``merge(_:codes:into:)``.
final class TextInterner {
  /// For each slot the code of its text and one; 0 where it is free.
  private var slots: UnsafeMutablePointer<UInt32>
  /// Slots are a power of two; the hash is shifted down to its highest bits.
  private var shift: UInt64
  private var slotCount: Int
  /// By code and one; the first is that of a free slot.
  private var ends: UnsafeMutablePointer<text_ends>
  /// Where each text begins, and at last where the last one ends.
  private var offsets: UnsafeMutablePointer<UInt32>
  /// The most codes for which there is room.
  private var capacity = 128
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity = 4096

  /// Codes given so far, that of NULL included.
  private(set) var count = 1
  /// Bytes of all texts so far.
  private(set) var byteCount = 0
  /// The length of the longest text.
  private var longest = 0
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
    slots.initialize(repeating: 0, count: slotCount)
    ends = .allocate(capacity: capacity + 1)
    ends[0] = text_ends(head: 1, tail: 0)
    ends[1] = text_ends(head: 0, tail: 0)
    offsets = .allocate(capacity: capacity + 1)
    offsets[0] = 0
    offsets[1] = 0
    bytes = .allocate(capacity: byteCapacity + 16)
    slots[slot(of: text_key_of_ends(0, 0))] = 1
  }

  deinit {
    slots.deallocate()
    ends.deallocate()
    offsets.deallocate()
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
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      let known = offsets[number - 1]
      if ends[number].head == key.head && ends[number].tail == key.tail
        && Int(offsets[number] - known) == length
      {
        // The first and the last eight bytes are the same already.
        if length <= 16 || memcmp(bytes + Int(known) + 8, start + 8, length - 16) == 0 {
          return UInt32(number - 1)
        }
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
      slots: slots, mask: UInt64(slotCount - 1), shift: shift, ends: ends, offsets: offsets,
      bytes: bytes, longest: UInt32(longest))
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
      ends = Self.reallocated(ends, used: count + 1, capacity: capacity * 2 + 1)
      offsets = Self.reallocated(offsets, used: count + 1, capacity: capacity * 2 + 1)
      capacity *= 2
    }
    if byteCount + length > byteCapacity {
      byteCapacity = max(byteCount + length, byteCapacity * 2)
      bytes = Self.reallocated(bytes, used: byteCount, capacity: byteCapacity + 16)
    }
    memcpy(bytes + byteCount, start, length)
    byteCount += length
    longest = max(longest, length)
    let code = UInt32(count)
    count += 1
    ends[count] = text_ends(head: head, tail: tail)
    offsets[count] = UInt32(byteCount)
    slots[slot] = code + 1
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
    slots.deallocate()
    slotCount *= 2
    shift -= 1
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for code in 0..<count {
      var place = slot(of: key(code))
      while slots[place] != 0 { place = (place + 1) & (slotCount - 1) }
      slots[place] = UInt32(code + 1)
    }
  }

  /// The key of a stored text, or of NULL.
  private func key(_ code: Int) -> text_key {
    let begin = offsets[code]
    let length = offsets[code + 1] - begin
    if length > 16 { return text_key_of(bytes + Int(begin), length) }
    return text_key_of_ends(ends[code + 1].head, ends[code + 1].tail)
  }

  /// The bytes of the text under `code`, which must be above 0 and below ``count``; valid until
  /// the next new text. Eight bytes from its start may be read.
  func text(_ code: Int) -> UnsafeBufferPointer<UInt8> {
    let begin = Int(offsets[code])
    return UnsafeBufferPointer(start: bytes + begin, count: Int(offsets[code + 1]) - begin)
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
    offsets.pointer.update(from: self.offsets, count: count + 1)
    return TextDictionary(
      texts: TextStore(offsets: offsets, bytes: Buffer(bytes: bytes, count: byteCount)))
  }
}
