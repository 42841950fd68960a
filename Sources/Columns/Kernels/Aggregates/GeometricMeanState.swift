#if canImport(Glibc)
  import Glibc
#endif

/// The logarithms of some numbers, added up.
struct LogarithmSum: NumberAccumulator {
  private(set) var count = 0.0
  private(set) var sum = 0.0
  private(set) var hasNegative = false

  init() {}

  @inline(__always)
  mutating func add(_ value: Double) {
    count += 1
    if value < 0 { hasNegative = true } else { sum += log(value) }
  }

  mutating func merge(_ later: LogarithmSum) {
    count += later.count
    sum += later.sum
    hasNegative = hasNegative || later.hasNegative
  }

  var isFinite: Bool { true }
}

/// `geomean` of DOUBLEs: the n-th root of the product of n values, none of them negative.
package final class GeometricMeanState: AggregateState {
  private let cells = Cells<LogarithmSum>(LogarithmSum())
  private var hasSpecial = false

  package override init(rows: GroupRowCounts) { super.init(rows: rows) }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    if cells.add(vector, groups) { hasSpecial = true }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? GeometricMeanState else { return }
    hasSpecial = hasSpecial || other.hasSpecial
    cells.merge(other.cells)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let known = self.cells
    return try NumberResults.vector(cells, hasSpecial: hasSpecial) {
      (group) throws(ValueError) in
      guard group < known.count, known.pointer[group].count > 0 else { return nil }
      let cell = known.pointer[group]
      if cell.hasNegative {
        throw .badArgument("negative numbers have no geometric mean")
      }
      return exp(cell.sum / cell.count)
    }
  }
}
