/// Stable sorting of row numbers by a 64-bit key.
///
/// Rows are scattered by the leading bits of their keys until a part fits the cache, and each part
/// is sorted there by its trailing digits, the least significant first. Parts do not depend on each
/// other, so threads share them, and the order is the same on any number of threads. Where key and
/// row fit 64 bits together they travel in one word.
enum RadixSort {
  /// Reorders `rows` so that `keys[row]` ascends; rows with equal keys keep their order.
  ///
  /// - Parameters:
  ///   - keys: one for each row, less than 2^`bits`.
  ///   - threads: how many may work on it.
  /// - Returns: the keys in the new order of the rows.
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: O(rows) for each 8 bits of key; digits in which the keys of a part agree cost
  ///   a look.
  @discardableResult
  static func sort(
    _ rows: Buffer<UInt32>, by keys: Buffer<UInt64>, bits: Int, threads: Int = 1
  ) throws(ValueError) -> Buffer<UInt64> {
    let count = rows.count
    guard count > 1, bits > 0 else { return keys }
    let rowBits = KeyField.bits(forCount: keys.count)
    let sorted = Buffer<UInt64>(count: count)
    if bits + rowBits <= 64 {
      let shift = UInt64(rowBits)
      let mask: UInt64 = 1 << shift &- 1
      let entries = Buffer<UInt64>(count: count)
      try forSlices(count, threads) { places in
        for place in places {
          let row = rows.pointer[place]
          entries.pointer[place] = keys.pointer[Int(row)] << shift | UInt64(row)
        }
      }
      let ordered = try sort(entries, bits: bits, offset: shift, threads)
      try forSlices(count, threads) { places in
        for place in places {
          let entry = ordered.pointer[place]
          rows.pointer[place] = UInt32(truncatingIfNeeded: entry & mask)
          sorted.pointer[place] = entry >> shift
        }
      }
    } else {
      let entries = Buffer<KeyedRow>(count: count)
      try forSlices(count, threads) { places in
        for place in places {
          let row = rows.pointer[place]
          entries.pointer[place] = KeyedRow(key: keys.pointer[Int(row)], row: row)
        }
      }
      let ordered = try sort(entries, bits: bits, offset: 0, threads)
      try forSlices(count, threads) { places in
        for place in places {
          rows.pointer[place] = ordered.pointer[place].row
          sorted.pointer[place] = ordered.pointer[place].key
        }
      }
    }
    return sorted
  }

