extension FrameSums {
  /// Frames up to this many positions are added up one by one, as a sum without OVER is.
  private static let shortFrame = 64

  /// The sums of doubles, or their means, NULL where nothing counts.
  ///
  /// Nothing is ever subtracted, so no digits are lost to rows that have left the frame. Frames
  /// that only grow add row after row; long ones that move are added from a tree of partial sums.
  ///
  /// - Throws: ``ValueError/overflow(type:)`` where a sum of finite numbers is not finite.
  /// - Complexity: O(rows), or O(rows log rows) where frames move.
  package func doubles(_ values: Vector, average: Bool) throws(ValueError) -> Vector {
    let sorted = Buffer<Double>(count: order.count)
    var hasSpecial = false
    if case .float64(let numbers) = Constants.expanded(values).storage {
      for position in 0..<order.count {
        try Cancellation.point(at: position)
        let number = numbers.pointer[Int(order.rows.pointer[position])]
        sorted.pointer[position] = counted.contains(position) ? number : 0
        if !sorted.pointer[position].isFinite { hasSpecial = true }
      }
    } else {
      sorted.pointer.update(repeating: 0, count: order.count)
    }
    let sums = try frames.isRunning ? runningSums(sorted) : movingSums(sorted)
    let result = Buffer<Double>(count: order.count)
    var validity = ValidityBits(count: order.count)
    for position in 0..<order.count {
      try Cancellation.point(at: position)
      let row = Int(order.rows.pointer[position])
      let number = count(position)
      let sum = sums.pointer[position]
      if !sum.isFinite && !hasSpecial { throw .overflow(type: .double) }
      if number == 0 { validity.clear(row) }
      result.pointer[row] = number == 0 ? 0 : average ? sum / Double(number) : sum
    }
    return Vector(
      type: .double, count: order.count, storage: .float64(result), validity: validity.bitmap)
  }

  private func runningSums(_ values: Buffer<Double>) throws(ValueError) -> Buffer<Double> {
    let result = Buffer<Double>(count: order.count)
    let ends = frames.runs[0].ends.pointer
    try order.forEachPartition { positions, _ in
      var sum = 0.0
      var next = positions.lowerBound
      for position in positions {
        while next < Int(ends[position]) {
          sum += values.pointer[next]
          next &+= 1
        }
        result.pointer[position] = sum
      }
    }
    return result
  }

  private func movingSums(_ values: Buffer<Double>) throws(ValueError) -> Buffer<Double> {
    let result = Buffer<Double>(count: order.count)
    var tree: SumTree?
    for position in 0..<order.count {
      try Cancellation.point(at: position, every: 1 << 12)
      var sum = 0.0
      for run in frames.runs {
        let start = Int(run.starts.pointer[position])
        let end = Int(run.ends.pointer[position])
        if end - start <= Self.shortFrame {
          for index in start..<end { sum += values.pointer[index] }
        } else {
          if tree == nil { tree = try SumTree(values) }
          sum += tree?.sum(start..<end) ?? 0
        }
      }
      result.pointer[position] = sum
    }
    return result
  }
}

/// Sums of neighbouring doubles, level upon level.
private struct SumTree {
  /// Node `i` is the sum of nodes `2i` and `2i + 1`; the values stand at the end.
  private let nodes: Buffer<Double>
  private let count: Int

  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: O(values).
  init(_ values: Buffer<Double>) throws(ValueError) {
    count = values.count
    nodes = Buffer(repeating: 0, count: 2 * count)
    (nodes.pointer + count).update(from: values.pointer, count: count)
    for node in stride(from: count - 1, to: 0, by: -1) {
      try Cancellation.point(at: node)
      nodes.pointer[node] = nodes.pointer[2 * node] + nodes.pointer[2 * node + 1]
    }
  }

  /// - Complexity: O(log values).
  func sum(_ range: Range<Int>) -> Double {
    var left = 0.0
    var right = 0.0
    var low = range.lowerBound + count
    var high = range.upperBound + count
    while low < high {
      if low & 1 == 1 {
        left += nodes.pointer[low]
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        right = nodes.pointer[high] + right
      }
      low >>= 1
      high >>= 1
    }
    return left + right
  }
}
