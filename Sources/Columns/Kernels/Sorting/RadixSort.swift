/// Stable sorting of row numbers by a 64-bit key, least significant digit first.
enum RadixSort {
  /// Reorders `rows` so that `keys[row]` ascends; rows with equal keys keep their order.
  ///
  /// - Returns: the keys in the new order of the rows.
  /// - Complexity: O(`bits` / 11) passes; digits in which all keys agree cost none.
  @discardableResult
  static func sort(
    _ rows: Buffer<UInt32>, by keys: Buffer<UInt64>, bits: Int
  ) -> Buffer<UInt64> {
    let count = rows.count
    let digitBits = count < 8192 ? 8 : 11
    let bins = 1 << digitBits
    let mask = UInt64(bins - 1)
    let digits = (bits + digitBits - 1) / digitBits
    guard count > 1, digits > 0 else { return keys }

    let histogram = Buffer<UInt32>(repeating: 0, count: bins * digits)
    var row = 0
    while row < count {
      var key = keys.pointer[row]
      var base = 0
      while base < bins &* digits {
        histogram.pointer[base &+ Int(key & mask)] &+= 1
        key >>= UInt64(digitBits)
        base &+= bins
      }
      row &+= 1
    }

    var fromRows = rows.pointer
    let spareRows = Buffer<UInt32>(count: count)
    var toRows = spareRows.pointer
    let firstKeys = Buffer<UInt64>(count: count)
    let spareKeys = Buffer<UInt64>(count: count)
    var fromKeys = firstKeys.pointer
    var toKeys = spareKeys.pointer
    for index in 0..<count { fromKeys[index] = keys.pointer[Int(fromRows[index])] }

    for digit in 0..<digits {
      let shift = UInt64(digit * digitBits)
      let counts = histogram.pointer + digit * bins
      if counts[Int(fromKeys[0] >> shift & mask)] == UInt32(truncatingIfNeeded: count) { continue }
      var total: UInt32 = 0
      for bin in 0..<bins {
        let size = counts[bin]
        counts[bin] = total
        total &+= size
      }
      var index = 0
      while index < count {
        let key = fromKeys[index]
        let bin = Int(key >> shift & mask)
        let place = Int(counts[bin])
        counts[bin] &+= 1
        toKeys[place] = key
        toRows[place] = fromRows[index]
        index &+= 1
      }
      swap(&fromRows, &toRows)
      swap(&fromKeys, &toKeys)
    }
    if fromRows != rows.pointer { rows.pointer.update(from: fromRows, count: count) }
    withExtendedLifetime(spareRows) {}
    return fromKeys == firstKeys.pointer ? firstKeys : spareKeys
  }
}

/// The first rows of an order, without sorting the others.
enum TopRows {
  /// The `wanted` rows with the smallest keys, in order; of equal keys, the earlier rows.
  ///
  /// Keeps the best so far in a heap whose root is the worst of them: a row that is no better
  /// than the root costs one comparison.
  static func smallest(_ keys: Buffer<UInt64>, count: Int, wanted: Int) -> RowSelection {
    guard wanted > 0 else { return RowSelection(rows: Buffer(count: 0), count: 0) }
    var heap: [(key: UInt64, row: UInt32)] = []
    heap.reserveCapacity(wanted)
    var row = 0
    while heap.count < wanted && row < count {
      heap.append((keys.pointer[row], UInt32(truncatingIfNeeded: row)))
      row &+= 1
    }
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sift(&heap, from: index) }
    var worst = heap[0].key
    while row < count {
      let key = keys.pointer[row]
      if key < worst {
        heap[0] = (key, UInt32(truncatingIfNeeded: row))
        sift(&heap, from: 0)
        worst = heap[0].key
      }
      row &+= 1
    }
    heap.sort { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
    return RowSelection(rows: Buffer(heap.map(\.row)), count: heap.count)
  }

  private static func sift(_ heap: inout [(key: UInt64, row: UInt32)], from start: Int) {
    var index = start
    while true {
      var largest = index
      for child in [index * 2 + 1, index * 2 + 2] where child < heap.count {
        if isWorse(heap[child], than: heap[largest]) { largest = child }
      }
      if largest == index { return }
      heap.swapAt(index, largest)
      index = largest
    }
  }

  private static func isWorse(
    _ a: (key: UInt64, row: UInt32), than b: (key: UInt64, row: UInt32)
  ) -> Bool {
    a.key != b.key ? a.key > b.key : a.row > b.row
  }
}
