import Testing

#if canImport(Glibc)
  import Glibc
#endif

@testable import Columns

struct FrequencyStateTests {
  @Test(arguments: AnyTypePools.all.indices, [nil, 2, 30])
  func modeIsTheFirstOfTheMostFrequent(pool: Int, groups: Int?) throws {
    let (type, values) = AnyTypePools.all[pool]
    let rows = RandomRows(
      [type], pools: [values], batchSizes: [6, 0, 31, 2], groups: groups, seed: UInt64(pool + 4))
    let (whole, merged) = try rows.results { FrequencyState(.mode, type: type, rows: $0) }
    let expected = (0..<rows.groupCount).map { group -> Value in
      let values = rows.rows(of: group).map { $0[0] }.filter { !$0.isNull }
      let counts = Dictionary(grouping: values) { $0 }.mapValues(\.count)
      let most = counts.values.max() ?? 0
      return values.first { counts[$0] == most } ?? .null
    }
    #expect(whole == expected)
    #expect(merged == expected)
  }

  @Test(arguments: AnyTypePools.all.indices, [nil, 2, 30])
  func entropyFollowsFromTheFrequencies(pool: Int, groups: Int?) throws {
    let (type, values) = AnyTypePools.all[pool]
    let rows = RandomRows(
      [type], pools: [values], batchSizes: [6, 31], groups: groups, seed: UInt64(pool + 4))
    let (whole, merged) = try rows.results { FrequencyState(.entropy, type: type, rows: $0) }
    for group in 0..<rows.groupCount {
      let values = rows.rows(of: group).map { $0[0] }.filter { !$0.isNull }
      let counts = Dictionary(grouping: values) { $0 }.mapValues(\.count)
      let expected = counts.values.reduce(0.0) { sum, count in
        let share = Double(count) / Double(values.count)
        return sum - share * log2(share)
      }
      #expect(isClose(whole[group], expected))
      #expect(isClose(merged[group], expected))
    }
  }
}

struct TextJoinStateTests {
  @Test(arguments: ["", ",", " – "], [nil, 3, 40])
  func joinsInTheOrderOfTheRows(separator: String, groups: Int?) throws {
    let rows = RandomRows(
      [.varchar], pools: [["", "a", "bc", "é"].map { .text($0) }], batchSizes: [5, 0, 30],
      groups: groups, seed: 8)
    let (whole, merged) = try rows.results { TextJoinState(separator: separator, rows: $0) }
    let expected = (0..<rows.groupCount).map { group -> Value in
      let texts = rows.rows(of: group).compactMap { row -> String? in
        if case .text(let text) = row[0] { text } else { nil }
      }
      return texts.isEmpty ? .null : .text(texts.joined(separator: separator))
    }
    #expect(whole == expected)
    #expect(merged == expected)
  }

  @Test func aResultMayBeAskedTwice() throws {
    var feed = StateFeed { TextJoinState(separator: "+", rows: $0) }
    try feed.update(Vector([.text("a"), .text("b")], type: .varchar))
    #expect(try feed.results() == [.text("a+b")])
    try feed.update(Vector([.text("c")], type: .varchar))
    #expect(try feed.results() == [.text("a+b+c")])
  }
}

struct OrderedStateTests {
  @Test(arguments: [false, true], [false, true])
  func passesRowsOnInOrder(isDescending: Bool, nullsFirst: Bool) throws {
    let keys = [1, 2, 3].map { Value.integer($0) }
    for groups in [nil, 4] {
      let rows = RandomRows(
        [.varchar, .bigint], pools: [["a", "b", "c", "d"].map { .text($0) }, keys],
        batchSizes: [7, 25], groups: groups, seed: 2)
      let (whole, merged) = try rows.results { rows in
        OrderedState(
          argumentCount: 1, directions: [(isDescending, nullsFirst)],
          make: { TextJoinState(separator: "", rows: $0) }, rows: rows)
      }
      let expected = (0..<rows.groupCount).map { group -> Value in
        let sorted = rows.rows(of: group).enumerated().map { index, row in
          let rank = keys.firstIndex(of: row[1])
          let place = rank.map { isDescending ? -$0 : $0 } ?? (nullsFirst ? -9 : 9)
          return (place, index, row[0])
        }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        let texts = sorted.compactMap { entry -> String? in
          if case .text(let text) = entry.2 { text } else { nil }
        }
        return texts.isEmpty ? .null : .text(texts.joined())
      }
      #expect(whole == expected)
      #expect(merged == expected)
    }
  }
}

struct DistinctRowsStateTests {
  @Test(arguments: [nil, 1, 5])
  func passesEachPairOnOnce(groups: Int?) throws {
    let pools: [[Value]] = [[1, 2, 4], [3, 5]].map { $0.map { .double($0) } }
    let rows = RandomRows(
      [.double, .double], pools: pools, batchSizes: [9, 40], groups: groups, seed: 6)
    let (whole, merged) = try rows.results { rows in
      DistinctRowsState(make: { PairState(.count, rows: $0) }, rows: rows)
    }
    let expected = (0..<rows.groupCount).map { group in
      Value.integer(
        Int128(Set(rows.rows(of: group)).count { !$0[0].isNull && !$0[1].isNull }))
    }
    #expect(whole == expected)
    #expect(merged == expected)
  }

  @Test func nullIsAValueToo() throws {
    var feed = StateFeed { rows in
      DistinctRowsState(make: { PickState(.last, type: .bigint, rows: $0) }, rows: rows)
    }
    try feed.update(
      Vector([.integer(1), .null, .integer(1), .integer(1)], type: .bigint), ids: [0, 0, 0, 1])
    #expect(try feed.results() == [.null, .integer(1)])
  }
}
