import Testing

@testable import Columns

/// Types of every storage, each with some values in ascending order.
enum AnyTypePools {
  static let all: [(type: DataType, values: [Value])] =
    QuantileStateTests.pools + [
      (.timestamp, [-1, 0, 1 << 50].map { .timestamp($0) }),
      (
        .interval,
        [Interval(microseconds: -5), Interval(days: 29), Interval(months: 1)].map {
          .interval($0)
        }
      ),
    ]
}

struct PickStateTests {
  private static func expected(
    _ choice: PickState.Choice, _ rows: RandomRows
  ) -> [Value] {
    (0..<rows.groupCount).map { group in
      let values = rows.rows(of: group).map { $0[0] }
      switch choice {
      case .first: return values.first ?? .null
      case .last: return values.last ?? .null
      case .firstValue: return values.first { !$0.isNull } ?? .null
      }
    }
  }

  @Test(arguments: [PickState.Choice.first, .last, .firstValue], AnyTypePools.all.indices)
  func takesTheRowOfTheOrder(choice: PickState.Choice, pool: Int) throws {
    let (type, values) = AnyTypePools.all[pool]
    for groups in [nil, 2, 50] {
      let rows = RandomRows(
        [type], pools: [values], batchSizes: [1, 0, 7, 40, 3], groups: groups,
        seed: UInt64(pool + 1))
      let (whole, merged) = try rows.results { PickState(choice, type: type, rows: $0) }
      let expected = Self.expected(choice, rows)
      #expect(whole == expected)
      #expect(merged == expected)
    }
  }

  /// So many batches that replaced values are dropped on the way.
  @Test func keepsNoMoreThanItNeeds() throws {
    var feed = StateFeed { PickState(.last, type: .bigint, rows: $0) }
    let ids = (0..<1000).map { UInt32($0) }
    for batch in 0..<300 {
      try feed.update(
        Vector(ids.map { .integer(Int128($0) * 1000 + Int128(batch)) }, type: .bigint), ids: ids)
    }
    #expect(try feed.results() == ids.map { .integer(Int128($0) * 1000 + 299) })
  }
}

struct ArgExtremeStateTests {
  @Test(
    arguments: [false, true], [ArgExtremeState.NullTreatment.leavesOut, .keepsValues, .keysLast])
  func takesTheRowOfTheExtreme(
    isMaximum: Bool, nulls: ArgExtremeState.NullTreatment
  ) throws {
    let type = DataType.varchar
    let texts = ["p", "q", "r", "s"].map { Value.text($0) }
    for (index, key) in AnyTypePools.all.enumerated() {
      for groups in [nil, 3, 60] {
        let rows = RandomRows(
          [type, key.type], pools: [texts, key.values], batchSizes: [2, 0, 30, 9], groups: groups,
          seed: UInt64(index + 1))
        let (whole, merged) = try rows.results {
          ArgExtremeState(isMaximum: isMaximum, nulls: nulls, type: type, rows: $0)
        }
        let expected = (0..<rows.groupCount).map { group in
          Self.expected(rows.rows(of: group), key.values, isMaximum: isMaximum, nulls)
        }
        #expect(whole == expected, "\(key.type)")
        #expect(merged == expected, "\(key.type)")
      }
    }
  }

  private static func expected(
    _ rows: [[Value]], _ order: [Value], isMaximum: Bool, _ nulls: ArgExtremeState.NullTreatment
  ) -> Value {
    var best: (rank: Int, value: Value)?
    for row in rows where !(nulls == .leavesOut && row[0].isNull) {
      guard let rank = order.firstIndex(of: row[1]) else { continue }
      if let known = best, isMaximum ? rank <= known.rank : rank >= known.rank { continue }
      best = (rank, row[0])
    }
    if let best { return best.value }
    return nulls == .keysLast ? rows.first?[0] ?? .null : .null
  }
}

struct BitStateTests {
  @Test(arguments: [BitState.Operation.and, .or, .xor], [DataType.bigint, .hugeint])
  func combinesBits(operation: BitState.Operation, type: DataType) throws {
    let pool = [-1, 0, 1, 6, 12, 1 << 40].map { Value.integer($0) }
    for groups in [nil, 3] {
      let rows = RandomRows(
        [type], pools: [pool], batchSizes: [3, 25], groups: groups, seed: 5)
      let (whole, merged) = try rows.results { BitState(operation, type: type, rows: $0) }
      let expected = (0..<rows.groupCount).map { group -> Value in
        let numbers = rows.rows(of: group).compactMap { row -> Int128? in
          if case .integer(let number) = row[0] { number } else { nil }
        }
        guard let first = numbers.first else { return .null }
        return .integer(
          numbers.dropFirst().reduce(first) {
            switch operation {
            case .and: $0 & $1
            case .or: $0 | $1
            case .xor: $0 ^ $1
            }
          })
      }
      #expect(whole == expected)
      #expect(merged == expected)
    }
  }
}
