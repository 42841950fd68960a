import Testing

@testable import Columns

/// Expectations were checked against RE2 through DuckDB 2.0.
struct RegexMatcherTests {
  /// The text of the first match and of each group of it; nil for groups that took no part, and
  /// for all where there is no match.
  private static func find(
    _ pattern: String, in text: String, _ options: RegexOptions = .init()
  ) throws -> [String?]? {
    let program = try RegexProgram(pattern, options)
    var matcher = RegexMatcher(program, groups: program.groupCount)
    var text = text
    return text.withUTF8 { bytes in
      guard matcher.find(in: bytes, from: 0) else { return nil }
      return (0...program.groupCount).map { group in
        matcher.range(ofGroup: group).map { String(decoding: bytes[$0], as: UTF8.self) }
      }
    }
  }

  static let matches: [(String, String, [String?]?)] = [
    ("", "abc", [""]), ("b", "abc", ["b"]), ("x", "abc", nil), ("b", "", nil), ("", "", [""]),
    // The order of the alternatives decides, then greed.
    ("a|ab|abc", "abc", ["a"]), ("ab|abcd", "abcd", ["ab"]), ("(?:ab|abc)d", "abcd", ["abcd"]),
    ("a*", "aaab", ["aaa"]), ("a*?", "aaab", [""]), ("a+?", "aaab", ["a"]),
    ("(?U)a+", "aaab", ["a"]),
    ("(?U)a+?", "aaab", ["aaa"]), ("a??b", "ab", ["ab"]), (".*b", "abab", ["abab"]),
    (".*?b", "abab", ["ab"]), ("a{2}", "aaaa", ["aa"]), ("a{2,}", "aaaa", ["aaaa"]),
    ("a{2,3}?", "aaaa", ["aa"]), ("a{0}b", "ab", ["b"]), ("a{,2}", "a{,2}", ["a{,2}"]),
    ("x{", "x{", ["x{"]),
    // Groups keep their last turn.
    ("(a)(b)?(c)?", "ac", ["ac", "a", nil, "c"]), ("((a)|(b))+", "ab", ["ab", "b", "a", "b"]),
    ("(a*)*", "b", ["", ""]), ("(a*)+", "aa", ["aa", "aa"]), ("(a|b)*", "abc", ["ab", "b"]),
    ("(?P<y>\\d{4})-(?P<m>\\d\\d)", "on 2024-05-01", ["2024-05", "2024", "05"]),
    ("(?:a)(b)", "ab", ["ab", "b"]),
    // Places.
    ("^b", "ab", nil), ("a$", "ab", nil), ("^$", "", [""]), ("\\Aab\\z", "ab", ["ab"]),
    ("a$", "a\n", nil), ("(?m)^b$", "a\nb\nc", ["b"]), ("\\bcat\\b", "concat cat", ["cat"]),
    ("\\Bcat", "cat concat", ["cat"]), ("\\B", "é", [""]), ("\\B.", "é", ["é"]), ("^*", "a", [""]),
    // Characters.
    (".", "\n", nil), ("(?s).", "\n", ["\n"]), ("^.$", "é", ["é"]), ("[^a]", "aé", ["é"]),
    ("[a-c]+", "xabcx", ["abc"]), ("[]a]+", "]a", ["]a"]), ("[^]a]", "]ab", ["b"]),
    ("[a-]+", "-a", ["-a"]), ("[\\d-z]+", "1-z", ["1-z"]), ("[é-ü]", "ö", ["ö"]),
    ("\\w+", "été", ["t"]), ("\\pL+", "1été", ["été"]), ("\\p{Lu}", "aÉ", ["É"]),
    ("\\P{L}", "a1", ["1"]), ("\\p{^L}", "a1", ["1"]), ("[[:^alpha:]]", "a1", ["1"]),
    ("[[:alpha:][:digit:]]+", "-a1-", ["a1"]), ("\\x41\\x{42}\\103", "ABC", ["ABC"]),
    ("\\Qa.b\\E+", "a.bb", ["a.bb"]), ("\\.\\_", "._", ["._"]), ("\\t\\n", "\t\n", ["\t\n"]),
    // Case.
    ("(?i)straSSe", "STRASSE", ["STRASSE"]), ("(?i)é", "É", ["É"]), ("(?i)[a-c]+", "AbC", ["AbC"]),
    ("(?i)k", "\u{212A}", ["\u{212A}"]), ("(?i)s", "\u{17F}", ["\u{17F}"]), ("(?i)ß", "SS", nil),
    ("(?i)σ", "ς", ["ς"]), ("a(?i)b", "aB", ["aB"]), ("a(?i:b)c", "aBC", nil),
    ("(?i)a(?-i)b", "AB", nil), ("(?i)[^a]", "A", nil),
    // Signs outside of the basic plane.
    ("[😀-😎]", "😃", ["😃"]), ("^.$", "😃", ["😃"]),
  ]

