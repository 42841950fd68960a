/// `MIN` and `MAX` of whole numbers, decimals, dates, timestamps, times and booleans.
package final class IntegerExtremeState: CountingState {
  /// The best so far, and the same of types that need 128 bits; one of the two stays empty.
  private let best: Cells<Int64>
  private let wideBest: Cells<Int128>
  private let type: DataType
  private let isMaximum: Bool

  package init(type: DataType, isMaximum: Bool, rows: GroupRowCounts) {
    self.type = type
    self.isMaximum = isMaximum
    best = Cells(isMaximum ? .min : .max)
    wideBest = Cells(isMaximum ? .min : .max)
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    let values = Constants.expanded(vector)
    let validity = values.validity
    if type.isWide {
      wideBest.grow(to: groups.groups)
      let numbers = NumberSource.integers(values, as: Int128.self)
      improve(wideBest.pointer, numbers.pointer, validity, groups)
      return
    }
    best.grow(to: groups.groups)
    switch values.storage {
    case .int8(let buffer): improve(best.pointer, buffer.pointer, validity, groups)
    case .int16(let buffer): improve(best.pointer, buffer.pointer, validity, groups)
    case .int32(let buffer): improve(best.pointer, buffer.pointer, validity, groups)
    case .int64(let buffer): improve(best.pointer, buffer.pointer, validity, groups)
    case .bits(let bits):
      let numbers = Buffer<Int8>(count: values.count)
      for row in 0..<values.count { numbers.pointer[row] = bits[row] ? 1 : 0 }
      improve(best.pointer, numbers.pointer, validity, groups)
    default: break
    }
  }

  @inline(__always)
  private func improve<
    Cell: FixedWidthInteger & SignedInteger, Number: FixedWidthInteger & SignedInteger
  >(
    _ cells: UnsafeMutablePointer<Cell>, _ values: UnsafePointer<Number>, _ validity: Bitmap?,
    _ groups: GroupNumbers
  ) {
    if isMaximum {
      replace(cells, values, validity, groups, startingWith: .min, by: >)
    } else {
      replace(cells, values, validity, groups, startingWith: .max, by: <)
    }
  }

  @inline(__always)
  private func replace<
    Cell: FixedWidthInteger & SignedInteger, Number: FixedWidthInteger & SignedInteger
  >(
    _ cells: UnsafeMutablePointer<Cell>, _ values: UnsafePointer<Number>, _ validity: Bitmap?,
    _ groups: GroupNumbers, startingWith worst: Number, by isBetter: (Number, Number) -> Bool
  ) {
    let valid = validity?.words.pointer
    let count = groups.count
    var row = 0
    guard let ids = groups.ids else {
      var extreme = worst
      var seen = valid == nil && count > 0
      while row < count {
        if valid.map({ $0[row >> 6] >> UInt64(row & 63) & 1 != 0 }) ?? true {
          extreme = isBetter(values[row], extreme) ? values[row] : extreme
          if valid != nil { seen = true }
        }
        row &+= 1
      }
      let isNew = isMaximum ? Cell(extreme) > cells[0] : Cell(extreme) < cells[0]
      if seen && isNew { cells[0] = Cell(extreme) }
      return
    }
    while row < count {
      if valid.map({ $0[row >> 6] >> UInt64(row & 63) & 1 != 0 }) ?? true {
        let value = Cell(truncatingIfNeeded: values[row])
        let group = Int(ids[row])
        if isMaximum ? value > cells[group] : value < cells[group] { cells[group] = value }
      }
      row &+= 1
    }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? IntegerExtremeState else { return }
    mergeNulls(other)
    best.grow(to: other.best.count)
    wideBest.grow(to: other.wideBest.count)
    merge(best.pointer, other.best.pointer, other.best.count)
    merge(wideBest.pointer, other.wideBest.pointer, other.wideBest.count)
  }

  @inline(__always)
  private func merge<Cell: FixedWidthInteger>(
    _ cells: UnsafeMutablePointer<Cell>, _ others: UnsafePointer<Cell>, _ count: Int
  ) {
    for group in 0..<count {
      cells[group] =
        isMaximum ? max(cells[group], others[group]) : min(cells[group], others[group])
    }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let count = cells.count
    let validity = validity(cells)
    if type.isWide {
      let wide = Buffer<Int128>(count: count)
      for index in 0..<count {
        let group = Int(cells.rows.pointer[index])
        wide.pointer[index] = values(group) > 0 ? wideBest.pointer[group] : 0
      }
      return Vector(type: type, count: count, storage: .int128(wide), validity: validity)
    }
    let narrow = Buffer<Int64>(count: count)
    for index in 0..<count {
      let group = Int(cells.rows.pointer[index])
      narrow.pointer[index] = values(group) > 0 ? best.pointer[group] : 0
    }
    if type == .boolean {
      let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
      for index in 0..<count where narrow.pointer[index] != 0 {
        words.pointer[index >> 6] |= 1 << UInt64(index & 63)
      }
      return Vector(
        type: type, count: count, storage: .bits(Bitmap(words: words, count: count)),
        validity: validity)
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
    let valid = expanded.validity?.words.pointer
    let cells = best.pointer
    let values = buffer.pointer
    var row = 0
    if valid == nil, let ids = groups.ids, !DoubleSumState.hasSpecial(values, groups.count) {
      // Among finite numbers one comparison tells; it is false where the best so far is a NaN.
      if isMaximum {
        while row < groups.count {
          let group = Int(ids[row])
          if values[row] > cells[group] { cells[group] = values[row] }
          row &+= 1
        }
      } else {
        while row < groups.count {
          let group = Int(ids[row])
          if !(cells[group] <= values[row]) { cells[group] = values[row] }
          row &+= 1
        }
      }
      return
    }
    while row < groups.count {
      if valid.map({ $0[row >> 6] >> UInt64(row & 63) & 1 != 0 }) ?? true {
        improve(cells, groups.ids.map { Int($0[row]) } ?? 0, values[row])
      }
      row &+= 1
    }
  }

  @inline(__always)
  private func improve(_ cells: UnsafeMutablePointer<Double>, _ group: Int, _ value: Double) {
    let known = cells[group]
    let isBetter =
      isMaximum
      ? (value > known || (value.isNaN && !known.isNaN))
      : (value < known || (known.isNaN && !value.isNaN))
    if isBetter { cells[group] = value }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? DoubleExtremeState else { return }
    mergeNulls(other)
    best.grow(to: other.best.count)
    for group in 0..<other.best.count { improve(best.pointer, group, other.best.pointer[group]) }
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
