/// Numbers and their squares, added up without the rounding errors of the additions.
struct SquareSums: NumberAccumulator {
  private var values = CompensatedSum()
  private var squares = CompensatedSum()
  private(set) var hasNegative = false

  init() {}

  @inline(__always)
  mutating func add(_ value: Double) {
    if value < 0 { hasNegative = true }
    values.add(value)
    squares.add(value * value)
  }

  mutating func merge(_ later: SquareSums) {
    values.merge(later.values)
    squares.merge(later.squares)
    hasNegative = hasNegative || later.hasNegative
  }

  var isFinite: Bool { values.isFinite && squares.isFinite }

  /// Whether the square of the total is a number of full precision.
  var hasSquare: Bool { (total * total).isNormal }

  var total: Double { values.total }

  /// The sum of the squared shares; above 1 by no rounding.
  var concentration: Double {
    let index = squares.total / (total * total)
    return index > 1 ? 1 : index
  }
}

/// `hhi` of DOUBLEs: the Herfindahl-Hirschman index, the sum of the squared shares of the total.
package final class ConcentrationState: AggregateState {
  private let cells = Cells<SquareSums>(SquareSums())
  private var hasSpecial = false

  package override init(rows: GroupRowCounts) { super.init(rows: rows) }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    if cells.add(vector, groups) { hasSpecial = true }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? ConcentrationState else { return }
    hasSpecial = hasSpecial || other.hasSpecial
    cells.merge(other.cells)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let known = self.cells
    return try NumberResults.vector(cells, hasSpecial: hasSpecial) {
      (group) throws(ValueError) in
      guard group < known.count else { return nil }
      let cell = known.pointer[group]
      if cell.hasNegative {
        throw .badArgument("hhi is of shares, and a negative number is no share of a total")
      }
      if cell.total == 0 { return nil }
      if cell.isFinite && cell.hasSquare || hasSpecial { return cell.concentration }
      throw .badArgument("the square of this total does not fit a DOUBLE")
    }
  }
}