  @Test(arguments: matches)
  func finds(pattern: String, text: String, expected: [String?]?) throws {
    #expect(try Self.find(pattern, in: text) == expected)
    // The automaton alone says whether there is a match, and where it ends.
    var automaton = RegexAutomaton(try RegexProgram(pattern, .init()))
    var copy = text
    let (isMatch, end) = copy.withUTF8 { (automaton.matches($0), automaton.end(in: $0, from: 0)) }
    #expect(isMatch == (expected != nil))
    let whole = expected.flatMap { $0.first ?? nil }
    #expect((end != nil) == (expected != nil))
    if let whole, let end {
      #expect(Array(text.utf8)[..<end].suffix(whole.utf8.count).elementsEqual(whole.utf8))
    }
  }

  @Test func literalOptions() throws {
    var options = RegexOptions()
    options.isLiteral = true
    #expect(try Self.find("a.c", in: "abc a.c", options) == ["a.c"])
    options.ignoresCase = true
    #expect(try Self.find("A.C", in: "abc a.c", options) == ["a.c"])
  }

  @Test func optionLetters() throws {
    let options = try RegexOptions("isg")
    #expect(options.ignoresCase && options.pointMatchesNewline && options.isGlobal)
    #expect(try !RegexOptions("ic").ignoresCase)
    #expect(try !RegexOptions("sm").pointMatchesNewline)
    #expect(throws: ValueError.self) { try RegexOptions("x") }
  }

  /// The automaton forgets its states when there are too many, and starts over.
  @Test func manyStates() throws {
    // About 2^16 states, which the text runs into by turns.
    let program = try RegexProgram("a(?:a|b){15}c", .init())
    var automaton = RegexAutomaton(program)
    var numbers = SampleNumbers(seed: 7)
    var text = (0..<9_000).map { _ in Bool.random(using: &numbers) ? UInt8(97) : UInt8(98) }
    #expect(!text.withUnsafeBufferPointer { automaton.matches($0) })
    text.append(contentsOf: Array("abababababababab".utf8) + [UInt8(ascii: "c")])
    #expect(text.withUnsafeBufferPointer { automaton.end(in: $0, from: 0) } == text.count)
  }

  /// The automaton and the machine find the same ends, from every place of random texts.
  @Test(arguments: [
    "a*b|ab*", "(a|ab)(c|bcd)*", "\\b[ab]+\\b", "(?m)^a.*?$", "a{2,3}?b?", "(a*)*|b", "[^a]c|\\Bb",
    "(?:a|b|ab)*c", "$|^|a$",
  ])
  func automatonAgreesWithMachine(pattern: String) throws {
    let program = try RegexProgram(pattern, .init())
    var automaton = RegexAutomaton(program)
    var machine = RegexMachine(program, groups: 0)
    var numbers = SampleNumbers(seed: 11)
    let signs = Array("aabbcd \n_".utf8)
    let places = Buffer<Int>(count: 2)
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...12, using: &numbers)).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &numbers)]
      }
      text.withUnsafeBufferPointer { text in
        for from in 0...text.count {
          let end = automaton.end(in: text, from: from)
          let isFound = machine.find(in: text, from: from, places: places.pointer)
          #expect(isFound == (end != nil))
          if isFound { #expect(places.pointer[1] == end) }
        }
      }
    }
  }

  /// Patterns for which trying all ways one by one would not end.
  @Test(arguments: ["(a*)*b", "(a|a)*c", "(a|aa)+$", "(?:a?){200}a{200}", "(.*)*x"])
  func takesLinearTime(pattern: String) throws {
    let text = String(repeating: "a", count: 2000)
    _ = try Self.find(pattern, in: text)
    #expect(try Self.find(pattern, in: text + "!") == nil || !pattern.hasSuffix("$"))
  }
}
