import Testing

@testable import Columns

struct KeyPackingTests {
  /// One column by its type and its values for `rows` rows.
  struct Column: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let type: DataType
    let value: @Sendable (Int) -> Value

    static let small = Column(testDescription: "small", type: .bigint) {
      $0 % 7 == 6 ? .null : .integer(Int128($0 % 7))
    }
    /// 41 bits.
    static let middling = Column(testDescription: "middling", type: .timestamp) {
      .timestamp(Int64($0 % 5) << 38)
    }
    /// A range that fills 64 bits.
    static let ends = Column(testDescription: "ends", type: .bigint) {
      [.integer(Int128(Int64.min)), .integer(Int128(Int64.max)), .null, .integer(0)][$0 % 4]
    }
    static let wide = Column(testDescription: "wide", type: .hugeint) {
      $0 % 3 == 0 ? .null : .integer(Int128($0 % 3) << 100)
    }
    static let double = Column(testDescription: "double", type: .double) {
      [.double(0), .double(-0.0), .double(.nan), .null, .double(1.5), .double(-.infinity)][$0 % 6]
    }
    static let text = Column(testDescription: "text", type: .varchar) {
      [.text(""), .null, .text("a"), .text("b")][$0 % 4]
    }
    static let flag = Column(testDescription: "flag", type: .boolean) {
      [.boolean(true), .null, .boolean(false)][$0 % 3]
    }
    static let nothing = Column(testDescription: "nothing", type: .date) { _ in .null }
  }

  static let columnSets: [[Column]] = [
    [.small], [.ends], [.wide], [.double], [.nothing], [.text, .flag],
    [.small, .middling], [.middling, .middling], [.middling, .small, .middling],
    [.ends, .ends], [.double, .double], [.double, .ends, .wide],
    [.small, .text, .flag, .wide, .nothing], [.wide, .double, .middling, .text, .ends, .small],
    [.middling, .middling, .middling, .middling],
  ]

  @Test(arguments: columnSets)
  func packsAndUnpacks(columns: [Column]) throws {
    let chunkRows = [100, 0, 1, 64, 333]
    var start = 0
    var starts: [Int] = []
    for rows in chunkRows {
      starts.append(start)
      start += rows
    }
    func value(_ column: Column, _ row: Int) -> Value {
      // Columns must not repeat in step.
      column.value(row &* 2_654_435_761 >> 7 & 0xFFFF)
    }
    let packer = try KeyPacker(
      keys: columns.map { column in
        (
          column.type,
          zip(starts, chunkRows).map { start, rows in
            Vector((start..<start + rows).map { value(column, $0) }, type: column.type)
          }
        )
      }, rowCounts: chunkRows)

    var known: [[Value]: UInt64] = [:]
    var back: [UInt64: [Value]] = [:]
    var words: [UInt64] = []
    var keys: [[Value]] = []
    for (chunk, start) in starts.enumerated() {
      let packed = packer.words(ofChunk: chunk)
      for row in 0..<chunkRows[chunk] {
        let key = columns.map { column -> Value in
          let value = value(column, start + row)
          return value == .double(-0.0) ? .double(0) : value
        }
        let word = packed.pointer[row]
        #expect(known[key, default: word] == word, "one key, two words")
        #expect(back[word, default: key] == key, "two keys, one word")
        known[key] = word
        back[word] = key
        words.append(word)
        keys.append(key)
      }
    }
    #expect(packer.packing.bits <= 64)
    let unpacked = try packer.packing.values(Buffer(words))
    #expect(unpacked.count == columns.count)
    for (position, column) in columns.enumerated() {
      expect(unpacked[position], column.type, keys.map { $0[position] })
    }
  }

  @Test(arguments: [0, 1, 6])
  func partsHoldEveryRowOnceInOrder(bits: Int) {
    var numbers = SampleNumbers(seed: 1)
    let words = (0..<5000).map { _ in numbers.next() % 700 }
    let partition = KeyPartition(Buffer(words), bits: bits)
    var seen = [Int](repeating: 0, count: words.count)
    var partOfWord: [UInt64: Int] = [:]
    for part in 0..<1 << bits {
      let rows = partition.rows(ofPart: part)
      let list = Array(rows.rows.elements.prefix(rows.count))
      #expect(list == list.sorted())
      let table = GroupTable()
      let ids = partition.groups(ofPart: part, in: table)
      #expect(ids.count == rows.count)
      let keys = table.groupKeys()
      for (index, row) in list.enumerated() {
        seen[Int(row)] += 1
        let word = words[Int(row)]
        #expect(partOfWord[word, default: part] == part)
        partOfWord[word] = part
        #expect(keys.pointer[Int(ids.pointer[index])] == word)
      }
    }
    #expect(seen.allSatisfy { $0 == 1 })
  }
}
