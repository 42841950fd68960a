/// The rows of a batch parted by the hash of their key, so that each part can be grouped by itself.
package struct KeyPartition: Sendable {
  /// All rows, those of part 0 first; within a part in their own order.
  private let rows: Buffer<UInt32>
  /// The keys in the order of ``rows``.
  private let keys: Buffer<UInt64>
  private let starts: [Int]

  /// Parts `words` into 2^`bits` parts by the top bits of their hash.
  ///
  /// - Complexity: two passes over the words.
  package init(_ words: Buffer<UInt64>, bits: Int) {
    let parts = 1 << bits
    let shift = UInt64(64 - bits)
    let count = words.count
    let part = Buffer<UInt8>(count: count)
    var sizes = [Int](repeating: 0, count: parts)
    sizes.withUnsafeMutableBufferPointer { sizes in
      var row = 0
      while row < count {
        let number = bits == 0 ? 0 : Int(GroupTable.spread(words.pointer[row]) >> shift)
        part.pointer[row] = UInt8(truncatingIfNeeded: number)
        sizes[number] &+= 1
        row &+= 1
      }
    }
    var starts = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    let rows = Buffer<UInt32>(count: count)
    let keys = Buffer<UInt64>(count: count)
    var next = starts
    next.withUnsafeMutableBufferPointer { next in
      var row = 0
      while row < count {
        let number = Int(part.pointer[row])
        let place = next[number]
        next[number] = place &+ 1
        rows.pointer[place] = UInt32(truncatingIfNeeded: row)
        keys.pointer[place] = words.pointer[row]
        row &+= 1
      }
    }
    self.rows = rows
    self.keys = keys
    self.starts = starts
  }

  /// How many rows one part has.
  package func count(ofPart part: Int) -> Int { starts[part + 1] - starts[part] }

  /// The rows of one part and their keys, valid as long as this partition.
  func entries(
    ofPart part: Int
  ) -> (rows: UnsafePointer<UInt32>, keys: UnsafePointer<UInt64>, count: Int) {
    let start = starts[part]
    return (
      UnsafePointer(rows.pointer + start), UnsafePointer(keys.pointer + start), count(ofPart: part)
    )
  }

  /// The rows of one part.
  package func rows(ofPart part: Int) -> RowSelection {
    let start = starts[part]
    let count = starts[part + 1] - start
    let selected = Buffer<UInt32>(count: count)
    selected.pointer.update(from: rows.pointer + start, count: count)
    return RowSelection(rows: selected, count: count)
  }

  /// Numbers the groups of one part's rows in `table`.
  package func groups(ofPart part: Int, in table: GroupTable) -> Buffer<UInt32> {
    let start = starts[part]
    let count = starts[part + 1] - start
    let ids = Buffer<UInt32>(count: count)
    table.number(keys.pointer + start, count: count, into: ids.pointer)
    return ids
  }
}
