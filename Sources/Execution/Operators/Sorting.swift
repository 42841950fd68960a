import Columns
import Planning

/// Puts the rows of a pipeline in order.
struct Sorting {
  let terms: [PlanSortTerm]
  /// How many leading rows are wanted; nil for all.
  let limit: Int?
  let fields: [Field]
  let context: ExecutionContext

  /// One batch: its rows, and the values to order them by.
  private struct Piece: Sendable {
    let chunk: Chunk
    let keys: [Vector]
    /// The units of all rows of the batch, for each term.
    let units: [MeasureTally]
  }

  func run(_ pipeline: Pipeline) throws -> Relation {
    let keys = terms.map {
      CompiledExpression.compile(
        $0.value, pipeline.columns, rows: pipeline.sourceRows, context)
    }
    let pieces = try pipeline.collect(context) { batch in
      try piece(batch, keys: try keys.map { try $0.evaluate(batch, context) })
    }
    let count = pieces.reduce(0) { $0 + $1.chunk.count }
    let joined = try terms.indices.map { index in
      try Concatenate.vectors(pieces.map { $0.keys[index] }, type: terms[index].value.type)
    }
    try checkUnits(pieces, joined)
    try context.cancellation.check()
    let order = RowOrder.rows(by: sortTerms(joined), count: count, limit: limit)
    return try Arrangement.relation(
      pieces.map(\.chunk), in: order, fields: fields, context)
  }

  /// Refuses measures of several dimensions, unless the terms before part them: `ORDER BY
  /// dimension_of(q), q`.
  private func checkUnits(_ pieces: [Piece], _ keys: [Vector]) throws {
    for (index, term) in terms.enumerated() where term.value.type == .measure {
      var tally = MeasureTally()
      for piece in pieces { tally.merge(piece.units[index]) }
      guard let fault = tally.fault else { continue }
      do throws(ValueError) {
        if index == 0 { throw fault }
        try UnitCounts.check(keys[index], amongEqual: Array(keys[..<index]))
      } catch {
        throw BindingProblem.value(error).diagnostic(at: term.value.range)
      }
    }
  }

  /// The rows of a batch that may be among those wanted: where few are, the first of the batch
  /// alone, so that only they are gathered.
  private func piece(_ batch: Batch, keys: [Vector]) throws -> Piece {
    let units = zip(terms, keys).map {
      $0.value.type == .measure ? MeasureTally($1) : MeasureTally()
    }
    // Whether measures behind the first term are of one dimension, only all rows tell.
    let needsAll = terms.dropFirst().contains { $0.value.type == .measure }
    guard let limit, limit < batch.count / 4, !needsAll else {
      return Piece(chunk: try batch.chunk(), keys: keys, units: units)
    }
    let first = RowOrder.rows(by: sortTerms(keys), count: batch.count, limit: limit)
    return Piece(
      chunk: try batch.selecting(first).chunk(),
      keys: try keys.map { try Gather.rows(first, of: $0) }, units: units)
  }

  private func sortTerms(_ vectors: [Vector]) -> [SortTerm] {
    zip(terms, vectors).map { term, vector in
      SortTerm(vector: vector, isDescending: term.isDescending, nullsFirst: term.nullsFirst)
    }
  }
}

/// Writes the rows of some chunks in a new order.
enum Arrangement {
  /// The rows `order`, numbered through all of `chunks`, as chunks of the standard size.
  static func relation(
    _ chunks: [Chunk], in order: RowSelection, fields: [Field], _ context: ExecutionContext
  ) throws -> Relation {
    if order.count == 0 { return Relation(fields: fields, chunks: []) }
    let columns = try Parallel.map(fields.count, threads: context.threads) { column in
      try context.cancellation.check()
      return try Concatenate.vectors(chunks.map { $0.columns[column] }, type: fields[column].type)
    }
    let size = context.batchRows ?? Chunk.standardRows
    let pieces = (order.count + size - 1) / size
    let arranged = try Parallel.map(pieces, threads: context.threads) { piece in
      try context.cancellation.check()
      let rows = Gather.slice(order, piece * size..<min(order.count, (piece + 1) * size))
      return Chunk(count: rows.count, columns: try columns.map { try Gather.rows(rows, of: $0) })
    }
    return Relation(fields: fields, chunks: arranged)
  }
}
