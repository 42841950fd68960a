/// The values of each group, NULLs left out, in no order yet.
protocol OrderedSegments: Sendable {
  /// Values of `group`.
  func count(_ group: Int) -> Int
  /// What stands for the values at two places, `high` at `low` or next to it, when the values of `group`,
  /// which has them, are in ascending order.
  func numbers(at low: Int, and high: Int, of group: Int) -> (low: UInt64, high: UInt64)
  /// The values that `numbers` stand for; NULL where `validity` says so.
  func values(_ numbers: Buffer<UInt64>, _ validity: Bitmap) throws(ValueError) -> Vector
}

/// The values of each group among which rows are found by their place in order: what stands for a
/// value is a row that has it.
struct ValueSegments: OrderedSegments {
  private let source: Vector
  private let rows: GroupedRows
  /// Numbers in the order of the values, in the order of the rows.
  private let numbers: Buffer<UInt64>

  /// - Parameter values: of all rows of `collected`, and not all NULL.
  /// - Throws: ``ValueError/interrupted`` alone.
  init(_ values: Vector, _ collected: CollectedRows) throws(ValueError) {
    source = values
    rows = try collected.rowsByGroup(validity: values.validity)
    let term = SortTerm(vector: values, isDescending: false, nullsFirst: false)
    let ordered = try SortField.fields(of: term).last?.numbers(count: values.count)
    let numbers = Buffer<UInt64>(count: rows.rows.count)
    for index in 0..<rows.rows.count {
      try Cancellation.point(at: index)
      numbers.pointer[index] = ordered?.pointer[Int(rows.rows.pointer[index])] ?? 0
    }
    self.numbers = numbers
  }

  /// Values of `group`.
  func count(_ group: Int) -> Int { rows.range(group).count }

  /// The rows of `group`, in their order.
  func rows(_ group: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(rebasing: rows.rows.elements[rows.range(group)])
  }

  /// A row whose value stands at `place` when the values of `group` are in ascending order.
  ///
  /// - Complexity: O(values of the group) on average.
  func row(at place: Int, of group: Int) -> UInt32 {
    let range = rows.range(group)
    let segment = UnsafeBufferPointer(rebasing: numbers.elements[range])
    let number = Selection.values(at: place, and: place, of: segment).low
    var index = range.lowerBound
    while numbers.pointer[index] != number { index += 1 }
    return rows.rows.pointer[index]
  }

  func numbers(at low: Int, and high: Int, of group: Int) -> (low: UInt64, high: UInt64) {
    let first = UInt64(row(at: low, of: group))
    return (first, high == low ? first : UInt64(row(at: high, of: group)))
  }

  func values(_ numbers: Buffer<UInt64>, _ validity: Bitmap) throws(ValueError) -> Vector {
    let rows = Buffer<UInt32>(count: numbers.count)
    for index in 0..<numbers.count {
      rows.pointer[index] =
        validity[index]
        ? UInt32(truncatingIfNeeded: numbers.pointer[index]) : RowSelection.missing
    }
    return try Gather.rows(
      RowSelection(rows: rows, count: rows.count, hasMissing: true), of: source)
  }
}
