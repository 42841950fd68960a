/// The keys of a table's rows, each with its row: what makes a key unique as rows are added.
///
/// A key with a NULL in it equals no other, and is not kept. Keys are added one by one, for tables
/// that grow by a few rows at a time; it is no index for queries.
package struct KeyIndex: Sendable {
  /// A row whose key another row has.
  package struct Conflict: Sendable {
    /// The row among those asked about, from zero.
    package let row: Int
    package let key: [Value]
  }

  /// What is known of the key of one row.
  package enum Match: Sendable, Equatable {
    /// No other row has it.
    case none
    /// This row of the table has it.
    case table(row: Int)
    /// This row, of those asked about, is the first to have it.
    case earlier(row: Int)
  }

  private var rows: [[Value]: Int] = [:]

  package init() {}

  /// Adds the keys that the rows of `chunks` have in `columns`.
  ///
  /// - Parameter firstRow: the row of the table that the first row of `chunks` is.
  /// - Throws: ``ValueError/interrupted`` alone; some keys are there then.
  /// - Complexity: O(rows), amortised.
  package mutating func add(
    _ chunks: [Chunk], columns: [Int], firstRow: Int
  ) throws(ValueError) {
    let count = chunks.reduce(0) { $0 + $1.count }
    // Growing step by step takes long at a time; a table that few rows are added to need not.
    if count > rows.count { rows.reserveCapacity(rows.count + count) }
    var first = firstRow
    for chunk in chunks {
      for row in 0..<chunk.count {
        try Cancellation.point(at: row, every: 1 << 12)
        if let key = Self.key(of: chunk, row, columns) { rows[key] = first + row }
      }
      first += chunk.count
    }
  }

  /// The first row of `chunks` whose key in `columns` is here, or in a row of `chunks` before it.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: O(rows).
  package func conflict(of chunks: [Chunk], columns: [Int]) throws(ValueError) -> Conflict? {
    let count = chunks.reduce(0) { $0 + $1.count }
    let isAlone = count == 1
    var seen = Set<[Value]>(minimumCapacity: isAlone ? 0 : count)
    var first = 0
    for chunk in chunks {
      for row in 0..<chunk.count {
        try Cancellation.point(at: row, every: 1 << 12)
        guard let key = Self.key(of: chunk, row, columns) else { continue }
        if rows[key] != nil || !isAlone && !seen.insert(key).inserted {
          return Conflict(row: first + row, key: key)
        }
      }
      first += chunk.count
    }
    return nil
  }

  /// What is known of the key in `columns` of each row of `chunks`.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: O(rows).
  package func matches(of chunks: [Chunk], columns: [Int]) throws(ValueError) -> [Match] {
    var seen = [[Value]: Int](minimumCapacity: chunks.reduce(0) { $0 + $1.count })
    var result: [Match] = []
    for chunk in chunks {
      for row in 0..<chunk.count {
        try Cancellation.point(at: row, every: 1 << 12)
        guard let key = Self.key(of: chunk, row, columns) else {
          result.append(.none)
          continue
        }
        if let known = rows[key] {
          result.append(.table(row: known))
        } else if let earlier = seen[key] {
          result.append(.earlier(row: earlier))
        } else {
          seen[key] = result.count
          result.append(.none)
        }
      }
    }
    return result
  }

  /// The key of one row; nil where a part of it is NULL.
  private static func key(of chunk: Chunk, _ row: Int, _ columns: [Int]) -> [Value]? {
    var key: [Value] = []
    key.reserveCapacity(columns.count)
    for column in columns {
      let value = chunk.columns[column].value(row)
      if value.isNull { return nil }
      key.append(value)
    }
    return key
  }
}
