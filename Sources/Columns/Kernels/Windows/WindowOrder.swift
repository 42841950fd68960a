/// The rows of a table as window functions see them: parted, and in order within each partition.
///
/// Everything about windows is computed over *positions*: places in ``rows``. Partitions follow
/// each other, and so do the peers within each: rows that are equal in all terms of the order.
package struct WindowOrder: Sendable {
  /// Rows.
  package let count: Int
  /// The row at each position. Peers keep the order in which they come.
  package let rows: Buffer<UInt32>
  /// Where each partition starts, and at the end ``count``.
  package let partitionStarts: Buffer<UInt32>
  /// Where each group of peers starts, and at the end ``count``.
  package let peerStarts: Buffer<UInt32>
  /// How many threads may work on what is computed over it, which is the same on any number.
  let threads: Int

  /// Positions are worked on in slices of 2^16.
  static let sliceBits = 16

  /// How many partitions there are; none is empty.
  package var partitionCount: Int { partitionStarts.count - 1 }

  /// - Parameters:
  ///   - partition: the keys, NULL equal to NULL; one vector of `count` rows each.
  ///   - order: may be empty: then all rows of a partition are peers.
  ///   - threads: how many may work on it; the order is the same on any number.
  /// - Throws: ``ValueError/textTooLong`` where the texts of the keys exceed one ``TextStore``;
  ///   ``ValueError/interrupted``.
  /// - Complexity: O(`count`) for each 8 bits of key.
  package init(
    partition: [Vector], order: [SortTerm], count: Int, threads: Int = 1
  ) throws(ValueError) {
    self.count = count
    self.threads = threads
    let parts = try Self.numbers(of: partition, count: count)
    let terms = try SortField.fields(of: order)
    let bits = terms.reduce(0) { $0 + $1.bits }
    let fits = (parts?.bits ?? 0) + bits <= 64
    let words = try RowOrder.pack(
      (parts.map { [$0] } ?? []) + terms, count: count, threads: threads)
    let rows = RowSelection(range: 0..<count).rows
    self.rows = rows
    if fits, let word = words.first {
      let sorted = try RadixSort.sort(rows, by: word.words, bits: word.bits, threads: threads)
      partitionStarts = try Self.starts(sorted, shift: parts == nil ? 64 : bits)
      peerStarts = try order.isEmpty ? partitionStarts : Self.starts(sorted, shift: 0)
    } else {
      for word in words.reversed() {
        try RadixSort.sort(rows, by: word.words, bits: word.bits, threads: threads)
      }
      partitionStarts = try Self.starts(rows, parts.map { [$0.numbers(count: count)] } ?? [])
      peerStarts = try order.isEmpty ? partitionStarts : Self.starts(rows, words.map(\.words))
    }
  }

  /// The positions at which a sorted number, without its last `shift` bits, is another than the
  /// one before, and the count.
  private static func starts(
    _ sorted: Buffer<UInt64>, shift: Int
  ) throws(ValueError) -> Buffer<UInt32> {
    let count = sorted.count
    let numbers = sorted.pointer
    let marks = Buffer<UInt32>(count: count + 1)
    var total = 0
    var before: UInt64 = 0
    try Cancellation.forBlocks(of: 0..<count) { positions in
      var position = positions.lowerBound
      while position < positions.upperBound {
        let number = shift < 64 ? numbers[position] >> UInt64(shift) : 0
        if number != before || position == 0 {
          marks.pointer[total] = UInt32(truncatingIfNeeded: position)
          total &+= 1
          before = number
        }
        position &+= 1
      }
    }
    marks.pointer[total] = UInt32(truncatingIfNeeded: count)
    let starts = Buffer<UInt32>(count: total + 1)
    starts.pointer.update(from: marks.pointer, count: total + 1)
    return starts
  }

  /// A number for each row, equal for equal keys; nil without keys.
  static func numbers(
    of keys: [Vector], count: Int
  ) throws(ValueError) -> SortField? {
    if keys.isEmpty { return nil }
    let domains = keys.compactMap { key in
      ColumnDomain(of: [key]).map { (domain: $0, type: key.type) }
    }
    let ids: Buffer<UInt32>
    let most: Int
    if domains.count == keys.count,
      let combination = KeyCombination(domains, limit: max(1 << 16, count))
    {
      ids = combination.cells(of: keys, count: count)
      most = combination.cells
    } else {
      let packer = try KeyPacker(
        keys: keys.map { (type: $0.type, vectors: [$0]) }, rowCounts: [count])
      let words = packer.words(ofChunk: 0)
      let table = GroupTable()
      ids = Buffer(count: count)
      try table.number(words, into: ids)
      most = table.count
    }
    let numbers = Buffer<UInt64>(count: count)
    var row = 0
    while row < count {
      numbers.pointer[row] = UInt64(ids.pointer[row])
      row &+= 1
    }
    return SortField(numbers: numbers, bits: KeyField.bits(forCount: most))
  }

  /// The positions at which one of `words` is another than at the position before, and the count.
  private static func starts(
    _ rows: Buffer<UInt32>, _ words: [Buffer<UInt64>]
  ) throws(ValueError) -> Buffer<UInt32> {
    let count = rows.count
    let marks = Buffer<Bool>(repeating: false, count: count)
    for word in words {
      let numbers = word.pointer
      var before = count > 0 ? numbers[Int(rows.pointer[0])] : 0
      try Cancellation.forBlocks(of: 0..<count) { positions in
        var position = positions.lowerBound
        while position < positions.upperBound {
          let number = numbers[Int(rows.pointer[position])]
          if number != before { marks.pointer[position] = true }
          before = number
          position &+= 1
        }
      }
    }
    if count > 0 { marks.pointer[0] = true }
    var total = 0
    for position in 0..<count where marks.pointer[position] { total &+= 1 }
    let starts = Buffer<UInt32>(count: total + 1)
    var next = 0
    for position in 0..<count where marks.pointer[position] {
      starts.pointer[next] = UInt32(truncatingIfNeeded: position)
      next &+= 1
    }
    starts.pointer[total] = UInt32(truncatingIfNeeded: count)
    return starts
  }

  /// The number of each row's partition.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  package func partitionNumbers() throws(ValueError) -> Buffer<UInt32> {
    let result = Buffer<UInt32>(count: count)
    var partition = 0
    try Cancellation.forBlocks(of: 0..<count) { positions in
      for position in positions {
        while position >= Int(partitionStarts.pointer[partition &+ 1]) { partition &+= 1 }
        result.pointer[Int(rows.pointer[position])] = UInt32(truncatingIfNeeded: partition)
      }
    }
    return result
  }

  /// Where the rows of a partition, which must exist, stand.
  func positions(ofPartition partition: Int) -> Range<Int> {
    Int(partitionStarts.pointer[partition])..<Int(partitionStarts.pointer[partition + 1])
  }

  /// Calls `body` with each partition's positions and the places of its peers in ``peerStarts``, a
  /// cancellation point before it wherever a block of positions is through.
  @inline(__always)
  func forEachPartition(
    _ body: (_ positions: Range<Int>, _ peers: Range<Int>) throws(ValueError) -> Void
  ) throws(ValueError) {
    var peer = 0
    var nextPoint = 0
    for partition in 0..<partitionCount {
      let positions = positions(ofPartition: partition)
      if positions.lowerBound >= nextPoint {
        try Cancellation.point()
        nextPoint = positions.lowerBound + Cancellation.blockRows
      }
      let first = peer
      while peer < peerStarts.count - 1, Int(peerStarts.pointer[peer]) < positions.upperBound {
        peer &+= 1
      }
      try body(positions, first..<peer)
    }
  }

  /// The results of `body` for each slice of the positions, in order, on ``threads``, with a
  /// cancellation point before each.
  @inline(__always)
  func mapSlices<Result: Sendable>(
    _ body: @Sendable (_ positions: Range<Int>) throws(ValueError) -> Result
  ) throws(ValueError) -> [Result] {
    let size = 1 << Self.sliceBits
    return try Parallel.map((count + size - 1) / size, threads: threads) {
      (slice) throws(ValueError) in
      try Cancellation.point()
      return try body(slice * size..<min(count, (slice + 1) * size))
    }
  }

  /// Calls `body` with the positions of each partition that has some among `slice`, and those.
  @inline(__always)
  func forEachPartition(
    in slice: Range<Int>, _ body: (_ partition: Range<Int>, _ positions: Range<Int>) -> Void
  ) {
    // The last partition that starts no later than the slice.
    var low = 0
    var high = partitionCount
    while high - low > 1 {
      let middle = (low + high) / 2
      let isAhead = Int(partitionStarts.pointer[middle]) <= slice.lowerBound
      if isAhead { low = middle } else { high = middle }
    }
    while low < partitionCount, Int(partitionStarts.pointer[low]) < slice.upperBound {
      let partition = positions(ofPartition: low)
      body(partition, partition.clamped(to: slice))
      low &+= 1
    }
  }

  /// A vector of which the value for position `p` is that of row `rows[p]`.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  func byPosition(_ numbers: Buffer<Int64>) throws(ValueError) -> Buffer<Int64> {
    let result = Buffer<Int64>(count: count)
    try Cancellation.forBlocks(of: 0..<count) { positions in
      var position = positions.lowerBound
      while position < positions.upperBound {
        result.pointer[position] = numbers.pointer[Int(rows.pointer[position])]
        position &+= 1
      }
    }
    return result
  }
}
