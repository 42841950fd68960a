import Testing

@testable import SampleData

struct AliasTableTests {
  @Test(
    arguments: [[1], [1, 1], [5, 1, 3, 1], [0, 7, 0, 3], [1_000_000, 1], [0, 0, 9]] as [[UInt64]])
  func choicesFollowTheWeights(weights: [UInt64]) {
    let table = AliasTable(weights: weights)
    var random = SplitMix64(seed: 4, row: 4)
    var counts = [Int](repeating: 0, count: weights.count)
    let draws = 100_000
    for _ in 0..<draws { counts[table.pick(&random)] += 1 }
    let total = weights.reduce(0, +)
    for (count, weight) in zip(counts, weights) {
      let expected = Int(UInt64(draws) * weight / total)
      #expect(abs(count - expected) < 700)
      if weight == 0 { #expect(count == 0) }
    }
  }

  @Test func ranksFallAsTheirInverse() {
    #expect(AliasTable.zipfWeights(count: 4, offset: 2) == [500_000, 333_333, 250_000, 200_000])
  }
}
