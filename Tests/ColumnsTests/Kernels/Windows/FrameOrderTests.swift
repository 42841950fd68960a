import Testing

@testable import Columns

struct FrameOrderTests {
  /// The rows of a frame in the order of their values, NULLs last, equal ones as in the window.
  private func sorted(_ sample: WindowSample, _ members: [Int], _ partition: [Int]) -> [Int] {
    members.sorted { a, b in isBefore(sample, a, b, partition) }
  }

  private func isBefore(_ sample: WindowSample, _ a: Int, _ b: Int, _ partition: [Int]) -> Bool {
    switch (sample.values[a], sample.values[b]) {
    case (let x?, let y?) where x != y: return x < y
    case (_?, nil): return true
    case (nil, _?): return false
    default:
      return (partition.firstIndex(of: a) ?? 0) < (partition.firstIndex(of: b) ?? 0)
    }
  }

  private func isLess(_ sample: WindowSample, _ a: Int, _ b: Int) -> Bool {
    switch (sample.values[a], sample.values[b]) {
    case (let x?, let y?): x < y
    case (let x, nil): x != nil
    default: false
    }
  }

  @Test func placesAreAmongTheRowsOfTheFrame() throws {
    try WindowSample.forEachFrame { sample, order, frames, members, name in
      let term = SortTerm(
        vector: WindowSample.vector(sample.values), isDescending: false, nullsFirst: false)
      func own(skipping: Bool = false) throws -> FrameOrder {
        try FrameOrder(
          frames, order, terms: [term],
          skippingNullsOf: skipping ? WindowSample.vector(sample.values) : nil)
      }
      let numbers = try own().numbers(isRank: false)
      let ranks = try own().numbers(isRank: true)
      let percents = try own().shares(isCumulative: false)
      let shares = try own().shares(isCumulative: true)
      let two = Vector(constant: .integer(2), type: .bigint, count: sample.count)
      let buckets = try own().buckets(counts: two)
      let before = try own().shifted(distances: nil, isLead: false, fallback: false)
      let behind = try own().shifted(distances: two, isLead: true, fallback: true)
      let first = try own().picked(.first)
      let last = try own(skipping: true).picked(.last)
      let second = try own().picked(.nth(two))
      for row in 0..<sample.count {
        let partition = sample.partition(of: row)
        let rows = sorted(sample, members(row), partition)
        let less = rows.filter { isLess(sample, $0, row) }.count
        let upTo = rows.filter { !isLess(sample, row, $0) }.count
        let place = rows.filter { isBefore(sample, $0, row, partition) }.count
        let isMember = rows.contains(row)
        #expect(numbers.value(row) == .integer(Int128(place + 1)), "\(name)")
        #expect(ranks.value(row) == .integer(Int128(less + 1)), "\(name)")
        #expect(
          percents.value(row)
            == .double(rows.count <= 1 ? 0 : Double(less) / Double(rows.count - 1)), "\(name)")
        #expect(
          shares.value(row) == .double(rows.isEmpty ? 0 : Double(upTo) / Double(rows.count)),
          "\(name)")
        let half = (rows.count + 1) / 2
        let bucket = min(place, rows.count - 1) < half ? 1 : 2
        #expect(
          buckets.value(row) == (rows.isEmpty ? .null : .integer(Int128(bucket))), "\(name)")

        func source(_ selection: RowSelection) -> Int? {
          let found = selection.rows.pointer[row]
          return found == RowSelection.missing ? nil : Int(found)
        }
        #expect(source(before) == (place > 0 ? rows[place - 1] : nil), "\(name)")
        let target = place + (isMember ? 2 : 1)
        #expect(
          source(behind) == (target < rows.count ? rows[target] : sample.count + row), "\(name)")
        #expect(source(first) == rows.first, "\(name)")
        #expect(source(last) == rows.last { sample.values[$0] != nil }, "\(name)")
        #expect(source(second) == (rows.count > 1 ? rows[1] : nil), "\(name)")
      }
    }
  }

  @Test func stopsWhenCancelled() throws {
    let order = try WindowOrder(partition: [], order: [], count: 3)
    let frames = try WindowFrames(
      FrameSpecification(
        unit: .rows, start: .unbounded, end: .unbounded, exclusion: .none, key: nil,
        isDescending: false), order)
    let cancellation = Cancellation()
    cancellation.cancel()
    let own = try FrameOrder(
      frames, order,
      terms: [
        SortTerm(
          vector: Vector(constant: .integer(1), type: .bigint, count: 3), isDescending: false,
          nullsFirst: false)
      ], skippingNullsOf: nil)
    cancellation.governing {
      #expect(throws: ValueError.interrupted) { try own.numbers(isRank: true) }
      #expect(throws: ValueError.interrupted) { try own.picked(.first) }
    }
  }
}
