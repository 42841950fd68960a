import Reference

/// An aggregate of measures that is one of their amounts: `MIN`, `MAX`, `MEDIAN`, quantiles,
/// deviations. Its result is in the unit that most rows of the group have.
package final class MeasureState: AggregateState {
  private let inner: AggregateState
  private let units = UnitCounts()

  /// - Parameter inner: the aggregate of the amounts, whole numbers in
  ///   ``MeasureState/amountType``; its results are such numbers too.
  package init(_ inner: AggregateState, rows: GroupRowCounts) {
    self.inner = inner
    super.init(rows: rows)
  }

  /// What the inner aggregate is fed: amounts in base units × 10^``Dimension/decimals``.
  package static let amountType = DataType.decimal(
    precision: DataType.maximumPrecision, scale: 0)

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    units.add(vector, groups)
    try inner.update(MeasurePacking.amounts(vector), groups)
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? MeasureState else { return }
    units.merge(other.units, groups: rows.cells.count)
    try inner.merge(other.inner)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let commonest = try units.commonest(cells)
    let amounts = try inner.result(cells)
    let numbers = NumberSource.integers(amounts, as: Int128.self)
    return try Self.measures(numbers, commonest, nulls: amounts)
  }

  /// Packed measures of amounts and the numbers of their units; NULL where `nulls` is.
  ///
  /// - Throws: ``ValueError/overflow(type:)``.
  static func measures(
    _ amounts: Buffer<Int128>, _ units: [UInt16], nulls: Vector
  ) throws(ValueError) -> Vector {
    let count = units.count
    if nulls.constant?.isNull == true {
      return Vector(constant: .null, type: .measure, count: count)
    }
    let result = Buffer<Int128>(count: count)
    for index in 0..<count {
      let amount = amounts.pointer[index]
      guard amount.magnitude < Measure.limit.magnitude else { throw .overflow(type: .measure) }
      result.pointer[index] =
        nulls.isNull(index) ? 0 : Measure(amount: amount, unit: units[index]).bits
    }
    return Vector(
      type: .measure, count: count, storage: .int128(result), validity: nulls.validity)
  }
}
