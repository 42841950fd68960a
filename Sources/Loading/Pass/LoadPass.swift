import Columns
import Synchronization

/// One reading of a file from end to end, by as many threads as wanted, of some of its columns.
final class LoadPass: @unchecked Sendable {
  // What changes is behind a mutex of its own.

  let plans: [ColumnPlan]
  let dialect: Dialect
  let rules: CellRules
  let path: String
  private let reader: RowReader
  private let options: LoadOptions
  private let bytesTotal: Int?
  private let queue: ChunkQueue
  private let failures: Mutex<[Bool]>
  private let chunks = Mutex<[Int: MadeChunk]>([:])
  private let memory = Mutex(0)
  private let memoryLimit: Int

  /// A chunk whose columns with codes are still to be joined.
  private struct MadeChunk {
    let rows: Int
    let vectors: [Vector?]
    let codes: [[CodedColumn.Slice]]
  }

  /// What a pass gives.
  struct Result {
    let chunkRows: [Int]
    /// One for each plan.
    let columns: [Column]
    let counts: RowReader.Counts
    let loaded: Int
    let rejected: Int
    let rejects: [Reject]
    let blankLines: Int
    /// Lines of remarks.
    let comments: Int
    /// Rows, that of names and lines of remarks apart.
    let rows: Int
    /// Bytes of text, decompressed.
    let textBytes: Int

    struct Column {
      /// One for each chunk; nil where the plan failed and the column must be read again.
      let vectors: [Vector]?
      let evidence: ColumnEvidence
      let nulls: Int
      let quotedEmpty: Int
      let distinct: Int?
      /// Whether the texts of the column have no room in a dictionary.
      let isFull: Bool
      /// Cells that became NULL though something stands in them, in the order of the file.
      let emptied: [Reject]
      let emptiedCount: Int
      /// How many of them are no marks for missing values.
      let misfits: Int
    }
  }

  init(
    _ reader: RowReader, plans: [ColumnPlan], dialect: Dialect, rules: CellRules, path: String,
    bytesTotal: Int?,
    memoryLimit: Int, options: LoadOptions
  ) {
    self.reader = reader
    self.plans = plans
    self.dialect = dialect
    self.rules = rules
    self.path = path
    self.bytesTotal = bytesTotal
    self.memoryLimit = memoryLimit
    self.options = options
    queue = ChunkQueue(chunkRows: options.chunkRows, columns: plans.count)
    failures = Mutex(Array(repeating: false, count: plans.count))
  }

  /// Which plans have failed so far.
  var failed: [Bool] { failures.withLock { $0 } }

  /// Notes that a cell of column `place` does not fit its plan.
  func fail(_ place: Int) { failures.withLock { $0[place] = true } }

