/// `bit_and`, `bit_or` and `bit_xor` of whole numbers in two's complement.
package final class BitState: CountingState {
  package enum Operation: Sendable {
    case and, or, xor
  }

  private let cells: Cells<Int128>
  private let type: DataType
  private let operation: Operation

  /// - Parameter type: of the argument, a whole number.
  package init(_ operation: Operation, type: DataType, rows: GroupRowCounts) {
    self.operation = operation
    self.type = type
    cells = Cells(operation == .and ? -1 : 0)
    super.init(rows: rows)
  }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    countNulls(vector, groups)
    cells.grow(to: groups.groups)
    let validity =
      vector.constant?.isNull == true
      ? Bitmap(repeating: false, count: vector.count)
      : vector.validity
    let values = NumberSource.integers(vector, as: Int128.self)
    var row = 0
    while row < groups.count {
      if validity?[row] ?? true {
        let group = groups.ids.map { Int($0[row]) } ?? 0
        cells.pointer[group] = combined(cells.pointer[group], values.pointer[row])
      }
      row &+= 1
    }
    withExtendedLifetime(values) {}
  }

  @inline(__always)
  private func combined(_ a: Int128, _ b: Int128) -> Int128 {
    switch operation {
    case .and: a & b
    case .or: a | b
    case .xor: a ^ b
    }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? BitState else { return }
    mergeNulls(other)
    cells.grow(to: other.cells.count)
    for group in 0..<other.cells.count {
      cells.pointer[group] = combined(cells.pointer[group], other.cells.pointer[group])
    }
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    let validity = validity(cells)
    let wide = Buffer<Int128>(count: cells.count)
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      wide.pointer[index] = values(group) > 0 ? self.cells.pointer[group] : 0
    }
    return CastKernels.vector(wide, cells.count, type, validity)
  }
}
