import Testing

@testable import Columns

struct FirstOccurrencesTests {
  @Test(arguments: [1, 5, 30, 200])
  func findsTheFirstRowOfEachValue(count: Int) throws {
    for seed in 0..<20 {
      let sample = WindowSample(seed: UInt64(seed), count: count)
      let values = sample.values.map { $0.map { $0 % 4 } }
      let order = try sample.windowOrder()
      let texts = Vector(
        values.map { $0.map { .text("value \($0)") } ?? .null }, type: .varchar)
      let doubles = WindowSample.vector(values, type: .double)
      for vector in [WindowSample.vector(values), texts, doubles] {
        for isFiltered in [false, true] {
          let found = try FirstOccurrences.rows(
            order, of: vector, filter: isFiltered ? sample.filterVector : nil)
          for row in 0..<count {
            let counted = sample.partition(of: row).filter {
              values[$0] != nil && (!isFiltered || sample.filter[$0] == true)
            }
            let isFirst = counted.first { values[$0] == values[row] } == row
            #expect(found.value(row) == .boolean(isFirst))
          }
        }
      }
    }
  }
}
