/// The values of each group where they are integers of up to 64 bits or doubles: what stands for a
/// value is a number of the same order that tells the value itself.
struct NumberSegments: OrderedSegments {
  private let type: DataType
  /// Where each group starts among ``numbers``, and at the end where the last one stops.
  private let starts: Buffer<Int>
  private let numbers: Buffer<UInt64>

  /// Counts of a group in each batch are kept up to so many in all: 32 MiB.
  private static let mostCounts = 1 << 22

  /// The values of the one input of `collected`; nil where it is of another type.
  ///
  /// - Parameter threads: how many may work on it.
  /// - Complexity: two passes over the rows.
  init?(_ collected: CollectedRows, type: DataType, threads: Int) {
    guard type.isFloating || type.isNarrowNumber else { return nil }
    self.type = type
    let groups = collected.groupCount
    let batches = collected.batchCount
    // Several batches at a time, each with counts of its own, or all one after another.
    let slices = batches * groups <= Self.mostCounts ? batches : min(batches, 1)
    let next = Buffer<Int>(repeating: 0, count: slices * groups)
    Parallel.perform(slices, threads: threads) { slice in
      let counts = next.pointer + slice * groups
      for batch in slices == 1 ? 0..<batches : slice..<slice + 1 {
        collected.withBatch(batch) { vector, groups in
          Self.eachValue(vector, groups) { _, group in counts[group] &+= 1 }
        }
      }
    }
    let starts = Buffer<Int>(count: groups + 1)
    var total = 0
    for group in 0..<groups {
      starts.pointer[group] = total
      for slice in 0..<slices {
        let count = next.pointer[slice * groups + group]
        next.pointer[slice * groups + group] = total
        total += count
      }
    }
    starts.pointer[groups] = total
    let numbers = Buffer<UInt64>(count: total)
    Parallel.perform(slices, threads: threads) { slice in
      for batch in slices == 1 ? 0..<batches : slice..<slice + 1 {
        collected.withBatch(batch) { vector, batchGroups in
          Self.scatter(vector, batchGroups, next.pointer + slice * groups, numbers.pointer)
        }
      }
    }
    withExtendedLifetime(next) {}
    self.starts = starts
    self.numbers = numbers
  }

  /// Calls `body` with each row that is not NULL, and its group.
  @inline(__always)
  private static func eachValue(
    _ vector: Vector, _ groups: GroupNumbers, _ body: (_ row: Int, _ group: Int) -> Void
  ) {
    if vector.constant?.isNull == true { return }
    let count = groups.count
    var row = 0
    switch (vector.validity?.words.pointer, groups.ids) {
    case (nil, let ids?):
      while row < count {
        body(row, Int(ids[row]))
        row &+= 1
      }
    case (nil, nil):
      while row < count {
        body(row, 0)
        row &+= 1
      }
    case (let valid?, let ids):
      while row < count {
        if valid[row >> 6] >> UInt64(row & 63) & 1 != 0 {
          body(row, ids == nil ? 0 : Int(ids.unsafelyUnwrapped[row]))
        }
        row &+= 1
      }
    }
  }

  private static func scatter(
    _ vector: Vector, _ groups: GroupNumbers, _ next: UnsafeMutablePointer<Int>,
    _ target: UnsafeMutablePointer<UInt64>
  ) {
    let expanded = Constants.expanded(vector)
    defer { withExtendedLifetime(expanded) {} }
    switch expanded.storage {
    case .int8(let values): scatter(values.pointer, vector, groups, next, target)
    case .int16(let values): scatter(values.pointer, vector, groups, next, target)
    case .int32(let values): scatter(values.pointer, vector, groups, next, target)
    case .int64(let values): scatter(values.pointer, vector, groups, next, target)
    case .float64(let values):
      let numbers = values.pointer
      eachValue(vector, groups) { row, group in
        target[next[group]] = SortField.ordered(numbers[row])
        next[group] &+= 1
      }
    default: break
    }
  }

  @inline(__always)
  private static func scatter<Number: FixedWidthInteger & SignedInteger>(
    _ values: UnsafePointer<Number>, _ vector: Vector, _ groups: GroupNumbers,
    _ next: UnsafeMutablePointer<Int>, _ target: UnsafeMutablePointer<UInt64>
  ) {
    eachValue(vector, groups) { row, group in
      target[next[group]] = UInt64(bitPattern: Int64(truncatingIfNeeded: values[row])) ^ 1 << 63
      next[group] &+= 1
    }
  }

  private func range(_ group: Int) -> Range<Int> {
    group + 1 < starts.count ? starts.pointer[group]..<starts.pointer[group + 1] : 0..<0
  }

  func count(_ group: Int) -> Int { range(group).count }

  func numbers(at low: Int, and high: Int, of group: Int) -> (low: UInt64, high: UInt64) {
    Selection.values(
      at: low, and: high, of: UnsafeBufferPointer(rebasing: numbers.elements[range(group)]))
  }

  func values(_ numbers: Buffer<UInt64>, _ validity: Bitmap) throws(ValueError) -> Vector {
    let count = numbers.count
    if type.isFloating {
      let result = Buffer<Double>(count: count)
      for index in 0..<count {
        result.pointer[index] = validity[index] ? SortField.double(numbers.pointer[index]) : 0
      }
      return Vector(type: type, count: count, storage: .float64(result), validity: validity)
    }
    let result = Buffer<Int64>(count: count)
    for index in 0..<count {
      result.pointer[index] =
        validity[index] ? Int64(bitPattern: numbers.pointer[index] ^ 1 << 63) : 0
    }
    return IntegerNarrowing.vector(result, count: count, type: type, validity: validity)
  }
}
