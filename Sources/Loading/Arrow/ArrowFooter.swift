/// Where a message lies in a file (`Block` of File.fbs).
struct ArrowBlock: Hashable {
  /// Where its prefix begins.
  var offset: Int
  /// Bytes of the prefix and the metadata.
  var metadataLength: Int
  var bodyLength: Int

  var metadata: ArrowExtent { ArrowExtent(offset: offset, length: metadataLength) }
  /// Where the body begins.
  var body: Int { offset + metadataLength }
  /// The position behind the message.
  var end: Int { body + bodyLength }
}

/// The end of an Arrow file, which says where its messages lie (`Footer` of File.fbs).
struct ArrowFooter {
  var schema: ArrowSchema
  var dictionaries: [ArrowBlock]
  var batches: [ArrowBlock]
  var metadata: [String: String] = [:]

  /// What a file begins and ends with.
  static let magic = Array("ARROW1".utf8)

  /// Reads the footer of which the last byte is followed by its length and ``magic``.
  ///
  /// - Parameter messages: the part of the file where messages may lie.
  /// - Throws: ``ArrowProblem``.
  init(_ bytes: [UInt8], messages: Range<Int>) throws {
    let table = try FlatTable(root: bytes)
    try ArrowMessage.checkVersion(table.number(0, default: Int16(0)))
    guard let schema = try table.table(1) else { throw ArrowProblem.damaged("it has no schema") }
    self.schema = try ArrowSchema(schema)
    dictionaries = try Self.blocks(table, slot: 2, messages)
    batches = try Self.blocks(table, slot: 3, messages)
    metadata = try table.keyValues(4)
    // Messages that overlapped could make a small file stand for a huge one.
    var end = messages.lowerBound
    for block in (dictionaries + batches).sorted(by: { $0.offset < $1.offset }) {
      guard block.offset >= end else { throw ArrowProblem.damaged("its messages overlap") }
      end = block.end
    }
  }

  init(
    schema: ArrowSchema, dictionaries: [ArrowBlock], batches: [ArrowBlock],
    metadata: [String: String]
  ) {
    self.schema = schema
    self.dictionaries = dictionaries
    self.batches = batches
    self.metadata = metadata
  }

  private static func blocks(
    _ table: FlatTable, slot: Int, _ messages: Range<Int>
  ) throws -> [ArrowBlock] {
    try table.structs(slot, words: 3).map { words in
      // The length of the metadata has 32 bits, and 32 bits of padding.
      let head = try ArrowExtent(
        words[0], Int64(Int32(truncatingIfNeeded: words[1])), in: messages, "a message")
      let body = try ArrowExtent(
        Int64(head.end), words[2], in: messages, "the body of a message")
      return ArrowBlock(offset: head.offset, metadataLength: head.length, bodyLength: body.length)
    }
  }

  /// The footer's bytes.
  var encoded: [UInt8] {
    FlatWriter.bytes(root: [
      0: .int16(4), 1: .table(schema.flat), 2: .structs(dictionaries.map(\.words)),
      3: .structs(batches.map(\.words)), 4: .keyValues(metadata),
    ])
  }
}

extension ArrowBlock {
  fileprivate var words: [Int64] {
    [Int64(offset), Int64(metadataLength), Int64(bodyLength)]
  }
}