  /// Calls `body` with blocks of the places below `count`, on several threads where there are
  /// enough.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  static func forSlices(
    _ count: Int, _ threads: Int, _ body: @Sendable (Range<Int>) -> Void
  ) throws(ValueError) {
    let slices = slices(count, threads)
    try Parallel.perform(slices, threads: threads) { slice throws(ValueError) in
      try Cancellation.forBlocks(
        of: count * slice / slices..<count * (slice + 1) / slices, body)
    }
  }

  /// Rows in one slice: what pays for handing it to a thread.
  private static let sliceRows = 1 << 16

  private static func slices(_ count: Int, _ threads: Int) -> Int {
    max(1, min(threads, count / sliceRows))
  }

  /// The entries in order; those given are used up.
  @inline(__always)
  private static func sort<Entry: SortEntry>(
    _ entries: Buffer<Entry>, bits: Int, offset: UInt64, _ threads: Int
  ) throws(ValueError) -> Buffer<Entry> {
    let spare = Buffer<Entry>(count: entries.count)
    let whole = SortPart(start: 0, count: entries.count, bits: bits)
    if whole.count <= SortPart.cachedRows {
      try sortPart(entries.pointer, spare.pointer, whole, offset: offset)
      withExtendedLifetime(spare) {}
      return entries
    }
    // The first scatter is by all threads together, the parts then are each by one.
    let parts = try scatter(entries, spare, whole, offset: offset, threads)
    try Parallel.perform(parts.count, threads: threads) { index throws(ValueError) in
      try sortPart(spare.pointer, entries.pointer, parts[index], offset: offset)
      withExtendedLifetime((spare, entries)) {}
    }
    return spare
  }

  /// Moves the entries of `part` from `source` to `target` by the leading digit of their keys.
  ///
  /// - Returns: the parts with equal leading digits, in their order; each still to be sorted.
  private static func scatter<Entry: SortEntry>(
    _ source: Buffer<Entry>, _ target: Buffer<Entry>, _ part: SortPart, offset: UInt64,
    _ threads: Int
  ) throws(ValueError) -> [SortPart] {
    let slices = slices(part.count, threads)
    let digit = part.leadingDigit
    let shift = UInt64(part.bits - digit) &+ offset
    let bins = 1 << digit
    let counts = Buffer<Int>(repeating: 0, count: bins * slices)
    defer { withExtendedLifetime(counts) {} }
    try Parallel.perform(slices, threads: threads) { slice throws(ValueError) in
      let own = counts.pointer + slice * bins
      let entries = source.pointer
      try Cancellation.forBlocks(
        of: part.count * slice / slices..<part.count * (slice + 1) / slices
      ) { places in
        var place = places.lowerBound
        while place < places.upperBound {
          own[entries[place].digit(shift, UInt64(bins - 1))] &+= 1
          place &+= 1
        }
      }
    }
    var parts: [SortPart] = []
    var total = 0
    for bin in 0..<bins {
      let start = total
      for slice in 0..<slices {
        let size = counts.pointer[slice * bins + bin]
        counts.pointer[slice * bins + bin] = total
        total += size
      }
      if total > start {
        parts.append(
          SortPart(start: start, count: total - start, bits: part.bits - digit))
      }
    }
    try Parallel.perform(slices, threads: threads) { slice throws(ValueError) in
      let next = counts.pointer + slice * bins
      let (from, to) = (source.pointer, target.pointer)
      try Cancellation.forBlocks(
        of: part.count * slice / slices..<part.count * (slice + 1) / slices
      ) { places in
        var place = places.lowerBound
        while place < places.upperBound {
          let entry = from[place]
          let bin = entry.digit(shift, UInt64(bins - 1))
          to[next[bin]] = entry
          next[bin] &+= 1
          place &+= 1
        }
      }
    }
    return parts
  }

  /// Sorts the entries of `part` where they stand in `source`; `spare` is room for them.
  private static func sortPart<Entry: SortEntry>(
    _ source: UnsafeMutablePointer<Entry>, _ spare: UnsafeMutablePointer<Entry>, _ part: SortPart,
    offset: UInt64
  ) throws(ValueError) {
    if part.bits == 0 || part.count < 2 { return }
    let entries = source + part.start
    if part.count <= SortPart.insertedRows {
      insert(entries, part, offset)
    } else if part.count <= SortPart.cachedRows {
      try Cancellation.point()
      sortDigits(entries, spare + part.start, part, offset)
    } else {
      // Too large for the cache: parted again, and brought back.
      for smaller in try split(entries, spare + part.start, part, offset) {
        try sortPart(source, spare, smaller, offset: offset)
      }
    }
  }

  /// The parts of `part` with equal leading digits, put together where they stand.
  private static func split<Entry: SortEntry>(
    _ entries: UnsafeMutablePointer<Entry>, _ room: UnsafeMutablePointer<Entry>, _ part: SortPart,
    _ offset: UInt64
  ) throws(ValueError) -> [SortPart] {
    let digit = part.leadingDigit
    let shift = UInt64(part.bits - digit) &+ offset
    let bins = 1 << digit
    var next = [Int](repeating: 0, count: bins + 1)
    try Cancellation.forBlocks(of: 0..<part.count) { places in
      for place in places { next[entries[place].digit(shift, UInt64(bins - 1)) &+ 1] &+= 1 }
    }
    var parts: [SortPart] = []
    for bin in 0..<bins {
      if next[bin + 1] > 0 {
        parts.append(
          SortPart(
            start: part.start + next[bin], count: next[bin + 1], bits: part.bits - digit))
      }
      next[bin + 1] += next[bin]
    }
    try Cancellation.forBlocks(of: 0..<part.count) { places in
      for place in places {
        let entry = entries[place]
        let bin = entry.digit(shift, UInt64(bins - 1))
        room[next[bin]] = entry
        next[bin] &+= 1
      }
    }
    entries.update(from: room, count: part.count)
    return parts
  }

  @inline(__always)
  private static func insert<Entry: SortEntry>(
    _ entries: UnsafeMutablePointer<Entry>, _ part: SortPart, _ offset: UInt64
  ) {
    let mask: UInt64 = part.bits >= 64 ? .max : 1 << UInt64(part.bits) &- 1
    var place = 1
    while place < part.count {
      let entry = entries[place]
      let key = entry.key(offset) & mask
      var hole = place
      while hole > 0 && entries[hole &- 1].key(offset) & mask > key {
        entries[hole] = entries[hole &- 1]
        hole &-= 1
      }
      entries[hole] = entry
      place &+= 1
    }
  }

  /// Sorts by the trailing digit first, back and forth between two blocks that fit the cache.
  @inline(__always)
  private static func sortDigits<Entry: SortEntry>(
    _ entries: UnsafeMutablePointer<Entry>, _ spare: UnsafeMutablePointer<Entry>,
    _ part: SortPart, _ offset: UInt64
  ) {
    let digits = (part.bits + 7) / 8
    let counts = Buffer<UInt32>(repeating: 0, count: digits * 256)
    let mask: UInt64 = part.bits >= 64 ? .max : 1 << UInt64(part.bits) &- 1
    var place = 0
    while place < part.count {
      var key = entries[place].key(offset) & mask
      var base = 0
      while base < digits &* 256 {
        counts.pointer[base &+ Int(key & 255)] &+= 1
        key >>= 8
        base &+= 256
      }
      place &+= 1
    }
    var from = entries
    var to = spare
    for digit in 0..<digits {
      let own = counts.pointer + digit * 256
      let shift = UInt64(digit * 8) &+ offset
      // The leading digit may reach into bits that the parts before it agreed in.
      let width = UInt64(min(8, part.bits - digit * 8))
      let digitMask: UInt64 = 1 << width &- 1
      if own[from[0].digit(shift, digitMask)] == UInt32(truncatingIfNeeded: part.count) {
        continue
      }
      var total: UInt32 = 0
      for bin in 0..<256 {
        let size = own[bin]
        own[bin] = total
        total &+= size
      }
      var place = 0
      while place < part.count {
        let entry = from[place]
        let bin = entry.digit(shift, digitMask)
        to[Int(own[bin])] = entry
        own[bin] &+= 1
        place &+= 1
      }
      swap(&from, &to)
    }
    withExtendedLifetime(counts) {}
    if from != entries { entries.update(from: from, count: part.count) }
  }
}

