import Testing

@testable import Columns

struct WordIndexTests {
  struct Words: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let count: Int
    let word: @Sendable (UInt64) -> UInt64
  }

  static let words: [Words] = [
    Words(testDescription: "none", count: 0, word: { $0 }),
    Words(testDescription: "only zero", count: 10, word: { _ in 0 }),
    Words(testDescription: "dense", count: 5000, word: { $0 % 6000 }),
    Words(testDescription: "each once", count: 3000, word: { $0 }),
    Words(testDescription: "sparse, a bit each", count: 300, word: { $0 % 1_000_000 }),
    Words(testDescription: "hashed", count: 5000, word: { $0 % 2000 << 40 }),
    Words(testDescription: "hashed in parts", count: 70_000, word: { $0 % 30_000 << 33 }),
    Words(testDescription: "many rows of one word", count: 40_000, word: { _ in 1 << 60 }),
  ]

  @Test(arguments: words, [true, false])
  func findsTheRowsOfEachWord(words: Words, keepsRows: Bool) throws {
    var random = RandomNumbers(seed: UInt64(words.count + 7))
    let values = (0..<words.count).map { _ in words.word(random.next()) }
    var expected: [UInt64: [Int]] = [:]
    for (row, value) in values.enumerated() where value != 0 {
      expected[value, default: []].append(row)
    }
    let probes = Array(expected.keys) + [0, 1, 999_999, .max, 1 << 40, 5 << 40]
    for threads in [1, 3] {
      let index = try WordIndex(
        Buffer(values), count: words.count, keepsRows: keepsRows, threads: threads)
      let numbers = Buffer<UInt32>(count: probes.count)
      index.find(Buffer(probes), count: probes.count, into: numbers.pointer)
      #expect(
        Set(numbers.elements.filter { $0 != 0 }).count == expected.count,
        "each word has a number of its own")
      for (place, probe) in probes.enumerated() {
        let number = Int(numbers.pointer[place])
        #expect(index.find(probe) == UInt64(number))
        #expect((number != 0) == (expected[probe] != nil))
        guard keepsRows, number != 0, let rows = index.rows else { continue }
        let range = Int(rows.starts.pointer[number])..<Int(rows.starts.pointer[number + 1])
        #expect(range.map { Int(rows.rows.pointer[$0]) } == expected[probe])
      }
      #expect(
        index.rows?.isUnique == (keepsRows ? expected.values.allSatisfy { $0.count == 1 } : nil))
    }
  }
}
