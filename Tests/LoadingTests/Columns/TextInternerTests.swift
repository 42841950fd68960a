import Testing

@testable import Loading

@Suite struct TextInternerTests {
  private func code(_ interner: TextInterner, _ text: String) -> UInt32 {
    // What stands behind a text must not matter.
    let bytes = Array(text.utf8) + (0..<16).map { _ in UInt8.random(in: 0...255) }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { interner.code($0, text.utf8.count) } ?? 0
    }
  }

  /// Texts of every length, told apart by any one byte, have codes in order of appearance.
  @Test func codesFollowFirstAppearance() {
    let interner = TextInterner()
    var texts: [String] = [""]
    for length in 1...40 {
      for place in 0..<length {
        var characters = [Character](repeating: "a", count: length)
        characters[place] = "b"
        texts.append(String(characters))
      }
      texts.append(String(repeating: "a", count: length))
    }
    for (index, text) in texts.enumerated() { #expect(code(interner, text) == UInt32(index + 1)) }
    for (index, text) in texts.enumerated() { #expect(code(interner, text) == UInt32(index + 1)) }
    let dictionary = interner.finish()
    #expect(dictionary.count == texts.count + 1)
    for (index, text) in texts.enumerated() {
      #expect(dictionary.texts.string(index + 1) == text)
      #expect(dictionary.code(of: text) == index + 1)
    }
  }

  @Test func manyTexts() {
    let interner = TextInterner()
    for _ in 0..<2 {
      let wrong = (0..<20_000).filter { code(interner, "text \($0)") != UInt32($0 + 1) }
      #expect(wrong == [])
    }
  }
}