/// Neighbouring entries that agree in all but the last `bits` bits of their keys.
private struct SortPart: Sendable {
  let start: Int
  let count: Int
  let bits: Int

  /// Parts of up to so many rows are sorted by their trailing digits: 256 KiB of words, twice.
  static let cachedRows = 1 << 15
  /// Parts of up to so many rows are sorted by insertion.
  static let insertedRows = 24

  /// Bits of the digit by which the part is scattered: more streams than 256 cost more misses of
  /// the address cache than they save passes.
  var leadingDigit: Int { min(8, bits) }
}

/// A row on its way through a sort.
private protocol SortEntry: BitwiseCopyable, SendableMetatype {
  func key(_ offset: UInt64) -> UInt64
  func digit(_ shift: UInt64, _ mask: UInt64) -> Int
}

/// A key and, in the bits below `offset`, its row.
extension UInt64: SortEntry {
  @inline(__always)
  fileprivate func key(_ offset: UInt64) -> UInt64 { self >> offset }

  @inline(__always)
  fileprivate func digit(_ shift: UInt64, _ mask: UInt64) -> Int {
    Int(truncatingIfNeeded: self >> shift & mask)
  }
}

/// A key that leaves no room for its row.
private struct KeyedRow: SortEntry {
  let key: UInt64
  let row: UInt32

  @inline(__always)
  func key(_ offset: UInt64) -> UInt64 { key }

  @inline(__always)
  func digit(_ shift: UInt64, _ mask: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> shift & mask)
  }
}
