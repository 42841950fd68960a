import Columns

/// Writes a relation as an Arrow file: the schema, the dictionaries, a batch for each chunk, and the
/// footer.
struct ArrowWriter {
  private let file: AtomicFile
  private let columns: [ArrowColumnWriter]
  private let schema: ArrowSchema
  private var dictionaries: [ArrowBlock] = []
  private var batches: [ArrowBlock] = []
  /// Of the metadata of each message so far.
  private var checksums: [UInt64] = []

  /// A batch whose buffers are in memory and have their checksums.
  private struct Body: Sendable {
    let rows: Int
    let arrays: [ArrowColumnWriter.Encoded]
    let checksums: [UInt64]

    init(rows: Int, _ arrays: [ArrowColumnWriter.Encoded]) {
      self.rows = rows
      self.arrays = arrays
      checksums = arrays.flatMap(\.buffers).map { buffer in
        XXHash64.checksum(UnsafeRawBufferPointer(buffer.elements))
      }
    }
  }

  /// Writes all of `relation` to `file`, without giving it its name.
  ///
  /// - Parameter metadata: what the schema says besides.
  /// - Throws: ``SaveError``; `Interrupted`.
  static func write(
    _ relation: Relation, to file: AtomicFile, path: String, metadata: [String: String],
    threads: Int, cancellation: Cancellation?
  ) throws {
    let chunks = relation.chunks.filter { $0.count > 0 }
    let columns = try Parallel.map(relation.fields.count, threads: threads) { index in
      try cancellation?.check()
      return try reported(path, relation.fields[index].name, firstRow: 0) {
        try ArrowColumnWriter(
          relation.fields[index], chunks.map { $0.columns[index] }, id: Int64(index))
      }
    }
    var writer = ArrowWriter(file: file, columns: columns, metadata: metadata)
    try writer.writeHead()
    for column in columns {
      guard let texts = column.texts, let id = column.field.dictionary?.id else { continue }
      try writer.write(Body(rows: column.textCount, [texts]), dictionary: id)
    }
    let firstRows = Self.firstRows(chunks)
    // A few at a time: as many as keep the threads busy, and no more than memory should hold.
    let step = max(1, threads) * 2
    for start in stride(from: 0, to: chunks.count, by: step) {
      let bodies = try Parallel.map(min(step, chunks.count - start), threads: threads) { index in
        try cancellation?.check()
        let chunk = start + index
        let arrays = try columns.map { column in
          try reported(path, column.field.name, firstRow: firstRows[chunk]) {
            try column.encoded(chunk)
          }
        }
        return Body(rows: chunks[chunk].count, arrays)
      }
      for body in bodies { try writer.write(body, dictionary: nil) }
    }
    try writer.writeFooter()
  }

  /// The number of the first row of each chunk, from 0.
  private static func firstRows(_ chunks: [Chunk]) -> [Int] {
    var rows = 0
    return chunks.map { chunk in
      defer { rows += chunk.count }
      return rows
    }
  }

  private init(file: AtomicFile, columns: [ArrowColumnWriter], metadata: [String: String]) {
    self.file = file
    self.columns = columns
    schema = ArrowSchema(fields: columns.map(\.field), metadata: metadata)
  }

  /// Says of a fault which cell of the table it is about.
  private static func reported<Result>(
    _ path: String, _ column: String, firstRow: Int, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch ArrowColumnWriter.Fault.textTooLong {
      throw SaveError(.textTooLong(column: column), path: path)
    } catch ArrowColumnWriter.Fault.value(let row, let reason) {
      throw SaveError(
        .value(column: column, row: firstRow + row + 1, reason: reason), path: path)
    }
  }

  private mutating func writeHead() throws {
    try file.write(ArrowFooter.magic)
    try file.pad(to: 8)
    let message = ArrowMessage(
      head: .schema(schema), bodyLength: 0,
      metadata: [ArrowChecksums.markKey: ArrowChecksums.mark])
    _ = try write(message)
  }

  /// Writes a message without its body.
  private mutating func write(_ message: ArrowMessage) throws -> ArrowBlock {
    let offset = file.count
    let metadata = message.encoded(at: offset)
    checksums.append(XXHash64.checksum(metadata))
    try file.write(metadata)
    return ArrowBlock(
      offset: offset, metadataLength: metadata.count, bodyLength: message.bodyLength)
  }

  /// Writes a batch of the table, or of the dictionary numbered `dictionary`.
  private mutating func write(_ body: Body, dictionary: Int64?) throws {
    var extents: [ArrowExtent] = []
    var length = 0
    let buffers = body.arrays.flatMap(\.buffers)
    for buffer in buffers {
      extents.append(ArrowExtent(offset: length, length: buffer.count))
      length = roundedUp(length + buffer.count, to: arrowAlignment)
    }
    let head = ArrowBatchHead(
      rows: body.rows,
      nodes: body.arrays.map { ArrowBatchHead.Node(rows: body.rows, nulls: $0.nulls) },
      buffers: extents)
    let message = ArrowMessage(
      head: dictionary.map { .dictionary(id: $0, isDelta: false, head) } ?? .batch(head),
      bodyLength: length,
      metadata: [ArrowChecksums.buffersKey: ArrowChecksums.text(body.checksums)])
    let block = try write(message)
    for buffer in buffers {
      try file.write(buffer)
      try file.pad(to: arrowAlignment)
    }
    if dictionary == nil { batches.append(block) } else { dictionaries.append(block) }
  }

  private func writeFooter() throws {
    // The mark at the end of a stream, for whoever reads the messages one by one.
    try file.write(littleEndian(ArrowMessage.mark) + littleEndian(Int32(0)))
    let footer = ArrowFooter(
      schema: schema, dictionaries: dictionaries, batches: batches,
      metadata: [
        ArrowChecksums.messagesKey: ArrowChecksums.text(checksums),
        ArrowChecksums.footerKey: ArrowChecksums.unsealed,
      ])
    let bytes = try ArrowChecksums.sealed(footer.encoded)
    try file.write(bytes + littleEndian(Int32(bytes.count)) + ArrowFooter.magic)
  }
}
