/// The values of each group where they are numbers that ``OrderedNumbers`` can read: those stand for
/// the values.
struct NumberSegments: OrderedSegments {
  private let type: DataType
  private let numbers: GroupedNumbers

  /// Counts of a group in each batch are kept up to so many in all: 32 MiB.
  private static let mostCounts = 1 << 22

  /// The values of the one input of `collected`; nil where it is of another type.
  ///
  /// - Parameter threads: how many may work on it.
  /// - Complexity: two passes over the rows.
  /// - Throws: ``ValueError/interrupted`` alone.
  init?(_ collected: CollectedRows, type: DataType, threads: Int) throws(ValueError) {
    guard OrderedNumbers.hold(type) else { return nil }
    self.type = type
    let groups = collected.groupCount
    let batches = collected.batchCount
    // Several batches at a time, each with counts of its own, or all one after another.
    let slices = batches * groups <= Self.mostCounts ? batches : min(batches, 1)
    let next = Buffer<Int>(repeating: 0, count: slices * groups)
    try Parallel.perform(slices, threads: threads) { slice throws(ValueError) in
      let counts = next.pointer + slice * groups
      for batch in slices == 1 ? 0..<batches : slice..<slice + 1 {
        try Cancellation.point()
        collected.withBatch(batch) { vector, groups in
          if vector.constant?.isNull == true { return }
          Self.eachValue(vector, groups, 0..<groups.count) { _, group in counts[group] &+= 1 }
        }
      }
    }
    let starts = try GroupedNumbers.places(next, slices: slices, groups: groups)
    let numbers = Buffer<UInt64>(count: starts.pointer[groups])
    try Parallel.perform(slices, threads: threads) { slice throws(ValueError) in
      let next = next.pointer + slice * groups
      let target = numbers.pointer
      for batch in slices == 1 ? 0..<batches : slice..<slice + 1 {
        try Cancellation.point()
        collected.withBatch(batch) { vector, groups in
          if vector.constant?.isNull == true { return }
          OrderedNumbers.eachBlock(of: vector) { first, block, count in
            Self.eachValue(vector, groups, first..<first + count) { row, group in
              target[next[group]] = block[row &- first]
              next[group] &+= 1
            }
          }
        }
      }
    }
    withExtendedLifetime(next) {}
    self.numbers = GroupedNumbers(starts: starts, numbers: numbers)
  }

  /// Calls `body` with each of `rows` that is not NULL, and its group.
  @inline(__always)
  private static func eachValue(
    _ vector: Vector, _ groups: GroupNumbers, _ rows: Range<Int>,
    _ body: (_ row: Int, _ group: Int) -> Void
  ) {
    var row = rows.lowerBound
    switch (vector.validity?.words.pointer, groups.ids) {
    case (nil, let ids?):
      while row < rows.upperBound {
        body(row, Int(ids[row]))
        row &+= 1
      }
    case (nil, nil):
      while row < rows.upperBound {
        body(row, 0)
        row &+= 1
      }
    case (let valid?, let ids):
      while row < rows.upperBound {
        if valid[row >> 6] >> UInt64(row & 63) & 1 != 0 {
          body(row, ids == nil ? 0 : Int(ids.unsafelyUnwrapped[row]))
        }
        row &+= 1
      }
    }
  }

  func count(_ group: Int) -> Int { numbers.count(group) }

  func numbers(at low: Int, and high: Int, of group: Int) -> (low: UInt64, high: UInt64) {
    numbers.numbers(at: low, and: high, of: group)
  }

  func values(_ numbers: Buffer<UInt64>, _ validity: Bitmap) throws(ValueError) -> Vector {
    OrderedNumbers.values(numbers, validity, type: type)
  }
}
