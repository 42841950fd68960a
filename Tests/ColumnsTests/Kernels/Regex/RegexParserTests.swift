import Testing

@testable import Columns

struct RegexParserTests {
  /// Patterns with what is wrong between « and ».
  static let faults = [
    "a«(»b", "«(»", "a«)»b", "a«[»b", "«*»a", "a|«+»", "a«**»", "a«{2}{3}»", "[«z-a»]", "a«{3,2}»",
    "a«{1001}»", "«\\1»", "«\\q»", "«\\»", "«\\x4»", "«\\x{110000}»", "«(?=»a)", "«(?<!»a)",
    "«(?z»)", "(?P<«a-»b>c)", "«(?P<»>a)", "[«[:foo:]»]", "«\\p{Greek}»", "«\\pX»", "[a-«\\d»]",
    "«(»?:a", "«(»?i", "é«(»",
  ]

  @Test(arguments: faults)
  func pointsAtTheFault(marked: String) throws {
    let start = try #require(marked.firstRange(of: "«"))
    let end = try #require(marked.firstRange(of: "»"))
    let before = marked[..<start.lowerBound].utf8.count
    let range = before..<(before + marked[start.upperBound..<end.lowerBound].utf8.count)
    let pattern = marked.filter { $0 != "«" && $0 != "»" }
    do {
      _ = try RegexProgram(pattern, .init())
      Issue.record("\(pattern) is taken")
    } catch {
      #expect(error.range == range, "\(pattern): \(error.message)")
      #expect(!error.message.isEmpty)
    }
  }

  @Test func boundsDepthAndSize() {
    let deep = String(repeating: "(", count: 10_000) + String(repeating: ")", count: 10_000)
    #expect(throws: PatternProblem.self) { try RegexProgram(deep, .init()) }
    #expect(throws: PatternProblem.self) { try RegexProgram("((a{99}){99}){99}", .init()) }
  }

  @Test func refusesWildcards() {
    for pattern in ["a%", "a_b"] {
      #expect(throws: PatternProblem.self) {
        try RegexProgram(pattern, .init(), isWhole: true, refusesWildcards: true)
      }
    }
    #expect(throws: Never.self) {
      try RegexProgram("[%_]\\%\\_", .init(), isWhole: true, refusesWildcards: true)
    }
  }

  @Test func sets() {
    let set = CodePointSet([5...9, 1...3, 4...4, 20...30, 25...40])
    #expect(set.ranges == [1...9, 20...40])
    #expect(set.complement.ranges == [0...0, 10...19, 41...0x10FFFF])
    #expect(set.complement.complement == set)
    #expect(CodePointSet.all.complement.isEmpty)
    #expect(set.subtracting(CodePointSet([2...30])).ranges == [1...1, 31...40])
  }

  /// The sequences of bytes for a range hold just the UTF-8 forms of its members.
  @Test(
    arguments: [
      0...0x10FFFF, 0x41...0x41, 0x7E...0x81, 0x7FE...0x802, 0xFFFE...0x10001, 0xD000...0xE001,
      0x10FFF0...0x10FFFF, 0x3A9...0x1F600,
    ] as [ClosedRange<UInt32>])
  func byteRanges(range: ClosedRange<UInt32>) {
    var sequences: [[ClosedRange<UInt8>]] = []
    UTF8Ranges.append(range, to: &sequences)
    var members: [UInt32] = []
    for edge in [
      0, 0x41, 0x80, 0x800, 0xD800, 0xE000, 0x10000, 0x10FFFF, range.lowerBound,
      range.upperBound, 0x3A9, 0x1F600,
    ] as [UInt32] {
      members += (max(edge, 3) - 3)...min(edge + 3, 0x10FFFF)
    }
    for value in members where Unicode.Scalar(value) != nil {
      let bytes = UTF8Ranges.bytes(value)
      let matching = sequences.count { sequence in
        sequence.count == bytes.count && zip(sequence, bytes).allSatisfy { $0.contains($1) }
      }
      #expect(matching == (range.contains(value) ? 1 : 0), "\(value)")
    }
  }

  static let replacements: [(String, Int, Range<Int>?)] = [
    ("a\\0\\1", 1, nil), ("\\\\", 0, nil), ("a\\1", 0, 1..<3), ("\\", 0, 0..<1),
    ("ab\\n", 3, 2..<4),
  ]

  @Test(arguments: replacements)
  func replacement(text: String, groups: Int, fault: Range<Int>?) {
    var found: Range<Int>?
    do { _ = try RegexReplacement(text, groupCount: groups) } catch { found = error.range }
    #expect(found == fault)
  }
}
