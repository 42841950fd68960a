/// How the values of some pairs vary, each and together.
struct PairDeviation: PairAccumulator {
  private(set) var y = Deviation()
  private(set) var x = Deviation()
  /// The sum of the products of both distances from their means.
  private(set) var products = 0.0

  init() {}

  /// - Parameters:
  ///   - first: y, the dependent value.
  ///   - second: x, the independent value.
  @inline(__always)
  mutating func add(_ first: Double, _ second: Double) {
    let xDistance = second - x.mean
    x.add(second)
    y.add(first)
    products += xDistance * (first - y.mean)
  }

  mutating func merge(_ later: PairDeviation) {
    if later.count == 0 { return }
    if count == 0 {
      self = later
      return
    }
    let share = count * later.count / (count + later.count)
    products += later.products + (later.x.mean - x.mean) * (later.y.mean - y.mean) * share
    x.merge(later.x)
    y.merge(later.y)
  }

  var count: Double { x.count }

  var isFinite: Bool { x.isFinite && y.isFinite && products.isFinite }

  /// NaN where x does not vary.
  var slope: Double {
    let variance = x.populationVariance
    return variance == 0 ? .nan : products / count / variance
  }

  /// NaN where one of the two does not vary.
  var correlation: Double {
    let spread = x.populationVariance.squareRoot() * y.populationVariance.squareRoot()
    return spread == 0 ? .nan : products / count / spread
  }
}

/// Covariance, correlation and linear regression of pairs `(y, x)` of DOUBLEs; pairs with a NULL
/// are left out.
package final class PairState: AggregateState {
  package enum Measure: Sendable {
    case sampleCovariance, populationCovariance, correlation
    case count, averageX, averageY
    /// The squared distances of x from its mean, those of y, and the products of both.
    case sumXX, sumYY, sumXY
    /// Of the line through the pairs with the least squared distance in y.
    case slope, intercept, determination
  }

  private let cells = Cells<PairDeviation>(PairDeviation())
  private var hasSpecial = false
  private let measure: Measure

  package init(_ measure: Measure, rows: GroupRowCounts) {
    self.measure = measure
    super.init(rows: rows)
  }

  package override func update(_ inputs: [Vector], _ groups: GroupNumbers) throws(ValueError) {
    guard inputs.count == 2 else { return }
    if cells.add(inputs[0], inputs[1], groups) { hasSpecial = true }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? PairState else { return }
    hasSpecial = hasSpecial || other.hasSpecial
    cells.merge(other.cells)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let known = self.cells
    if measure == .count {
      let counts = Buffer<Int64>(count: cells.count)
      for index in 0..<cells.count {
        let group = Int(cells.rows.pointer[index])
        counts.pointer[index] = group < known.count ? Int64(known.pointer[group].count) : 0
      }
      return IntegerNarrowing.vector(counts, count: cells.count, type: .bigint, validity: nil)
    }
    let measure = measure
    return try NumberResults.vector(cells, of: self.cells, hasSpecial: hasSpecial) { cell in
      cell.count > 0 ? Self.value(measure, cell) : nil
    }
  }

  private static func value(_ measure: Measure, _ cell: PairDeviation) -> Double? {
    switch measure {
    case .sampleCovariance: return cell.count > 1 ? cell.products / (cell.count - 1) : nil
    case .populationCovariance: return cell.products / cell.count
    case .correlation: return cell.correlation
    case .count: return cell.count
    case .averageX: return cell.x.mean
    case .averageY: return cell.y.mean
    case .sumXX: return cell.x.squares
    case .sumYY: return cell.y.squares
    case .sumXY: return cell.products
    case .slope: return cell.slope
    case .intercept:
      let slope = cell.slope
      return slope.isNaN ? nil : cell.y.mean - slope * cell.x.mean
    case .determination:
      if cell.x.populationVariance == 0 { return nil }
      if cell.y.populationVariance == 0 { return 1 }
      let correlation = cell.correlation
      return correlation * correlation
    }
  }
}
