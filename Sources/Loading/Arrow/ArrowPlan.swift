/// How the rows of batches, whose sizes a file is free to choose, become chunks.
struct ArrowPlan {
  /// Rows of one batch.
  struct Part {
    let batch: Int
    let from: Int
    let count: Int
  }

  /// Chunks that share batches with each other, but with no other chunk: what one thread makes for
  /// one column at a time.
  struct Span {
    /// The number of the first row in the table.
    let firstRow: Int
    /// The parts of each chunk.
    let chunks: [[Part]]
  }

  let spans: [Span]

  /// - Parameters:
  ///   - batches: the rows of each batch.
  ///   - chunkRows: the rows of each chunk but the last.
  init(batches: [Int], chunkRows: Int) {
    var spans: [Span] = []
    var (chunks, parts): ([[Part]], [Part]) = ([], [])
    var (filled, row, firstRow) = (0, 0, 0)
    func close() {
      if !parts.isEmpty { chunks.append(parts) }
      if !chunks.isEmpty { spans.append(Span(firstRow: firstRow, chunks: chunks)) }
      (chunks, parts, filled, firstRow) = ([], [], 0, row)
    }
    for (batch, rows) in batches.enumerated() {
      var from = 0
      while from < rows {
        let count = min(rows - from, chunkRows - filled)
        parts.append(Part(batch: batch, from: from, count: count))
        (from, filled, row) = (from + count, filled + count, row + count)
        if filled == chunkRows {
          chunks.append(parts)
          (parts, filled) = ([], 0)
        }
      }
      if filled == 0 { close() }
    }
    close()
    self.spans = spans
  }
}
