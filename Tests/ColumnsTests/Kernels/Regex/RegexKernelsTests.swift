import Testing

@testable import Columns

struct RegexKernelsTests {
  private static func pattern(_ text: String, global: Bool = false) throws -> RegexKernels.Pattern {
    var options = RegexOptions()
    options.isGlobal = global
    return try RegexKernels.Pattern(options, isWhole: false).compiled(text)
  }

  private static func constant(_ text: String, _ count: Int) -> Vector {
    Vector(constant: .text(text), type: .varchar, count: count)
  }

  /// Every storage gives what one row alone gives, whether the pattern is known beforehand or read
  /// from a column.
  @Test(arguments: ["a", "[aeiou]+", "^$", "(é)t", "an|na", "s$"])
  func everyStorage(pattern: String) throws {
    let known = try Self.pattern(pattern, global: true)
    var options = RegexOptions()
    options.isGlobal = true
    let open = RegexKernels.Pattern(options, isWhole: false)
    for count in Samples.counts {
      for texts in Samples.texts(count) {
        let patterns = Self.constant(pattern, count)
        let column = Vector(
          texts.values.map { _ in .text(pattern) }, type: .varchar)
        let mark = Self.constant("<\\0>", count)
        let found = try RegexKernels.matches(texts, patterns, known)
        let replaced = try RegexKernels.replace(texts, patterns, mark, known)
        expect(
          try RegexKernels.matches(texts, column, open), .boolean, found.values)
        expect(
          try RegexKernels.replace(texts, column, mark, open), .varchar, replaced.values)
        for row in 0..<count {
          let alone = Vector(constant: texts.value(row), type: .varchar, count: 1)
          let single = Self.constant(pattern, 1)
          #expect(try RegexKernels.matches(alone, single, known).value(0) == found.value(row))
          #expect(
            try RegexKernels.replace(alone, single, Self.constant("<\\0>", 1), known).value(0)
              == replaced.value(row))
        }
      }
    }
  }

  static let replacements: [(String, String, String, Bool, String)] = [
    ("abc", "b*", "-", true, "-a-c-"), ("abc", "b*", "-", false, "-abc"),
    ("äöü", "", "-", true, "-ä-ö-ü-"), ("aaa", "^a", "x", true, "xaa"),
    ("aaa", "a*?", "x", true, "xaxaxax"), ("hello", "(l)", "<\\1>", true, "he<l><l>o"),
    ("hello", "l", "\\\\", true, "he\\\\o"), ("ab", "(a)(x)?", "[\\2]", true, "[]b"),
    ("", "a*", "x", true, "x"), ("a,b;c", "[,;]", "", true, "abc"),
  ]

  @Test(arguments: replacements)
  func replaces(
    text: String, pattern: String, replacement: String, isGlobal: Bool, expected: String
  ) throws {
    let result = try RegexKernels.replace(
      Self.constant(text, 1), Self.constant(pattern, 1), Self.constant(replacement, 1),
      try Self.pattern(pattern, global: isGlobal))
    #expect(result.value(0) == .text(expected))
  }

  @Test func badPatternsOfRowsAreErrors() {
    let open = RegexKernels.Pattern(.init(), isWhole: false)
    #expect(throws: ValueError.self) {
      try RegexKernels.matches(Self.constant("a", 1), Self.constant("(", 1), open)
    }
    #expect(throws: ValueError.self) {
      try RegexKernels.replace(
        Self.constant("a", 1), Self.constant("a", 1), Self.constant("\\7", 1), open)
    }
  }

  static let globs: [(String, String, Bool)] = [
    ("IDS.csv", "*.csv", true), ("IDS.csv", "*.tsv", false), ("été", "?t?", true), ("", "*", true),
    ("", "?", false), ("b", "[a-c]", true), ("b", "[!a-c]", false), ("]", "[]]", true),
    ("a*c", "a\\*c", true), ("abc", "a\\*c", false), ("abc", "a*b*c", true), ("a", "[a", false),
    ("a\nb", "a?b", true), ("-", "[a-]", true), ("a", "[c-a]", false), ("a.c", "a.c", true),
    ("abc", "a.c", false),
  ]

  @Test(arguments: globs)
  func glob(text: String, pattern: String, expected: Bool) throws {
    let known = try RegexKernels.Pattern(.init(), isWhole: true, isGlob: true).compiled(pattern)
    let result = try RegexKernels.matches(
      Self.constant(text, 1), Self.constant(pattern, 1), known)
    #expect(result.value(0) == .boolean(expected))
  }
}
