import Testing

@testable import Columns

struct FrameSumsTests {
  @Test func countsAndSumsAreThoseOfTheFrame() throws {
    try WindowSample.forEachFrame { sample, order, frames, members, name in
      for isFiltered in [false, true] {
        func counted(_ row: Int) -> [Int] {
          members(row).filter { !isFiltered || sample.filter[$0] == true }
        }
        let filter = isFiltered ? sample.filterVector : nil
        let values = WindowSample.vector(sample.values)
        let doubles = WindowSample.vector(sample.values, type: .double)
        let rows = try FrameSums(frames, order, values: nil, filter: filter).counts()
        let sums = try FrameSums(frames, order, values: values, filter: filter)
        let counts = try sums.counts()
        let totals = try #require(try sums.exact(values, average: false))
        let means = try #require(try sums.exact(values, average: true))
        let real = try FrameSums(frames, order, values: doubles, filter: filter)
        let realTotals = try real.doubles(doubles, average: false)
        let realMeans = try real.doubles(doubles, average: true)
        for row in 0..<sample.count {
          let taken = counted(row).compactMap { sample.values[$0] }
          let total = taken.reduce(0, +)
          #expect(rows.value(row) == .integer(Int128(counted(row).count)), "\(name)")
          #expect(counts.value(row) == .integer(Int128(taken.count)), "\(name)")
          #expect(
            totals.value(row) == (taken.isEmpty ? .null : .integer(Int128(total))), "\(name)")
          let mean = Double(total) / Double(taken.count)
          #expect(means.value(row) == (taken.isEmpty ? .null : .double(mean)), "\(name)")
          // Quarters add up without rounding.
          #expect(
            realTotals.value(row) == (taken.isEmpty ? .null : .double(Double(total) / 4)), "\(name)"
          )
          #expect(
            realMeans.value(row)
              == (taken.isEmpty ? .null : .double(Double(total) / 4 / Double(taken.count))),
            "\(name)")
        }
      }
    }
  }

  private func order(_ count: Int) throws -> WindowOrder {
    try WindowOrder(partition: [], order: [], count: count)
  }

  private func frames(
    _ order: WindowOrder, before: Int?, behind: Int?
  ) throws -> WindowFrames {
    func bound(_ distance: Int?, isFollowing: Bool) -> FrameSpecification.Bound {
      guard let distance else { return .unbounded }
      return .offset(
        Vector(constant: .integer(Int128(distance)), type: .bigint, count: order.count),
        isFollowing: isFollowing)
    }
    return try WindowFrames(
      FrameSpecification(
        unit: .rows, start: bound(before, isFollowing: false),
        end: bound(behind, isFollowing: true), exclusion: .none, key: nil, isDescending: false),
      order)
  }

  /// A row that has left a frame leaves no trace in its sum, however large it was.
  @Test(arguments: [1, 63, 64, 65, 200])
  func sumsOfDoublesForgetWhatLeft(length: Int) throws {
    let count = 1000
    let values = Vector(
      (0..<count).map { .double($0 < 300 ? 1e300 : 0.25) }, type: .double)
    let order = try order(count)
    let frames = try frames(order, before: length - 1, behind: 0)
    let sums = try FrameSums(frames, order, values: values, filter: nil)
      .doubles(values, average: false)
    for row in 300 + length..<count {
      #expect(sums.value(row) == .double(0.25 * Double(length)))
    }
  }

  @Test func sumsOfDoublesOverflowLoudlyUnlessTheyWereInfinite() throws {
    let order = try order(3)
    let frames = try frames(order, before: nil, behind: 0)
    let large = Vector((0..<3).map { _ in .double(1e308) }, type: .double)
    #expect(throws: ValueError.overflow(type: .double)) {
      try FrameSums(frames, order, values: large, filter: nil).doubles(large, average: false)
    }
    let infinite = Vector([.double(1), .double(.infinity), .double(1)], type: .double)
    let sums = try FrameSums(frames, order, values: infinite, filter: nil)
      .doubles(infinite, average: false)
    #expect((0..<3).map { sums.value($0) } == [.double(1), .double(.infinity), .double(.infinity)])
  }

  /// 64-bit values add up exactly; 128-bit ones that could leave 128 bits on the way are left to
  /// another way of summing.
  @Test func sumsAreExactOrNotMade() throws {
    let order = try order(3)
    let frames = try frames(order, before: nil, behind: 0)
    let long = Vector((0..<3).map { _ in .integer(Int128(Int64.max)) }, type: .bigint)
    let sums = try FrameSums(frames, order, values: long, filter: nil).exact(long, average: false)
    #expect(sums?.value(2) == .integer(3 * Int128(Int64.max)))
    let wide = Vector([.integer(1), .integer(Int128.max / 2), .integer(5)], type: .hugeint)
    #expect(
      try FrameSums(frames, order, values: wide, filter: nil).exact(wide, average: false) == nil)
    let type = DataType.decimal(precision: 38, scale: 2)
    let most = PowersOfTen.integer(37)
    let decimals = Vector(
      (0..<3).map { _ in .decimal(unscaled: most, scale: 2) }, type: type)
    let totals = try FrameSums(frames, order, values: decimals, filter: nil)
      .exact(decimals, average: false)
    #expect(totals?.value(2) == .decimal(unscaled: 3 * most, scale: 2))
  }
}
