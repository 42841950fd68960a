import CKernels

/// Numbers the distinct words of a build side, and keeps the rows of each together.
///
/// Numbers are at least 1 and at most the largest word or the row count, whichever the form has;
/// word 0 has number 0.
///
/// * **Dense**, where the largest word is not much larger than the row count: a word is its own
///   number, and a bit says whether it occurs.
/// * **Hashed**, otherwise: an open-addressing table in parts, each of which is filled by one thread
///   and holds the words whose hash begins alike. Where a bit for each word is affordable all the
///   same, it rules most words out before they are hashed.
final class WordIndex: @unchecked Sendable {
  private struct Slot: BitwiseCopyable {
    var word: UInt64
    /// The word's number; 0 where the slot is free.
    var number: UInt64
  }

  /// The rows of all words, those of one word together in their own order.
  struct Rows: Sendable {
    /// Where the rows of each number start among ``rows``, and at the end where the last stop.
    let starts: Buffer<UInt32>
    let rows: Buffer<UInt32>
    /// Whether no word has two rows.
    let isUnique: Bool
  }

  /// Which words up to ``largest`` occur; nil where they are too many for a bit each.
  private let present: Buffer<UInt64>?
  let largest: UInt64
  // Written in `init` alone, by one thread a part, and only read afterwards.
  private let slots: Buffer<Slot>?
  private let partBits: Int
  private let slotBits: Int
  /// nil where they were not asked for.
  let rows: Rows?

  /// Rows from which the table is parted: below, one part stays in the cache.
  private static let partedRows = 1 << 14
  private static let mostPartBits = 6
  /// A bit is kept for each of so many words, however few rows there are: 512 KiB.
  private static let fewWords: UInt64 = 1 << 22
  /// No bits are kept for more words than these, where a table is there besides: 8 MiB.
  private static let manyWords: UInt64 = 1 << 26

  /// - Parameters:
  ///   - words: `count` of them.
  ///   - keepsRows: whether ``rows`` are wanted.
  ///   - threads: how many may work on it.
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: O(`count`) on average.
  init(
    _ words: Buffer<UInt64>, count: Int, keepsRows: Bool, threads: Int
  ) throws(ValueError) {
    var largest: UInt64 = 0
    var row = 0
    while row < count {
      largest = max(largest, words.pointer[row])
      row &+= 1
    }
    self.largest = largest
    let isDense =
      largest < UInt64(count) &* 8 &+ 65_536 || !keepsRows && largest < UInt64(count) &* 64
    let isListed =
      isDense || largest < min(Self.manyWords, max(Self.fewWords, UInt64(count) &* 64))
    present = try isListed ? Self.bits(words, count, largest) : nil
    if isDense {
      slots = nil
      partBits = 0
      slotBits = 0
      rows = try keepsRows ? Self.rows(ofDense: words, count, numbers: Int(largest)) : nil
      return
    }
    partBits = count < Self.partedRows ? 0 : Self.mostPartBits
    var built: (slots: Buffer<Slot>, rows: Rows?)?
    // Twice the rows that a part has on average; more where words crowd one part.
    var slotBits = max(4, KeyField.bits(forCount: (count >> partBits) * 2))
    while built == nil {
      built = try Self.hashed(
        words, count, partBits: partBits, slotBits: slotBits, keepsRows: keepsRows, threads)
      if built == nil { slotBits += 1 }
    }
    self.slotBits = slotBits
    slots = built?.slots
    rows = built?.rows
  }

