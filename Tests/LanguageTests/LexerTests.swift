import Language
import Testing

@Suite struct LexerTests {
  /// The tokens of a text, each as its kind and its text, without the end.
  private func kinds(_ text: String, includingComments: Bool = false) -> String {
    let source = Source(text)
    return Lexer.tokens(of: text, includingComments: includingComments).dropLast()
      .map { "\($0.kind):\(source.text(of: $0.range))" }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("a", "word:a"),
    ("SeLeCt", "SELECT:SeLeCt"),
    ("pays_d'origine", "word:pays_d invalid(unclosedString):'origine"),
    ("straße_1$", "word:straße_1$"),
    ("国名", "word:国名"),
    ("e E e1", "word:e word:E word:e1"),
    ("\"a \"\"b\"\"\"", "quoted-name:\"a \"\"b\"\"\""),
    ("'it''s'", "string:'it''s'"),
    ("E'a\\'b' e'x'", "escape-string:E'a\\'b' escape-string:e'x'"),
    (
      "1 1_000 0x1F 1_000.5 1. .5 1e6 1.5E-3",
      "integer:1 integer:1_000 integer:0x1F decimal:1_000.5 decimal:1. decimal:.5 float:1e6 "
        + "float:1.5E-3"
    ),
    ("t.5", "word:t '.':. integer:5"),
    ("(a).5", "'(':( word:a ')':) '.':. integer:5"),
    ("$name $1 ?", "parameter:$name parameter:$1 parameter:?"),
    ("a\u{A0}b\u{FEFF}c", "word:a word:b word:c"),
    ("-- all\na", "word:a"),
    ("a/* b /* c */ d */e", "word:a word:e"),
    ("a--b", "word:a"),
  ])
  func tokens(text: String, expected: String) {
    #expect(kinds(text) == expected)
  }

  @Test(arguments: Symbol.allCases)
  func everySymbolIsOneToken(symbol: Symbol) {
    #expect(kinds(symbol.rawValue) == "'\(symbol.rawValue)':\(symbol.rawValue)")
  }

  @Test(arguments: Keyword.allCases)
  func everyKeywordIsReadInAnyCase(keyword: Keyword) {
    let text = keyword.rawValue.lowercased()
    #expect(kinds(text) == "\(keyword.rawValue):\(text)")
    #expect(kinds(keyword.rawValue + "x") == "word:\(keyword.rawValue)x")
  }

  @Test(arguments: [
    ("'abc", "invalid(unclosedString):'abc"),
    ("'abc''", "invalid(unclosedString):'abc''"),
    ("E'abc\\'", "invalid(unclosedString):E'abc\\'"),
    ("E'abc\\", "invalid(unclosedString):E'abc\\"),
    ("\"abc", "invalid(unclosedName):\"abc"),
    ("\"\"", "invalid(emptyName):\"\""),
    ("/* a /* b */", "invalid(unclosedComment):/* a /* b */"),
    ("12abc + 1", "invalid(malformedNumber):12abc '+':+ integer:1"),
    ("1e", "invalid(malformedNumber):1e"),
    ("1__0", "invalid(malformedNumber):1__0"),
    ("1_", "invalid(malformedNumber):1_"),
    ("0x", "invalid(malformedNumber):0x"),
    ("0xfg", "invalid(malformedNumber):0xfg"),
    ("“a b” c", "invalid(typographicQuote):“a b” word:c"),
    ("“a", "invalid(typographicQuote):“ word:a"),
    ("a ! b", "word:a invalid(unknownCharacter):! word:b"),
    ("a ≤ b", "word:a invalid(unknownCharacter):≤ word:b"),
    ("$", "invalid(unknownCharacter):$"),
  ])
  func whatIsNoTokenIsInvalid(text: String, expected: String) {
    #expect(kinds(text) == expected)
  }

  @Test func commentsAreKeptWhenAskedFor() {
    #expect(
      kinds("a -- b\n/* c */ d", includingComments: true)
        == "word:a comment:-- b comment:/* c */ word:d")
  }

  @Test func tokensAreShown() {
    let source = Source("SELECT é <> 1")
    let lines = Lexer.tokens(of: source.text).map { $0.description(in: source) }
    #expect(
      lines == ["0..<6 SELECT SELECT", "7..<9 word é", "10..<12 '<>' <>", "13..<14 integer 1"]
        + ["14..<14 end "])
  }

  @Test func theLastTokenIsTheEnd() {
    let tokens = Lexer.tokens(of: "a ")
    #expect(tokens.map(\.kind) == [.word, .end])
    #expect(tokens.last?.range == SourceRange(at: 2))
  }
}
