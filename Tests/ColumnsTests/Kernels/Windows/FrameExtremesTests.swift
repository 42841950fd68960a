import Testing

@testable import Columns

struct FrameExtremesTests {
  @Test func findsTheLeastAndTheGreatestOfTheFrame() throws {
    try WindowSample.forEachFrame { sample, order, frames, members, name in
      for (isFiltered, isMaximum) in [(false, false), (false, true), (true, false), (true, true)] {
        let values = WindowSample.vector(sample.values)
        let rows = try FrameExtremes.rows(
          frames, order, values: values, filter: isFiltered ? sample.filterVector : nil,
          isMaximum: isMaximum)
        for row in 0..<sample.count {
          let taken = members(row).filter { !isFiltered || sample.filter[$0] == true }
            .compactMap { sample.values[$0] }
          let source = rows.rows.pointer[row]
          let found = source == RowSelection.missing ? nil : sample.values[Int(source)]
          #expect(found == (isMaximum ? taken.max() : taken.min()), "\(name)")
        }
      }
    }
  }

  /// Texts in byte order, NaN above all numbers, false below true.
  @Test(
    arguments: [
      (DataType.varchar, [Value.text("b"), .text(""), .null, .text("é"), .text("ab")], 1, 3),
      (.double, [.double(2), .double(.nan), .null, .double(-.infinity), .double(7)], 3, 1),
      (.boolean, [.boolean(true), .null, .boolean(false), .boolean(true), .null], 2, 0),
      (.hugeint, [.integer(1 << 90), .null, .integer(-(1 << 90)), .integer(0), .null], 2, 0),
    ] as [(DataType, [Value], Int, Int)])
  func comparesValuesOfEveryType(type: DataType, values: [Value], least: Int, greatest: Int) throws
  {
    let vector = Vector(values, type: type)
    let order = try WindowOrder(partition: [], order: [], count: values.count)
    let frames = try WindowFrames(
      FrameSpecification(
        unit: .rows, start: .unbounded, end: .unbounded, exclusion: .none, key: nil,
        isDescending: false), order)
    for (isMaximum, expected) in [(false, least), (true, greatest)] {
      let rows = try FrameExtremes.rows(
        frames, order, values: vector, filter: nil, isMaximum: isMaximum)
      #expect(rows.rows.elements.allSatisfy { Int($0) == expected })
    }
  }
}
