import Columns
import Language
import Planning

/// Adds a column for each window function to the rows of a pipeline.
///
/// All rows are brought together; each expression is evaluated once, however many windows name it;
/// windows with the same keys and the same order share one sort. Every function is computed by one
/// thread over rows in a fixed order, so any number of threads gives the same bits.
struct Windowing {
  let windows: [BoundWindow]
  let fields: [Field]
  let context: ExecutionContext

  /// One batch: its rows, and the values of the windows' expressions.
  private struct Piece: Sendable {
    let chunk: Chunk
    let values: [Vector]
  }

  func run(_ pipeline: Pipeline) throws -> Relation {
    var inputs = WindowInputs()
    let calls = windows.map { WindowCall($0, &inputs) }
    let compiled = inputs.expressions.map {
      CompiledExpression.compile($0, pipeline.columns, rows: pipeline.sourceRows, context)
    }
    let pieces = try pipeline.collect(context) { batch in
      Piece(
        chunk: try batch.chunk(), values: try compiled.map { try $0.evaluate(batch, context) })
    }
    let count = pieces.reduce(0) { $0 + $1.chunk.count }
    if count == 0 { return Relation(fields: fields, chunks: []) }
    context.progress?.enter(.windowing)
    let values = try Parallel.map(compiled.count, threads: context.threads) { index in
      try Concatenate.vectors(pieces.map { $0.values[index] }, type: compiled[index].type)
    }
    let orders = try sorted(calls, values, count: count)
    let results = try Parallel.map(calls.count, threads: context.threads) { index in
      try context.cancellation.check()
      return try calls[index].evaluate(
        values, orders.all[orders.places[index]], context
      ).retyped(windows[index].type)
    }
    return try relation(pieces.map(\.chunk), results)
  }

  /// The orders that the calls need, each once, and which of them each call needs.
  private func sorted(
    _ calls: [WindowCall], _ values: [Vector], count: Int
  ) throws -> (all: [WindowOrder], places: [Int]) {
    var wanted: [WindowCall] = []
    // Those that any order serves come last, when all orders are known.
    for call in calls.filter({ !$0.usesPartitionAlone }) + calls.filter(\.usesPartitionAlone)
    where !wanted.contains(where: { call.canUse(orderOf: $0) }) {
      wanted.append(call)
    }
    let places = calls.map { call in
      wanted.firstIndex { call.canUse(orderOf: $0) } ?? 0
    }
    let needed = wanted
    let all = try Parallel.map(needed.count, threads: context.threads) { index in
      try context.cancellation.check()
      return try needed[index].order(
        values, count: count, threads: needed.count == 1 ? context.threads : 1)
    }
    return (all, places)
  }

  /// The chunks as they came, with slices of `results` behind their columns.
  private func relation(_ chunks: [Chunk], _ results: [Vector]) throws -> Relation {
    var starts: [Int] = []
    var start = 0
    for chunk in chunks {
      starts.append(start)
      start += chunk.count
    }
    if chunks.count == 1 {
      return Relation(
        fields: fields,
        chunks: [Chunk(count: start, columns: chunks[0].columns + results)])
    }
    let offsets = starts
    let extended = try Parallel.map(chunks.count, threads: context.threads) { index in
      try context.cancellation.check()
      let chunk = chunks[index]
      let rows = RowSelection(range: offsets[index]..<offsets[index] + chunk.count)
      return Chunk(
        count: chunk.count,
        columns: chunk.columns + (try results.map { try Gather.rows(rows, of: $0) }))
    }
    return Relation(fields: fields, chunks: extended)
  }
}

/// The expressions that windows are made of, each once.
struct WindowInputs {
  private(set) var expressions: [BoundExpression] = []

  /// The place of `expression` among all.
  mutating func place(of expression: BoundExpression) -> Int {
    if let known = expressions.firstIndex(where: { $0.isSame(as: expression) }) { return known }
    expressions.append(expression)
    return expressions.count - 1
  }
}
