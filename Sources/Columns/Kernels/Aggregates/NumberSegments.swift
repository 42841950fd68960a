/// The values of each group where they are integers of up to 64 bits or doubles: what stands for a
/// value is a number of the same order that tells the value itself.
struct NumberSegments: OrderedSegments {
  private let type: DataType
  /// Where each group starts among ``numbers``, and at the end where the last one stops.
  private let starts: Buffer<Int>
  private let numbers: Buffer<UInt64>

  /// The values of the one input of `collected`; nil where it is of another type.
  ///
  /// - Complexity: two passes over the rows.
  init?(_ collected: CollectedRows, type: DataType) {
    guard type.isFloating || type.isNarrowNumber else { return nil }
    self.type = type
    let starts = Buffer<Int>(repeating: 0, count: collected.groupCount + 1)
    collected.forEach { vector, groups in
      Self.eachValue(vector, groups) { _, group in starts.pointer[group &+ 1] &+= 1 }
    }
    for group in 0..<collected.groupCount {
      starts.pointer[group + 1] += starts.pointer[group]
    }
    let numbers = Buffer<UInt64>(count: starts.pointer[collected.groupCount])
    let next = Buffer<Int>(starts.elements)
    collected.forEach { vector, groups in
      Self.scatter(vector, groups, next.pointer, numbers.pointer)
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
    let valid = vector.validity?.words.pointer
    var row = 0
    while row < groups.count {
      if valid.map({ $0[row >> 6] >> UInt64(row & 63) & 1 != 0 }) ?? true {
        body(row, groups.ids.map { Int($0[row]) } ?? 0)
      }
      row &+= 1
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
      eachValue(vector, groups) { row, group in
        target[next[group]] = SortField.ordered(values.pointer[row])
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
