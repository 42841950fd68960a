@testable import Columns

/// Random numbers that are the same in every run.
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Batches of random rows of some groups, to be fed to a state and to something that does the same
/// value by value.
struct RandomRows {
  struct Batch {
    let inputs: [[Value]]
    let ids: [UInt32]?
  }

  let types: [DataType]
  private(set) var batches: [Batch] = []

  /// - Parameters:
  ///   - pools: for each input, the values that it takes; NULLs come besides.
  ///   - groups: how many groups there are; nil for rows without groups.
  init(
    _ types: [DataType], pools: [[Value]], batchSizes: [Int], groups: Int?, seed: UInt64
  ) {
    self.types = types
    var random = RandomNumbers(seed: seed)
    for size in batchSizes {
      let inputs = pools.map { pool in
        (0..<size).map { _ in
          Int.random(in: 0..<5, using: &random) == 0
            ? Value.null : pool[Int.random(in: 0..<pool.count, using: &random)]
        }
      }
      let ids = groups.map { groups in
        (0..<size).map { _ in UInt32.random(in: 0..<UInt32(groups), using: &random) }
      }
      batches.append(Batch(inputs: inputs, ids: ids))
    }
  }

  /// How many groups have come.
  var groupCount: Int {
    batches.reduce(1) { max($0, Int($1.ids?.max() ?? 0) + 1) }
  }

  /// The rows of `group` in order, the values of one row together.
  func rows(of group: Int) -> [[Value]] {
    batches.flatMap { batch in
      (0..<(batch.inputs.first?.count ?? 0)).filter { Int(batch.ids?[$0] ?? 0) == group }
        .map { row in batch.inputs.map { $0[row] } }
    }
  }

  /// The results of a state fed all batches: by itself, and merged out of one state a batch.
  func results(
    _ make: (GroupRowCounts) -> AggregateState
  ) throws -> (whole: [Value], merged: [Value]) {
    func feed(_ batches: [Batch]) throws -> (GroupRowCounts, AggregateState) {
      let rows = GroupRowCounts()
      let state = make(rows)
      for batch in batches {
        let vectors = zip(batch.inputs, types).map { Vector($0, type: $1) }
        let ids = batch.ids.map { Buffer($0) }
        let groups = GroupNumbers(
          ids: ids.map { UnsafePointer($0.pointer) }, count: vectors[0].count, groups: groupCount)
        rows.update(groups)
        try state.update(vectors, groups)
        withExtendedLifetime(ids) {}
      }
      return (rows, state)
    }
    let cells = RowSelection(range: 0..<groupCount)
    let whole = try feed(batches)
    let merged = try feed(Array(batches.prefix(1)))
    for batch in batches.dropFirst() {
      let later = try feed([batch])
      merged.0.merge(later.0)
      try merged.1.merge(later.1)
    }
    return (try whole.1.result(cells).values, try merged.1.result(cells).values)
  }
}

extension Value {
  /// The number, where it is a DOUBLE.
  var number: Double? { if case .double(let number) = self { number } else { nil } }
}

/// Whether two results agree but for the rounding of some sums.
func isClose(_ a: Value, _ b: Double?, tolerance: Double = 1e-9) -> Bool {
  guard let a = a.number, let b else { return a.isNull && b == nil }
  if a == b || (a.isNaN && b.isNaN) { return true }
  return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}
