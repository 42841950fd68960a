/// A state that keeps all rows and computes its results at the end.
package class CollectingState: AggregateState {
  let collected = CollectedRows()

  package override func update(_ inputs: [Vector], _ groups: GroupNumbers) throws(ValueError) {
    collected.append(inputs, groups)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    collected.append([vector], groups)
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    if let other = other as? CollectingState { collected.append(other.collected) }
  }

  /// Feeds a new state of `make` with the rows `selection` of `inputs`, and asks for its results.
  func results(
    of make: (GroupRowCounts) -> AggregateState, over selection: RowSelection,
    of inputs: [Vector], _ cells: RowSelection
  ) throws(ValueError) -> Vector {
    let rows = GroupRowCounts()
    let inner = make(rows)
    rows.grow(to: collected.groupCount)
    var asked = 0
    for index in 0..<cells.count { asked = max(asked, Int(cells.rows.pointer[index]) + 1) }
    rows.grow(to: asked)
    let groups = collected.groups()
    var start = 0
    while start < selection.count {
      try Cancellation.point()
      let end = min(selection.count, start + Chunk.standardRows)
      let slice = Gather.slice(selection, start..<end)
      let ids = Gather.numbers(UnsafePointer(groups.pointer), at: slice)
      let numbers = GroupNumbers(
        ids: UnsafePointer(ids.pointer), count: slice.count, groups: collected.groupCount)
      rows.update(numbers)
      try inner.update(try Gather.rows(slice, ofEach: inputs), numbers)
      withExtendedLifetime(ids) {}
      start = end
    }
    return try inner.result(cells)
  }
}
