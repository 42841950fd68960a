/// `SUM` and `AVG` of doubles.
///
/// A sum without groups adds in eight lanes, row `i` in lane `i mod 8`; one with groups adds row
/// after row. Either order is fixed by the rows alone, so the bits are too.
package final class DoubleSumState: CountingState {
  private let sums = Cells<Double>(0)
  /// Whether an infinity or a NaN came in; if none did, a sum that is not finite overflowed.
  private var hasSpecial = false
  private let average: Bool

  /// - Parameter average: whether the result is the mean.
  package init(average: Bool, rows: GroupRowCounts) {
    self.average = average
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    sums.grow(to: groups.groups)
    guard case .float64(let buffer) = Constants.expanded(vector).storage else { return }
    let values = buffer.pointer
    let cells = sums.pointer
    let count = groups.count
    if !hasSpecial { hasSpecial = Self.hasSpecial(values, count) }
    guard let ids = groups.ids else {
      cells[0] += Self.sum(values, count)
      return
    }
    var row = 0
    while row < count {
      cells[Int(ids[row])] += values[row]
      row &+= 1
    }
  }

  /// Whether one of the values is no finite number: then, and only then, zero times it is not zero.
  static func hasSpecial(_ values: UnsafePointer<Double>, _ count: Int) -> Bool {
    var lanes = SIMD8<Double>(repeating: 0)
    let raw = UnsafeRawPointer(values)
    var row = 0
    while row &+ 8 <= count {
      lanes += raw.loadUnaligned(fromByteOffset: row &* 8, as: SIMD8<Double>.self) * 0
      row &+= 8
    }
    var sum = lanes.sum()
    while row < count {
      sum += values[row] * 0
      row &+= 1
    }
    return sum != 0
  }

  private static func sum(_ values: UnsafePointer<Double>, _ count: Int) -> Double {
    var lanes = SIMD8<Double>(repeating: 0)
    let raw = UnsafeRawPointer(values)
    var row = 0
    while row &+ 8 <= count {
      lanes += raw.loadUnaligned(fromByteOffset: row &* 8, as: SIMD8<Double>.self)
      row &+= 8
    }
    var sum = lanes.sum()
    while row < count {
      sum += values[row]
      row &+= 1
    }
    return sum
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? DoubleSumState else { return }
    mergeNulls(other)
    hasSpecial = hasSpecial || other.hasSpecial
    sums.grow(to: other.sums.count)
    for group in 0..<other.sums.count { sums.pointer[group] += other.sums.pointer[group] }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let count = cells.count
    let results = Buffer<Double>(count: count)
    for index in 0..<count {
      let group = Int(cells.rows.pointer[index])
      let sum = group < sums.count ? sums.pointer[group] : 0
      if !sum.isFinite && !hasSpecial { throw .overflow(type: .double) }
      let number = values(group)
      results.pointer[index] = average && number > 0 ? sum / Double(number) : sum
    }
    return Vector(
      type: .double, count: count, storage: .float64(results), validity: validity(cells))
  }
}
