import Columns

/// The values of one column in one batch, in memory, as they lie in the file: all lengths are
/// checked, no value is.
struct ArrowArray {
  let rows: Int
  /// Which rows hold a value; nil where all do. Bits behind the last row may be anything.
  let validity: Buffer<UInt64>?
  /// What follows the validity.
  let buffers: [Bytes]

  /// The bytes of a buffer. A whole register may be read over their end.
  struct Bytes {
    let block: Buffer<UInt8>
    /// How many of the block's are the buffer's.
    let count: Int

    /// The first `count` elements, which must be there.
    func elements<Element: BitwiseCopyable>(
      _ type: Element.Type, count: Int
    ) -> Buffer<Element> {
      Buffer(sharing: block, from: 0, count: count)
    }
  }

  /// Reads the array of `field` that stands at `place` of a batch.
  ///
  /// - Throws: ``ArrowProblem``, ``LoadError``.
  init(_ field: ArrowField, at place: ArrowPlace, of batch: ArrowBatch, _ input: ArrowInput) throws
  {
    let node = batch.head.nodes[place.node]
    rows = node.rows
    let type = field.dictionary?.indexType ?? field.type
    var count = type.bufferCount
    if type.hasViews { count += batch.head.viewCounts[place.viewCount] }
    let bytes = try (0..<count).map { index in
      // A validity without NULLs says nothing, and may be anything.
      try index == 0 && node.nulls == 0
        ? Bytes(block: Buffer(count: 0), count: 0)
        : Self.load(place.buffer + index, of: batch, field.name, input)
    }
    func expect(_ index: Int, _ wanted: Int) throws {
      guard bytes[index].count >= wanted else {
        throw ArrowProblem.damaged("column \(Wording.cell(field.name)) is shorter than its batch")
      }
    }
    if node.nulls > 0 && count > 0 {
      try expect(0, (rows + 7) / 8)
      let words = bytes[0].elements(UInt64.self, count: Bitmap.wordCount(forRows: rows))
      guard Self.zeros(words, rows: rows) == node.nulls else {
        throw ArrowProblem.damaged(
          "column \(Wording.cell(field.name)) has not as many NULLs as it says")
      }
      validity = words
    } else {
      validity = nil
    }
    if let bits = type.valueBits {
      try expect(1, (rows * bits + 7) / 8)
    } else if case .utf8(let isLarge) = type, rows > 0 {
      try expect(1, (rows + 1) * (isLarge ? 8 : 4))
    }
    buffers = Array(bytes.dropFirst())
  }

  /// How many of the first `rows` bits are zero.
  private static func zeros(_ words: Buffer<UInt64>, rows: Int) -> Int {
    var ones = 0
    for index in 0..<(rows >> 6) { ones += words.pointer[index].nonzeroBitCount }
    if rows & 63 != 0 {
      ones += (words.pointer[rows >> 6] & ((1 << UInt64(rows & 63)) - 1)).nonzeroBitCount
    }
    return rows - ones
  }

  /// Reads the buffer numbered `index` of a batch, verifies it and decompresses it.
  private static func load(
    _ index: Int, of batch: ArrowBatch, _ column: String, _ input: ArrowInput
  ) throws -> Bytes {
    let place = batch.head.buffers[index]
    let block = try input.buffer(
      ArrowExtent(offset: batch.body + place.offset, length: place.length))
    if let checksum = batch.checksums?[index],
      XXHash64.checksum(UnsafeRawBufferPointer(block.elements)) != checksum
    {
      throw ArrowProblem.altered("column \(Wording.cell(column))")
    }
    let bytes = Bytes(block: block, count: place.length)
    guard let compression = batch.head.compression, place.length > 0 else { return bytes }
    return try compression.decompressed(bytes, column: column, input)
  }
}
