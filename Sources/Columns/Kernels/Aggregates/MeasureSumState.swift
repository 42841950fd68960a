import CKernels
import Reference

/// `SUM` and `AVG` of measures, exact, in the unit that most rows of the group have.
///
/// Amounts as a file has them are added unit by unit; only the sums are converted, by one
/// multiplication each. Packed measures are added in their base units.
package final class MeasureSumState: CountingState {
  private let average: Bool
  /// Sums in base units × 10^``Dimension/decimals``.
  private let totals = Cells<Int128>(0)
  private let units = UnitCounts()
  /// Amounts as they are stored, added up, and how many they are: for each group and code of the
  /// units of `summed`.
  private let sums = Cells<Part>(Part(sum: 0, rows: 0))

  private struct Part: BitwiseCopyable {
    var sum: Int64
    var rows: Int64
  }

  private var summed: (units: MeasureUnits, scale: Int)?
  /// No cell of `sums` is further than this from zero.
  private var reach: UInt64 = 0

  /// Cells of `sums`, at most: 8 MiB. With more groups, amounts are converted row by row.
  private static let mostCells = 1 << 20

  package init(average: Bool, rows: GroupRowCounts) {
    self.average = average
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    totals.grow(to: groups.groups)
    guard case .measure(let column) = vector.storage, let present = column.present,
      groups.groups * column.units.entries.count <= Self.mostCells,
      let step = Self.reach(of: column, rows: groups.count)
    else {
      units.add(vector, groups)
      try addPacked(vector, groups)
      return
    }
    try prepare(column, groups, step)
    if groups.ids == nil {
      addAll(column, present, vector.validity, groups)
    } else {
      addGrouped(column, vector.validity, groups)
    }
  }

  private func addPacked(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    let amounts = MeasurePacking.amounts(vector)
    if amounts.constant?.isNull == true { return }
    let numbers = NumberSource.integers(amounts, as: Int128.self)
    for row in 0..<groups.count {
      let group = groups.ids.map { Int($0[row]) } ?? 0
      try add(numbers.pointer[row], to: group)
    }
  }

  @inline(__always)
  private func add(_ amount: Int128, to group: Int) throws(ValueError) {
    let (sum, overflow) = totals.pointer[group].addingReportingOverflow(amount)
    if overflow { throw .overflow(type: .measure) }
    totals.pointer[group] = sum
  }

  /// How far from zero the sum of `rows` amounts may be; nil where that is more than 64 bits hold.
  private static func reach(of column: MeasureColumn, rows: Int) -> UInt64? {
    guard let bounds = NumberSource.bounds(column.amounts) else { return nil }
    let most = max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude)
    let (step, overflow) = most.multipliedReportingOverflow(by: UInt64(rows))
    return overflow || step > UInt64(Int64.max) ? nil : step
  }

  /// Makes `sums` ready for the rows of `column`: of the same units, and far enough from overflow.
  private func prepare(
    _ column: MeasureColumn, _ groups: GroupNumbers, _ step: UInt64
  ) throws(ValueError) {
    if reach &+ step > UInt64(Int64.max) { try flush() }
    if let summed,
      summed.scale != column.scale
        || summed.units !== column.units && summed.units.entries != column.units.entries
    {
      try flush()
    }
    summed = (column.units, column.scale)
    reach &+= step
    sums.grow(to: groups.groups * column.units.entries.count)
  }

  /// Converts the sums and empties them.
  private func flush() throws(ValueError) {
    guard let (table, scale) = summed else { return }
    let width = table.entries.count
    let places = units.reserve(table.entries.map(\.shown), groups: sums.count / width)
    for cell in 0..<sums.count where sums.pointer[cell].rows != 0 {
      let part = sums.pointer[cell]
      let (group, code) = (cell / width, cell % width)
      try add(table.entries[code].amount(Int128(part.sum), scale: scale), to: group)
      units.add(part.rows, group: group, place: places[code])
      sums.pointer[cell] = Part(sum: 0, rows: 0)
    }
    summed = nil
    reach = 0
  }

  /// Rows of one group: the rows that have each unit, a few units at a time.
  private func addAll(
    _ column: MeasureColumn, _ present: UInt64, _ validity: Bitmap?, _ groups: GroupNumbers
  ) {
    let wanted = column.units.entries.indices
      .filter { present >> UInt64($0) & 1 == 1 }.map { UInt8(truncatingIfNeeded: $0) }
    var added = [Int64](repeating: 0, count: wanted.count)
    var rows = added
    let codes = UnsafePointer(column.codes.pointer)
    let (count, kinds) = (Int64(groups.count), Int64(wanted.count))
    let bounds = NumberSource.bounds(column.amounts) ?? Int64.min...Int64.max
    let reach = Int64(
      clamping: max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude))
    // Where a row is NULL its amount is 0.
    switch column.amounts.storage {
    case .int8(let buffer):
      sum_by_code_8(buffer.pointer, codes, count, reach, wanted, kinds, &added, &rows)
    case .int16(let buffer):
      sum_by_code_16(buffer.pointer, codes, count, reach, wanted, kinds, &added, &rows)
    case .int32(let buffer):
      sum_by_code_32(buffer.pointer, codes, count, reach, wanted, kinds, &added, &rows)
    case .int64(let buffer):
      sum_by_code_64(buffer.pointer, codes, count, reach, wanted, kinds, &added, &rows)
    default: break
    }
    for (index, code) in wanted.enumerated() {
      sums.pointer[Int(code)].sum &+= added[index]
      sums.pointer[Int(code)].rows &+= rows[index]
    }
    if let validity { takeBack(validity, codes, count: groups.count) }
  }

  /// Takes the rows that are NULL out of the counts.
  private func takeBack(_ validity: Bitmap, _ codes: UnsafePointer<UInt8>, count: Int) {
    let words = validity.words
    for word in 0..<words.count {
      var missing = ~words.pointer[word]
      if word == count >> 6 { missing &= (1 << UInt64(count & 63)) - 1 }
      while missing != 0 {
        let row = word << 6 | missing.trailingZeroBitCount
        sums.pointer[Int(codes[row])].rows &-= 1
        missing &= missing &- 1
      }
    }
  }

  private func addGrouped(
    _ column: MeasureColumn, _ validity: Bitmap?, _ groups: GroupNumbers
  ) {
    switch column.amounts.storage {
    case .int8(let buffer): addGrouped(buffer.pointer, column, validity, groups)
    case .int16(let buffer): addGrouped(buffer.pointer, column, validity, groups)
    case .int32(let buffer): addGrouped(buffer.pointer, column, validity, groups)
    case .int64(let buffer): addGrouped(buffer.pointer, column, validity, groups)
    default: break
    }
  }

  @inline(__always)
  private func addGrouped<Number: FixedWidthInteger & SignedInteger>(
    _ values: UnsafePointer<Number>, _ column: MeasureColumn, _ validity: Bitmap?,
    _ groups: GroupNumbers
  ) {
    guard let ids = groups.ids else { return }
    let width = column.units.entries.count
    let codes = column.codes.pointer
    let cells = sums.pointer
    var row = 0
    if let words = validity?.words.pointer {
      while row < groups.count {
        let cell = Int(ids[row]) &* width &+ Int(codes[row])
        cells[cell].sum &+= Int64(truncatingIfNeeded: values[row])
        cells[cell].rows &+= Int64(truncatingIfNeeded: words[row >> 6] >> UInt64(row & 63) & 1)
        row &+= 1
      }
    } else {
      while row < groups.count {
        let cell = Int(ids[row]) &* width &+ Int(codes[row])
        cells[cell].sum &+= Int64(truncatingIfNeeded: values[row])
        cells[cell].rows &+= 1
        row &+= 1
      }
    }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? MeasureSumState else { return }
    mergeNulls(other)
    try flush()
    try other.flush()
    units.merge(other.units, groups: rows.cells.count)
    totals.grow(to: other.totals.count)
    for group in 0..<other.totals.count { try add(other.totals.pointer[group], to: group) }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    try flush()
    let commonest = try units.commonest(cells)
    let amounts = Buffer<Int128>(count: cells.count)
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      let total = group < totals.count ? totals.pointer[group] : 0
      let number = Int128(values(group))
      if !average || number == 0 {
        amounts.pointer[index] = total
      } else {
        amounts.pointer[index] = DecimalScaling.division(total, power: 0, by: number) ?? 0
      }
    }
    let validity = validity(cells)
    return try MeasureState.measures(
      amounts, commonest,
      nulls: Vector(
        type: .hugeint, count: cells.count, storage: .int128(amounts), validity: validity))
  }
}
