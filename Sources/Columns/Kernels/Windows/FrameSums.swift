/// Counts, sums and means over frames.
package struct FrameSums {
  let frames: WindowFrames
  let order: WindowOrder
  let counted: CountedPositions

  /// - Parameters:
  ///   - values: NULLs do not count; nil for `COUNT(*)`.
  ///   - filter: rows where it is not true do not count.
  /// - Throws: ``ValueError/interrupted`` alone.
  package init(
    _ frames: WindowFrames, _ order: WindowOrder, values: Vector?, filter: Vector?
  ) throws(ValueError) {
    self.frames = frames
    self.order = order
    counted = try CountedPositions(order, values: values, filter: filter)
  }

  /// How many positions of each frame count.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  package func counts() throws(ValueError) -> Vector {
    let result = Buffer<UInt32>(count: order.count)
    try Cancellation.forBlocks(of: 0..<order.count) { positions in
      for position in positions {
        result.pointer[Int(order.rows.pointer[position])] = UInt32(
          truncatingIfNeeded: count(position))
      }
    }
    return RankingKernels.numbers(result)
  }

  @inline(__always)
  func count(_ position: Int) -> Int {
    var total = 0
    for run in frames.runs {
      total &+= counted.count(
        Int(run.starts.pointer[position])..<Int(run.ends.pointer[position]))
    }
    return total
  }

  // MARK: Exact numbers

  /// The sums of whole numbers or decimals, or their means, NULL where nothing counts.
  ///
  /// A sum over a run is the difference of two sums from the first row on, which is exact.
  ///
  /// - Returns: nil where values are so large that the sums from the first row on could leave 128
  ///   bits.
  /// - Throws: ``ValueError/overflow(type:)`` where a sum does not fit its type.
  /// - Complexity: O(rows).
  package func exact(_ values: Vector, average: Bool) throws(ValueError) -> Vector? {
    let rows = order.rows
    let counted = counted
    if sumsFit64Bits(values) {
      let numbers = WideNumbers.int64(values)
      let sums = try PrefixSums<Int64>(count: order.count, threads: order.threads) { position in
        counted.contains(position) ? numbers.pointer[Int(rows.pointer[position])] : 0
      }
      return try exact(sums, type: values.type, average: average)
    }
    let numbers = WideNumbers.ordered(values)
    try Cancellation.point()
    let bound = Int128.max / Int128(max(1, order.count))
    for position in 0..<order.count where values.type.isWide && counted.contains(position) {
      let number = numbers.pointer[Int(rows.pointer[position])]
      if number > bound || number < -bound { return nil }
    }
    let sums = try PrefixSums<Int128>(count: order.count, threads: order.threads) { position in
      counted.contains(position) ? numbers.pointer[Int(rows.pointer[position])] : 0
    }
    return try exact(sums, type: values.type, average: average)
  }

  /// Whether not even the sum of all values could leave 64 bits.
  private func sumsFit64Bits(_ values: Vector) -> Bool {
    guard !values.type.isWide, let bounds = NumberSource.bounds(values) else { return false }
    let most = max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude)
    let (sum, overflow) = most.multipliedReportingOverflow(by: UInt64(max(1, order.count)))
    return !overflow && sum <= UInt64(Int64.max)
  }

  private func exact<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ before: PrefixSums<Number>, type: DataType, average: Bool
  ) throws(ValueError) -> Vector {
    let sumType = AggregateTypes.sum(of: type)
    let limit = PowersOfTen.integer(DataType.maximumPrecision)
    let isDecimal = type != .bigint && type != .hugeint
    let divisor = PowersOfTen.double(type.scale)
    let sums = Buffer<Int128>(count: average ? 0 : order.count)
    let means = Buffer<Double>(count: average ? order.count : 0)
    let nulls = try order.mapSlices { (positions) throws(ValueError) -> [UInt32] in
      var nulls: [UInt32] = []
      for position in positions {
        let row = order.rows.pointer[position]
        let number = count(position)
        var sum: Int128 = 0
        for run in frames.runs {
          sum &+= Int128(
            before.sum(Int(run.starts.pointer[position])..<Int(run.ends.pointer[position])))
        }
        if number == 0 { nulls.append(row) }
        if average {
          means.pointer[Int(row)] =
            number == 0 ? 0 : sum.nearestDouble / (Double(number) * divisor)
        } else {
          if isDecimal && (sum >= limit || sum <= -limit) { throw .overflow(type: sumType) }
          sums.pointer[Int(row)] = sum
        }
      }
      return nulls
    }
    var validity = ValidityBits(count: order.count)
    for row in nulls.joined() { validity.clear(Int(row)) }
    return average
      ? Vector(
        type: .double, count: order.count, storage: .float64(means), validity: validity.bitmap)
      : Vector(
        type: sumType, count: order.count, storage: .int128(sums), validity: validity.bitmap)
  }
}

/// A validity that is written row by row.
struct ValidityBits {
  private let words: Buffer<UInt64>
  private let count: Int
  private var hasNulls = false

  /// All rows hold a value.
  init(count: Int) {
    self.count = count
    words = Buffer(repeating: .max, count: Bitmap.wordCount(forRows: count))
    Bitmap.clearTail(words, count: count)
  }

  /// Makes `row` NULL.
  @inline(__always)
  mutating func clear(_ row: Int) {
    words.pointer[row >> 6] &= ~(1 << UInt64(row & 63))
    hasNulls = true
  }

  /// nil where no row is NULL.
  var bitmap: Bitmap? { hasNulls ? Bitmap(words: words, count: count) : nil }
}
