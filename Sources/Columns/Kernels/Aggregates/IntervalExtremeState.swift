/// `MIN` and `MAX` of intervals, by their totals; of several with one total, the first stands.
package final class IntervalExtremeState: CountingState {
  private let best = Cells<Int128>(0)
  private let seen = Cells<Int8>(0)
  private let isMaximum: Bool

  package init(isMaximum: Bool, rows: GroupRowCounts) {
    self.isMaximum = isMaximum
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    best.grow(to: groups.groups)
    seen.grow(to: groups.groups)
    let values = Constants.expanded(vector)
    guard case .int128(let buffer) = values.storage else { return }
    var row = 0
    while row < groups.count {
      if values.validity?[row] ?? true {
        improve(groups.ids.map { Int($0[row]) } ?? 0, buffer.pointer[row])
      }
      row &+= 1
    }
  }

  private func improve(_ group: Int, _ bits: Int128) {
    let total = Interval(bits: bits).total
    let known = Interval(bits: best.pointer[group]).total
    if seen.pointer[group] == 0 || (isMaximum ? total > known : total < known) {
      best.pointer[group] = bits
      seen.pointer[group] = 1
    }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? IntervalExtremeState else { return }
    mergeNulls(other)
    best.grow(to: other.best.count)
    seen.grow(to: other.best.count)
    for group in 0..<other.best.count where other.seen.pointer[group] != 0 {
      improve(group, other.best.pointer[group])
    }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let result = Buffer<Int128>(count: cells.count)
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      result.pointer[index] = values(group) > 0 ? best.pointer[group] : 0
    }
    return Vector(
      type: .interval, count: cells.count, storage: .int128(result), validity: validity(cells))
  }
}
