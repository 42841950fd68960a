/// An aggregate of doubles over the amounts of measures, its result rounded to such an amount.
package final class AmountState: AggregateState {
  private let inner: AggregateState

  /// - Parameter inner: takes and gives DOUBLEs in the scale of its argument.
  package init(_ inner: AggregateState, rows: GroupRowCounts) {
    self.inner = inner
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    let doubles = Vector(
      type: .double, count: vector.count, storage: .float64(NumberSource.unscaledDoubles(vector)),
      validity: vector.validity)
    try inner.update(
      vector.constant?.isNull == true
        ? Vector(constant: .null, type: .double, count: vector.count) : doubles, groups)
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    if let other = other as? AmountState { try inner.merge(other.inner) }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let results = try inner.result(cells)
    if results.constant?.isNull == true {
      return Vector(constant: .null, type: MeasureState.amountType, count: cells.count)
    }
    let numbers = NumberSource.doubles(results)
    let amounts = Buffer<Int128>(count: cells.count)
    for index in 0..<cells.count {
      guard let amount = Int128(exactly: numbers.pointer[index].rounded()) else {
        throw .overflow(type: .measure)
      }
      amounts.pointer[index] = amount
    }
    return Vector(
      type: MeasureState.amountType, count: cells.count, storage: .int128(amounts),
      validity: results.validity)
  }
}
