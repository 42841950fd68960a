/// A product of doubles.
struct Product: NumberAccumulator {
  private(set) var count = 0.0
  private(set) var product = 1.0

  init() {}

  @inline(__always)
  mutating func add(_ value: Double) {
    count += 1
    product *= value
  }

  mutating func merge(_ later: Product) {
    count += later.count
    product *= later.product
  }

  var isFinite: Bool { product.isFinite }
}

/// `product` of DOUBLEs.
package final class ProductState: AggregateState {
  private let cells = Cells<Product>(Product())
  private var hasSpecial = false

  package override init(rows: GroupRowCounts) { super.init(rows: rows) }

  package override func update(_ vector: Vector, _ groups: GroupNumbers) throws(ValueError) {
    if cells.add(vector, groups) { hasSpecial = true }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? ProductState else { return }
    hasSpecial = hasSpecial || other.hasSpecial
    cells.merge(other.cells)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    try NumberResults.vector(cells, of: self.cells, hasSpecial: hasSpecial) { cell in
      cell.count > 0 ? cell.product : nil
    }
  }
}
