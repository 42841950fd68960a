/// The combinations of group and values that occur, numbered in order of first appearance.
struct CombinationNumbers {
  /// The number of each row's combination.
  let numbers: Buffer<UInt32>
  /// How many combinations there are.
  let count: Int

  /// - Parameters:
  ///   - groups: the group of each of `count` rows.
  ///   - columns: vectors of `count` rows; NULLs of a column equal each other.
  init(groups: Buffer<UInt32>, _ columns: [Vector], count: Int) throws(ValueError) {
    let ids = Buffer<Int64>(count: count)
    for row in 0..<count { ids.pointer[row] = Int64(groups.pointer[row]) }
    let group = IntegerNarrowing.vector(ids, count: count, type: .bigint, validity: nil)
    let packer = try KeyPacker(
      keys: [(.bigint, [group])] + columns.map { ($0.type, [$0]) }, rowCounts: [count])
    let table = GroupTable()
    numbers = Buffer(count: count)
    let words = packer.words(ofChunk: 0)
    try table.number(words, into: numbers)
    self.count = table.count
  }
}
