import CKernels

/// Which rows of a vector to take, in which order.
///
/// Positions are less than the count of the vector that they choose from, or ``missing``, which
/// stands for a row that is not there and gives NULL: the unmatched side of an outer join.
package final class RowSelection: Sendable {
  package let rows: Buffer<UInt32>
  package let count: Int
  /// Whether ``missing`` may occur.
  package let hasMissing: Bool
  /// Where the selection ascends and says so: a bit for each row of the vector that it chooses from,
  /// set for those that it takes.
  let bits: Bitmap?

  /// The position that gives NULL.
  package static let missing = UInt32.max

  /// Wraps the first `count` of `rows`.
  package init(rows: Buffer<UInt32>, count: Int, hasMissing: Bool = false) {
    self.rows = rows
    self.count = count
    self.hasMissing = hasMissing
    bits = nil
  }

  /// The rows whose bit is set in `bits`, in ascending order.
  ///
  /// - Parameter count: how many bits are set.
  init(bits: Bitmap, count: Int) {
    rows = Buffer(count: count)
    self.count = count
    hasMissing = false
    self.bits = bits
    list_set_bits(best_row_kernels(), bits.words.pointer, bits.count, rows.pointer)
  }

  /// The rows `range`, in order.
  package convenience init(range: Range<Int>) {
    let rows = Buffer<UInt32>(count: range.count)
    var row = 0
    while row < range.count {
      rows.pointer[row] = UInt32(truncatingIfNeeded: range.lowerBound &+ row)
      row &+= 1
    }
    self.init(rows: rows, count: range.count)
  }
}
