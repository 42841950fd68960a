/// Rows of a table of which some are hidden.
package struct SuppressedRows {
  private let marks: [CellSuppression.Mark]

  /// Hides rows of `counts` from 1 up to below `threshold`, and what it takes beside them.
  ///
  /// - Parameters:
  ///   - counts: a whole number a row; NULL counts as 0.
  ///   - isStopped: asked from time to time; throws to stop.
  package init(
    counts: Vector, below threshold: Int, in table: MarginTable, isStopped: () throws -> Void
  ) rethrows {
    let numbers = NumberSource.integers(counts, as: Int128.self)
    // Sums of as many as there can be rows then fit 128 bits.
    let most: Int128 = 1 << 90
    var cells = Array(repeating: Int128(0), count: table.cellCount - table.sums.count)
    for row in 0..<counts.count {
      cells[table.cells[row]] = min(max(numbers.pointer[row], -most), most)
    }
    let found = try CellSuppression.marks(
      cells, below: Int128(threshold), in: table, isStopped: isStopped)
    marks = table.cells.map { found[$0] }
  }

  /// How many rows are hidden for their own counts, and how many for the sake of those.
  package var hidden: (small: Int, complements: Int) {
    (marks.count { $0 == .small }, marks.count { $0 == .complement })
  }

  /// The rows of a vector, NULL where they are hidden.
  package func hiding(_ vector: Vector) throws(ValueError) -> Vector {
    let rows = Buffer<UInt32>(count: marks.count)
    for (row, mark) in marks.enumerated() {
      rows.pointer[row] = mark == .shown ? UInt32(truncatingIfNeeded: row) : RowSelection.missing
    }
    return try Gather.rows(
      RowSelection(rows: rows, count: marks.count, hasMissing: true), of: vector)
  }

  /// A text for each row: NULL where it is shown.
  package func texts(small: String, complement: String) -> Vector {
    Vector(
      marks.map { mark in
        switch mark {
        case .shown: .null
        case .small: .text(small)
        case .complement: .text(complement)
        }
      }, type: .varchar)
  }
}
