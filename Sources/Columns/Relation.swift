import Synchronization

/// The name and type of a column.
package struct Field: Hashable, Sendable {
  package let name: String
  package let type: DataType

  package init(name: String, type: DataType) {
    self.name = name
    self.type = type
  }
}

/// Rows of a relation that lie together: one vector a column, all of `count` rows.
package struct Chunk: Sendable {
  package let count: Int
  package let columns: [Vector]

  package init(count: Int, columns: [Vector]) {
    self.count = count
    self.columns = columns
  }

  /// The rows of a full chunk: selections fit 16 bits, and a column of doubles fits the level-2
  /// cache of the processors this was measured on.
  package static let standardRows = 65_536
}

/// A table of values in memory: a loaded file, an intermediate result, an answer.
///
/// Rows are in order: chunk after chunk, row after row. Every chunk has one vector for each field,
/// of that field's type; a coded text column has one dictionary throughout.
package final class Relation: Sendable {
  package let fields: [Field]
  package let chunks: [Chunk]
  package let rowCount: Int
  /// What was asked for once: plans ask again and again.
  private let domains = Mutex<[Int: ColumnDomain?]>([:])

  package init(fields: [Field], chunks: [Chunk]) {
    self.fields = fields
    self.chunks = chunks
    rowCount = chunks.reduce(0) { $0 + $1.count }
  }

  /// What the values of `column` can be; nil where that is not known.
  ///
  /// - Complexity: O(chunks) at the first call for a column.
  package func domain(ofColumn column: Int) -> ColumnDomain? {
    domains.withLock { domains in
      if let known = domains[column] { return known }
      let domain = ColumnDomain(of: chunks.lazy.map { $0.columns[column] })
      domains[column] = .some(domain)
      return domain
    }
  }

  /// Bounds of the integers of `column` over all chunks; nil where a chunk does not know its own.
  package func bounds(ofColumn column: Int) -> ClosedRange<Int64>? {
    var result: ClosedRange<Int64>?
    for chunk in chunks {
      guard let bounds = chunk.columns[column].bounds else { return nil }
      if let known = result {
        result = min(known.lowerBound, bounds.lowerBound)...max(known.upperBound, bounds.upperBound)
      } else {
        result = bounds
      }
    }
    return result
  }
}
