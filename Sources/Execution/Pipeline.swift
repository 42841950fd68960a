import Columns

/// Work on one batch that yields batches: a filter, a projection, the probing side of a join.
///
/// Steps are shared by all threads and keep nothing between batches.
protocol Step: Sendable {
  /// Hands each batch that comes of `batch` to `emit`, in the order of their rows.
  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws
}

/// What is known of a column that flows through a pipeline.
struct PipelineColumn: Sendable {
  let type: DataType
  /// The values it may hold, where they can be numbered.
  let domain: ColumnDomain?
}

/// Chunks in memory and the steps that each goes through on its way to whoever runs the pipeline.
///
/// Nothing happens until it is run. Each chunk is an independent piece of work; results are kept by
/// chunk, so their order never depends on threads.
struct Pipeline: Sendable {
  /// Chunks that go through the same steps. A union has one segment for each input.
  struct Segment: Sendable {
    let chunks: [Chunk]
    var steps: [any Step]
  }

  var segments: [Segment]
  var columns: [PipelineColumn]

  /// The rows of a relation, or of its columns at `positions` alone.
  init(_ relation: Relation, columns positions: [Int]? = nil) {
    let positions = positions ?? Array(relation.fields.indices)
    let isWhole = positions == Array(relation.fields.indices)
    let chunks =
      isWhole
      ? relation.chunks
      : relation.chunks.map { chunk in
        Chunk(count: chunk.count, columns: positions.map { chunk.columns[$0] })
      }
    segments = [Segment(chunks: chunks, steps: [])]
    columns = positions.map { position in
      PipelineColumn(
        type: relation.fields[position].type,
        domain: relation.domain(ofColumn: position))
    }
  }

  /// The rows of each of `inputs`, of which there is at least one, after those of the one before.
  ///
  /// - Throws: ``ValueError/textTooLong`` where the texts of their dictionaries exceed one.
  init(union inputs: [Pipeline], _ context: ExecutionContext) throws {
    let inputs = try RecodeStep.sharingDictionaries(inputs)
    segments = inputs.flatMap(\.segments)
    columns = inputs[0].columns.indices.map { position in
      PipelineColumn(
        type: inputs[0].columns[position].type,
        domain: ColumnDomain(union: inputs.map { $0.columns[position].domain }))
    }
  }

  /// How many rows enter it.
  var sourceRows: Int {
    segments.reduce(0) { $0 + $1.chunks.reduce(0) { $0 + $1.count } }
  }

  /// The pipeline with one more step, after which columns are `columns`.
  func adding(_ step: any Step, columns: [PipelineColumn]) -> Pipeline {
    var result = self
    for index in result.segments.indices { result.segments[index].steps.append(step) }
    result.columns = columns
    return result
  }

  /// The pieces of work: a chunk each, in order.
  var pieces: [(chunk: Chunk, steps: [any Step])] {
    segments.flatMap { segment in segment.chunks.map { ($0, segment.steps) } }
  }

  /// Sends one piece through its steps, handing what comes out to `body`.
  ///
  /// - Parameter body: takes a batch, and a way to tell how many more of its rows are done where it
  ///   takes long.
  static func run(
    _ piece: (chunk: Chunk, steps: [any Step]), _ context: ExecutionContext,
    _ body: (_ batch: Batch, _ advance: (_ rows: Int) -> Void) throws -> Void
  ) throws {
    var rest = piece.chunk.count
    func advance(_ rows: Int) {
      context.progress?.finish(min(rows, rest))
      rest -= min(rows, rest)
    }
    defer { advance(rest) }
    let batch = Batch(piece.chunk)
    let body = { (batch: Batch) in try body(batch, advance) }
    guard let size = context.batchRows, size < batch.count else {
      try run(batch, piece.steps[...], context, body)
      return
    }
    for start in stride(from: 0, to: batch.count, by: size) {
      let rows = RowSelection(range: start..<min(start + size, batch.count))
      try run(batch.selecting(rows), piece.steps[...], context, body)
    }
  }

  private static func run(
    _ batch: Batch, _ steps: ArraySlice<any Step>, _ context: ExecutionContext,
    _ body: (Batch) throws -> Void
  ) throws {
    if batch.count == 0 { return }
    try context.cancellation.check()
    guard let step = steps.first else {
      try body(batch)
      return
    }
    try step.process(batch) { try run($0, steps.dropFirst(), context, body) }
  }

  /// Runs every piece and keeps what `transform` makes of each batch, in the order of the rows.
  func collect<Result: Sendable>(
    _ context: ExecutionContext, _ transform: @Sendable (Batch) throws -> Result
  ) throws -> [Result] {
    let pieces = self.pieces
    context.progress?.expect(sourceRows)
    return try Parallel.map(pieces.count, threads: context.threads) { index in
      var results: [Result] = []
      try Self.run(pieces[index], context) { batch, _ in results.append(try transform(batch)) }
      return results
    }.flatMap { $0 }
  }

  /// Runs every piece and keeps all rows.
  func relation(fields: [Field], _ context: ExecutionContext) throws -> Relation {
    Relation(fields: fields, chunks: try collect(context) { try $0.chunk() })
  }
}
