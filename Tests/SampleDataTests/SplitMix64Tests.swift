import Testing

@testable import SampleData

struct SplitMix64Tests {
  // The first outputs for state 1234567, as the algorithm's reference implementation gives them.
  @Test func drawsAreThoseOfTheAlgorithm() {
    var random = SplitMix64(state: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func everyNumberBelowABoundOccurs() {
    var random = SplitMix64(seed: 1, row: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7_000 { counts[random.below(7)] += 1 }
    #expect(counts.allSatisfy { (850...1_150).contains($0) })
  }

  @Test func rowsAndForksHaveStreamsOfTheirOwn() {
    var first = SplitMix64(seed: 1, row: 1)
    var second = SplitMix64(seed: 1, row: 2)
    var other = SplitMix64(seed: 2, row: 1)
    var fork = first.fork()
    var again = SplitMix64(seed: 1, row: 1)
    let value = first.next()
    #expect(value == again.next())
    #expect(Set([value, second.next(), other.next(), fork.next()]).count == 4)
  }
}
