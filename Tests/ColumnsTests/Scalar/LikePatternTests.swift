import Testing

@testable import Columns

struct LikePatternTests {
  /// Matches by trying every way to share out the text.
  private static func model(
    _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>,
    _ escape: Unicode.Scalar?
  ) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    if let escape, first == escape, let literal = rest.first {
      return text.first == literal && model(text.dropFirst(), rest.dropFirst(), escape)
    }
    switch first {
    case "%":
      return model(text, rest, escape) || !text.isEmpty && model(text.dropFirst(), pattern, escape)
    case "_": return !text.isEmpty && model(text.dropFirst(), rest, escape)
    default: return text.first == first && model(text.dropFirst(), rest, escape)
    }
  }

  private static func scalars(_ text: String) -> ArraySlice<Unicode.Scalar> {
    ArraySlice(text.unicodeScalars)
  }

  private static let texts: [String] = {
    var numbers = SampleNumbers(seed: 21)
    let letters = ["a", "b", "é", "%", "_", "\\"]
    return ["", "abc", "abcabc"]
      + (0..<300).map { _ in
        (0..<Int.random(in: 0...7, using: &numbers)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &numbers)]
        }.joined()
      }
  }()

  private static let patterns: [String] = {
    var numbers = SampleNumbers(seed: 22)
    let letters = ["a", "b", "é", "%", "%", "_", "\\_", "\\%", "\\\\"]
    return [
      "", "%", "%%", "_", "_%", "%_", "abc", "abc%", "%abc", "%abc%", "a%c", "%a%b%", "_%_", "a_c",
      "%é_", "%_b%",
    ]
      + (0..<200).map { _ in
        (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &numbers)]
        }.joined()
      }
  }()

  private static let backslash = Vector(
    constant: .text("\\"), type: .varchar, count: texts.count)

  @Test(arguments: patterns)
  func matchesLikeTheModel(pattern: String) throws {
    let plain = Vector.of(.varchar, Self.texts.map { .text($0) })
    let coded = try #require(DictionaryEncoding.encode([plain]).first)
    let constant = Vector(constant: .text(pattern), type: .varchar, count: plain.count)
    let expected = Self.texts.map {
      Value.boolean(Self.model(Self.scalars($0), Self.scalars(pattern), "\\"))
    }
    for text in [plain, coded] {
      for pattern in [constant, Constants.expanded(constant)] {
        expect(
          try TextKernels.like(text, pattern, escape: Self.backslash, ignoresCase: false),
          .boolean, expected)
      }
    }
  }

  /// Without ESCAPE a backslash is a backslash.
  @Test(arguments: patterns)
  func withoutEscape(pattern: String) throws {
    let plain = Vector.of(.varchar, Self.texts.map { .text($0) })
    let constant = Vector(constant: .text(pattern), type: .varchar, count: plain.count)
    let expected = Self.texts.map {
      Value.boolean(Self.model(Self.scalars($0), Self.scalars(pattern), nil))
    }
    expect(
      try TextKernels.like(plain, constant, escape: nil, ignoresCase: false), .boolean, expected)
    let nothing = Vector(constant: .text(""), type: .varchar, count: plain.count)
    expect(
      try TextKernels.like(plain, constant, escape: nothing, ignoresCase: false), .boolean,
      expected)
  }

  static let cases: [(String, String, Bool)] = [
    ("abc", "ABC", true), ("Ω", "ω", true), ("É", "é", true), ("Heroin 5 kg", "%HEROIN%", true),
    ("heroin", "_EROI_", true), ("abc", "abd", false), ("ÉTÉ", "ét%", true), ("ßx", "SSX", false),
  ]

  @Test(arguments: cases)
  func ignoringCase(text: String, pattern: String, expected: Bool) throws {
    let result = try TextKernels.like(
      Vector.of(.varchar, [.text(text), .null]),
      Vector(constant: .text(pattern), type: .varchar, count: 2), escape: nil, ignoresCase: true)
    expect(result, .boolean, [.boolean(expected), .null])
  }

  @Test func everyStorageWithNulls() throws {
    for vector in Samples.texts(65) {
      for pattern in ["%a%", "a%", "%n", "ab", "%a_"] {
        let expected = vector.values.map { value -> Value in
          guard case .text(let text) = value else { return .null }
          return .boolean(Self.model(Self.scalars(text), Self.scalars(pattern), nil))
        }
        expect(
          try TextKernels.like(
            vector, Vector(constant: .text(pattern), type: .varchar, count: 65), escape: nil,
            ignoresCase: false), .boolean, expected)
      }
    }
  }

  @Test func escapesThatAreNone() {
    func like(_ pattern: String, _ escape: String) throws -> Vector {
      try TextKernels.like(
        Vector.of(.varchar, [.text("abc")]), Vector.of(.varchar, [.text(pattern)]),
        escape: Vector.of(.varchar, [.text(escape)]), ignoresCase: false)
    }
    #expect(throws: ValueError.badArgument("ESCAPE takes one character, or none")) {
      try like("a%", "xx")
    }
    #expect(
      throws: ValueError.badArgument("the pattern must not end with its escape character")
    ) { try like("abc\\", "\\") }
  }
}
