import Testing

struct GoldenScriptTests {
  static let text = """
    # remark

    [tree] [result]
    SELECT 1,
      2
    ----
    one
    ·
    two

    SELECT 3
    ----
    three

    """

  @Test func readsBlocks() throws {
    let script = try GoldenScript(Self.text)
    #expect(script.blocks.count == 2)
    #expect(script.blocks[0].stages == [.tree, .result])
    #expect(script.blocks[0].statement == ["SELECT 1,", "  2"])
    #expect(script.blocks[0].output == ["one", "", "two"])
    #expect(script.blocks[1].line == 11)
  }

  @Test func writesWhatItRead() throws {
    let script = try GoldenScript(Self.text)
    #expect(script.text(with: script.blocks.map(\.output)) == Self.text)
  }

  @Test(arguments: ["----\nx", "SELECT 1\n"])
  func refusesHalfABlock(text: String) {
    #expect(throws: MalformedScript.self) { try GoldenScript(text) }
  }
}
