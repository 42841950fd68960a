import Testing

@testable import Columns

struct RankingKernelsTests {
  @Test(arguments: [1, 5, 30])
  func ranksAreWhatTheyAreByDefinition(count: Int) throws {
    for seed in 0..<20 {
      let sample = WindowSample(seed: UInt64(seed), count: count)
      let order = try sample.windowOrder()
      let rowNumbers = try RankingKernels.rowNumbers(order)
      let ranks = try RankingKernels.ranks(order, isDense: false)
      let dense = try RankingKernels.ranks(order, isDense: true)
      let percents = try RankingKernels.percentRanks(order)
      let shares = try RankingKernels.cumulativeDistribution(order)
      for row in 0..<count {
        let rows = sample.partition(of: row)
        let place = rows.firstIndex(of: row) ?? -1
        let before = rows.filter { sample.isBefore($0, row) }
        let upTo = before.count + rows.filter { sample.arePeers($0, row) }.count
        #expect(rowNumbers.value(row) == .integer(Int128(place + 1)))
        #expect(ranks.value(row) == .integer(Int128(before.count + 1)))
        #expect(
          dense.value(row) == .integer(Int128(Set(before.map { sample.order[$0] }).count + 1)))
        #expect(
          percents.value(row)
            == .double(rows.count == 1 ? 0 : Double(before.count) / Double(rows.count - 1)))
        #expect(shares.value(row) == .double(Double(upTo) / Double(rows.count)))
      }
    }
  }

  /// Buckets differ by one row at most, the larger ones first.
  @Test(arguments: 1...12)
  func bucketsAreEven(buckets: Int) throws {
    for count in 1...12 {
      let order = try WindowOrder(partition: [], order: [], count: count)
      let counts = Vector(constant: .integer(Int128(buckets)), type: .bigint, count: count)
      let result = try RankingKernels.buckets(order, counts: counts)
      let numbers = (0..<count).map { Int(Constants.unscaled(result.value($0))) }
      #expect(numbers == numbers.sorted())
      let sizes = (1...min(buckets, count)).map { bucket in
        numbers.filter { $0 == bucket }.count
      }
      #expect(sizes.reduce(0, +) == count)
      #expect(sizes == sizes.sorted(by: >))
      #expect((sizes.first ?? 0) - (sizes.last ?? 0) <= 1)
    }
  }

  @Test func bucketsOfNullAndOfNothing() throws {
    let order = try WindowOrder(partition: [], order: [], count: 3)
    let some = Vector([.null, .integer(2), .null], type: .bigint)
    let result = try RankingKernels.buckets(order, counts: some)
    #expect((0..<3).map { result.value($0) } == [.null, .integer(1), .null])
    for wrong in [0, -1] {
      let counts = Vector([.integer(2), .null, .integer(Int128(wrong))], type: .bigint)
      #expect(throws: ValueError.self) { try RankingKernels.buckets(order, counts: counts) }
    }
  }
}
