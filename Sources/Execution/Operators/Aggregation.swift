import Columns
import Language
import Planning

/// Groups the rows of a pipeline and aggregates each group.
///
/// Two ways, chosen by what is known of the keys before a row is read:
///
/// * **By array**, where all keys have domains and few combinations: a row's group is a number
///   computed from its codes. Chunks are parted into fixed ranges, each with cells of its own, and
///   the ranges are merged in order.
/// * **By hash**, otherwise: keys are packed into words, rows are parted by the hash of their
///   word, and each part is grouped by itself, its rows in order.
///
/// Ranges and parts depend on the data and the plan alone, so any number of threads gives the same
/// bits in the same order.
struct Aggregation {
  let keys: [CompiledExpression]
  let calls: [AggregateCall]
  let fields: [Field]
  let context: ExecutionContext

  init(
    _ pipeline: Pipeline, keys: [BoundExpression], aggregates: [BoundAggregate], fields: [Field],
    _ context: ExecutionContext
  ) {
    let rows = pipeline.sourceRows
    self.keys = keys.map {
      CompiledExpression.compile($0, pipeline.columns, rows: rows, context)
    }
    calls = aggregates.map { AggregateCall($0, pipeline.columns, rows: rows, context) }
    self.fields = fields
    self.context = context
  }

  /// The most groups for which cells are kept whether they occur or not.
  private static let mostCells = 1 << 18

  func run(_ pipeline: Pipeline) throws -> Relation {
    context.progress?.enter(.grouping)
    let rows = pipeline.sourceRows
    let domains = keys.compactMap { key in key.domain.map { (domain: $0, type: key.type) } }
    // Cells that outnumber the rows would cost more to clear than the rows to hash.
    let limit = min(Self.mostCells, max(4096, rows))
    if domains.count == keys.count,
      let combination = KeyCombination(domains, limit: limit)
    {
      return try byArray(pipeline, combination, rows: rows)
    }
    return try byHash(pipeline)
  }

  // MARK: By array

  private func byArray(
    _ pipeline: Pipeline, _ combination: KeyCombination, rows: Int
  ) throws -> Relation {
    let pieces = pipeline.pieces
    context.progress?.expect(rows)
    let cells = combination.cells
    let ranges = Self.ranges(
      pieces.count, rows: rows, cells: cells,
      isMergeable: calls.allSatisfy { $0.isMergeable(cells: cells) })
    let states = try Parallel.map(ranges.count, threads: context.threads) { index in
      let states = Isolated(AggregateStates(calls, cells: cells))
      for piece in ranges[index] {
        try Pipeline.run(pieces[piece], context) { batch, advance in
          try update(states.value, batch, combination, advance)
        }
      }
      return states
    }
    let total = states.first?.value ?? AggregateStates(calls, cells: cells)
    for later in states.dropFirst() {
      try context.cancellation.check()
      try total.merge(later.value)
    }
    if keys.isEmpty { total.rows.grow(to: 1) }
    let occupied = keys.isEmpty ? RowSelection(range: 0..<1) : total.rows.occupied()
    let values = try located { () throws(ValueError) in try combination.values(of: occupied) }
    let columns = try values + total.results(occupied, threads: context.threads)
    return Relation(fields: fields, chunks: Self.chunks(occupied.count, columns))
  }

  /// Fixed ranges of pieces: as many as pay for their cells, at most 16.
  private static func ranges(
    _ pieces: Int, rows: Int, cells: Int, isMergeable: Bool
  ) -> [Range<Int>] {
    let affordable = isMergeable ? max(2, min(16, rows / (4 * cells + 1))) : 1
    let count = max(1, min(pieces, affordable))
    return (0..<count).map { pieces * $0 / count..<pieces * ($0 + 1) / count }
  }

  private func update(
    _ states: AggregateStates, _ batch: Batch, _ combination: KeyCombination,
    _ advance: (_ rows: Int) -> Void
  ) throws {
    let (inputs, filters) = try inputs(batch, advance)
    let ids =
      keys.isEmpty
      ? nil
      : combination.cells(
        of: try keys.map { try $0.evaluate(batch, context) }, count: batch.count)
    let groups = GroupNumbers(
      ids: ids.map { UnsafePointer($0.pointer) }, count: batch.count, groups: combination.cells)
    try states.update(groups, inputs: inputs, filters: filters)
    withExtendedLifetime(ids) {}
  }

  /// Rows of a slow input that are evaluated before it is told how far it is.
  private static let slowRows = 1 << 12

