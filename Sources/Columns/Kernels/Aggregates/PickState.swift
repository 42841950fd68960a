/// `first`, `last` and `any_value`: the value of one row of each group, by the order of the rows.
package final class PickState: AggregateState {
  package enum Choice: Sendable {
    /// The first row, NULL or not.
    case first
    /// The last row, NULL or not.
    case last
    /// The first row that is not NULL.
    case firstValue
  }

  private let picked = PickedValues()
  private let type: DataType
  private let choice: Choice

  /// - Parameter type: of the argument, any.
  package init(_ choice: Choice, type: DataType, rows: GroupRowCounts) {
    self.choice = choice
    self.type = type
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    picked.grow(to: groups.groups)
    if choice == .firstValue && vector.constant?.isNull == true { return }
    let validity = choice == .firstValue ? vector.validity : nil
    let isLast = choice == .last
    if groups.ids == nil {
      updateOne(groups.count, validity, isLast: isLast)
    } else {
      var row = 0
      while row < groups.count {
        let group = groups.ids.map { Int($0[row]) } ?? 0
        if isLast || !picked.has(group), validity?[row] ?? true {
          picked.pick(row: row, for: group)
        }
        row &+= 1
      }
    }
    try picked.keep(of: vector)
  }

  /// All rows belong to group 0: no more of them are looked at than it takes.
  private func updateOne(_ count: Int, _ validity: Bitmap?, isLast: Bool) {
    if count == 0 { return }
    if isLast {
      picked.pick(row: count - 1, for: 0)
    } else if !picked.has(0),
      let row = (0..<count).first(where: { row in validity?[row] ?? true })
    {
      picked.pick(row: row, for: 0)
    }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? PickState else { return }
    picked.grow(to: other.picked.count)
    let picked = picked
    let isLast = choice == .last
    picked.take(from: other.picked) { isLast || !picked.has($0) }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    try picked.vector(cells, type: type)
  }
}
