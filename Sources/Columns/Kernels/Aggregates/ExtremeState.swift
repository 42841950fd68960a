/// `MIN` and `MAX` of whole numbers, decimals, dates, timestamps, times and booleans.
package final class IntegerExtremeState: CountingState {
  private let best: Cells<Int128>
  private let type: DataType
  private let isMaximum: Bool

  package init(type: DataType, isMaximum: Bool, rows: GroupRowCounts) {
    self.type = type
    self.isMaximum = isMaximum
    best = Cells(isMaximum ? .min : .max)
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    best.grow(to: groups.groups)
    let values = Constants.expanded(vector)
    let validity = values.validity
    switch values.storage {
    case .int8(let buffer): improve(buffer.pointer, validity, groups)
    case .int16(let buffer): improve(buffer.pointer, validity, groups)
    case .int32(let buffer): improve(buffer.pointer, validity, groups)
    case .int64(let buffer): improve(buffer.pointer, validity, groups)
    case .int128(let buffer): improve(buffer.pointer, validity, groups)
    case .bits(let bits):
      let numbers = Buffer<Int8>(count: values.count)
      for row in 0..<values.count { numbers.pointer[row] = bits[row] ? 1 : 0 }
      improve(numbers.pointer, validity, groups)
    default: break
    }
  }

  @inline(__always)
  private func improve<Number: FixedWidthInteger & SignedInteger>(
    _ values: UnsafePointer<Number>, _ validity: Bitmap?, _ groups: GroupNumbers
  ) {
    guard let ids = groups.ids else {
      var extreme: Number = isMaximum ? .min : .max
      var seen = false
      var row = 0
      while row < groups.count {
        if validity?[row] ?? true {
          extreme = isMaximum ? max(extreme, values[row]) : min(extreme, values[row])
          seen = true
        }
        row &+= 1
      }
      if seen { improve(0, Int128(extreme)) }
      return
    }
    var row = 0
    while row < groups.count {
      if validity?[row] ?? true { improve(Int(ids[row]), Int128(values[row])) }
      row &+= 1
    }
  }

  @inline(__always)
  private func improve(_ group: Int, _ value: Int128) {
    let known = best.pointer[group]
    if isMaximum ? value > known : value < known { best.pointer[group] = value }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? IntegerExtremeState else { return }
    mergeNulls(other)
    best.grow(to: other.best.count)
    for group in 0..<other.best.count { improve(group, other.best.pointer[group]) }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let count = cells.count
    let validity = validity(cells)
    let wide = Buffer<Int128>(count: count)
    for index in 0..<count {
      let group = Int(cells.rows.pointer[index])
      wide.pointer[index] = values(group) > 0 ? best.pointer[group] : 0
    }
    if type.isWide {
      return Vector(type: type, count: count, storage: .int128(wide), validity: validity)
    }
    if type == .boolean {
      let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
      for index in 0..<count where wide.pointer[index] != 0 {
        words.pointer[index >> 6] |= 1 << UInt64(index & 63)
      }
      return Vector(
        type: type, count: count, storage: .bits(Bitmap(words: words, count: count)),
        validity: validity)
    }
    let narrow = Buffer<Int64>(count: count)
    for index in 0..<count {
      narrow.pointer[index] = Int64(truncatingIfNeeded: wide.pointer[index])
    }
    return IntegerNarrowing.vector(narrow, count: count, type: type, validity: validity)
  }
}

/// `MIN` and `MAX` of doubles; NaN is greater than every number, as in PostgreSQL.
package final class DoubleExtremeState: CountingState {
  private let best: Cells<Double>
  private let isMaximum: Bool

  package init(isMaximum: Bool, rows: GroupRowCounts) {
    self.isMaximum = isMaximum
    best = Cells(isMaximum ? -.infinity : .nan)
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    best.grow(to: groups.groups)
    let expanded = Constants.expanded(vector)
    guard case .float64(let buffer) = expanded.storage else { return }
    let validity = expanded.validity
    var row = 0
    while row < groups.count {
      if validity?[row] ?? true {
        improve(groups.ids.map { Int($0[row]) } ?? 0, buffer.pointer[row])
      }
      row &+= 1
    }
  }

  @inline(__always)
  private func improve(_ group: Int, _ value: Double) {
    let known = best.pointer[group]
    let isBetter =
      isMaximum
      ? (value > known || (value.isNaN && !known.isNaN))
      : (value < known || (known.isNaN && !value.isNaN))
    if isBetter { best.pointer[group] = value }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? DoubleExtremeState else { return }
    mergeNulls(other)
    best.grow(to: other.best.count)
    for group in 0..<other.best.count { improve(group, other.best.pointer[group]) }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let results = Buffer<Double>(count: cells.count)
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      results.pointer[index] = values(group) > 0 ? best.pointer[group] : 0
    }
    return Vector(
      type: .double, count: cells.count, storage: .float64(results), validity: validity(cells))
  }
}
