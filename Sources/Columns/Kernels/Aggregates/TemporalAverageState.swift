/// `avg` of TIMESTAMPs and of TIMEs, rounded to the microsecond, halves down.
package final class TemporalAverageState: CountingState {
  private let sums = Cells<Int128>(0)
  private let type: DataType

  /// - Parameter type: of the argument and the result, stored as 64-bit integers.
  package init(type: DataType, rows: GroupRowCounts) {
    self.type = type
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    sums.grow(to: groups.groups)
    if vector.constant?.isNull == true { return }
    // A NULL is stored as zero, which adds nothing.
    let values = NumberSource.integers(vector, as: Int64.self)
    var row = 0
    while row < groups.count {
      sums.pointer[groups.ids.map { Int($0[row]) } ?? 0] &+= Int128(values.pointer[row])
      row &+= 1
    }
    withExtendedLifetime(values) {}
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? TemporalAverageState else { return }
    mergeNulls(other)
    sums.grow(to: other.sums.count)
    for group in 0..<other.sums.count { sums.pointer[group] &+= other.sums.pointer[group] }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let means = Buffer<Int64>(count: cells.count)
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      let number = values(group)
      means.pointer[index] =
        number == 0 ? 0 : Self.mean(sums.pointer[group], Int128(number))
    }
    return IntegerNarrowing.vector(
      means, count: cells.count, type: type, validity: validity(cells))
  }

  private static func mean(_ sum: Int128, _ count: Int128) -> Int64 {
    var (quotient, remainder) = sum.quotientAndRemainder(dividingBy: count)
    if remainder < 0 {
      quotient -= 1
      remainder += count
    }
    return Int64(truncatingIfNeeded: remainder * 2 > count ? quotient + 1 : quotient)
  }
}