  private static func bits(
    _ words: Buffer<UInt64>, _ count: Int, _ largest: UInt64
  ) throws(ValueError) -> Buffer<UInt64> {
    let present = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: Int(largest) + 1))
    try Cancellation.forBlocks(of: 0..<count) { rows in
      var row = rows.lowerBound
      while row < rows.upperBound {
        let word = Int(words.pointer[row])
        present.pointer[word >> 6] |= 1 << UInt64(word & 63)
        row &+= 1
      }
    }
    // Word 0 matches nothing.
    present.pointer[0] &= ~1
    return present
  }

  // MARK: Rows of dense words

  /// Counting sort by the words themselves.
  private static func rows(
    ofDense words: Buffer<UInt64>, _ count: Int, numbers: Int
  ) throws(ValueError) -> Rows {
    let starts = Buffer<UInt32>(repeating: 0, count: numbers + 2)
    try Cancellation.forBlocks(of: 0..<count) { rows in
      var row = rows.lowerBound
      while row < rows.upperBound {
        starts.pointer[Int(words.pointer[row]) &+ 1] &+= 1
        row &+= 1
      }
    }
    starts.pointer[1] = 0
    var most: UInt32 = 0
    var number = 1
    while number < numbers &+ 2 {
      most = max(most, starts.pointer[number])
      starts.pointer[number] &+= starts.pointer[number &- 1]
      number &+= 1
    }
    let rows = Buffer<UInt32>(count: Int(starts.pointer[numbers + 1]))
    let next = Buffer<UInt32>(starts.elements)
    try Cancellation.forBlocks(of: 0..<count) { block in
      var row = block.lowerBound
      while row < block.upperBound {
        let word = Int(words.pointer[row])
        if word != 0 {
          rows.pointer[Int(next.pointer[word])] = UInt32(truncatingIfNeeded: row)
          next.pointer[word] &+= 1
        }
        row &+= 1
      }
    }
    return Rows(starts: starts, rows: rows, isUnique: most <= 1)
  }

  // MARK: Hashing

  /// Rows that are parted at a time, by one thread.
  private static let sliceRows = 1 << 16

  /// The table, and the rows of its words; nil where a part has too few slots.
  private static func hashed(
    _ words: Buffer<UInt64>, _ count: Int, partBits: Int, slotBits: Int, keepsRows: Bool,
    _ threads: Int
  ) throws(ValueError) -> (Buffer<Slot>, Rows?)? {
    try Cancellation.point()
    let parts = 1 << partBits
    let slots = Buffer<Slot>(repeating: Slot(word: 0, number: 0), count: parts << slotBits)
    let slices = (count + sliceRows - 1) / sliceRows
    let partitions = try Parallel.map(slices, threads: threads) { slice throws(ValueError) in
      try Cancellation.point()
      let start = slice * sliceRows
      let part = Buffer<UInt64>(
        sharing: words, from: start * MemoryLayout<UInt64>.stride,
        count: min(sliceRows, count - start))
      return KeyPartition(part, bits: partBits)
    }
    var bases = [0]
    for part in 0..<parts {
      bases.append(bases[part] + partitions.reduce(0) { $0 + $1.count(ofPart: part) })
    }
    let firsts = bases
    let starts = Buffer<UInt32>(count: keepsRows ? count + 2 : 0)
    let rows = Buffer<UInt32>(count: keepsRows ? count : 0)
    let outcomes = try Parallel.map(parts, threads: threads) { part throws(ValueError) in
      try Cancellation.point()
      return fill(
        slots.pointer + part << slotBits, slotBits: slotBits, partBits: partBits, part,
        partitions, first: firsts[part], keepsRows ? (starts, rows) : nil)
    }
    if outcomes.contains(.full) { return nil }
    if !keepsRows { return (slots, nil) }
    starts.pointer[0] = 0
    starts.pointer[count + 1] = UInt32(truncatingIfNeeded: count)
    return (
      slots, Rows(starts: starts, rows: rows, isUnique: !outcomes.contains(.hasRepeats))
    )
  }

  private enum Outcome { case full, hasRepeats, isUnique }

  /// Fills the slots of one part; its numbers follow `first`, the rows of the parts before.
  private static func fill(
    _ slots: UnsafeMutablePointer<Slot>, slotBits: Int, partBits: Int, _ part: Int,
    _ partitions: [KeyPartition], first: Int,
    _ target: (starts: Buffer<UInt32>, rows: Buffer<UInt32>)?
  ) -> Outcome {
    let mask = 1 << slotBits - 1
    let shift = UInt64(64 - partBits - slotBits)
    let most = 1 << slotBits - 1 << max(0, slotBits - 3)
    let size = partitions.reduce(0) { $0 + $1.count(ofPart: part) }
    let numbers = Buffer<UInt32>(count: size)
    var place = 0
    var used = 0
    for partition in partitions {
      let (_, words, count) = partition.entries(ofPart: part)
      var index = 0
      while index < count {
        let word = words[index]
        var slot = Int(truncatingIfNeeded: GroupTable.spread(word) >> shift) & mask
        var number = 0
        while word != 0 {
          let found = slots[slot]
          if found.number == 0 {
            if used >= most { return .full }
            used &+= 1
            number = used
            slots[slot] = Slot(word: word, number: UInt64(first &+ used))
            break
          }
          if found.word == word {
            number = Int(found.number) &- first
            break
          }
          slot = (slot &+ 1) & mask
        }
        numbers.pointer[place] = UInt32(truncatingIfNeeded: number)
        place &+= 1
        index &+= 1
      }
    }
    guard let target else { return .isUnique }
    // Counting sort of the rows of the part, but for those of word 0.
    let next = Buffer<UInt32>(repeating: 0, count: used + 2)
    for place in 0..<size { next.pointer[Int(numbers.pointer[place]) + 1] &+= 1 }
    next.pointer[1] = UInt32(truncatingIfNeeded: first)
    for number in 1..<used + 1 { next.pointer[number + 1] &+= next.pointer[number] }
    let starts = target.starts.pointer + first
    for number in 1..<size + 1 {
      // Numbers that no word has are empty.
      starts[number] = next.pointer[min(number, used + 1)]
    }
    let end = Int(next.pointer[used + 1])
    place = 0
    for (slice, partition) in partitions.enumerated() {
      let (rows, _, count) = partition.entries(ofPart: part)
      for index in 0..<count {
        let number = Int(numbers.pointer[place])
        place += 1
        if number == 0 { continue }
        let row = UInt32(truncatingIfNeeded: slice * sliceRows) &+ rows[index]
        target.rows.pointer[Int(next.pointer[number])] = row
        next.pointer[number] &+= 1
      }
    }
    return end - first > used ? .hasRepeats : .isUnique
  }

  // MARK: Finding

  /// A bit for each word up to ``largest``, where it says all there is to say; that of word 0 is 0.
  var denseBits: Buffer<UInt64>? { slots == nil ? present : nil }

  /// The number of `word`; 0 where it did not occur.
  @inline(__always)
  func find(_ word: UInt64) -> UInt64 {
    guard word != 0, isListed(word) else { return 0 }
    return slots.map { find(word, $0.pointer) } ?? word
  }

  @inline(__always)
  private func find(_ word: UInt64, _ slots: UnsafePointer<Slot>) -> UInt64 {
    find(word, slots, from: place(of: word))
  }

  /// Where the search for `word` begins.
  @inline(__always)
  private func place(of word: UInt64) -> Int {
    let hash = GroupTable.spread(word)
    let part = partBits == 0 ? 0 : Int(truncatingIfNeeded: hash >> UInt64(64 - partBits))
    let slot = Int(truncatingIfNeeded: hash >> UInt64(64 - partBits - slotBits))
    return part << slotBits | slot & (1 << slotBits - 1)
  }

  @inline(__always)
  private func find(_ word: UInt64, _ slots: UnsafePointer<Slot>, from place: Int) -> UInt64 {
    let mask = 1 << slotBits - 1
    let base = place & ~mask
    var slot = place & mask
    while true {
      let found = slots[base | slot]
      if found.number == 0 || found.word == word { return found.number }
      slot = (slot &+ 1) & mask
    }
  }

  /// So many words are looked for at a time: their slots are on their way from memory meanwhile.
  private static let wordsAtATime = 64

  /// The numbers of `count` words.
  func find(
    _ words: Buffer<UInt64>, count: Int, into numbers: UnsafeMutablePointer<UInt32>
  ) {
    var row = 0
    if slots == nil, let present = present?.pointer {
      while row < count {
        let word = words.pointer[row]
        let isKnown = word <= largest
        let bit = present[isKnown ? Int(word >> 6) : 0] >> (word & 63) & 1
        numbers[row] = isKnown && bit != 0 ? UInt32(truncatingIfNeeded: word) : 0
        row &+= 1
      }
      return
    }
    guard let slots = slots?.pointer else {
      numbers.update(repeating: 0, count: count)
      return
    }
    let places = Buffer<Int>(count: Self.wordsAtATime)
    while row < count {
      let end = min(count, row + Self.wordsAtATime)
      var next = row
      while next < end {
        let word = words.pointer[next]
        let isPossible = word != 0 && isListed(word)
        let place = isPossible ? place(of: word) : -1
        places.pointer[next &- row] = place
        if isPossible { prefetch_line(slots + place) }
        next &+= 1
      }
      next = row
      while next < end {
        let place = places.pointer[next &- row]
        numbers[next] =
          place < 0
          ? 0 : UInt32(truncatingIfNeeded: find(words.pointer[next], slots, from: place))
        next &+= 1
      }
      row = end
    }
    withExtendedLifetime(places) {}
  }

  /// Whether `word` has a bit, where bits are kept.
  @inline(__always)
  private func isListed(_ word: UInt64) -> Bool {
    guard let present else { return true }
    return word <= largest && present.pointer[Int(word >> 6)] >> (word & 63) & 1 != 0
  }
}
