#if canImport(Glibc)
  import Glibc
#endif

/// What is known from how often each value of a group occurs: `mode` and `entropy`. NULLs are left
/// out.
package final class FrequencyState: CollectingState {
  package enum Measure: Sendable {
    /// The most frequent value, of several the one that comes first.
    case mode
    /// Of the distribution of the values, in bits; 0 where there are none.
    case entropy
  }

  private let measure: Measure
  private let type: DataType

  /// - Parameter type: of the argument, any.
  package init(_ measure: Measure, type: DataType, rows: GroupRowCounts) {
    self.measure = measure
    self.type = type
    super.init(rows: rows)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let column = try collected.columns().first
    let values = column ?? Vector(constant: .null, type: type, count: 0)
    let count = collected.count
    let groups = collected.groups()
    let combinations = try CombinationNumbers(groups: groups, [values], count: count)
    // How often each combination occurs, and its first row.
    let frequencies = Buffer<Int64>(repeating: 0, count: combinations.count)
    let first = Buffer<UInt32>(count: combinations.count)
    var seen = 0
    for row in 0..<count {
      try Cancellation.point(at: row)
      let number = Int(combinations.numbers.pointer[row])
      if number == seen {
        first.pointer[seen] = UInt32(truncatingIfNeeded: row)
        seen += 1
      }
      if !values.isNull(row) { frequencies.pointer[number] += 1 }
    }
    switch measure {
    case .mode: return try modes(cells, values, groups, frequencies, first)
    case .entropy: return try entropies(cells, groups, frequencies, first)
    }
  }

  private func modes(
    _ cells: RowSelection, _ values: Vector, _ groups: Buffer<UInt32>,
    _ frequencies: Buffer<Int64>, _ first: Buffer<UInt32>
  ) throws(ValueError) -> Vector {
    let best = Buffer<Int64>(repeating: 0, count: collected.groupCount)
    let rows = Buffer<UInt32>(repeating: RowSelection.missing, count: collected.groupCount)
    for number in 0..<frequencies.count {
      try Cancellation.point(at: number)
      let row = first.pointer[number]
      let group = Int(groups.pointer[Int(row)])
      if frequencies.pointer[number] > best.pointer[group] {
        best.pointer[group] = frequencies.pointer[number]
        rows.pointer[group] = row
      }
    }
    let chosen = Buffer<UInt32>(count: cells.count)
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      chosen.pointer[index] =
        group < rows.count ? rows.pointer[group] : RowSelection.missing
    }
    return try Gather.rows(
      RowSelection(rows: chosen, count: cells.count, hasMissing: true), of: values)
  }

  private func entropies(
    _ cells: RowSelection, _ groups: Buffer<UInt32>, _ frequencies: Buffer<Int64>,
    _ first: Buffer<UInt32>
  ) throws(ValueError) -> Vector {
    let totals = Buffer<Int64>(repeating: 0, count: collected.groupCount)
    let sums = Buffer<Double>(repeating: 0, count: collected.groupCount)
    for number in 0..<frequencies.count {
      try Cancellation.point(at: number)
      totals.pointer[Int(groups.pointer[Int(first.pointer[number])])] +=
        frequencies.pointer[number]
    }
    for number in 0..<frequencies.count where frequencies.pointer[number] > 0 {
      try Cancellation.point(at: number)
      let group = Int(groups.pointer[Int(first.pointer[number])])
      let share = Double(frequencies.pointer[number]) / Double(totals.pointer[group])
      sums.pointer[group] += share * log2(1 / share)
    }
    let result = Buffer<Double>(count: cells.count)
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      result.pointer[index] = group < sums.count ? sums.pointer[group] : 0
    }
    return Vector(type: .double, count: cells.count, storage: .float64(result))
  }
}
