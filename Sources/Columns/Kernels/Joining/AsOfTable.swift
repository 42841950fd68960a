/// The build side of an as-of join: finds for a probing row the one row of its group whose value
/// comes nearest.
package final class AsOfTable: Sendable {
  private let table: JoinTable
  /// The values of the build side's rows, which ascend within each group.
  private let values: Buffer<Int128>
  /// The row that each place of ``values`` stands for, in the vectors that were given.
  private let order: RowSelection

  /// - Parameters:
  ///   - keys: of the build side, all of `values.count` rows.
  ///   - values: numbers, dates, timestamps or times; rows without one match nothing.
  package init(build keys: [Vector], matchesNull: [Bool], values: Vector) throws {
    let sorted = try RowOrder.rows(
      by: [SortTerm(vector: values, isDescending: false, nullsFirst: false)], count: values.count)
    let isThere = LogicKernels.isNull(try Gather.rows(sorted, of: values), isNegated: true)
    let present = Selecting.rows(where: isThere)
    let order = present.map { Gather.compose($0, over: sorted) } ?? sorted
    self.order = order
    self.values = Self.ordered(try Gather.rows(order, of: values))
    table = try JoinTable(
      build: try keys.map { try Gather.rows(order, of: $0) }, matchesNull: matchesNull,
      rowCount: order.count)
  }

  /// Which of the values that stand in order is the nearest.
  package enum Side: Sendable {
    /// The last that is not above the probing value; below it where `isStrict`.
    case last(isStrict: Bool)
    /// The first that is not below the probing value; above it where `isStrict`.
    case first(isStrict: Bool)
  }

  /// For each of `count` probing rows the row of the build side that is nearest, or
  /// ``RowSelection/missing``.
  ///
  /// - Complexity: O(log *n*) a row, *n* the rows of its group.
  package func matches(keys: [Vector], values probes: Vector, count: Int, _ side: Side)
    throws(ValueError) -> RowSelection
  {
    let groups = try table.groups(of: keys, count: count)
    let wanted = Self.ordered(probes)
    let found = Buffer<UInt32>(count: count)
    for row in 0..<count {
      try Cancellation.point(at: row, every: 1 << 12)
      found.pointer[row] = RowSelection.missing
      let group = Int(groups.pointer[row])
      if group == 0 || probes.isNull(row) { continue }
      let places = table.places(ofGroup: group)
      let value = wanted.pointer[row]
      // How many values of the group stand in front of the boundary.
      let isInclusive: Bool =
        switch side {
        case .last(let isStrict): !isStrict
        case .first(let isStrict): isStrict
        }
      var low = places.lowerBound
      var high = places.upperBound
      while low < high {
        let middle = (low + high) / 2
        let other = values.pointer[table.row(at: middle)]
        if other < value || isInclusive && other == value {
          low = middle + 1
        } else {
          high = middle
        }
      }
      switch side {
      case .last:
        if low > places.lowerBound {
          found.pointer[row] = order.rows.pointer[table.row(at: low - 1)]
        }
      case .first:
        if low < places.upperBound {
          found.pointer[row] = order.rows.pointer[table.row(at: low)]
        }
      }
    }
    return RowSelection(rows: found, count: count, hasMissing: true)
  }

  /// Numbers in the order of the values; 0 for NULL.
  private static func ordered(_ vector: Vector) -> Buffer<Int128> {
    guard vector.type.isFloating else { return NumberSource.integers(vector, as: Int128.self) }
    let doubles = NumberSource.doubles(vector)
    let result = Buffer<Int128>(count: vector.count)
    for row in 0..<vector.count {
      result.pointer[row] = Int128(SortField.ordered(doubles.pointer[row]))
    }
    return result
  }
}
