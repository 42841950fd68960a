/// A batch of an Arrow file, of which the arrays are still to be read.
struct ArrowBatch: Sendable {
  let head: ArrowBatchHead
  /// Where the parts of each column stand among those of the batch; none in a dictionary's, of which
  /// the column is not known yet.
  let places: [ArrowPlace]
  /// Where its body begins in the file.
  let body: Int
  /// A checksum for each buffer; nil where the file was not written here.
  let checksums: [UInt64]?
}

/// What an Arrow file holds, as its metadata says: checked against each other and the file's size,
/// but without a look at any value.
struct ArrowContents: Sendable {
  let schema: ArrowSchema
  /// The batches of each dictionary, in order.
  private(set) var dictionaries: [Int64: [ArrowBatch]] = [:]
  private(set) var batches: [ArrowBatch] = []
  /// Whether all that is read can be verified by checksums.
  let isSealed: Bool

  /// Reads the metadata of a file, or of a stream that was kept as a file.
  ///
  /// - Throws: ``ArrowProblem``, ``LoadError``.
  init(_ input: ArrowInput) throws {
    let head = try input.bytes(ArrowExtent(offset: 0, length: min(8, input.size)))
    if head.starts(with: ArrowFooter.magic) {
      try self.init(file: input)
    } else if head.starts(with: littleEndian(ArrowMessage.mark)) {
      try self.init(stream: input)
    } else if head.isEmpty || ArrowFooter.magic.starts(with: head) {
      throw ArrowProblem.cutShort
    } else {
      throw ArrowProblem.notArrow(format: head.withUnsafeBufferPointer(FileSignature.binaryName))
    }
    guard rowCount <= ArrowBatchHead.maximumRows else {
      throw ArrowProblem.unsupported(
        "it has more than \(Wording.count(ArrowBatchHead.maximumRows, "row"))")
    }
  }

  // MARK: The file format: a footer says where the messages lie

  private init(file input: ArrowInput) throws {
    let footer = try Self.footerBytes(input)
    isSealed = try ArrowChecksums.isSealed(footer.bytes)
    let found = try ArrowFooter(footer.bytes, messages: 8..<footer.start)
    schema = found.schema
    let blocks = found.dictionaries + found.batches
    var checksums: [UInt64] = []
    if isSealed {
      checksums = try ArrowChecksums.checksums(
        found.metadata[ArrowChecksums.messagesKey] ?? "", count: blocks.count + 1)
    }
    let end = try Self.checkHead(input, end: footer.start, checksum: checksums.first)
    // Whatever is not a message is the mark before the footer: files put together end as one, too.
    if isSealed, (blocks.map(\.end).max() ?? end) + ArrowMessage.prefixLength != footer.start {
      throw ArrowProblem.altered("its length")
    }
    for (index, block) in blocks.enumerated() {
      let bytes = try input.bytes(block.metadata)
      if isSealed, XXHash64.checksum(bytes) != checksums[index + 1] {
        throw ArrowProblem.altered("the head of a batch")
      }
      let message = try ArrowMessage(try Self.withoutPrefix(bytes))
      guard message.bodyLength == block.bodyLength else {
        throw ArrowProblem.damaged("the footer and a batch differ on its length")
      }
      try add(message, body: block.body)
    }
  }

  private static func footerBytes(_ input: ArrowInput) throws -> (start: Int, bytes: [UInt8]) {
    // Behind the footer its length, in 4 bytes, and the magic.
    let tail = ArrowFooter.magic.count + 4
    guard input.size >= 8 + tail else { throw ArrowProblem.cutShort }
    let end = try input.bytes(ArrowExtent(offset: input.size - tail, length: tail))
    guard end.dropFirst(4).elementsEqual(ArrowFooter.magic) else { throw ArrowProblem.cutShort }
    let extent = ArrowExtent(offset: input.size - tail, length: 0)
    let length = int32(end)
    guard length > 0, length <= extent.offset - 8 else {
      throw ArrowProblem.damaged("its footer lies outside of it")
    }
    let start = extent.offset - length
    return (start, try input.bytes(ArrowExtent(offset: start, length: length)))
  }

  /// Looks at the message with the schema, which stands behind the magic and its padding, and finds its
  /// end.
  ///
  /// - Parameter checksum: what the footer says of it; nil where it says nothing, and the message
  ///   must not say that it does.
  private static func checkHead(_ input: ArrowInput, end: Int, checksum: UInt64?) throws -> Int {
    let start = 8
    let prefix = try input.bytes(
      ArrowExtent(offset: start, length: min(ArrowMessage.prefixLength, end - start)))
    let length = prefix.count == ArrowMessage.prefixLength ? int32(Array(prefix[4...])) : 0
    guard length > 0, length <= end - start - ArrowMessage.prefixLength else {
      if checksum != nil { throw ArrowProblem.altered("its schema") }
      return start
    }
    let extent = ArrowExtent(offset: start, length: ArrowMessage.prefixLength + length)
    let bytes = try input.bytes(extent)
    if let checksum {
      if XXHash64.checksum(bytes) != checksum { throw ArrowProblem.altered("its schema") }
    } else if let message = try? ArrowMessage(withoutPrefix(bytes)),
      message.metadata[ArrowChecksums.markKey] != nil
    {
      throw ArrowProblem.altered("its footer")
    }
    return extent.end
  }

