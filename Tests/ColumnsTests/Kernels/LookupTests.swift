import Testing

@testable import Columns

struct LookupTests {
  /// Images of each type over the domain 10...13: its numbers are 0 (NULL) to 4.
  static let images: [Vector] = [
    Vector([.null, .boolean(true), .boolean(false), .null, .boolean(true)], type: .boolean),
    Vector(
      [.boolean(true), .boolean(true), .boolean(false), .boolean(false), .boolean(true)],
      type: .boolean),
    Vector([.text("?"), .text("a"), .null, .text("a"), .text("")], type: .varchar),
    Vector([.integer(-1), .integer(300), .integer(0), .null, .integer(7)], type: .bigint),
    Vector(constant: .text("same"), type: .varchar, count: 5),
    Vector(constant: .null, type: .boolean, count: 5),
  ]

  @Test(arguments: images)
  func readsTheImageUnderEachNumber(image: Vector) throws {
    let domain = ColumnDomain.range(10...13)
    let values: [Value] = [.integer(12), .null, .integer(10), .integer(13), .integer(11)]
    for count in [1, 5, 64, 130] {
      let rows = (0..<count).map { values[$0 % values.count] }
      let found = try Lookup.rows(of: Vector(rows, type: .bigint), in: domain, from: image)
      expect(
        found, image.type,
        rows.map { image.value(Int(DomainNumbers.number(of: $0, in: domain))) })
    }
    let constant = Vector(constant: .integer(13), type: .bigint, count: 3)
    #expect(try Lookup.rows(of: constant, in: domain, from: image).value(2) == image.value(4))
  }

  @Test func codesOfEachWidth() throws {
    for distinct in [3, 300, 70_000] {
      let texts = (0..<distinct).map { Value.text("t\($0)") } + [.null]
      let coded = try DictionaryEncoding.encode([Vector(texts, type: .varchar)])[0]
      let dictionary = try #require(coded.dictionary)
      let image = Vector(
        (0..<dictionary.count).map { .boolean($0 % 3 == 0) }, type: .boolean)
      let found = try Lookup.rows(of: coded, in: .dictionary(dictionary), from: image)
      // Codes are given in order of appearance, from 1 on.
      let expected = (0..<distinct).map { Value.boolean(($0 + 1) % 3 == 0) } + [.boolean(true)]
      #expect((0...distinct).map(found.value) == expected)
    }
  }
}
