/// The mean of some values and their squared distances from it, by Welford's method: one pass,
/// and no small difference of large sums.
struct Deviation: NumberAccumulator {
  private(set) var count = 0.0
  private(set) var mean = 0.0
  /// The sum of the squared distances from the mean.
  private(set) var squares = 0.0

  init() {}

  @inline(__always)
  mutating func add(_ value: Double) {
    count += 1
    let moved = mean + (value - mean) / count
    squares += (value - moved) * (value - mean)
    mean = moved
  }

  /// By the formula of Chan, Golub and LeVeque.
  mutating func merge(_ later: Deviation) {
    if later.count == 0 { return }
    if count == 0 {
      self = later
      return
    }
    let total = count + later.count
    let distance = later.mean - mean
    squares += later.squares + distance * distance * (count * later.count / total)
    mean = (later.count * later.mean + count * mean) / total
    count = total
  }

  var isFinite: Bool { mean.isFinite && squares.isFinite }

  /// The mean squared distance; 0 of one value.
  var populationVariance: Double { count > 1 ? squares / count : 0 }
}

/// Variances and what follows from them, of DOUBLEs.
package final class DeviationState: AggregateState {
  package enum Measure: Sendable {
    /// Divided by the number of values less one: NULL for fewer than two.
    case sampleVariance, sampleDeviation
    /// Divided by the number of values.
    case populationVariance, populationDeviation
    /// The population deviation over the root of the number of values.
    case standardError
  }

  private let cells = Cells<Deviation>(Deviation())
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
    guard let other = other as? DeviationState else { return }
    hasSpecial = hasSpecial || other.hasSpecial
    cells.merge(other.cells)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let measure = measure
    return try NumberResults.vector(cells, of: self.cells, hasSpecial: hasSpecial) { cell in
      switch measure {
      case .sampleVariance: return cell.count > 1 ? cell.squares / (cell.count - 1) : nil
      case .sampleDeviation:
        return cell.count > 1 ? (cell.squares / (cell.count - 1)).squareRoot() : nil
      case .populationVariance: return cell.count > 0 ? cell.populationVariance : nil
      case .populationDeviation:
        return cell.count > 0 ? cell.populationVariance.squareRoot() : nil
      case .standardError:
        return cell.count > 0
          ? cell.populationVariance.squareRoot() / cell.count.squareRoot() : nil
      }
    }
  }
}
