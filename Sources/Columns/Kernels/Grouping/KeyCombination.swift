/// Numbers the combinations of a few small domains: the cells of an array of groups.
///
/// The cell of a row is the mixed-radix number of its keys' numbers, the first key weighing most.
package struct KeyCombination: Sendable {
  private let keys: [(domain: ColumnDomain, type: DataType, count: Int)]
  /// How many cells there are.
  package let cells: Int

  /// - Returns: nil where there are more than `limit` cells.
  package init?(_ keys: [(domain: ColumnDomain, type: DataType)], limit: Int) {
    var cells = 1
    var counted: [(domain: ColumnDomain, type: DataType, count: Int)] = []
    for key in keys {
      guard let count = key.domain.count, count <= limit else { return nil }
      cells *= count
      guard cells <= limit else { return nil }
      counted.append((key.domain, key.type, count))
    }
    self.keys = counted
    self.cells = cells
  }

  /// The cell of each row.
  ///
  /// - Parameter vectors: one vector a key, each of `count` rows.
  package func cells(of vectors: [Vector], count: Int) -> Buffer<UInt32> {
    let result = Buffer<UInt32>(count: count)
    for (position, vector) in vectors.enumerated() {
      let key = keys[position]
      DomainNumbers.fold(
        vector, in: key.domain, multiplier: position == 0 ? 0 : UInt32(key.count),
        into: result.pointer)
    }
    return result
  }

  /// The keys of each of `cells`, one vector a key.
  package func values(of cells: RowSelection) throws(ValueError) -> [Vector] {
    let rest = Buffer<UInt32>(cells.rows.elements.prefix(cells.count))
    var columns: [Vector] = []
    for key in keys.reversed() {
      let numbers = Buffer<UInt64>(count: cells.count)
      let divisor = UInt32(key.count)
      for row in 0..<cells.count {
        let (quotient, number) = rest.pointer[row].quotientAndRemainder(dividingBy: divisor)
        numbers.pointer[row] = UInt64(number)
        rest.pointer[row] = quotient
      }
      columns += try KeyField.domain(key.domain, type: key.type).values(numbers)
    }
    return columns.reversed()
  }
}