  // MARK: The stream format: messages one behind the other

  private init(stream input: ArrowInput) throws {
    var position = 0
    guard let first = try Self.message(input, at: &position), case .schema(let schema) = first.head
    else { throw ArrowProblem.damaged("it does not begin with a schema") }
    self.schema = schema
    isSealed = false
    while let message = try Self.message(input, at: &position) {
      let body = try ArrowExtent(
        Int64(position), Int64(message.bodyLength), in: 0..<input.size, "the body of a message")
      try add(message, body: body.offset)
      position = body.end
    }
  }

  /// The message at `position`, which is moved behind its metadata; nil for the mark at the end.
  private static func message(
    _ input: ArrowInput, at position: inout Int
  ) throws -> ArrowMessage? {
    func next(_ count: Int) throws -> [UInt8] {
      guard count <= input.size - position else { throw ArrowProblem.cutShort }
      defer { position += count }
      return try input.bytes(ArrowExtent(offset: position, length: count))
    }
    let prefix = try next(ArrowMessage.prefixLength)
    let length = int32(Array(prefix[4...]))
    if length == 0 { return nil }
    guard prefix.starts(with: littleEndian(ArrowMessage.mark)), length > 0 else {
      throw ArrowProblem.damaged("a message does not begin as messages do")
    }
    return try ArrowMessage(try next(length))
  }

  // MARK: Both

  /// A message's metadata without mark and length; before version 0.15 there was no mark.
  private static func withoutPrefix(_ bytes: [UInt8]) throws -> [UInt8] {
    guard bytes.count > ArrowMessage.prefixLength else {
      throw ArrowProblem.damaged("a message has no metadata")
    }
    let hasMark = int32(bytes) == Int(ArrowMessage.mark)
    return Array(bytes.dropFirst(hasMark ? ArrowMessage.prefixLength : 4))
  }

  /// The first four bytes as a number.
  private static func int32(_ bytes: [UInt8]) -> Int {
    var number: UInt32 = 0
    for (index, byte) in bytes.prefix(4).enumerated() { number |= UInt32(byte) << (8 * index) }
    return Int(Int32(bitPattern: number))
  }

  private mutating func add(_ message: ArrowMessage, body: Int) throws {
    func batch(_ head: ArrowBatchHead, _ places: [ArrowPlace]) throws -> ArrowBatch {
      var checksums: [UInt64]?
      if isSealed {
        checksums = try ArrowChecksums.checksums(
          message.metadata[ArrowChecksums.buffersKey] ?? "", count: head.buffers.count)
      }
      return ArrowBatch(head: head, places: places, body: body, checksums: checksums)
    }
    switch message.head {
    case .schema: throw ArrowProblem.damaged("it has a second schema")
    case .batch(let head):
      batches.append(try batch(head, ArrowPlace.places(of: schema.fields, in: head)))
    case .dictionary(let id, let isDelta, let head):
      if dictionaries[id] != nil && !isDelta {
        throw ArrowProblem.unsupported(
          "a dictionary is replaced by another on the way; write it with one dictionary a column")
      }
      dictionaries[id, default: []].append(try batch(head, []))
    }
  }

  /// What the file is, in words.
  var summary: String {
    var text = "Arrow, \(Wording.count(batches.count, "batch", plural: "batches"))"
    switch batches.lazy.compactMap(\.head.compression).first {
    case .lz4: text += ", compressed by LZ4"
    case .zstd: text += ", compressed by ZSTD"
    case nil: break
    }
    return text + (isSealed ? ", verified by its checksums" : "")
  }

  /// Rows of all batches, as their heads say.
  var rowCount: Int { batches.reduce(0) { $0 + $1.head.rows } }
}

/// Where the parts of a column stand among those of all columns of a batch.
struct ArrowPlace: Sendable {
  var node = 0
  var buffer = 0
  var viewCount = 0

  /// The place of each of `fields` in a batch with `head`.
  ///
  /// - Throws: ``ArrowProblem/damaged(_:)`` where the batch has not exactly their parts, all of as many
  ///   rows as it has itself.
  static func places(of fields: [ArrowField], in head: ArrowBatchHead) throws -> [ArrowPlace] {
    var places: [ArrowPlace] = []
    var place = ArrowPlace()
    for field in fields {
      places.append(place)
      try place.pass(field, in: head)
    }
    guard place.node == head.nodes.count, place.buffer == head.buffers.count else {
      throw ArrowProblem.damaged("a batch has other columns than the schema")
    }
    for place in places where head.nodes[place.node].rows != head.rows {
      throw ArrowProblem.damaged("the columns of a batch differ in length")
    }
    return places
  }

  /// Moves behind `field`: its array, then those of its children, as they stand in a batch ("RecordBatch
  /// message" of the columnar format).
  private mutating func pass(_ field: ArrowField, in head: ArrowBatchHead) throws {
    node += 1
    if field.dictionary != nil {
      buffer += 2
      return
    }
    buffer += field.type.bufferCount
    if field.type.hasViews {
      guard viewCount < head.viewCounts.count else {
        throw ArrowProblem.damaged("a batch does not tell how many buffers its views have")
      }
      buffer += head.viewCounts[viewCount]
      viewCount += 1
    }
    for child in field.children { try pass(child, in: head) }
  }
}
