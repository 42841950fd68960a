import Testing

@testable import Columns

@Suite struct TextSortTests {
  /// Texts that share long starts, end early, hold zeros, or are the same.
  private static let families: [[String]] = [
    ["", "", "a", "\u{0}", "a\u{0}", "aaaaaaa", "aaaaaaaa", "aaaaaaaaa", "b"],
    (0..<2000).map { String(repeating: "x", count: $0 % 40) },
    (0..<2000).map { "the same start of all of them, \($0 * 7919 % 500)" },
    (0..<2000).map {
      String(repeating: "y", count: 30) + String(repeating: "\u{0}", count: $0 % 9)
    },
    (0..<1500).map { _ in "one text" },
    (0..<2500).map { "\($0 * 7919 % 2503)" + String(repeating: "é", count: $0 % 11) },
  ]

  @Test(arguments: families.indices)
  func ordersByBytesAndMarksNewTexts(family: Int) throws {
    let values = Self.families[family]
    let texts = TextStore(values)
    let sorted = try TextSort.sorted(texts, RowSelection(range: 0..<values.count).rows)
    let found = sorted.rows.elements.map { values[Int($0)] }
    let expected = values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(found.elementsEqual(expected) { $0.utf8.elementsEqual($1.utf8) })
    #expect(Set(sorted.rows.elements).count == values.count)
    for place in found.indices {
      let isNew = place == 0 || !found[place].utf8.elementsEqual(found[place - 1].utf8)
      #expect(sorted.isFirst.pointer[place] == isNew, "\(place)")
    }
  }

  @Test func placesLeaveOutNulls() throws {
    let texts = TextStore(["b", "", "a", "b", "c"])
    let validity = Bitmap(words: Buffer([0b11101]), count: 5)
    let (places, last) = try TextOrder.places(texts, validity)
    #expect(Array(places.elements) == [2, 0, 1, 2, 3])
    #expect(last == 3)
  }
}
