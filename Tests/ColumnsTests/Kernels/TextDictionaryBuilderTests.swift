import Testing

@testable import Columns

struct TextDictionaryBuilderTests {
  private static func code(_ text: String, _ builder: TextDictionaryBuilder) -> UInt32? {
    var text = text
    return text.withUTF8 { bytes in
      var nothing: UInt8 = 0
      return withUnsafePointer(to: &nothing) { builder.code(bytes.baseAddress ?? $0, bytes.count) }
    }
  }

  /// Around the sizes at which entries, slots and bytes grow.
  @Test(arguments: [1, 126, 127, 128, 129, 511, 512, 513, 5000, 70_000])
  func growsWithoutForgetting(count: Int) {
    let builder = TextDictionaryBuilder()
    let texts = (0..<count).map { "text \($0)" }
    let codes = (1...UInt32(count)).map { Optional($0) }
    #expect(texts.map { Self.code($0, builder) } == codes)
    #expect(texts.reversed().map { Self.code($0, builder) } == codes.reversed())
    #expect(builder.count == count + 1)
    let dictionary = builder.finish()
    #expect(dictionary.count == count + 1)
    #expect(dictionary.code(of: "text \(count - 1)") == count)
    #expect(dictionary.code(of: "text \(count)") == nil)
  }

  @Test func emptyTextIsAText() {
    let builder = TextDictionaryBuilder()
    #expect(Self.code("", builder) == 1)
    #expect(Self.code("", builder) == 1)
    #expect(Self.code("a", builder) == 2)
  }

  @Test func longTextsOutgrowTheBlock() {
    let builder = TextDictionaryBuilder()
    let long = String(repeating: "x", count: 100_000)
    #expect(Self.code(long, builder) == 1)
    #expect(Self.code(long + "y", builder) == 2)
    #expect(Self.code(long, builder) == 1)
    #expect(builder.byteCount == 200_001)
  }

  @Test func mergesInTheOrderOfTheOther() throws {
    let a = TextDictionaryBuilder()
    let b = TextDictionaryBuilder()
    for text in ["x", "y"] { _ = Self.code(text, a) }
    for text in ["z", "y", ""] { _ = Self.code(text, b) }
    let map = try #require(a.merge(b))
    #expect(Array(map.elements) == [0, 3, 2, 4])
    #expect(a.count == 5)
  }
}
