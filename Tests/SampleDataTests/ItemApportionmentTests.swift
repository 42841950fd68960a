import Testing

@testable import SampleData

struct ItemApportionmentTests {
  @Test(arguments: [[1], [1, 1, 1], [5, 1_000_000, 3], Array(1...5_000), [9_000_000_000, 1]])
  func sharesSumToTheTotal(weights: [Int]) {
    var items = ItemApportionment()
    for weight in weights { items.add(year: 20, kind: .medicines, weight: weight) }
    let shares = weights.map {
      items.next(year: 20, kind: .medicines, weight: $0, unit: .tablets)
    }
    #expect(shares.reduce(0, +) == 148_000_000)
    #expect(shares.allSatisfy { $0 >= 1 })
  }

  @Test func sharesFollowTheWeightsAndAreRounded() {
    var items = ItemApportionment()
    let weights = [10, 20, 30, 40]
    for weight in weights { items.add(year: 0, kind: .sticks, weight: weight) }
    let shares = weights.map { items.next(year: 0, kind: .sticks, weight: $0, unit: .sticks) }
    let total = ItemTotals.total(year: 0, kind: .sticks)
    for (share, weight) in zip(shares, weights) {
      #expect(abs(share - total * weight / 100) <= 200)
    }
    #expect(shares.dropLast().allSatisfy { $0 % 200 == 0 })
  }

  @Test func yearsWithoutRowsAreUnmet() {
    var items = ItemApportionment()
    for kind in ItemTotals.Kind.allCases { items.add(year: 3, kind: kind, weight: 1) }
    #expect(items.unmetYears == Array(0...2) + Array(4...20))
  }

  @Test func kindsSumToTheYear() {
    #expect(ItemTotals.hundredThousands.count == StudyPeriod.yearCount)
    for year in 0..<StudyPeriod.yearCount {
      let totals = ItemTotals.Kind.allCases.map { ItemTotals.total(year: year, kind: $0) }
      #expect(totals.reduce(0, +) == ItemTotals.hundredThousands[year].items * 100_000)
      #expect(totals.allSatisfy { $0 > 0 })
    }
  }
}
