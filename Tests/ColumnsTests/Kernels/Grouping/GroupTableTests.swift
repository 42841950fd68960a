import Testing

@testable import Columns

struct GroupTableTests {
  /// Keys that collide in one way or another: multiples of powers of two, runs, random ones.
  static let keys: [[UInt64]] = [
    [0, 0, 0], [0, .max, 1, .max], (0..<10_000).map { $0 }, (0..<10_000).map { $0 << 32 },
    (0..<10_000).map { $0 << 50 | $0 }, (0..<10_000).map { $0 % 77 &* 0x1_0000_0001 },
    {
      var numbers = SampleNumbers(seed: 3)
      return (0..<20_000).map { _ in numbers.next() % 9000 &* 0x9E37_79B9_7F4A_7C15 }
    }(),
  ]

  @Test(arguments: keys.indices)
  func numbersInOrderOfAppearance(sample: Int) {
    let keys = Self.keys[sample]
    var known: [UInt64: UInt32] = [:]
    let expected = keys.map { key -> UInt32 in
      if let group = known[key] { return group }
      known[key] = UInt32(known.count)
      return UInt32(known.count - 1)
    }
    for expectedGroups in [0, 64, 40_000] {
      let table = GroupTable(expected: expectedGroups)
      let ids = Buffer<UInt32>(count: keys.count)
      // In two batches, so that the second meets what the first left.
      let words = Buffer(keys)
      let half = keys.count / 2
      table.number(words.pointer, count: half, into: ids.pointer)
      table.number(words.pointer + half, count: keys.count - half, into: ids.pointer + half)
      #expect(Array(ids.elements) == expected)
      #expect(table.count == known.count)
      let groupKeys = table.groupKeys()
      #expect(groupKeys.elements.map { known[$0] } == (0..<UInt32(known.count)).map { $0 })
      #expect(keys.map { table.find($0) } == expected.map { $0 })
      #expect(table.find(0xDEAD_BEEF_0BAD_F00D) == nil)
    }
  }

  @Test func insertsOnce() {
    let table = GroupTable()
    let fresh = (0..<1000).map { table.insert(UInt64($0 % 300)) }
    #expect(fresh.count { $0 } == 300)
    #expect(fresh[..<300].allSatisfy { $0 })
  }
}
