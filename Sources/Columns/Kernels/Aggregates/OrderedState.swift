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
