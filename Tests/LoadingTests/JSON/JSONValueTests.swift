import Testing

@testable import Loading

@Suite struct JSONValueTests {
  private static func read(_ bytes: [UInt8]) throws -> JSONValue {
    let block = Block(count: bytes.count + 1)
    for (index, byte) in bytes.enumerated() { block.base[Block.front + index] = byte }
    return try JSONValue(block, count: bytes.count, path: "t.json")
  }

  private static func read(_ text: String) throws -> JSONValue { try read(Array(text.utf8)) }

  @Test func everyKindOfValue() throws {
    let value = try Self.read(
      "\u{FEFF} {\"a\": [1.50, true, false, null, [], {}], \"é\\n\": {\"b\": \"x\\u00e9\"}} ")
    #expect(
      value["a"]
        == .array([
          .number("1.50"), .boolean(true), .boolean(false), .null, .array([]), .object([]),
        ]))
    #expect(value["é\n"]?["b"] == .string("xé"))
    #expect(value["c"] == nil && value["a"]?["b"] == nil)
    #expect(try Self.read("7") == .number("7"))
  }

  @Test(
    arguments: [
      ("{\"a\":1", .truncated(line: 1), 1, 6), ("[1,\n2,]", .trailingComma, 2, 6),
      ("{\"a\":1,\"a\":2}", .duplicateKey("a"), 1, 7),
      ("{\"a\":[{\"b\":1,\"b\":2}]}", .duplicateKey("b"), 1, 13),
      ("1 2", .trailingText(found: "'2'"), 1, 2),
      ("{a:1}", .unexpected(found: "'a'", expected: "a key between double quotes"), 1, 1),
      ("[1;2]", .unexpected(found: "';'", expected: "a comma or ]"), 1, 2),
      ("{\"a\" 1}", .unexpected(found: "'1'", expected: "a colon"), 1, 5),
      ("[NaN]", .notFinite("NaN"), 1, 1), ("{\"a\":1,}", .trailingComma, 1, 7),
    ] as [(String, JSONProblem, Int, Int)])
  func malformed(text: String, problem: JSONProblem, line: Int, offset: Int) {
    let expected = LoadError(.badJSON(problem), path: "t.json", line: line, offset: offset)
    #expect(throws: expected) { try Self.read(text) }
  }

  @Test func textThatIsNotUTF8() {
    for (start, end) in [("{\"a\":\"", "\"}"), ("{}\n", ""), ("", "{}")] {
      let expected = LoadError(
        .illFormed(encoding: "UTF-8"), path: "t.json",
        line: start.contains("\n") ? 2 : 1, offset: start.utf8.count)
      #expect(throws: expected) { try Self.read(Array(start.utf8) + [0xE9] + Array(end.utf8)) }
    }
  }

  @Test func emptyDeepAndLarge() throws {
    for text in ["", " \n"] {
      #expect(throws: LoadError(.empty, path: "t.json")) { try Self.read(text) }
    }
    let limit = JSONScanner.maximumDepth
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try Self.read(nested(limit)) }
    #expect(
      throws: LoadError(.badJSON(.tooDeep(limit: limit)), path: "t.json", line: 1, offset: limit)
    ) { try Self.read(nested(limit + 1)) }
    let file = try TemporaryFile("[\"x\"]", name: "small.json")
    #expect(try JSONValue(path: file.path) == .array([.string("x")]))
    let size = JSONValue.maximumBytes
    let large = try TemporaryFile(
      [UInt8](repeating: UInt8(ascii: " "), count: size + 1), name: "large.json")
    #expect(
      throws: LoadError(.rowTooLong(limit: size), path: large.path, line: 1, offset: 0)
    ) { try JSONValue(path: large.path) }
  }
}
