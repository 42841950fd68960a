/// `SUM` and `AVG` of whole numbers and decimals, exact.
///
/// Adds into 64 bits as long as the values seen so far cannot have overflowed them, known from the
/// bounds of each batch; before they could, the cells are emptied into 128-bit totals.
package final class IntegerSumState: CountingState {
  private let low = Cells<Int64>(0)
  /// Room for more sums of each group inside one batch, zero between batches.
  private let lanes = Cells<Int64>(0)
  /// Up to so many groups are summed in four lanes: those then fit the level-1 cache.
  private static let lanedGroups = 1 << 9
  private var totals: Cells<Int128>?
  /// No cell of `low` is further than this from zero.
  private var reach: UInt64 = 0
  private let type: DataType
  private let average: Bool

  /// - Parameters:
  ///   - type: of the argument.
  ///   - average: whether the result is the mean, a DOUBLE.
  package init(type: DataType, average: Bool, rows: GroupRowCounts) {
    self.type = type
    self.average = average
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    low.grow(to: groups.groups)
    let values = Constants.expanded(vector)
    if case .int128(let buffer) = values.storage {
      try addWide(buffer.pointer, groups)
      return
    }
    let (step, overflow) = Self.magnitude(values)
      .multipliedReportingOverflow(by: UInt64(groups.count))
    if overflow || step > UInt64(Int64.max) {
      try addEach(values, groups)
      return
    }
    if reach &+ step > UInt64(Int64.max) { try flush() }
    reach &+= step
    switch values.storage {
    case .int8(let buffer): add(buffer.pointer, groups)
    case .int16(let buffer): add(buffer.pointer, groups)
    case .int32(let buffer): add(buffer.pointer, groups)
    case .int64(let buffer): add(buffer.pointer, groups)
    default: break
    }
  }

  /// The largest distance from zero among the values.
  private static func magnitude(_ vector: Vector) -> UInt64 {
    if let bounds = Bounding.bounded(vector).bounds {
      return max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude)
    }
    switch vector.storage {
    case .int8: return UInt64(Int8.min.magnitude)
    case .int16: return UInt64(Int16.min.magnitude)
    case .int32: return UInt64(Int32.min.magnitude)
    default: return 0
    }
  }

  @inline(__always)
  private func add<Number: FixedWidthInteger & SignedInteger>(
    _ values: UnsafePointer<Number>, _ groups: GroupNumbers
  ) {
    let sums = low.pointer
    let count = groups.count
    var row = 0
    if let ids = groups.ids {
      if low.count <= Self.lanedGroups {
        // Rows next to each other often have one group: sums of it do not wait for each other.
        let size = low.count
        lanes.grow(to: 3 * size)
        let (second, third, fourth) =
          (lanes.pointer, lanes.pointer + size, lanes.pointer + 2 * size)
        while row &+ 3 < count {
          sums[Int(ids[row])] &+= Int64(truncatingIfNeeded: values[row])
          second[Int(ids[row &+ 1])] &+= Int64(truncatingIfNeeded: values[row &+ 1])
          third[Int(ids[row &+ 2])] &+= Int64(truncatingIfNeeded: values[row &+ 2])
          fourth[Int(ids[row &+ 3])] &+= Int64(truncatingIfNeeded: values[row &+ 3])
          row &+= 4
        }
        for group in 0..<size {
          sums[group] &+= second[group] &+ third[group] &+ fourth[group]
        }
        lanes.pointer.update(repeating: 0, count: 3 * size)
      }
      while row < count {
        sums[Int(ids[row])] &+= Int64(truncatingIfNeeded: values[row])
        row &+= 1
      }
    } else {
      var sum: Int64 = 0
      while row < count {
        sum &+= Int64(truncatingIfNeeded: values[row])
        row &+= 1
      }
      sums[0] &+= sum
    }
  }

  /// Values so large that even one batch of them could overflow 64 bits.
  private func addEach(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    guard case .int64(let buffer) = vector.storage else { return }
    let totals = try wideTotals(groups.groups)
    for row in 0..<groups.count {
      let group = groups.ids.map { Int($0[row]) } ?? 0
      totals.pointer[group] &+= Int128(buffer.pointer[row])
    }
  }

  private func addWide(
    _ values: UnsafePointer<Int128>, _ groups: GroupNumbers
  ) throws(ValueError) {
    let totals = try wideTotals(groups.groups)
    for row in 0..<groups.count {
      let group = groups.ids.map { Int($0[row]) } ?? 0
      let (sum, overflow) = totals.pointer[group].addingReportingOverflow(values[row])
      if overflow { throw .overflow(type: resultType) }
      totals.pointer[group] = sum
    }
  }

  private func wideTotals(_ groups: Int) throws(ValueError) -> Cells<Int128> {
    let wide = totals ?? Cells<Int128>(0)
    totals = wide
    wide.grow(to: groups)
    return wide
  }

  /// Empties the 64-bit cells into the totals.
  private func flush() throws(ValueError) {
    let wide = try wideTotals(low.count)
    for group in 0..<low.count {
      let (sum, overflow) = wide.pointer[group].addingReportingOverflow(
        Int128(low.pointer[group]))
      if overflow { throw .overflow(type: resultType) }
      wide.pointer[group] = sum
      low.pointer[group] = 0
    }
    reach = 0
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? IntegerSumState else { return }
    mergeNulls(other)
    low.grow(to: other.low.count)
    if reach &+ other.reach > UInt64(Int64.max) { try flush() }
    if other.reach > UInt64(Int64.max) &- reach { try other.flush() }
    reach &+= other.reach
    low.add(other.low)
    guard let theirs = other.totals else { return }
    let mine = try wideTotals(theirs.count)
    for group in 0..<theirs.count {
      let (sum, overflow) = mine.pointer[group].addingReportingOverflow(theirs.pointer[group])
      if overflow { throw .overflow(type: resultType) }
      mine.pointer[group] = sum
    }
  }

  private var resultType: DataType { AggregateTypes.sum(of: type) }

  private func total(_ group: Int) throws(ValueError) -> Int128 {
    let wide = totals.map { group < $0.count ? $0.pointer[group] : 0 } ?? 0
    let narrow = group < low.count ? low.pointer[group] : 0
    let (sum, overflow) = wide.addingReportingOverflow(Int128(narrow))
    if overflow { throw .overflow(type: resultType) }
    return sum
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let count = cells.count
    let validity = validity(cells)
    if average {
      let divisor = PowersOfTen.double(type.scale)
      let means = Buffer<Double>(count: count)
      for index in 0..<count {
        let group = Int(cells.rows.pointer[index])
        let number = values(group)
        means.pointer[index] =
          number == 0 ? 0 : try total(group).nearestDouble / (Double(number) * divisor)
      }
      return Vector(type: .double, count: count, storage: .float64(means), validity: validity)
    }
    let limit = PowersOfTen.integer(DataType.maximumPrecision)
    let isDecimal = type.scale > 0 || type != .bigint && type != .hugeint
    let sums = Buffer<Int128>(count: count)
    for index in 0..<count {
      let sum = try total(Int(cells.rows.pointer[index]))
      if isDecimal && (sum >= limit || sum <= -limit) { throw .overflow(type: resultType) }
      sums.pointer[index] = sum
    }
    return Vector(type: resultType, count: count, storage: .int128(sums), validity: validity)
  }
}