  /// Reads the file.
  ///
  /// - Throws: ``LoadError``, of several the one that stands first in the file; `Interrupted`.
  func run() throws -> Result {
    let threads = max(1, options.threads)
    let workers = (0..<threads).map { Worker($0, pass: self) }
    let failure = Mutex<(piece: Int, error: any Error)?>(nil)
    try Parallel.perform(threads, threads: threads) { number in
      do {
        try work(workers[number]) { failure.withLock { $0 != nil } }
      } catch let error as PieceError {
        failure.withLock { known in
          if let known, known.piece <= error.piece { return }
          known = (error.piece, error.error)
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure.error }
    if let job = queue.finish() { try make(job) }
    return try result(workers)
  }

  /// An error, and the number of the piece that it stands in.
  private struct PieceError: Error {
    let piece: Int
    let error: any Error
  }

  private func work(_ worker: Worker, until isOver: () -> Bool) throws {
    var used: Block?
    while !isOver() {
      let piece: RowReader.Piece?
      do {
        try options.cancellation?.check()
        piece = try reader.next(returning: used)
      } catch {
        throw PieceError(piece: reader.position, error: error)
      }
      guard let piece else { return }
      do {
        let result = try worker.read(piece)
        for job in queue.add(result) { try make(job) }
      } catch {
        throw PieceError(piece: piece.index, error: error)
      }
      options.progress?(
        LoadProgress(bytesRead: piece.bytesTaken, bytesTotal: bytesTotal, rows: queue.rows))
      used = piece.block
    }
  }

  /// Makes the vectors of a chunk, those with codes apart.
  private func make(_ job: ChunkJob) throws {
    let vectors = plans.indices.map { place in
      PieceJoiner.vector(job, column: place, kind: plans[place].kind)
    }
    let codes = plans.indices.map { place -> [CodedColumn.Slice] in
      job.slices.compactMap { slice in
        guard case .codes(let codes) = slice.piece.columns[place] else { return nil }
        return CodedColumn.Slice(codes: codes, from: slice.from, count: slice.count)
      }
    }
    let bytes = vectors.reduce(0) { $0 + ($1?.byteCount ?? 0) }
    let held = memory.withLock { memory in
      memory += bytes
      return memory
    }
    if held > memoryLimit { throw LoadError(.tooLarge(limit: memoryLimit), path: path) }
    chunks.withLock {
      $0[job.index] = MadeChunk(rows: job.rows, vectors: vectors, codes: codes)
    }
  }

  // MARK: - The end

  private func result(_ workers: [Worker]) throws -> Result {
    let made = chunks.withLock { chunks in chunks.sorted { $0.key < $1.key }.map(\.value) }
    let counts = reader.finalCounts
    let loaded = workers.reduce(0) { $0 + $1.loaded }
    let rejected = workers.reduce(0) { $0 + $1.rejected }
    let blank = workers.reduce(0) { $0 + $1.blankLines } + counts.trailingBlankLines
    let lines = workers.reduce(0) { $0 + $1.lines } + counts.trailingBlankLines
    // The reader counts line ends outside quotes by one kernel, the workers rows by another, and
    // the chunks hold what they hold: all three must agree, and so must the lines.
    let held = made.reduce(0) { $0 + $1.rows }
    let comments = workers.reduce(0) { $0 + $1.comments }
    // A row for the reader, several for the worker that found an open quote in it.
    let recovered = workers.reduce(0) { $0 + $1.recovered }
    guard counts.rows + recovered == loaded + rejected + comments, held == loaded else {
      throw LoadError(
        .miscounted(counted: counts.rows + recovered, read: held + rejected + comments), path: path)
    }
    guard counts.lines == lines else {
      throw LoadError(.miscounted(counted: counts.lines, read: lines), path: path)
    }
    let rejects = workers.flatMap(\.rejects).sorted { $0.offset < $1.offset }
    return Result(
      chunkRows: made.map(\.rows), columns: try columns(made, workers), counts: counts,
      loaded: loaded, rejected: rejected, rejects: Array(rejects.prefix(Reject.maximumKept)),
      blankLines: blank, comments: comments,
      rows: counts.rows + recovered - comments, textBytes: counts.textBytes)
  }

  private func columns(_ made: [MadeChunk], _ workers: [Worker]) throws -> [Result.Column] {
    let failed = failed
    let pieces = queue.codes
    let coded = Parallel.map(plans.count, threads: options.threads) {
      place -> CodedColumn? in
      guard plans[place].kind == .coded && !failed[place] else { return nil }
      let nulls = workers.reduce(0) { $0 + $1.tallies[place].nulls }
      let rows = workers.reduce(0) { $0 + $1.loaded }
      return CodedColumn(
        workers.map { $0.interners[place] }, pieces: pieces[place], values: rows - nulls,
        hasNullTexts: rules.nullTexts?.isEmpty == false)
    }
    // One piece of work a chunk: a thread joins the codes of all its columns.
    let joined = Parallel.map(made.count, threads: options.threads) { index in
      plans.indices.map { place -> Vector? in
        guard let column = coded[place], !column.isFull else { return nil }
        return column.vector(
          made[index].codes[place], rows: made[index].rows,
          hasNulls: workers.contains { $0.tallies[place].nulls > 0 })
      }
    }
    return plans.indices.map { place in
      var evidence = ColumnEvidence()
      for worker in workers { evidence.merge(worker.evidence[place]) }
      var vectors: [Vector]?
      let isFull = failed[place] && plans[place].kind == .coded || coded[place]?.isFull == true
      if !failed[place] && !isFull && plans[place].kind != .examined {
        vectors = made.indices.compactMap { joined[$0][place] ?? made[$0].vectors[place] }
      }
      return Result.Column(
        vectors: vectors, evidence: evidence,
        nulls: workers.reduce(0) { $0 + $1.tallies[place].nulls },
        quotedEmpty: workers.reduce(0) { $0 + $1.tallies[place].quotedEmpty },
        distinct: coded[place].map(\.distinct),
        isFull: isFull,
        emptied: Array(
          workers.flatMap { $0.emptied[place] }.sorted { $0.offset < $1.offset }
            .prefix(Reject.maximumKept)),
        emptiedCount: workers.reduce(0) { $0 + $1.emptiedCounts[place] },
        misfits: workers.reduce(0) { $0 + $1.misfits[place] })
    }
  }
}
