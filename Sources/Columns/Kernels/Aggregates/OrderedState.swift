/// An aggregate with an ORDER BY inside the call: passes the rows of each group on in that order.
package final class OrderedState: CollectingState {
  private let argumentCount: Int
  private let directions: [(isDescending: Bool, nullsFirst: Bool)]
  private let make: @Sendable (GroupRowCounts) -> AggregateState

  /// - Parameters:
  ///   - argumentCount: how many of the inputs are arguments; the others are values to order by.
  ///   - directions: one for each value to order by.
  ///   - make: makes the state that is fed the arguments.
  package init(
    argumentCount: Int, directions: [(isDescending: Bool, nullsFirst: Bool)],
    make: @escaping @Sendable (GroupRowCounts) -> AggregateState, rows: GroupRowCounts
  ) {
    self.argumentCount = argumentCount
    self.directions = directions
    self.make = make
    super.init(rows: rows)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let columns = try collected.columns()
    let arguments = Array(columns.prefix(argumentCount))
    let terms = zip(columns.dropFirst(argumentCount), directions).map { vector, direction in
      SortTerm(
        vector: vector, isDescending: direction.isDescending, nullsFirst: direction.nullsFirst)
    }
    // Rows of one group keep their order whatever stands between them.
    let order = RowOrder.rows(by: terms, count: collected.count)
    return try results(of: make, over: order, of: arguments, cells)
  }
}

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

/// The combinations of group and values that occur, numbered in order of first appearance.
struct CombinationNumbers {
  /// The number of each row's combination.
  let numbers: Buffer<UInt32>
  /// How many combinations there are.
  let count: Int

  /// - Parameters:
  ///   - groups: the group of each of `count` rows.
  ///   - columns: vectors of `count` rows; NULLs of a column equal each other.
  init(groups: Buffer<UInt32>, _ columns: [Vector], count: Int) throws(ValueError) {
    let ids = Buffer<Int64>(count: count)
    for row in 0..<count { ids.pointer[row] = Int64(groups.pointer[row]) }
    let group = IntegerNarrowing.vector(ids, count: count, type: .bigint, validity: nil)
    let packer = try KeyPacker(
      keys: [(.bigint, [group])] + columns.map { ($0.type, [$0]) }, rowCounts: [count])
    let table = GroupTable()
    numbers = Buffer(count: count)
    let words = packer.words(ofChunk: 0)
    table.number(words.pointer, count: count, into: numbers.pointer)
    withExtendedLifetime(words) {}
    self.count = table.count
  }
}
