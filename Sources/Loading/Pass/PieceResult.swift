/// What a piece of the file became.
struct PieceResult: Sendable {
  /// The number of the piece in the file.
  let index: Int
  /// Rows that were loaded.
  let rows: Int
  /// One for each column that the pass reads.
  let columns: [PieceColumn]
  /// Bytes of text.
  let bytes: Int
}

/// Rows of one piece that go into one chunk.
struct PieceSlice: Sendable {
  let piece: PieceResult
  let from: Int
  let count: Int
}

/// A chunk to be made: its number, and the rows it takes.
struct ChunkJob: Sendable {
  let index: Int
  let slices: [PieceSlice]

  var rows: Int { slices.reduce(0) { $0 + $1.count } }
}
