/// The first rows of an order, without sorting the others.
enum TopRows {
  /// The `wanted` rows with the smallest keys, in order; of equal keys, the earlier rows.
  ///
  /// Keeps the best so far in a heap whose root is the worst of them: a row that is no better
  /// than the root costs one comparison.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  static func smallest(
    _ keys: Buffer<UInt64>, count: Int, wanted: Int
  ) throws(ValueError) -> RowSelection {
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
    try Cancellation.forBlocks(of: row..<count) { rows in
      var row = rows.lowerBound
      while row < rows.upperBound {
        let key = keys.pointer[row]
        if key < worst {
          heap[0] = (key, UInt32(truncatingIfNeeded: row))
          sift(&heap, from: 0)
          worst = heap[0].key
        }
        row &+= 1
      }
    }
    heap.sort { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
    return RowSelection(rows: Buffer(heap.map(\.row)), count: heap.count)
  }

  /// The rows whose key is at most that of the `wanted`-th smallest, in ascending order: those that
  /// may be among the first where `keys` tell rows apart only roughly.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  static func candidates(
    _ keys: Buffer<UInt64>, count: Int, wanted: Int
  ) throws(ValueError) -> RowSelection {
    let best = try smallest(keys, count: count, wanted: wanted)
    guard best.count > 0 else { return best }
    let worst = keys.pointer[Int(best.rows.pointer[best.count - 1])]
    let rows = Buffer<UInt32>(count: count)
    var found = 0
    var row = 0
    while row < count {
      rows.pointer[found] = UInt32(truncatingIfNeeded: row)
      if keys.pointer[row] <= worst { found &+= 1 }
      row &+= 1
    }
    return RowSelection(rows: rows, count: found)
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
