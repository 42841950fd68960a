import Testing

@testable import SampleData

struct LogNormalTests {
  @Test func halfOfTheDrawsLieBelowTheMedian() {
    let amounts = LogNormal()
    var random = SplitMix64(seed: 9, row: 9)
    let draws = (0..<20_000).map { _ in amounts.draw(median: 1_000, spread: 256, &random) }.sorted()
    #expect((960...1_040).contains(draws[10_000]))
    // One standard deviation is one doubling.
    #expect((480...520).contains(draws[3_173]))
    #expect((1_930...2_080).contains(draws[16_827]))
    #expect(draws.last ?? 0 < 1_000 << 4)
  }

  @Test func noDrawIsBelowOne() {
    let amounts = LogNormal()
    var random = SplitMix64(seed: 9, row: 10)
    #expect((0..<5_000).allSatisfy { _ in amounts.draw(median: 1, spread: 1_024, &random) >= 1 })
  }

  @Test func withoutSpreadADrawIsTheMedian() {
    let amounts = LogNormal()
    var random = SplitMix64(seed: 9, row: 11)
    #expect(amounts.draw(median: 777, spread: 0, &random) == 777)
  }
}
