/// The rows that one operator hands to the next: columns, some of them not yet gathered.
///
/// A filter or a join does not copy columns. It leaves a column *pending*: a vector and the rows
/// to take from it; the copy is made when, and only when, an operator asks for the column. A batch
/// belongs to one thread.
package final class Batch {
  private enum Column {
    case ready(Vector)
    case pending(Vector, RowSelection)
  }

  /// Rows.
  package let count: Int
  private var columns: [Column]

  private init(count: Int, columns: [Column]) {
    self.count = count
    self.columns = columns
  }

  /// A batch over vectors of `count` rows each.
  package init(count: Int, columns: [Vector]) {
    self.count = count
    self.columns = columns.map { .ready($0) }
  }

  package convenience init(_ chunk: Chunk) {
    self.init(count: chunk.count, columns: chunk.columns)
  }

  /// The vector of `column`, gathered now if it was pending.
  package func column(_ column: Int) throws(ValueError) -> Vector {
    switch columns[column] {
    case .ready(let vector): return vector
    case .pending(let vector, let selection):
      let gathered = try Gather.rows(selection, of: vector)
      columns[column] = .ready(gathered)
      return gathered
    }
  }

  /// The rows of `selection`, as a batch whose columns are pending.
  package func selecting(_ selection: RowSelection) -> Batch {
    Batch(count: selection.count, columns: pending(selection))
  }

  /// The rows of `selection` (nil: all), followed by the columns of `others` at `otherRows`: what a
  /// join of both yields. The two selections have the same count.
  package func joining(
    _ selection: RowSelection?, with others: [Vector], at otherRows: RowSelection
  ) -> Batch {
    Batch(
      count: otherRows.count,
      columns: (selection.map(pending) ?? columns) + others.map { .pending($0, otherRows) })
  }

  /// The columns numbered `indexes`, in that order, without gathering them.
  package func keeping(_ indexes: [Int]) -> Batch {
    Batch(count: count, columns: indexes.map { columns[$0] })
  }

  /// The columns, followed by `vectors`, which have as many rows.
  package func appending(_ vectors: [Vector]) -> Batch {
    Batch(count: count, columns: columns + vectors.map { .ready($0) })
  }

  /// The same rows with other vectors for some columns.
  ///
  /// - Parameter replacement: takes a column's number and a way to get its vector; gives the vector
  ///   to stand there, or nil to leave the column as it is, gathered or not.
  package func replacing(
    _ replacement: (Int, () throws(ValueError) -> Vector) throws(ValueError) -> Vector?
  ) throws(ValueError) -> Batch {
    var replaced = columns
    for index in columns.indices {
      let vector = { () throws(ValueError) -> Vector in try self.column(index) }
      if let new = try replacement(index, vector) { replaced[index] = .ready(new) }
    }
    return Batch(count: count, columns: replaced)
  }

  /// All columns, gathered.
  package func chunk() throws(ValueError) -> Chunk {
    var vectors: [Vector] = []
    vectors.reserveCapacity(columns.count)
    for index in columns.indices { vectors.append(try column(index)) }
    return Chunk(count: count, columns: vectors)
  }

  /// Every column under a further selection; selections that several columns share are composed
  /// once.
  private func pending(_ selection: RowSelection) -> [Column] {
    var known: [(inner: RowSelection, composed: RowSelection)] = []
    return columns.map { column in
      switch column {
      case .ready(let vector): return .pending(vector, selection)
      case .pending(let vector, let inner):
        if let found = known.first(where: { $0.inner === inner }) {
          return .pending(vector, found.composed)
        }
        let composed = Gather.compose(selection, over: inner)
        known.append((inner, composed))
        return .pending(vector, composed)
      }
    }
  }
}