  /// What the calls are fed of a batch, evaluated a slice at a time where that takes long.
  private func inputs(
    _ batch: Batch, _ advance: (_ rows: Int) -> Void
  ) throws -> (inputs: [[Vector]], filters: [Vector?]) {
    func value(_ expression: CompiledExpression) throws -> Vector {
      guard expression.isSlow, batch.count > Self.slowRows else {
        return try expression.evaluate(batch, context)
      }
      var parts: [Vector] = []
      for start in stride(from: 0, to: batch.count, by: Self.slowRows) {
        let rows = RowSelection(range: start..<min(start + Self.slowRows, batch.count))
        parts.append(try expression.evaluate(batch.selecting(rows), context))
        advance(rows.count)
      }
      return try located { () throws(ValueError) in
        try Concatenate.vectors(parts, type: expression.type)
      }
    }
    return (
      try calls.map { try $0.inputs.map(value) },
      try calls.map { try $0.filter.map(value) }
    )
  }

  // MARK: By hash

  /// What grouping needs of one batch.
  private struct Piece: Sendable {
    let count: Int
    let keys: [Vector]
    let inputs: [[Vector]]
    let filters: [Vector?]
  }

  /// Rows from which grouping is parted: below, one table stays in the cache.
  private static let partitionedRows = 200_000
  /// 64 parts: the tables of some million groups then fit the level-2 cache.
  private static let partitionBits = 6

  private func byHash(_ pipeline: Pipeline) throws -> Relation {
    let pieces = try pipeline.collect(context) { batch in
      let (inputs, filters) = try inputs(batch) { _ in }
      return Piece(
        count: batch.count, keys: try keys.map { try $0.evaluate(batch, context) },
        inputs: inputs, filters: filters)
    }
    let rows = pieces.reduce(0) { $0 + $1.count }
    let packer = try located { () throws(ValueError) in
      try KeyPacker(
        keys: keys.indices.map { key in (keys[key].type, pieces.map { $0.keys[key] }) },
        rowCounts: pieces.map(\.count))
    }
    let bits = rows < Self.partitionedRows ? 0 : Self.partitionBits
    let partitions = try Parallel.map(pieces.count, threads: context.threads) { index in
      try context.cancellation.check()
      return KeyPartition(packer.words(ofChunk: index), bits: bits)
    }
    let packing = packer.packing
    let chunks = try Parallel.map(1 << bits, threads: context.threads) { part in
      try context.cancellation.check()
      return try group(part, pieces, partitions, packing, isWhole: bits == 0)
    }
    return Relation(fields: fields, chunks: chunks.filter { $0.count > 0 })
  }

  /// Groups the rows of one part, in their order.
  private func group(
    _ part: Int, _ pieces: [Piece], _ partitions: [KeyPartition], _ packing: KeyPacking,
    isWhole: Bool
  ) throws -> Chunk {
    // Room for half as many groups as there are rows: where there are fewer, little of it is touched.
    let rows = partitions.reduce(0) { $0 + $1.count(ofPart: part) }
    let table = GroupTable(expected: rows / 2)
    let states = AggregateStates(calls, cells: nil)
    for (piece, partition) in zip(pieces, partitions) {
      try context.cancellation.check()
      let ids = partition.groups(ofPart: part, in: table)
      if ids.count == 0 { continue }
      let groups = GroupNumbers(
        ids: UnsafePointer(ids.pointer), count: ids.count, groups: table.count)
      if isWhole {
        try states.update(groups, inputs: piece.inputs, filters: piece.filters)
      } else {
        let chosen = partition.rows(ofPart: part)
        let (inputs, filters) = try located { () throws(ValueError) in
          (
            try piece.inputs.map { (vectors) throws(ValueError) in
              try Gather.rows(chosen, ofEach: vectors)
            },
            try Gather.rows(chosen, ofEach: piece.filters)
          )
        }
        try states.update(groups, inputs: inputs, filters: filters)
      }
      withExtendedLifetime(ids) {}
    }
    let groups = RowSelection(range: 0..<table.count)
    let values = try located { () throws(ValueError) in try packing.values(table.groupKeys()) }
    let columns = try values + states.results(groups, threads: isWhole ? context.threads : 1)
    return Chunk(count: table.count, columns: columns)
  }

  // MARK: Results

  private static func chunks(_ count: Int, _ columns: [Vector]) -> [Chunk] {
    count == 0 ? [] : [Chunk(count: count, columns: columns)]
  }

  /// Runs `body`, putting the place of the keys to what goes wrong with a value.
  private func located<Result>(_ body: () throws(ValueError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      let range = keys.first?.range ?? calls.first?.range ?? SourceRange(at: 0)
      throw error.thrown(at: range)
    }
  }
}

/// A value that is handed from one thread to another, never used by two at a time.
struct Isolated<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
