// The numbers of slots are those of Message.fbs and File.fbs of the Arrow columnar format,
// version 1.5.

/// Where bytes lie: in a file, or in the body of a message.
struct ArrowExtent: Hashable, Sendable {
  var offset: Int
  var length: Int

  /// The position behind the last byte.
  var end: Int { offset + length }

  /// An extent that lies inside `bounds`.
  ///
  /// - Throws: ``ArrowProblem/damaged(_:)``, which names it as `what`, where it does not.
  init(_ offset: Int64, _ length: Int64, in bounds: Range<Int>, _ what: String) throws {
    guard offset >= bounds.lowerBound, length >= 0, offset <= bounds.upperBound,
      length <= Int64(bounds.upperBound) - offset
    else { throw ArrowProblem.damaged("\(what) lies outside of it") }
    self.init(offset: Int(offset), length: Int(length))
  }

  init(offset: Int, length: Int) {
    self.offset = offset
    self.length = length
  }
}

/// How the buffers of a body are compressed (`CompressionType`).
enum ArrowCompression: Int8 {
  case lz4 = 0
  case zstd = 1
}

/// The head of a batch: what its arrays are, and where their buffers lie in the body.
struct ArrowBatchHead: Sendable {
  /// An array: how many values it has, and how many of them are NULL.
  struct Node: Hashable, Sendable {
    var rows: Int
    var nulls: Int
  }

  var rows: Int
  var nodes: [Node]
  /// Relative to the start of the body.
  var buffers: [ArrowExtent]
  var compression: ArrowCompression?
  /// For each array with views, how many buffers it has besides.
  var viewCounts: [Int] = []
}

/// A message: its head, and how many bytes of body follow.
struct ArrowMessage: Sendable {
  enum Head: Sendable {
    case schema(ArrowSchema)
    case dictionary(id: Int64, isDelta: Bool, ArrowBatchHead)
    case batch(ArrowBatchHead)
  }

  var head: Head
  var bodyLength: Int
  var metadata: [String: String] = [:]

  /// The bytes before the metadata: a mark, and the metadata's length.
  static let prefixLength = 8
  /// What a message begins with (a length of -1, which no message had before there was a mark).
  static let mark: Int32 = -1
}

// MARK: - Reading

extension ArrowMessage {
  /// Reads a `Message` table.
  ///
  /// - Throws: ``ArrowProblem``.
  init(_ bytes: [UInt8]) throws {
    let table = try FlatTable(root: bytes)
    try Self.checkVersion(table.number(0, default: Int16(0)))
    let bodyLength = try table.number(3, default: Int64(0))
    guard bodyLength >= 0, let head = try table.table(2) else {
      throw ArrowProblem.damaged("a message has no head")
    }
    self.bodyLength = Int(bodyLength)
    switch try table.number(1, default: UInt8(0)) {
    case 1: self.head = .schema(try ArrowSchema(head))
    case 2:
      guard let data = try head.table(1) else {
        throw ArrowProblem.damaged("a dictionary has no values")
      }
      self.head = .dictionary(
        id: try head.number(0, default: Int64(0)), isDelta: try head.bool(2),
        try ArrowBatchHead(data, bodyLength: self.bodyLength))
    case 3: self.head = .batch(try ArrowBatchHead(head, bodyLength: self.bodyLength))
    default: throw ArrowProblem.unsupported("it holds tensors, not a table")
    }
    metadata = try table.keyValues(4)
  }

  /// Refuses versions of the format before 0.8 (V4 is 3, V5 is 4).
  static func checkVersion(_ version: Int16) throws {
    guard version == 3 || version == 4 else {
      throw ArrowProblem.unsupported(
        "its metadata is of version V\(Int(version) + 1), and V4 or V5 was expected")
    }
  }
}

extension ArrowBatchHead {
  /// The most rows of a batch, and of a file: positions of rows have 32 bits.
  static let maximumRows = Int(UInt32.max) - 1

  /// Reads a `RecordBatch` table.
  fileprivate init(_ table: FlatTable, bodyLength: Int) throws {
    rows = try Self.count(table.number(0, default: Int64(0)))
    nodes = try table.structs(1, words: 2).map { words in
      let node = Node(rows: try Self.count(words[0]), nulls: try Self.count(words[1]))
      guard node.nulls <= node.rows else {
        throw ArrowProblem.damaged("an array has more NULLs than values")
      }
      return node
    }
    buffers = try table.structs(2, words: 2).map {
      try ArrowExtent($0[0], $0[1], in: 0..<bodyLength, "a buffer")
    }
    if let compression = try table.table(3) {
      guard let codec = ArrowCompression(rawValue: try compression.number(0, default: Int8(0))),
        try compression.number(1, default: Int8(0)) == 0
      else {
        throw ArrowProblem.unsupported(
          "it is compressed in an unknown way; write it uncompressed, or with LZ4 or ZSTD")
      }
      self.compression = codec
    }
    viewCounts = try table.structs(4, words: 1).map { try Self.count($0[0]) }
  }

  private static func count(_ number: Int64) throws -> Int {
    guard number >= 0, number <= Int64(maximumRows) else {
      throw ArrowProblem.damaged("a count is \(number)")
    }
    return Int(number)
  }
}

// MARK: - Writing

extension ArrowMessage {
  /// The metadata with its prefix, padded so that the body begins at a multiple of 64 bytes where
  /// the message begins at `offset`.
  func encoded(at offset: Int) -> [UInt8] {
    let (member, head): (Int8, [Int: FlatValue]) =
      switch self.head {
      case .schema(let schema): (1, schema.flat)
      case .dictionary(let id, let isDelta, let batch):
        (2, [0: .int64(id), 1: .table(batch.flat), 2: .bool(isDelta)])
      case .batch(let batch): (3, batch.flat)
      }
    var root: [Int: FlatValue] = [
      0: .int16(4), 1: .int8(member), 2: .table(head), 3: .int64(Int64(bodyLength)),
    ]
    if !metadata.isEmpty { root[4] = .keyValues(metadata) }
    var flat = FlatWriter.bytes(root: root)
    let start = offset + Self.prefixLength
    let padded = roundedUp(start + flat.count, to: arrowAlignment) - start
    flat += Array(repeating: 0, count: padded - flat.count)
    return littleEndian(Self.mark) + littleEndian(Int32(flat.count)) + flat
  }
}

extension ArrowBatchHead {
  /// The `RecordBatch` table.
  fileprivate var flat: [Int: FlatValue] {
    [
      0: .int64(Int64(rows)),
      1: .structs(nodes.map { [Int64($0.rows), Int64($0.nulls)] }),
      2: .structs(buffers.map { [Int64($0.offset), Int64($0.length)] }),
    ]
  }
}

/// What every buffer's start is a multiple of, as the format recommends ("Buffer Alignment and
/// Padding").
let arrowAlignment = 64

/// The bytes of `number`, the lowest first.
func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
}
