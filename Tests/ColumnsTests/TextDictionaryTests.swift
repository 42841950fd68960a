import Testing

@testable import Columns

struct TextDictionaryTests {
  static let texts = ["", "b", "a", "abcdefgh", "abcdefghi", "abcdefgh\u{0}", "é", "Ω", "A"]

  private static func dictionary() throws -> TextDictionary {
    let coded = try DictionaryEncoding.encode([
      Vector(texts.map { .text($0) }, type: .varchar)
    ])
    return try #require(coded[0].dictionary)
  }

  @Test(arguments: texts.enumerated().map { ($0, $1) })
  func codesFollowAppearance(index: Int, text: String) throws {
    let dictionary = try Self.dictionary()
    #expect(dictionary.code(of: text) == index + 1)
    #expect(dictionary.texts.string(index + 1) == text)
  }

  @Test(arguments: ["c", "abcdefg", "e\u{301}", "\u{0}", "aa"])
  func whatIsNotThereHasNoCode(text: String) throws {
    #expect(try Self.dictionary().code(of: text) == nil)
  }

  @Test func ranksGoByBytes() throws {
    let dictionary = try Self.dictionary()
    let ranks = try dictionary.ranks()
    #expect(ranks.pointer[0] == 0)
    let byRank = Self.texts.sorted {
      ranks.pointer[dictionary.code(of: $0) ?? 0] < ranks.pointer[dictionary.code(of: $1) ?? 0]
    }
    #expect(byRank == Self.texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
