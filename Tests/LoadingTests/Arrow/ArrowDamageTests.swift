import Columns
import Testing

@testable import Loading

/// A file that is not what was saved is refused, or gives what was saved; never anything else.
@Suite struct ArrowDamageTests {
  /// A small table with every type, NULLs, a dictionary and several chunks.
  private static func table(_ seed: Int) -> Relation {
    var random = Random(seed)
    return RandomRelation.relation(
      RandomRelation.types + [.varchar, .varchar], chunkRows: [3, 9], using: &random)
  }

  @Test func cutShortAnywhere() throws {
    let folder = try ArrowFolder()
    let bytes = try folder.bytes(Self.table(1))
    for length in 0..<bytes.count {
      #expect(throws: LoadError.self, "\(length) bytes") {
        try folder.load(Array(bytes[..<length]))
      }
    }
  }

  @Test func continuedAnywhere() throws {
    let folder = try ArrowFolder()
    let bytes = try folder.bytes(Self.table(2))
    for extra in [[0], [UInt8](repeating: 0, count: 64), Array("ARROW1".utf8), bytes] {
      #expect(throws: LoadError.self) { try folder.load(bytes + extra) }
    }
  }

  @Test(arguments: [0x01, 0xFF] as [UInt8])
  func alteredAnywhere(mask: UInt8) throws {
    let folder = try ArrowFolder()
    let relation = Self.table(Int(mask))
    let expected = shown(relation)
    let bytes = try folder.bytes(relation)
    var refused = 0
    for place in bytes.indices {
      var altered = bytes
      altered[place] ^= mask
      do {
        let table = try folder.load(altered)
        #expect(shown(table.relation) == expected, "byte \(place)")
      } catch is LoadError {
        refused += 1
      }
    }
    // What may be altered without harm is padding, and what only other readers look at.
    #expect(refused > bytes.count / 2)
  }

  /// Without checksums an altered value cannot be seen, but the table must still be one.
  @Test(arguments: [0x01, 0x80] as [UInt8])
  func alteredWithoutChecksums(mask: UInt8) throws {
    let folder = try ArrowFolder()
    let bytes = stream(of: try folder.bytes(Self.table(Int(mask))))
    for place in bytes.indices {
      var altered = bytes
      altered[place] ^= mask
      do {
        var options = LoadOptions()
        options.memoryLimit = 1 << 24
        let table = try folder.load(altered, options)
        #expect(table.relation.faults(chunkRows: 65_536) == [], "byte \(place)")
        _ = shown(table.relation)
      } catch is LoadError {}
    }
  }

  /// Several bytes at once, and pieces moved or left out.
  @Test(arguments: 0..<400)
  func jumbled(seed: Int) throws {
    let folder = try ArrowFolder()
    var random = Random(seed)
    var bytes = try folder.bytes(Self.table(seed % 7))
    if seed.isMultiple(of: 2) { bytes = stream(of: bytes) }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1:
        // A number that is far too great, or below zero.
        let great: [UInt64] = [.max, 1 << 63, 1 << 31, 1 << 40, 0]
        let number: UInt64 = great.randomElement(using: &random) ?? 0
        for (index, byte) in littleEndian(number).enumerated() where place + index < bytes.count {
          bytes[place + index] = byte
        }
      case 2:
        let end = min(bytes.count, place + Int.random(in: 1...64, using: &random))
        bytes.removeSubrange(place..<end)
      default:
        let from = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, from + Int.random(in: 1...64, using: &random))
        bytes.insert(contentsOf: Array(bytes[from..<end]), at: place)
      }
      if bytes.isEmpty { return }
    }
    do {
      var options = LoadOptions()
      options.memoryLimit = 1 << 24
      let table = try folder.load(bytes, options)
      #expect(table.relation.faults(chunkRows: 65_536) == [])
      _ = shown(table.relation)
    } catch is LoadError {}
  }

  // MARK: What is said

  private func message(_ bytes: [UInt8]) throws -> String {
    let folder = try ArrowFolder()
    do {
      _ = try folder.load(bytes)
      return "loaded"
    } catch let error as LoadError {
      return error.description.replacing("'\(folder.path)/taken.arrow' ", with: "")
    }
  }

  @Test func whatIsSaidOfDamage() throws {
    let folder = try ArrowFolder()
    let column = Vector((0..<100).map { .integer(Int128($0)) }, type: .bigint)
    let bytes = try folder.bytes(
      Relation(
        fields: [Field(name: "quantity", type: .bigint)],
        chunks: [Chunk(count: 100, columns: [column])]))
    #expect(
      try message(Array(bytes.dropLast()))
        == "is cut short: it does not end as an Arrow file does; nothing was loaded")
    var altered = bytes
    // The number 77, wherever its batch begins.
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: littleEndian(77)) })
    altered[place] = 76
    #expect(
      try message(altered)
        == "was altered or damaged after it was saved: the checksum of column 'quantity' does not "
        + "match; nothing was loaded")
    altered = bytes
    altered[bytes.count - 40] ^= 1
    #expect(
      try message(altered)
        == "was altered or damaged after it was saved: the checksum of its footer does not match; "
        + "nothing was loaded")
    #expect(try message(stream(of: bytes)) == "loaded")
    #expect(
      try message(Array("ARROW1".utf8))
        == "is cut short: it does not end as an Arrow file does; nothing was loaded")
  }

  /// A file whose footer lost its checksums does not pass for one of another writer.
  @Test func checksumsCannotGetLost() throws {
    let folder = try ArrowFolder()
    let relation = Self.table(3)
    let bytes = try folder.bytes(relation)
    let messages = stream(of: bytes)
    let start = 8 + messages.count
    let footer = try ArrowFooter(
      Array(bytes[start..<(bytes.count - 10)]), messages: 8..<start)
    let bare = ArrowFooter(
      schema: footer.schema, dictionaries: footer.dictionaries, batches: footer.batches,
      metadata: [:]
    ).encoded
    let stripped =
      Array(bytes[..<start]) + bare + littleEndian(Int32(bare.count)) + ArrowFooter.magic
    #expect(throws: LoadError(.arrow(.altered("its footer")), path: folder.file("taken.arrow"))) {
      try folder.load(stripped)
    }
  }
}
