/// A sum of doubles with the rounding errors added up beside it (Neumaier's variant of Kahan's
/// method).
struct CompensatedSum: NumberAccumulator {
  private(set) var count = 0.0
  private var sum = 0.0
  private var error = 0.0

  init() {}

  @inline(__always)
  mutating func add(_ value: Double) {
    count += 1
    take(value)
  }

  @inline(__always)
  private mutating func take(_ value: Double) {
    let next = sum + value
    error += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }

  mutating func merge(_ later: CompensatedSum) {
    count += later.count
    take(later.sum)
    error += later.error
  }

  var isFinite: Bool { sum.isFinite }

  /// The sum; of values that are not all finite, what plain addition gives.
  var total: Double { sum.isFinite ? sum + error : sum }
}

/// `fsum` and `favg`: sums and means of DOUBLEs that do not add up rounding errors.
package final class CompensatedSumState: AggregateState {
  private let cells = Cells<CompensatedSum>(CompensatedSum())
  private var hasSpecial = false
  private let average: Bool

  /// - Parameter average: whether the result is the mean.
  package init(average: Bool, rows: GroupRowCounts) {
    self.average = average
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    if cells.add(vector, groups) { hasSpecial = true }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? CompensatedSumState else { return }
    hasSpecial = hasSpecial || other.hasSpecial
    cells.merge(other.cells)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let average = average
    return try NumberResults.vector(cells, of: self.cells, hasSpecial: hasSpecial) { cell in
      if cell.count == 0 { return nil }
      return average ? cell.total / cell.count : cell.total
    }
  }
}
