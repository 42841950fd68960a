import Testing

@testable import Columns

struct WindowOrderTests {
  @Test(arguments: [1, 2, 9, 40], [true, false])
  func putsPartitionsTogetherAndInOrder(count: Int, hasOrder: Bool) throws {
    for seed in 0..<20 {
      let sample = WindowSample(seed: UInt64(seed), count: count)
      let order = try sample.windowOrder(hasOrder: hasOrder)
      let rows = order.rows.elements.map { Int($0) }
      #expect(rows.sorted() == Array(0..<count))
      var seen: [Int?] = []
      for partition in 0..<order.partitionCount {
        let positions = order.positions(ofPartition: partition)
        let own = positions.map { rows[$0] }
        let key = sample.keys[own[0]]
        #expect(!seen.contains(key))
        seen.append(key)
        let expected =
          hasOrder
          ? sample.partition(of: own[0]) : (0..<count).filter { sample.keys[$0] == key }
        #expect(own == expected)
      }
      for position in 1..<max(1, count) {
        let (a, b) = (rows[position - 1], rows[position])
        let arePeers =
          sample.keys[a] == sample.keys[b] && (!hasOrder || sample.arePeers(a, b))
        #expect(order.peerStarts.elements.contains(UInt32(position)) == !arePeers)
      }
      let numbers = try order.partitionNumbers()
      for row in 0..<count {
        let number = Int(numbers.pointer[row])
        #expect(order.positions(ofPartition: number).contains { rows[$0] == row })
      }
    }
  }

  /// Keys of every type, in words of their own and together with an order that fills words.
  @Test func tellsKeysOfEveryTypeApart() throws {
    let columns: [(DataType, [Value])] = [
      (.bigint, [.integer(Int128(Int64.min)), .integer(Int128(Int64.max)), .null, .integer(0)]),
      (.hugeint, [.integer(1 << 100), .integer(-(1 << 100)), .null, .integer(0)]),
      (.double, [.double(0), .double(.nan), .null, .double(1.5)]),
      (.varchar, [.text(""), .text("a"), .null, .text("ä")]),
      (.boolean, [.boolean(true), .boolean(false), .null, .null]),
    ]
    for (type, values) in columns {
      let doubled = values + values
      let vector = Vector(doubled, type: type)
      let wide = Vector(
        (0..<doubled.count).map { .integer(Int128(Int64.max) - Int128($0)) }, type: .bigint)
      for terms in [
        [], [wide], [Vector((0..<8).map { .double(-Double($0)) }, type: .double), wide],
      ] {
        let order = try WindowOrder(
          partition: [vector, vector],
          order: terms.map { SortTerm(vector: $0, isDescending: false, nullsFirst: false) },
          count: doubled.count)
        #expect(order.partitionCount == Set(values).count)
        for partition in 0..<order.partitionCount {
          let rows = order.positions(ofPartition: partition).map { Int(order.rows.pointer[$0]) }
          #expect(Set(rows.map { doubled[$0] }).count == 1)
          #expect(rows == (terms.isEmpty ? rows.sorted() : rows.sorted(by: >)))
        }
        #expect(
          order.peerStarts.count
            == (terms.isEmpty ? order.partitionStarts.count : doubled.count + 1))
      }
    }
  }

  @Test func allRowsAreOnePartitionWithoutKeys() throws {
    let order = try WindowOrder(partition: [], order: [], count: 5)
    #expect(order.partitionStarts.elements.elementsEqual([0, 5]))
    #expect(order.peerStarts.elements.elementsEqual([0, 5]))
    #expect(order.rows.elements.elementsEqual([0, 1, 2, 3, 4]))
  }
}
