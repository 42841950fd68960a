/// The values of each group, NULLs left out, among which rows are found by their place in order.
struct ValueSegments {
  private let rows: GroupedRows
  /// Numbers in the order of the values: in the order of the rows, and a copy to be shuffled.
  private let numbers: Buffer<UInt64>
  private let work: Buffer<UInt64>

  /// - Parameter values: of all rows of `collected`, and not all NULL.
  init(_ values: Vector, _ collected: CollectedRows) {
    rows = collected.rowsByGroup(validity: values.validity)
    let term = SortTerm(vector: values, isDescending: false, nullsFirst: false)
    let ordered = SortField.fields(of: term).last?.numbers
    let numbers = Buffer<UInt64>(count: rows.rows.count)
    for index in 0..<rows.rows.count {
      numbers.pointer[index] = ordered?.pointer[Int(rows.rows.pointer[index])] ?? 0
    }
    self.numbers = numbers
    work = Buffer(numbers.elements)
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
    let segment = work.pointer + range.lowerBound
    Selection.select(place, of: segment, count: range.count)
    let number = segment[place]
    var index = range.lowerBound
    while numbers.pointer[index] != number { index += 1 }
    return rows.rows.pointer[index]
  }
}
