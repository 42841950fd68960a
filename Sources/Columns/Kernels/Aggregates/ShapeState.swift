/// The first four central moments of some values, in one pass (Pébay, Sandia report
/// SAND2008-6212): no small difference of large sums.
struct Shape: NumberAccumulator {
  private(set) var count = 0.0
  private var mean = 0.0
  private(set) var squares = 0.0
  private(set) var cubes = 0.0
  private(set) var fourths = 0.0

  init() {}

  @inline(__always)
  mutating func add(_ value: Double) {
    let before = count
    count += 1
    let distance = value - mean
    let step = distance / count
    let term = distance * step * before
    mean += step
    fourths +=
      term * step * step * (count * count - 3 * count + 3)
      + 6 * step * step * squares - 4 * step * cubes
    cubes += term * step * (count - 2) - 3 * step * squares
    squares += term
  }

  mutating func merge(_ later: Shape) {
    if later.count == 0 { return }
    if count == 0 {
      self = later
      return
    }
    let a = count
    let b = later.count
    let n = a + b
    let distance = later.mean - mean
    let step = distance / n
    let product = distance * step * a * b
    fourths +=
      later.fourths + product * step * step * (a * a - a * b + b * b)
      + 6 * step * step * (a * a * later.squares + b * b * squares)
      + 4 * step * (a * later.cubes - b * cubes)
    cubes +=
      later.cubes + product * step * (a - b) + 3 * step * (a * later.squares - b * squares)
    squares += later.squares + product
    mean += step * b
    count = n
  }

  var isFinite: Bool {
    mean.isFinite && squares.isFinite && cubes.isFinite && fourths.isFinite
  }
}

/// How lopsided and how heavy-tailed DOUBLEs are.
package final class ShapeState: AggregateState {
  package enum Measure: Sendable {
    /// Corrected for the size of the sample: NULL for fewer than three values.
    case skewness
    /// Excess over that of the normal distribution, corrected: NULL for fewer than four values.
    case kurtosis
    /// Excess, not corrected: NULL for fewer than two values.
    case populationKurtosis
  }

  private let cells = Cells<Shape>(Shape())
  private var hasSpecial = false
  private let measure: Measure

  package init(_ measure: Measure, rows: GroupRowCounts) {
    self.measure = measure
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    if cells.add(vector, groups) { hasSpecial = true }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? ShapeState else { return }
    hasSpecial = hasSpecial || other.hasSpecial
    cells.merge(other.cells)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let measure = measure
    return try NumberResults.vector(cells, of: self.cells, hasSpecial: hasSpecial) { cell in
      Self.value(measure, cell)
    }
  }

  /// nil where there are too few values, or where they do not vary.
  private static func value(_ measure: Measure, _ cell: Shape) -> Double? {
    let n = cell.count
    if cell.squares == 0 { return nil }
    let variance = cell.squares / n
    switch measure {
    case .skewness:
      if n < 3 { return nil }
      let ratio = cell.cubes / n / (variance * variance.squareRoot())
      return (n * (n - 1)).squareRoot() / (n - 2) * ratio
    case .kurtosis:
      if n < 4 { return nil }
      let ratio = cell.fourths / n / (variance * variance)
      return (n - 1) * ((n + 1) * ratio - 3 * (n - 1)) / ((n - 2) * (n - 3))
    case .populationKurtosis:
      return n < 2 ? nil : cell.fourths / n / (variance * variance) - 3
    }
  }
}
