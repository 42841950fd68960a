import Testing

@testable import Columns

struct RadixSortTests {
  struct Keys: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bits: Int
    let key: @Sendable (UInt64) -> UInt64
  }

  static let keys: [Keys] = [
    Keys(testDescription: "few values", bits: 2, key: { $0 % 3 }),
    Keys(testDescription: "20 bits", bits: 20, key: { $0 >> 44 }),
    Keys(testDescription: "41 bits", bits: 41, key: { $0 >> 23 }),
    // Keys that leave no room for the row beside them.
    Keys(testDescription: "64 bits", bits: 64, key: { $0 }),
    // One part of the scatter gets nearly all rows, again and again.
    Keys(testDescription: "skewed", bits: 50, key: { $0 % 100 == 0 ? $0 >> 14 : $0 >> 40 }),
    Keys(testDescription: "equal", bits: 40, key: { _ in 12_345 }),
  ]

  /// Below and above the sizes at which a part is sorted in another way.
  @Test(arguments: keys, [0, 1, 2, 24, 25, 1000, 33_000, 150_000])
  func isStableOnAnyNumberOfThreads(keys: Keys, count: Int) throws {
    var random = RandomNumbers(seed: UInt64(count + keys.bits))
    let values = (0..<count).map { _ in keys.key(random.next()) }
    let expected = (0..<count).sorted { (values[$0], $0) < (values[$1], $1) }
    for threads in [1, 2, 5] {
      let rows = RowSelection(range: 0..<count).rows
      let sorted = try RadixSort.sort(rows, by: Buffer(values), bits: keys.bits, threads: threads)
      #expect(rows.elements.map { Int($0) } == expected)
      #expect(sorted.elements.elementsEqual(expected.map { values[$0] }))
    }
  }

  @Test func keepsTheOrderOfRowsThatComeInAnother() throws {
    let keys = Buffer<UInt64>([1, 0, 1, 0])
    let rows = Buffer<UInt32>([3, 2, 1, 0])
    try RadixSort.sort(rows, by: keys, bits: 1)
    #expect(Array(rows.elements) == [3, 1, 2, 0])
  }
}
