import Testing

@testable import Loading

/// Texts that are refused: why, and at which line and byte.
@Suite struct JSONProblemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let problem: JSONProblem
    let line: Int
    let offset: Int

    init(_ text: String, _ problem: JSONProblem, line: Int = 1, at offset: Int) {
      self.text = text
      self.problem = problem
      self.line = line
      self.offset = offset
    }

    var testDescription: String { text }
  }

  static let cases: [Case] = [
    // Texts that break off.
    Case("{", .truncated(line: 1), at: 1),
    Case("{\"a\"", .truncated(line: 1), at: 4),
    Case("{\"a\":", .truncated(line: 1), at: 5),
    Case("{\"a\":1", .truncated(line: 1), at: 6),
    Case("{\"a\":1,", .truncated(line: 1), at: 7),
    Case("{\"a\":tr", .truncated(line: 1), at: 7),
    Case("{\"a\":-", .truncated(line: 1), at: 6),
    Case("{\"a\":1.", .truncated(line: 1), at: 7),
    Case("{\"a\":1e+", .truncated(line: 1), at: 8),
    Case("{\"a\":\"x\\u00", .truncated(line: 1), at: 11),
    Case("{\"a\":\"x\\ud83d", .truncated(line: 1), at: 13),
    Case("{\"a\":\"x\\ud83d\\", .truncated(line: 1), at: 14),
    Case("{\"a\":[1", .truncated(line: 1), at: 7),
    Case("{\"a\":[{\"b\":", .truncated(line: 1), at: 11),
    Case("[", .truncated(line: 1), at: 1),
    Case("[{\"a\":1}\n,{\"a\":2},\n {\"a\":\n3", .truncated(line: 3), line: 4, at: 27),
    Case("[{\"a\":1}\n\n", .truncated(line: 3), line: 3, at: 10),
    // Records.
    Case("{\"a\":1}\n7\n", .notAnObject(found: "a number", number: 2), line: 2, at: 8),
    Case("{\"a\":1}\n\"x\"", .notAnObject(found: "a string", number: 2), line: 2, at: 8),
    Case("{\"a\":1}\n[1]", .notAnObject(found: "an array", number: 2), line: 2, at: 8),
    Case("{\"a\":1}\nnull", .notAnObject(found: "null", number: 2), line: 2, at: 8),
    Case("[1,2]", .notAnObject(found: "a number", number: 1), at: 1),
    Case("[[1],[2]]", .notAnObject(found: "an array", number: 1), at: 1),
    Case("[true]", .notAnObject(found: "true", number: 1), at: 1),
    Case("[{\"a\":1},false]", .notAnObject(found: "false", number: 2), at: 9),
    Case("12", .notAnObject(found: "a number", number: 1), at: 0),
    Case("{\"a\":1},\n{\"a\":2}", .commaBetweenRecords, at: 7),
    Case("{\"a\":1}\nx", .unexpected(found: "'x'", expected: "an object"), line: 2, at: 8),
    Case("a,b\n1,2\n", .unexpected(found: "'a'", expected: "an object"), at: 0),
    Case("[{\"a\":1}] x", .trailingText(found: "'x'"), at: 10),
    Case("[{\"a\":1}][", .trailingText(found: "'['"), at: 9),
    Case("[{\"a\":1}] {", .trailingText(found: "'{'"), at: 10),
    Case("[{\"a\":1} {\"a\":2}]", .unexpected(found: "'{'", expected: "a comma or ]"), at: 9),
    Case("[{\"a\":1},]", .trailingComma, at: 9),
    Case("[,{\"a\":1}]", .unexpected(found: "','", expected: "an object"), at: 1),
    Case("[{\"a\":1}}", .unexpected(found: "'}'", expected: "a comma or ]"), at: 8),
    // Objects.
    Case("{\"a\":1,}", .trailingComma, at: 7),
    Case("{,\"a\":1}", .unexpected(found: "','", expected: "a key between double quotes"), at: 1),
    Case("{a:1}", .unexpected(found: "'a'", expected: "a key between double quotes"), at: 1),
    Case("{'a':1}", .unexpected(found: "'''", expected: "a key between double quotes"), at: 1),
    Case("{\"a\" 1}", .unexpected(found: "'1'", expected: "a colon"), at: 5),
    Case("{\"a\",1}", .unexpected(found: "','", expected: "a colon"), at: 4),
    Case("{\"a\"::1}", .unexpected(found: "':'", expected: "a value"), at: 5),
    Case("{\"a\":1 \"b\":2}", .unexpected(found: "'\"'", expected: "a comma or }"), at: 7),
    Case("{\"a\":1]", .unexpected(found: "']'", expected: "a comma or }"), at: 6),
    Case("{\"a\":}", .unexpected(found: "'}'", expected: "a value"), at: 5),
    Case("{\"a\":{\"b\":1,}}", .trailingComma, at: 12),
    Case("{\"a\":1,\n\"b\":2,\n\"a\":3}", .duplicateKey("a"), line: 3, at: 15),
    Case("{\"é\":1,\"\\u00e9\":2}", .duplicateKey("é"), at: 8),
    Case("{\"a\":{\"b\":1},\"a\":{\"c\":1}}", .duplicateKey("a"), at: 13),
    Case("{\"a\":1}\n{\"b\":{\"c\":1,\"d\":2,\"c\":3}}", .duplicateKey("c"), line: 2, at: 26),
    // Arrays.
    Case("{\"a\":[1,]}", .trailingComma, at: 8),
    Case("{\"a\":[1 2]}", .unexpected(found: "'2'", expected: "a comma or ]"), at: 8),
    Case("{\"a\":[1}}", .unexpected(found: "'}'", expected: "a comma or ]"), at: 7),
    Case("{\"a\":[,1]}", .unexpected(found: "','", expected: "a value"), at: 6),
    Case("{\"a\":[{\"b\":1,}]}", .trailingComma, at: 13),
    Case(
      "{\"a\":[{b:1}]}", .unexpected(found: "'b'", expected: "a key between double quotes"), at: 7),
    Case("{\"a\":[{\"b\"}]}", .unexpected(found: "'}'", expected: "a colon"), at: 10),
    // Numbers and words.
    Case("{\"a\":01}", .badNumber("01"), at: 5),
    Case("{\"a\":-01}", .badNumber("-01"), at: 5),
    Case("{\"a\":+1}", .badNumber("+1"), at: 5),
    Case("{\"a\":.5}", .badNumber(".5"), at: 5),
    Case("{\"a\":-.5}", .badNumber("-.5"), at: 5),
    Case("{\"a\":1.}", .badNumber("1."), at: 5),
    Case("{\"a\":1.e5}", .badNumber("1.e5"), at: 5),
    Case("{\"a\":1e}", .badNumber("1e"), at: 5),
    Case("{\"a\":1e+}", .badNumber("1e+"), at: 5),
    Case("{\"a\":0x1F}", .badNumber("0x1F"), at: 5),
    Case("{\"a\":1.2.3}", .badNumber("1.2.3"), at: 5),
    Case("{\"a\":2024-01-01}", .badNumber("2024-01-01"), at: 5),
    Case("{\"a\":-}", .badNumber("-"), at: 5),
    Case("{\"a\":--1}", .badNumber("--1"), at: 5),
    Case("{\"a\":1a}", .badNumber("1a"), at: 5),
    Case("{\"a\":１}", .unexpected(found: "'１'", expected: "a value"), at: 5),
    Case("{\"a\":NaN}", .notFinite("NaN"), at: 5),
    Case("{\"a\":Infinity}", .notFinite("Infinity"), at: 5),
    Case("{\"a\":-Infinity}", .notFinite("-Infinity"), at: 5),
    Case("{\"a\":[-inf]}", .notFinite("-inf"), at: 6),
    Case("{\"a\":True}", .unexpected(found: "'True'", expected: "a value"), at: 5),
    Case("{\"a\":None}", .unexpected(found: "'None'", expected: "a value"), at: 5),
    Case("{\"a\":nul}", .unexpected(found: "'nul'", expected: "a value"), at: 5),
    Case("{\"a\":truex}", .unexpected(found: "'truex'", expected: "a value"), at: 5),
    Case("{\"a\":'x'}", .unexpected(found: "'''", expected: "a value"), at: 5),
    Case("{\"a\":1 // one\n}", .unexpected(found: "'/'", expected: "a comma or }"), at: 7),
    Case("{\"a\":€}", .unexpected(found: "'€'", expected: "a value"), at: 5),
    Case("{\"a\":\u{0}1}", .unexpected(found: "a control character", expected: "a value"), at: 5),
    Case(
      "\u{FEFF}{\"a\":1}\n\u{FEFF}{\"a\":2}",
      .unexpected(found: "'\u{FEFF}'", expected: "an object"), line: 2, at: 11),
    // Strings.
    Case("{\"a\":\"x\ny\"}", .controlCharacter(10), at: 7),
    Case("{\"a\":\"x\ty\"}", .controlCharacter(9), at: 7),
    Case("{\"a\":\"x\u{0}y\"}", .controlCharacter(0), at: 7),
    Case("{\"a\u{1F}\":1}", .controlCharacter(0x1F), at: 3),
    Case("{\"a\":\"\\x\"}", .badEscape("\\x"), at: 6),
    Case("{\"a\":\"\\é\"}", .badEscape("\\é"), at: 6),
    Case("{\"a\":\"\\u12G4\"}", .badEscape("\\u12G"), at: 6),
    Case("{\"a\":\"\\u\"}", .badEscape("\\u\""), at: 6),
    Case("{\"a\":\"\\ud800\"}", .loneSurrogate("\\ud800"), at: 6),
    Case("{\"a\":\"\\ud800x\"}", .loneSurrogate("\\ud800"), at: 6),
    Case("{\"a\":\"\\uD800\\u0041\"}", .loneSurrogate("\\uD800"), at: 6),
    Case("{\"a\":\"\\uD800\\n\"}", .loneSurrogate("\\uD800"), at: 6),
    Case("{\"a\":\"\\uDC00\"}", .loneSurrogate("\\uDC00"), at: 6),
    Case("{\"a\":\"\\u0000\"}", .zeroCharacter, at: 6),
    Case("{\"\\u0000\":1}", .zeroCharacter, at: 2),
    // Tables without rows or columns.
    Case("[]", .noRecords, at: -1),
    Case("[{},{}]", .noKeys, at: -1),
    Case("{}", .noKeys, at: -1),
  ]

  @Test(arguments: cases)
  func refused(test: Case) throws {
    let isPlaced = test.offset >= 0
    let expected = ConvertedJSON.refused(
      .badJSON(test.problem), line: isPlaced ? test.line : nil, offset: isPlaced ? test.offset : nil
    )
    let bytes = Array(test.text.utf8)
    for size in [1 << 18] + Array(1...bytes.count + 1) {
      let converted = try ConvertedJSON(bytes, block: size)
      #expect(converted == expected, "in blocks of \(size)")
    }
  }

  @Test(arguments: ["", " \n", "\u{FEFF}"])
  func empty(text: String) throws {
    #expect(try ConvertedJSON(text) == .refused(.empty, line: nil, offset: nil))
  }

  @Test func nesting() throws {
    func nested(_ depth: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    let limit = JSONScanner.maximumDepth
    let problem = LoadError.Kind.badJSON(.tooDeep(limit: limit))
    #expect(try ConvertedJSON("{\"a\":\(nested(limit, "[", "]"))}").text != nil)
    #expect(
      try ConvertedJSON("{\"a\":\(nested(limit + 1, "[", "]"))}")
        == .refused(problem, line: 1, offset: 5 + limit))
    #expect(try ConvertedJSON(nested(limit, "{\"a\":", "}")).text != nil)
    #expect(
      try ConvertedJSON(nested(limit + 1, "{\"a\":", "}"))
        == .refused(problem, line: 1, offset: 5 * limit))
    // However deep, it takes neither stack nor time.
    #expect(
      try ConvertedJSON("{\"a\":" + String(repeating: "[", count: 1_000_000))
        == .refused(problem, line: 1, offset: 5 + limit))
  }

  @Test func tooManyKeys() throws {
    func records(_ count: Int) -> String {
      "[" + (0..<count).map { "{\"k\($0)\":1}" }.joined(separator: ",") + "]"
    }
    let limit = JSONKeys.maximumCount
    #expect(
      try ConvertedJSON(records(limit + 1)).text == nil)
    let text = try ConvertedJSON(records(300)).text
    #expect(text?.split(separator: "\n").count == 301)
    let long = String(repeating: "k", count: JSONKeys.maximumBytes + 1)
    #expect(
      try ConvertedJSON("{\"\(long)\":1}")
        == .refused(.badJSON(.tooManyKeys(limit: limit)), line: 1, offset: 1))
  }

  @Test func aRecordThatIsTooLong() throws {
    let long = "{\"a\":1}\n{\"a\":\"" + String(repeating: "x", count: 5000) + "\"}\n"
    let converted = try ConvertedJSON(Array(long.utf8), block: 100, maximum: 1000)
    #expect(converted == .refused(.rowTooLong(limit: 1000), line: 2, offset: 8))
    #expect(try ConvertedJSON(Array(long.utf8), block: 100, maximum: 10_000).text != nil)
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xC3],
    [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xFF],
  ])
  func textThatIsNotUTF8(sequence: [UInt8]) throws {
    let start = Array("{\"a\":1}\n{\"a\":\"é".utf8)
    let bytes = start + sequence + Array("x\"}\n".utf8)
    for size in [1 << 18, 1, 2, 3, 7] {
      let converted = try ConvertedJSON(bytes, block: size)
      #expect(
        converted
          == .refused(
            .illFormed(encoding: "UTF-8"), line: 2, offset: start.count))
      // What is wrong before it is said first.
      let earlier = try ConvertedJSON(Array("{\"a\":1}\n{\"a\":x".utf8) + sequence, block: size)
      #expect(
        earlier
          == .refused(
            .badJSON(.unexpected(found: "'x'", expected: "a value")), line: 2, offset: 13))
    }
  }

  @Test func wording() {
    func text(_ problem: JSONProblem) -> String {
      LoadError(.badJSON(problem), path: "t.json", line: 3, offset: 40).description
    }
    #expect(
      text(.unexpected(found: "'None'", expected: "a value"))
        == "'t.json' is no JSON table: found 'None' where a value was expected; did you mean null? "
        + "(line 3, byte 40)")
    #expect(
      text(.controlCharacter(9))
        == "'t.json' is no JSON table: a string holds the control character TAB, "
        + "which must be written \\t (line 3, byte 40)")
    #expect(
      text(.notAnObject(found: "a number", number: 1200))
        == "'t.json' is no JSON table: record 1,200 is a number, and every record must be an object "
        + "(line 3, byte 40)")
    #expect(text(.controlCharacter(1)).contains("U+0001, which must be written \\u0001"))
  }
}
