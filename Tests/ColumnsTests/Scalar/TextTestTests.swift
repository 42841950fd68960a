import Testing

@testable import Columns

/// Questions to texts, whatever the storage of the texts is.
@Suite struct TextTestTests {
  private static let texts: [String?] = (0..<200).map { row in
    ["yes", "no", "?", nil, "", "yes"][row * row % 6]
  }
  private static let plain = Vector(
    texts.map { text in text.map { .text($0) } ?? .null }, type: .varchar)

  /// Texts, with the codes of as many others as make codes of `width` bits.
  private static func coded(width: Int) throws -> Vector {
    let others = Vector(
      (0..<(width == 8 ? 1 : width == 16 ? 300 : 70_000)).map { .text("other \($0)") },
      type: .varchar)
    return try DictionaryEncoding.encode([plain, others])[0]
  }

  private static let test = TextTest { text in
    text == "yes" ? .yes : text == "?" ? .unknown : .no
  }

  private func check(_ vector: Vector) {
    let (truths, unknown) = Self.test.evaluate(vector)
    #expect(unknown == Self.texts.count { $0 == "?" })
    for (row, text) in Self.texts.enumerated() {
      #expect(truths.value(row) == (text.map { .boolean($0 == "yes") } ?? .null))
    }
  }

  @Test func plainTexts() { check(Self.plain) }

  @Test(arguments: [8, 16, 32]) func codedTexts(width: Int) throws {
    let vector = try Self.coded(width: width)
    check(vector)
    // The answers are remembered.
    check(vector)
  }

  @Test func constants() {
    let all = Self.test.evaluate(Vector(constant: .text("?"), type: .varchar, count: 7))
    #expect(all.unknown == 7 && all.truths.constant == .boolean(false))
    let none = Self.test.evaluate(Vector(constant: .null, type: .varchar, count: 7))
    #expect(none.unknown == 0 && none.truths.constant?.isNull == true)
    #expect(Self.test.evaluate(Vector(constant: .text("?"), type: .varchar, count: 0)).unknown == 0)
  }

  @Test func mappedTexts() throws {
    for vector in [Self.plain] + (try [8, 16, 32].map(Self.coded)) {
      let mapped = try TextMapping.texts(vector) { $0 == "?" ? nil : $0 + "!" }
      for (row, text) in Self.texts.enumerated() {
        let expected = text.flatMap { $0 == "?" ? nil : Value.text($0 + "!") } ?? .null
        #expect(mapped.value(row) == expected)
      }
    }
  }

  @Test func combinedTexts() throws {
    let constant = Vector(constant: .text("c"), type: .varchar, count: Self.texts.count)
    for vector in [Self.plain] + (try [8, 16, 32].map(Self.coded)) {
      let combined = try TextMapping.combined(
        [(vector, { $0 ?? "null" }), (vector, { $0 == "?" ? nil : $0 }), (constant, { $0 })],
        separator: "-", count: vector.count)
      for (row, text) in Self.texts.enumerated() {
        let middle = text.flatMap { $0 == "?" ? nil : "\($0)-" } ?? ""
        #expect(combined.value(row) == .text("\(text ?? "null")-\(middle)c"))
      }
    }
  }
}
