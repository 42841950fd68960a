/// The rows seen so far, so that each is taken once: NULL equals NULL here.
package final class RowSet {
  private var rows: Set<[Value]> = []

  package init() {}

  /// Takes in the rows of `chunk`; gives those that were not there before, each once.
  ///
  /// - Complexity: a hash of a row's values for each row.
  package func insert(_ chunk: Chunk) -> RowSelection {
    let new = Buffer<UInt32>(count: chunk.count)
    var count = 0
    for row in 0..<chunk.count {
      let values = chunk.columns.map { Self.normalized($0.value(row)) }
      if rows.insert(values).inserted {
        new.pointer[count] = UInt32(truncatingIfNeeded: row)
        count += 1
      }
    }
    return RowSelection(rows: new, count: count)
  }

  /// -0 as 0, which equals it.
  private static func normalized(_ value: Value) -> Value {
    if case .double(let number) = value, number == 0 { return .double(0) }
    return value
  }
}
