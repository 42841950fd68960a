import Testing

@testable import Columns

struct PickingKernelsTests {
  private static func rows(_ selection: RowSelection) -> [Int?] {
    selection.rows.elements.prefix(selection.count).map {
      $0 == RowSelection.missing ? nil : Int($0)
    }
  }

  @Test(arguments: [nil, 0, 1, 2, -1, -3, 1_000_000, Int.min, Int.max], [false, true])
  func shiftsWithinThePartition(distance: Int?, skipsNulls: Bool) throws {
    for seed in 0..<10 {
      let sample = WindowSample(seed: UInt64(seed), count: 25)
      let order = try sample.windowOrder()
      for isLead in [false, true] {
        let found = Self.rows(
          try PickingKernels.shifted(
            order,
            distances: distance.map {
              Vector(constant: .integer(Int128($0)), type: .bigint, count: sample.count)
            }, isLead: isLead,
            skippingNullsOf: skipsNulls ? WindowSample.vector(sample.values) : nil,
            fallback: false))
        for row in 0..<sample.count {
          let partition = sample.partition(of: row)
          let place = partition.firstIndex(of: row) ?? 0
          let steps = (distance ?? 1).magnitude
          let isForward = isLead == ((distance ?? 1) > 0)
          let side =
            isForward ? Array(partition[(place + 1)...]) : partition[..<place].reversed()
          let candidates = side.filter { !skipsNulls || sample.values[$0] != nil }
          let expected =
            steps == 0 ? row : steps <= candidates.count ? candidates[Int(steps) - 1] : nil
          #expect(found[row] == expected)
        }
      }
    }
  }

  @Test func givesTheDefaultsPlaceAndNothingForNull() throws {
    let order = try WindowOrder(partition: [], order: [], count: 3)
    let distances = Vector([.integer(1), .null, .integer(1)], type: .bigint)
    let found = try PickingKernels.shifted(
      order, distances: distances, isLead: true, skippingNullsOf: nil, fallback: true)
    // Row 2 has none behind it: its default stands three rows further.
    #expect(Self.rows(found) == [1, nil, 5])
  }

  @Test func picksFromTheFrame() throws {
    try WindowSample.forEachFrame { sample, order, frames, members, name in
      for (skipsNulls, isFiltered) in [(false, false), (true, false), (true, true)] {
        let values = skipsNulls ? WindowSample.vector(sample.values) : nil
        let filter = isFiltered ? sample.filterVector : nil
        func candidates(_ row: Int) -> [Int] {
          members(row).filter {
            (!skipsNulls || sample.values[$0] != nil) && (!isFiltered || sample.filter[$0] == true)
          }
        }
        func found(_ place: PickingKernels.Place) throws -> [Int?] {
          Self.rows(
            try PickingKernels.inFrame(
              frames, order, place, skippingNullsOf: values, filter: filter))
        }
        let first = try found(.first)
        let last = try found(.last)
        let numbers: [Int?] = (0..<sample.count).map { $0 % 5 == 4 ? nil : $0 % 5 }
        let nth = try found(.nth(WindowSample.vector(numbers)))
        for row in 0..<sample.count {
          let own = candidates(row)
          #expect(first[row] == own.first, "\(name)")
          #expect(last[row] == own.last, "\(name)")
          let number = numbers[row] ?? 0
          #expect(nth[row] == (own.indices.contains(number - 1) ? own[number - 1] : nil), "\(name)")
        }
      }
    }
  }
}
