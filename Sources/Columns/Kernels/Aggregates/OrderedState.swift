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
    for term in terms where term.vector.type == .measure {
      try checkUnits(term.vector, cells)
    }
    // Rows of one group keep their order whatever stands between them.
    let order = try RowOrder.rows(by: terms, count: collected.count)
    return try results(of: make, over: order, of: arguments, cells)
  }

  /// Refuses measures of several dimensions in one group.
  private func checkUnits(_ measures: Vector, _ cells: RowSelection) throws(ValueError) {
    let groups = collected.groups()
    let most = cells.rows.elements.prefix(cells.count).max().map { Int($0) + 1 } ?? 0
    try UnitCounts.check(
      measures,
      GroupNumbers(
        ids: UnsafePointer(groups.pointer), count: collected.count,
        groups: max(most, rows.cells.count)))
    withExtendedLifetime(groups) {}
  }
}
