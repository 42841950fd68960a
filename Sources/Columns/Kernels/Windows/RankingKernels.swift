/// Window functions that look at nothing but the place of a row. All throw
/// ``ValueError/interrupted``.
package enum RankingKernels {
  /// `row_number()`.
  package static func rowNumbers(_ order: WindowOrder) throws(ValueError) -> Vector {
    let result = Buffer<UInt32>(count: order.count)
    _ = try order.mapSlices { slice in
      let rows = order.rows.pointer
      order.forEachPartition(in: slice) { partition, positions in
        var position = positions.lowerBound
        while position < positions.upperBound {
          result.pointer[Int(rows[position])] = UInt32(
            truncatingIfNeeded: position &- partition.lowerBound &+ 1)
          position &+= 1
        }
      }
    }
    return numbers(result)
  }

  /// `rank()`, or `dense_rank()`, which counts groups of peers instead of rows.
  package static func ranks(_ order: WindowOrder, isDense: Bool) throws(ValueError) -> Vector {
    let result = Buffer<UInt32>(count: order.count)
    try forEachPeer(order) { group, partition, index in
      let rank = isDense ? index + 1 : group.lowerBound - partition.lowerBound + 1
      fill(result.pointer, order, group, UInt32(truncatingIfNeeded: rank))
    }
    return numbers(result)
  }

  /// `percent_rank()`: (rank - 1) / (rows - 1), 0 where the row is alone.
  package static func percentRanks(_ order: WindowOrder) throws(ValueError) -> Vector {
    let result = Buffer<Double>(count: order.count)
    try forEachPeer(order) { group, partition, _ in
      let before = Double(group.lowerBound - partition.lowerBound)
      fill(
        result.pointer, order, group,
        partition.count > 1 ? before / Double(partition.count - 1) : 0)
    }
    return Vector(type: .double, count: order.count, storage: .float64(result))
  }

  /// `cume_dist()`: the rows up to the last peer / all rows.
  package static func cumulativeDistribution(_ order: WindowOrder) throws(ValueError) -> Vector {
    let result = Buffer<Double>(count: order.count)
    try forEachPeer(order) { group, partition, _ in
      let reached = Double(group.upperBound - partition.lowerBound)
      fill(result.pointer, order, group, reached / Double(partition.count))
    }
    return Vector(type: .double, count: order.count, storage: .float64(result))
  }

  /// `ntile(counts)`: NULL where the count is NULL.
  ///
  /// The first buckets are one row larger where the rows cannot be shared out evenly.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` where a count is not positive.
  package static func buckets(
    _ order: WindowOrder, counts: Vector
  ) throws(ValueError) -> Vector {
    let numbers = try bucketCounts(counts)
    let result = Buffer<Int64>(repeating: 0, count: order.count)
    _ = try order.mapSlices { slice in
      order.forEachPartition(in: slice) { partition, positions in
        for position in positions {
          let row = Int(order.rows.pointer[position])
          if counts.isNull(row) { continue }
          result.pointer[row] = bucket(
            of: position - partition.lowerBound, in: partition.count, buckets: numbers.pointer[row])
        }
      }
    }
    return IntegerNarrowing.vector(
      result, count: order.count, type: .bigint, validity: WideNumbers.validity(of: counts))
  }

  /// The counts of `ntile`, one for each row; 0 where it is NULL.
  static func bucketCounts(_ counts: Vector) throws(ValueError) -> Buffer<Int64> {
    let numbers = WideNumbers.int64(counts)
    for row in 0..<counts.count where numbers.pointer[row] < 1 && !counts.isNull(row) {
      throw .badArgument("ntile makes at least one bucket, not \(numbers.pointer[row])")
    }
    return numbers
  }

  /// The bucket, from 1 on, of the row at `place`, from 0 on, of `count` rows.
  @inline(__always)
  static func bucket(of place: Int, in count: Int, buckets: Int64) -> Int64 {
    let buckets = Int(min(buckets, Int64(count)))
    let (size, larger) = count.quotientAndRemainder(dividingBy: buckets)
    let inLarger = larger * (size + 1)
    return Int64(
      place < inLarger ? place / (size + 1) + 1 : larger + (place - inLarger) / size + 1)
  }

  /// Row numbers as BIGINTs, in 32 bits where these have room for them.
  static func numbers(_ values: Buffer<UInt32>) -> Vector {
    let count = values.count
    let bounds = 0...Int64(count)
    if count <= Int(Int32.max) {
      let narrow = Buffer<Int32>(count: count)
      var row = 0
      while row < count {
        narrow.pointer[row] = Int32(truncatingIfNeeded: values.pointer[row])
        row &+= 1
      }
      return Vector(type: .bigint, count: count, storage: .int32(narrow), bounds: bounds)
    }
    let wide = Buffer<Int64>(count: count)
    for row in 0..<count { wide.pointer[row] = Int64(values.pointer[row]) }
    return Vector(type: .bigint, count: count, storage: .int64(wide), bounds: bounds)
  }

  /// Calls `body` with the positions of each group of peers, their partition, and the number of the
  /// group in its partition, from 0 on.
  @inline(__always)
  private static func forEachPeer(
    _ order: WindowOrder,
    _ body: (_ group: Range<Int>, _ partition: Range<Int>, _ index: Int)
      -> Void
  ) throws(ValueError) {
    let starts = order.peerStarts.pointer
    try order.forEachPartition { (positions, peers) throws(ValueError) in
      try Cancellation.forBlocks(of: peers) { block in
        var peer = block.lowerBound
        while peer < block.upperBound {
          body(
            Int(starts[peer])..<Int(starts[peer &+ 1]), positions, peer &- peers.lowerBound)
          peer &+= 1
        }
      }
    }
  }

  @inline(__always)
  private static func fill<Number: BitwiseCopyable>(
    _ result: UnsafeMutablePointer<Number>, _ order: WindowOrder, _ positions: Range<Int>,
    _ value: Number
  ) {
    let rows = order.rows.pointer
    var position = positions.lowerBound
    while position < positions.upperBound {
      result[Int(rows[position])] = value
      position &+= 1
    }
  }
}
