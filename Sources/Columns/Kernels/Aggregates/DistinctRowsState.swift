/// DISTINCT over several arguments, or over one of which NULL is a value: passes each combination
/// of a group on once, at its first row.
package final class DistinctRowsState: CollectingState {
  private let make: @Sendable (GroupRowCounts) -> AggregateState

  /// - Parameter make: makes the state that is fed the distinct arguments.
  package init(
    make: @escaping @Sendable (GroupRowCounts) -> AggregateState, rows: GroupRowCounts
  ) {
    self.make = make
    super.init(rows: rows)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let columns = try collected.columns()
    let count = collected.count
    let numbers = try CombinationNumbers(groups: collected.groups(), columns, count: count)
    let first = Buffer<UInt32>(count: numbers.count)
    var seen = 0
    // Numbers are given in order of first appearance.
    for row in 0..<count where Int(numbers.numbers.pointer[row]) == seen {
      first.pointer[seen] = UInt32(truncatingIfNeeded: row)
      seen += 1
    }
    return try results(
      of: make, over: RowSelection(rows: first, count: seen), of: columns, cells)
  }
}
