import Columns
import Planning

/// Rows of a table that change, and what they change to.
struct RowChanges {
  /// In rising order.
  let numbers: [Int]
  /// The columns that change.
  let columns: [Int]
  /// Their new values, a row for each number, of the types of their columns.
  let values: [Vector]

  /// - Parameters:
  ///   - result: numbers of rows, then new values for `columns`.
  ///   - new: casts the values to their columns.
  /// - Throws: a ``Diagnostic`` where a row would change in two ways, or a value does not fit.
  init(_ result: Relation, columns: [Int], _ new: NewRows) throws {
    let whole = try result.fields.indices.map { column in
      try Concatenate.vectors(
        result.chunks.map { $0.columns[column] }, type: result.fields[column].type)
    }
    let numbers = result.rowCount == 0 ? [] : RowNumbers.numbers(in: whole[0])
    var values = Array(whole.dropFirst())
    let isRising = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    if isRising {
      self.numbers = numbers
    } else {
      let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
      var kept: [Int] = []
      for index in order {
        guard let last = kept.last, numbers[last] == numbers[index] else {
          kept.append(index)
          continue
        }
        if values.contains(where: { $0.value(last) != $0.value(index) }) {
          throw TableProblem.severalMatches(table: new.table, row: numbers[index] + 1)
            .diagnostic(at: new.range)
        }
      }
      let selection = RowNumbers.selection(kept)
      values = try values.map { try Gather.rows(selection, of: $0) }
      self.numbers = kept.map { numbers[$0] }
    }
    self.columns = columns
    let rows = self.numbers
    self.values = try zip(values, columns).map { vector, column in
      try new.converted(vector, to: new.definition.columns[column]) { rows[$0] + 1 }
    }
  }

  /// The rows that change, as they will be: one chunk.
  func changed(in relation: Relation) throws -> Chunk {
    let old = try Self.rows(numbers, of: relation)
    var vectors = old.columns
    for (column, value) in zip(columns, values) { vectors[column] = value }
    return Chunk(count: numbers.count, columns: vectors)
  }

  /// The relation with the new values in their places.
  func applied(to relation: Relation) throws -> Relation {
    var next = 0
    var first = 0
    let chunks = try relation.chunks.map { chunk in
      let start = next
      let selection = RowNumbers.selection(
        of: numbers, in: first..<first + chunk.count, from: &next)
      first += chunk.count
      if selection.count == 0 { return chunk }
      let rest = Selecting.complement(of: selection, count: chunk.count)
      let taken = RowSelection(range: start..<next)
      var vectors = chunk.columns
      for (column, value) in zip(columns, values) {
        let new = try Gather.rows(taken, of: value)
        vectors[column] = try Selecting.interleave(
          [(rest, try Gather.rows(rest, of: chunk.columns[column])), (selection, new)],
          type: relation.fields[column].type, count: chunk.count)
      }
      return Chunk(count: chunk.count, columns: vectors)
    }
    return try Relation.unified(fields: relation.fields, chunks: chunks)
  }

  /// The rows numbered `numbers`, which rise: one chunk.
  static func rows(_ numbers: [Int], of relation: Relation) throws -> Chunk {
    var next = 0
    var first = 0
    var parts: [Chunk] = []
    for chunk in relation.chunks {
      let selection = RowNumbers.selection(
        of: numbers, in: first..<first + chunk.count, from: &next)
      first += chunk.count
      if selection.count == 0 { continue }
      parts.append(
        Chunk(
          count: selection.count,
          columns: try chunk.columns.map { try Gather.rows(selection, of: $0) }))
    }
    return Chunk(
      count: numbers.count,
      columns: try relation.fields.indices.map { column in
        try Concatenate.vectors(
          parts.map { $0.columns[column] }, type: relation.fields[column].type)
      })
  }

  /// The relation without the rows numbered `numbers`, which rise.
  static func removing(_ numbers: [Int], from relation: Relation) throws -> Relation {
    var next = 0
    var first = 0
    var chunks: [Chunk] = []
    for chunk in relation.chunks {
      let selection = RowNumbers.selection(
        of: numbers, in: first..<first + chunk.count, from: &next)
      first += chunk.count
      if selection.count == chunk.count { continue }
      if selection.count == 0 {
        chunks.append(chunk)
        continue
      }
      let rest = Selecting.complement(of: selection, count: chunk.count)
      chunks.append(
        Chunk(
          count: rest.count, columns: try chunk.columns.map { try Gather.rows(rest, of: $0) }))
    }
    return Relation(fields: relation.fields, chunks: chunks)
  }
}
