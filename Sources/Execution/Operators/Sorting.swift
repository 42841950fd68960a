import Columns
import Planning
import Synchronization

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
    /// Whether the rows are the first of the batch alone, in order.
    let isOrdered: Bool
    /// The units of all rows of the batch, for each term.
    let units: [MeasureTally]
  }

  func run(_ pipeline: Pipeline) throws -> Relation {
    let keys = terms.map {
      CompiledExpression.compile(
        $0.value, pipeline.columns, rows: pipeline.sourceRows, context)
    }
    let threshold = limit.flatMap { limit in
      keys.first.map { SortThreshold(first: terms[0], key: $0, limit: limit) }
    }
    // Rows that the threshold rules out need not even be filtered, where filters cannot fail.
    let pipeline =
      threshold.flatMap { needsAllRows ? nil : pipeline.starting(with: $0) } ?? pipeline
    let pieces = try pipeline.collect(context) { batch in
      let batch = needsAllRows ? batch : try threshold?.kept(of: batch, context) ?? batch
      let piece = try piece(batch, keys: try keys.map { try $0.evaluate(batch, context) })
      if !needsAllRows, let first = piece.keys.first { threshold?.learn(from: first) }
      return piece
    }
    let count = pieces.reduce(0) { $0 + $1.chunk.count }
    let joined = try terms.indices.map { index in
      try Concatenate.vectors(pieces.map { $0.keys[index] }, type: terms[index].value.type)
    }
    try checkUnits(pieces, joined)
    try context.cancellation.check()
    context.progress?.enter(.sorting)
    let order = try RowOrder.rows(
      by: sortTerms(joined), count: count, limit: limit, threads: context.threads)
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
        throw error.thrown(at: term.value.range)
      }
    }
  }

  /// The rows of a batch that may be among those wanted: where few are, the first of the batch
  /// alone, so that only they are gathered.
  private func piece(_ batch: Batch, keys: [Vector]) throws -> Piece {
    let units = zip(terms, keys).map {
      $0.value.type == .measure ? MeasureTally($1) : MeasureTally()
    }
    guard let limit, limit < batch.count / 4, !terms.dropFirst().contains(where: isMeasure) else {
      return Piece(chunk: try batch.chunk(), keys: keys, isOrdered: false, units: units)
    }
    let first = try RowOrder.rows(by: sortTerms(keys), count: batch.count, limit: limit)
    return Piece(
      chunk: try batch.selecting(first).chunk(),
      keys: try keys.map { try Gather.rows(first, of: $0) }, isOrdered: true, units: units)
  }

  /// Whether all rows must be looked at, however few are wanted: whether measures are of one
  /// dimension, only all of them tell.
  private var needsAllRows: Bool { terms.contains(where: isMeasure) }

  private func isMeasure(_ term: PlanSortTerm) -> Bool { term.value.type == .measure }

  private func sortTerms(_ vectors: [Vector]) -> [SortTerm] {
    zip(terms, vectors).map { term, vector in
      SortTerm(vector: vector, isDescending: term.isDescending, nullsFirst: term.nullsFirst)
    }
  }
}

/// What the first term must be for a row to be among those wanted, as far as batches before have
/// shown: each batch lets the next ones pass over more of their rows.
///
/// Which batches come first depends on threads, and so does what is passed over; but never a row
/// that is wanted.
private final class SortThreshold: Sendable {
  private let term: PlanSortTerm
  private let key: CompiledExpression
  private let limit: Int
  /// What batches have shown: the best values of the first term so far, at most `limit` of them and
  /// in order, and the last one where there are so many and it is not NULL. To it, or to better ones,
  /// `limit` rows come.
  private let known = Mutex<(best: Vector?, worst: Value?)>((nil, nil))
  /// More values than these are not kept.
  private static let mostValues = 1 << 14

  init(first term: PlanSortTerm, key: CompiledExpression, limit: Int) {
    self.term = term
    self.key = key
    self.limit = limit
  }

  /// The column that the first term is; nil where it is computed.
  var column: Int? { if case .column(let column) = key.kind { column } else { nil } }

  /// The rows of a batch that may be wanted.
  func kept(of batch: Batch, _ context: ExecutionContext) throws -> Batch {
    guard known.withLock({ $0.worst != nil }), !key.countsNotes else { return batch }
    return kept(of: batch, try key.evaluate(batch, context))
  }

  /// The same, where the first term's values are `values`.
  fileprivate func kept(of batch: Batch, _ values: Vector) -> Batch {
    guard let worst = known.withLock({ $0.worst }) else { return batch }
    let bound = Vector(constant: worst, type: values.type, count: batch.count)
    var isBetter = ComparisonKernels.compare(
      term.isDescending ? .greaterOrEqual : .lessOrEqual, values, bound)
    if term.nullsFirst {
      let isNull = LogicKernels.isNull(values, isNegated: false)
      isBetter = LogicKernels.or([isBetter, isNull], count: batch.count)
    }
    return Selecting.rows(where: isBetter).map { batch.selecting($0) } ?? batch
  }

  /// Learns from the first term's values in rows that may be wanted.
  func learn(from values: Vector) {
    guard limit > 0, limit <= Self.mostValues, values.count > 0 else { return }
    known.withLock { known in
      // What fails here teaches nothing, and fails again where the rows are sorted.
      guard let all = try? joined(known.best, values) else { return }
      let term = SortTerm(
        vector: all, isDescending: term.isDescending, nullsFirst: term.nullsFirst)
      let count = min(limit, all.count)
      guard let order = try? RowOrder.rows(by: [term], count: all.count, limit: count),
        let best = try? Gather.rows(order, of: all)
      else { return }
      known.best = best
      // A NULL rules nothing out where it comes last, and all but NULLs where it comes first.
      let last = best.value(best.count - 1)
      known.worst = best.count < limit || last.isNull ? nil : last
    }
  }

  private func joined(_ best: Vector?, _ values: Vector) throws(ValueError) -> Vector {
    guard let best else { return values }
    return try Concatenate.vectors([best, values], type: values.type)
  }
}

/// Passes over rows that a sort above does not want, before anything else is done with them.
private struct ThresholdStep: Step {
  let threshold: SortThreshold
  /// The column of the chunks that the first term is.
  let column: Int

  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws {
    let kept = threshold.kept(of: batch, try batch.column(column))
    if kept.count > 0 { try emit(kept) }
  }
}

extension Pipeline {
  /// The pipeline with `threshold` before all other steps; nil where its first term is no column of
  /// the chunks, or a step on the way could fail on rows, or count them.
  fileprivate func starting(with threshold: SortThreshold) -> Pipeline? {
    guard let wanted = threshold.column else { return nil }
    var result = self
    for index in segments.indices {
      var column = wanted
      for step in segments[index].steps.reversed() {
        switch step {
        case let filter as FilterStep:
          guard filter.conditions.allSatisfy(\.isCheap) else { return nil }
        case let project as ProjectStep:
          guard project.expressions.allSatisfy(\.isCheap),
            case .column(let below) = project.expressions[column].kind
          else { return nil }
          column = below
        default: return nil
        }
      }
      if !segments[index].steps.isEmpty {
        result.segments[index].steps.insert(
          ThresholdStep(threshold: threshold, column: column), at: 0)
      }
    }
    return result
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
