/// Values times their weights, and the weights, added up.
struct WeightedSum: PairAccumulator {
  private(set) var count = 0.0
  private(set) var sum = 0.0
  private(set) var weights = 0.0

  init() {}

  @inline(__always)
  mutating func add(_ first: Double, _ second: Double) {
    count += 1
    sum += first * second
    weights += second
  }

  mutating func merge(_ later: WeightedSum) {
    count += later.count
    sum += later.sum
    weights += later.weights
  }

  var isFinite: Bool { sum.isFinite && weights.isFinite }
}

/// `weighted_avg(value, weight)` of DOUBLEs; rows with a NULL are left out, and weights that come to
/// zero give NULL.
package final class WeightedMeanState: AggregateState {
  private let cells = Cells<WeightedSum>(WeightedSum())
  private var hasSpecial = false

  package override init(rows: GroupRowCounts) { super.init(rows: rows) }

  package override func update(_ inputs: [Vector], _ groups: GroupNumbers) throws(ValueError) {
    guard inputs.count == 2 else { return }
    if cells.add(inputs[0], inputs[1], groups) { hasSpecial = true }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? WeightedMeanState else { return }
    hasSpecial = hasSpecial || other.hasSpecial
    cells.merge(other.cells)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    try NumberResults.vector(cells, of: self.cells, hasSpecial: hasSpecial) { cell in
      cell.count == 0 || cell.weights == 0 ? nil : cell.sum / cell.weights
    }
  }
}
