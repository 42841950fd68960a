import Synchronization

/// Puts pieces back into the order of the file and deals their rows out to chunks.
///
/// A chunk takes the next `chunkRows` loaded rows, so chunks do not depend on how many threads read
/// the file or where its pieces end.
final class ChunkQueue: Sendable {
  private struct State {
    var waiting: [Int: PieceResult] = [:]
    var next = 0
    var open: [PieceSlice] = []
    var openRows = 0
    var openBytes = 0
    var chunks = 0
    var rows = 0
    /// For each column, the codes of every piece so far, in order.
    var codes: [[PieceCodes]]
  }

  private let state: Mutex<State>
  private let chunkRows: Int
  /// A chunk of text this long is closed early: its texts must stay below 4 GiB.
  private static let maximumBytes = 1 << 30

  init(chunkRows: Int, columns: Int) {
    self.chunkRows = max(1, chunkRows)
    state = Mutex(State(codes: Array(repeating: [], count: columns)))
  }

  /// Rows dealt out so far.
  var rows: Int { state.withLock { $0.rows } }

  /// For each column, the codes of every piece, in the order of the file.
  var codes: [[PieceCodes]] { state.withLock { $0.codes } }

  /// Takes `piece`, and gives the chunks that it completes.
  func add(_ piece: PieceResult) -> [ChunkJob] {
    state.withLock { state in
      state.waiting[piece.index] = piece
      var jobs: [ChunkJob] = []
      while let piece = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        deal(piece, &state, &jobs)
      }
      return jobs
    }
  }

  /// The last chunk, if it has any rows.
  func finish() -> ChunkJob? {
    state.withLock { state in close(&state) }
  }

  private func deal(_ piece: PieceResult, _ state: inout State, _ jobs: inout [ChunkJob]) {
    for (index, column) in piece.columns.enumerated() {
      if case .codes(let codes) = column { state.codes[index].append(codes) }
    }
    if state.openBytes + piece.bytes > Self.maximumBytes, let job = close(&state) {
      jobs.append(job)
    }
    var from = 0
    while from < piece.rows {
      let count = min(chunkRows - state.openRows, piece.rows - from)
      state.open.append(PieceSlice(piece: piece, from: from, count: count))
      state.openRows += count
      from += count
      if state.openRows == chunkRows, let job = close(&state) { jobs.append(job) }
    }
    state.openBytes += piece.bytes
    state.rows += piece.rows
  }

  private func close(_ state: inout State) -> ChunkJob? {
    guard state.openRows > 0 else { return nil }
    let job = ChunkJob(index: state.chunks, slices: state.open)
    state.chunks += 1
    state.open = []
    state.openRows = 0
    state.openBytes = 0
    return job
  }
}
