/// An aggregate that is NULL whatever the rows.
package final class NullState: AggregateState {
  private let type: DataType

  package init(type: DataType, rows: GroupRowCounts) {
    self.type = type
    super.init(rows: rows)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    Vector(constant: .null, type: type, count: cells.count)
  }
}
