/// Sums of integers over ranges of positions, each had from two sums that start further ahead.
struct PrefixSums<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  /// The sum of the values from the start of the slice of each position up to before it.
  private let inSlice: Buffer<Number>
  /// The sum of all values before each slice.
  private let beforeSlice: Buffer<Number>

  /// - Parameters:
  ///   - threads: how many may work on it; a slice is one thread's.
  ///   - value: of a position. The sum of all must not leave the type.
  /// - Throws: ``ValueError/interrupted`` alone.
  @inline(__always)
  init(
    count: Int, threads: Int, value: @Sendable (_ position: Int) -> Number
  ) throws(ValueError) {
    let slices = count >> WindowOrder.sliceBits + 1
    let sums = Buffer<Number>(count: count + 1)
    let totals = Buffer<Number>(repeating: 0, count: slices)
    try Parallel.perform(slices, threads: threads) { slice throws(ValueError) in
      try Cancellation.point()
      let end = min(count + 1, (slice + 1) << WindowOrder.sliceBits)
      var sum: Number = 0
      var position = slice << WindowOrder.sliceBits
      while position < end {
        sums.pointer[position] = sum
        if position < count { sum &+= value(position) }
        position &+= 1
      }
      totals.pointer[slice] = sum
    }
    var before: Number = 0
    for slice in 0..<slices {
      let total = totals.pointer[slice]
      totals.pointer[slice] = before
      before &+= total
    }
    inSlice = sums
    beforeSlice = totals
  }

  /// The sum of the values of `range`.
  @inline(__always)
  func sum(_ range: Range<Int>) -> Number {
    before(range.upperBound) &- before(range.lowerBound)
  }

  @inline(__always)
  private func before(_ position: Int) -> Number {
    inSlice.pointer[position] &+ beforeSlice.pointer[position >> WindowOrder.sliceBits]
  }
}
