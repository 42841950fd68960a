import Testing

@testable import Columns

/// Look-ups of texts, whatever the storage of the texts is.
@Suite struct TextNamingTests {
  private static let texts: [String?] = (0..<200).map { row in
    ["a", "b", "?", nil, "", "none"][row * row % 6]
  }
  private static let plain = Vector(
    texts.map { text in text.map { .text($0) } ?? .null }, type: .varchar)

  private static let naming = TextNaming { text in
    ["a": "A", "b": "B"][text]
  } isKnown: {
    $0 == "none"
  }

  private func check(_ vector: Vector) throws {
    let (names, unknown) = try Self.naming.evaluate(vector)
    #expect(unknown == Self.texts.count { $0 == "?" || $0?.isEmpty == true })
    for (row, text) in Self.texts.enumerated() {
      let name = text == "a" || text == "b" ? text?.uppercased() : nil
      #expect(names.value(row) == name.map { .text($0) } ?? .null)
    }
  }

  @Test func plainTexts() throws { try check(Self.plain) }

  @Test(arguments: [1, 300, 70_000]) func codedTexts(others: Int) throws {
    let more = Vector((0..<others).map { .text("other \($0)") }, type: .varchar)
    let vector = try DictionaryEncoding.encode([Self.plain, more])[0]
    try check(vector)
    // What was found is remembered.
    try check(vector)
  }

  @Test(arguments: [("a", 0), ("?", 7), ("none", 0)])
  func constants(text: String, unknown: Int) throws {
    let vector = Vector(constant: .text(text), type: .varchar, count: 7)
    #expect(try Self.naming.evaluate(vector).unknown == unknown)
    let null = Vector(constant: .null, type: .varchar, count: 7)
    #expect(try Self.naming.evaluate(null).unknown == 0)
  }
}
