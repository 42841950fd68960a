/// The rows seen so far, so that each is taken once: NULL equals NULL here.
///
/// A row is known by the bytes of its values, each behind a byte that says of which kind it is.
package final class RowSet {
  private let rows = TextDictionaryBuilder()
  /// The bytes of one row.
  private var bytes: [UInt8] = []

  package init() {}

  /// Takes in the rows of `chunk`; gives those that were not there before, each once.
  ///
  /// - Throws: ``ValueError/textTooLong`` where the bytes of all rows exceed 4 GiB;
  ///   ``ValueError/interrupted``.
  /// - Complexity: O(bytes) on average.
  package func insert(_ chunk: Chunk) throws(ValueError) -> RowSelection {
    let new = Buffer<UInt32>(count: chunk.count)
    var count = 0
    for row in 0..<chunk.count {
      if row % Self.rowsAtATime == 0 {
        try Cancellation.point()
        try rows.makeRoom(for: Self.rowsAtATime, bytes: Self.rowsAtATime * bytes.count)
      }
      bytes.removeAll(keepingCapacity: true)
      for column in chunk.columns { append(column.value(row)) }
      let before = rows.count
      guard
        let code = bytes.withUnsafeBufferPointer({ bytes in
          bytes.baseAddress.map { rows.code($0, bytes.count) } ?? nil
        })
      else { throw .textTooLong }
      if Int(code) == before {
        new.pointer[count] = UInt32(truncatingIfNeeded: row)
        count += 1
      }
    }
    return RowSelection(rows: new, count: count)
  }

  private static let rowsAtATime = 1 << 12

  private func append(_ value: Value) {
    switch value {
    case .null: bytes.append(0)
    case .boolean(let truth): bytes.append(truth ? 2 : 1)
    case .double(let number):
      bytes.append(3)
      append((number.isNaN ? Double.nan : number == 0 ? 0 : number).bitPattern)
    case .text(let text):
      bytes.append(4)
      append(UInt64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    case .integer, .decimal, .date, .timestamp, .time, .interval, .measure:
      bytes.append(5)
      let number = Constants.unscaled(value)
      append(UInt64(truncatingIfNeeded: number))
      append(UInt64(truncatingIfNeeded: number >> 64))
    }
  }

  private func append(_ word: UInt64) {
    withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) }
  }
}
