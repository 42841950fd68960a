import Testing

@testable import Columns

struct ConditionalTests {
  private static let samples: [@Sendable (Int, UInt64) -> [Vector]] = [
    { Samples.integers($0, seed: $1) }, { Samples.doubles($0, seed: $1) },
    { Samples.texts($0, seed: $1) }, { Samples.booleans($0, seed: $1) },
    { Samples.wide($0, seed: $1) }, { Samples.integers($0, .date, seed: $1) },
  ]

  @Test(arguments: [0, 1, 64, 65], 0..<samples.count)
  func coalesceAndChoose(count: Int, sample: Int) throws {
    let vectors = Self.samples[sample](count, 31)
    let others = Self.samples[sample](count, 32)
    let conditions = Samples.booleans(count)
    for (index, a) in vectors.enumerated() {
      let b = others[(index * 5 + 1) % others.count]
      expect(
        try ConditionalKernels.coalesce([a, b], type: a.type, count: count), a.type,
        zip(a.values, b.values).map { $0.isNull ? $1 : $0 })
      for condition in conditions {
        let expected = (0..<count).map { row in
          condition.value(row) == .boolean(true) ? a.value(row) : b.value(row)
        }
        expect(
          try ConditionalKernels.choose(condition, a, b, type: a.type), a.type, expected)
      }
    }
  }

  @Test(arguments: [0, 65], 0..<samples.count)
  func nullIf(count: Int, sample: Int) throws {
    let vectors = Self.samples[sample](count, 31)
    for a in vectors {
      for b in vectors {
        let equal = ComparisonKernels.compare(.equal, a, b)
        expect(
          try ConditionalKernels.nullIf(a, b), a.type,
          (0..<count).map { equal.value($0) == .boolean(true) ? .null : a.value($0) })
      }
    }
  }

  @Test(arguments: [0, 1, 65])
  func extremes(count: Int) throws {
    let vectors = Samples.integers(count, seed: 41)
    for (index, a) in vectors.enumerated() {
      let b = vectors[(index * 3 + 2) % vectors.count]
      let c = vectors[(index * 7 + 4) % vectors.count]
      for wantsGreatest in [true, false] {
        let expected = (0..<count).map { row -> Value in
          let known = [a, b, c].map { $0.value(row) }.filter { !$0.isNull }
            .map(Constants.unscaled)
          return (wantsGreatest ? known.max() : known.min()).map { .integer($0) } ?? .null
        }
        expect(
          try ConditionalKernels.extreme(
            [a, b, c], wantsGreatest: wantsGreatest, type: .bigint, count: count), .bigint,
          expected)
      }
    }
  }
}
