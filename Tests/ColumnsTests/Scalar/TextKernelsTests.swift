import Testing

@testable import Columns

/// Expectations were checked against DuckDB 2.0 except where a comment says otherwise.
struct TextKernelsTests {
  private func text(_ value: String) -> Vector {
    Vector(constant: .text(value), type: .varchar, count: 1)
  }

  private func number(_ value: Int128) -> Vector {
    Vector(constant: .integer(value), type: .bigint, count: 1)
  }

  /// The code points of a text, each as a text.
  private static func codes(_ text: String) -> [String] { text.unicodeScalars.map { String($0) } }

  private static func string(_ value: Value) -> String {
    if case .text(let text) = value { text } else { "" }
  }

  /// Runs a function of one text on every storage, against a model of one row.
  private func check(
    _ type: DataType, _ kernel: (Vector) throws -> Vector, _ model: (String) -> Value
  ) throws {
    for count in Samples.counts {
      for vector in Samples.texts(count) {
        expect(
          try kernel(vector), type,
          vector.values.map { $0.isNull ? .null : model(Self.string($0)) })
      }
    }
  }

  /// The same for two texts.
  private func check2(
    _ type: DataType, _ kernel: (Vector, Vector) throws -> Vector,
    _ model: (String, String) -> Value
  ) throws {
    for count in [0, 1, 65] {
      for a in Samples.texts(count) {
        for b in Samples.texts(count, seed: 77) {
          expect(
            try kernel(a, b), type,
            zip(a.values, b.values).map { x, y in
              x.isNull || y.isNull ? .null : model(Self.string(x), Self.string(y))
            })
        }
      }
    }
  }

  @Test func lengths() throws {
    try check(.bigint, TextKernels.length) { .integer(Int128($0.unicodeScalars.count)) }
    try check(.bigint, TextKernels.byteLength) { .integer(Int128($0.utf8.count)) }
  }

  @Test func letterCase() throws {
    try check(.varchar, TextKernels.upper) { .text($0.uppercased()) }
    try check(.varchar, TextKernels.lower) { .text($0.lowercased()) }
  }

  @Test func reversed() throws {
    try check(.varchar, TextKernels.reverse) { .text(String($0.reversed())) }
  }

  @Test func searching() throws {
    func index(of part: String, in text: String) -> Int? {
      let text = Array(text.utf8)
      let part = Array(part.utf8)
      if part.count > text.count { return nil }
      return (0...(text.count - part.count)).first { text[$0...].starts(with: part) }
    }
    try check2(.boolean, TextKernels.contains) { .boolean(index(of: $1, in: $0) != nil) }
    try check2(.boolean, TextKernels.startsWith) { .boolean(index(of: $1, in: $0) == 0) }
    try check2(.boolean, TextKernels.endsWith) { text, part in
      .boolean(text.utf8.reversed().starts(with: part.utf8.reversed()))
    }
    try check2(.bigint, TextKernels.position) { text, part in
      guard let found = index(of: part, in: text) else { return .integer(0) }
      let before = String(decoding: Array(text.utf8)[..<found], as: UTF8.self)
      return .integer(Int128(before.unicodeScalars.count + 1))
    }
  }

  /// A hit over the end of one text is none, wherever the search goes on from.
  @Test func aPartDoesNotReachIntoTheNextText() throws {
    let vector = Vector.of(
      .varchar, ["xa", "bc", "ab", "", "aab", "a", "b", "ababab"].map { .text($0) })
    expect(
      try TextKernels.contains(vector, Vector(constant: .text("ab"), type: .varchar, count: 8)),
      .boolean,
      [false, false, true, false, true, false, false, true].map { .boolean($0) })
  }

  @Test func searchingLongTexts() throws {
    var numbers = SampleNumbers(seed: 9)
    for length in [1, 15, 16, 17, 31, 33, 100] {
      let texts = (0..<200).map { _ in
        String(
          (0..<length).map { _ in Character(["a", "b"].randomElement(using: &numbers) ?? "a") })
      }
      let vector = Vector.of(.varchar, texts.map { .text($0) })
      for part in ["a", "ab", "aabab", "bbbbbbbb", "abababababababab"] {
        let expected = texts.map { text -> Value in
          let text = Array(text.utf8)
          let part = Array(part.utf8)
          return .boolean(
            part.count <= text.count
              && (0...(text.count - part.count)).contains { text[$0...].starts(with: part) })
        }
        let constant = Vector(constant: .text(part), type: .varchar, count: 200)
        expect(try TextKernels.contains(vector, constant), .boolean, expected)
        expect(
          try TextKernels.contains(vector, Constants.expanded(constant)), .boolean, expected)
      }
    }
  }

  static let substrings: [(String, Int128, Int128?, String)] = [
    ("hello", 2, nil, "ello"), ("hello", 0, nil, "hello"), ("hello", 0, 2, "h"),
    ("hello", 0, 1, ""), ("hello", -3, nil, "llo"), ("hello", -3, 2, "ll"), ("hello", 2, -1, "h"),
    ("hello", 3, -2, "he"), ("hello", -2, -2, "el"), ("hello", -10, 7, "he"),
    ("hello", 10, nil, ""),
    ("hello", 2, 100, "ello"), ("hello", -10, 2, ""), ("hello", -5, 1, "h"), ("hello", -6, 1, ""),
    ("", 1, nil, ""), ("naïveté", 3, 2, "ïv"), ("naïveté", -2, nil, "té"),
    // DuckDB refuses positions beyond 32 bits.
    ("abc", Int128(Int64.max), Int128(Int64.max), ""),
    ("abc", Int128(Int64.min), 5, ""), ("abc", -5_000_000_000, 5_000_000_000, "abc"),
    ("abc", 1, Int128(Int64.max), "abc"),
  ]

  @Test(arguments: substrings)
  func substring(value: String, start: Int128, length: Int128?, expected: String) throws {
    let result = try TextKernels.substring(
      text(value), start: number(start), length: length.map { number($0) })
    #expect(result.value(0) == .text(expected))
  }

  static let ends: [(String, Int128, left: String, right: String)] = [
    ("hello", 2, "he", "lo"), ("hello", -2, "hel", "llo"), ("hello", -10, "", ""),
    ("hello", 0, "", ""), ("hello", 9, "hello", "hello"), ("été", 1, "é", "é"),
    ("été", -1, "ét", "té"), ("abc", Int128(Int64.max), "abc", "abc"),
    ("abc", Int128(Int64.min), "", ""),
  ]

  @Test(arguments: ends)
  func leftAndRight(value: String, count: Int128, left: String, right: String) throws {
    #expect(try TextKernels.left(text(value), number(count)).value(0) == .text(left))
    #expect(try TextKernels.right(text(value), number(count)).value(0) == .text(right))
  }

  static let trims: [(String, String, both: String, start: String, end: String)] = [
    ("  a  ", " ", "a", "a  ", "  a"), ("xxaxx", "x", "a", "axx", "xxa"),
    ("xyaxy", "xy", "a", "axy", "xya"), ("\t a \n", " ", "\t a \n", "\t a \n", "\t a \n"),
    ("éaé", "é", "a", "aé", "éa"), ("abc", "", "abc", "abc", "abc"), ("   ", " ", "", "", ""),
    ("", " ", "", "", ""),
  ]

  @Test(arguments: trims)
  func trim(value: String, set: String, both: String, start: String, end: String) throws {
    #expect(try TextKernels.trim(.both, text(value), text(set)).value(0) == .text(both))
    #expect(try TextKernels.trim(.start, text(value), text(set)).value(0) == .text(start))
    #expect(try TextKernels.trim(.end, text(value), text(set)).value(0) == .text(end))
  }

  static let replacements: [(String, String, String, String)] = [
    ("hello", "l", "L", "heLLo"), ("hello", "", "x", "hello"), ("aaa", "aa", "b", "ba"),
    ("abc", "b", "", "ac"), ("abc", "x", "y", "abc"), ("", "a", "b", ""),
  ]

  @Test(arguments: replacements)
  func replace(value: String, part: String, replacement: String, expected: String) throws {
    #expect(
      try TextKernels.replace(text(value), text(part), text(replacement)).value(0)
        == .text(expected))
  }

  static let parts: [(String, String, Int128, String)] = [
    ("a-b-c", "-", 2, "b"), ("a-b-c", "-", 0, ""), ("a-b-c", "-", -1, "c"), ("a-b-c", "-", -3, "a"),
    ("a-b-c", "-", 4, ""), ("a-b-c", "-", -4, ""), ("abc", "", 1, "a"), ("abc", "", 2, "b"),
    ("abc", "", 4, ""), ("abc", "", -1, "c"), ("", "-", 1, ""), ("a,b,,c", ",", 3, ""),
    ("a--b", "--", 2, "b"), ("abc", "x", 1, "abc"), ("abc", "x", -1, "abc"),
  ]

  @Test(arguments: parts)
  func splitPart(value: String, separator: String, index: Int128, expected: String) throws {
    #expect(
      try TextKernels.splitPart(text(value), text(separator), number(index)).value(0)
        == .text(expected))
  }

  static let paddings: [(String, Int128, String, start: String, end: String)] = [
    ("hi", 5, "xy", "xyxhi", "hixyx"), ("hello", 2, "x", "he", "he"), ("hi", -1, "x", "", ""),
    ("abc", 5, "é", "ééabc", "abcéé"), ("abc", 3, "", "abc", "abc"), ("", 2, "ab", "ab", "ab"),
  ]

  @Test(arguments: paddings)
  func pad(value: String, length: Int128, filling: String, start: String, end: String) throws {
    #expect(
      try TextKernels.pad(text(value), number(length), text(filling), atEnd: false).value(0)
        == .text(start))
    #expect(
      try TextKernels.pad(text(value), number(length), text(filling), atEnd: true).value(0)
        == .text(end))
  }

  @Test func textsThatWouldBeTooLong() throws {
    #expect(throws: ValueError.textTooLong) {
      try TextKernels.repeat(text("abc"), number(1 << 40))
    }
    #expect(throws: ValueError.textTooLong) {
      try TextKernels.repeat(text("abc"), number(Int128(Int64.max)))
    }
    #expect(throws: ValueError.textTooLong) {
      try TextKernels.pad(text("abc"), number(Int128(Int64.max)), text("x"), atEnd: true)
    }
    #expect(throws: ValueError.badArgument("there is nothing to pad the text with")) {
      try TextKernels.pad(text("hi"), number(5), text(""), atEnd: false)
    }
    #expect(try TextKernels.repeat(text("ab"), number(3)).value(0) == .text("ababab"))
    #expect(try TextKernels.repeat(text("ab"), number(-1)).value(0) == .text(""))
  }

  @Test func characters() throws {
    #expect(try TextKernels.character(number(233)).value(0) == .text("é"))
    #expect(try TextKernels.character(number(128_512)).value(0) == .text("😀"))
    for bad in [-1, 0xD800, 1_114_112] {
      #expect(
        throws: ValueError.badArgument("\(bad) is not the number of a Unicode code point")
      ) { try TextKernels.character(number(Int128(bad))) }
    }
    #expect(try TextKernels.codePoint(text("é"), empty: 0).value(0) == .integer(233))
    #expect(try TextKernels.codePoint(text("🇩🇪"), empty: 0).value(0) == .integer(127_465))
    #expect(try TextKernels.codePoint(text(""), empty: -1).value(0) == .integer(-1))
  }

  /// Full mappings, where DuckDB takes the simple ones: `STRAẞE`.
  @Test func casesThatChangeTheLength() throws {
    #expect(try TextKernels.upper(text("straße")).value(0) == .text("STRASSE"))
    #expect(try TextKernels.upper(text("ÿ")).value(0) == .text("Ÿ"))
    #expect(try TextKernels.lower(text("ẞΣ")).value(0) == .text("ßσ"))
    #expect(
      try TextKernels.capitalize(text("hELLO ÉTÉ o'neil x2y")).value(0)
        == .text("Hello Été O'Neil X2y"))
  }

  @Test(arguments: [0, 1, 65])
  func joining(count: Int) throws {
    let vectors = Samples.texts(count)
    for a in vectors {
      for b in [vectors[1], vectors[9], vectors[12], vectors[14]] {
        let rows = zip(a.values, b.values).map { [$0, $1] }
        expect(
          try TextKernels.join([a, b], count: count), .varchar,
          rows.map { row in
            row.contains(.null) ? .null : .text(row.map(Self.string).joined())
          })
        expect(
          try TextKernels.join([a, b, a], count: count), .varchar,
          rows.map { row in
            row.contains(.null)
              ? .null : .text((row + [row[0]]).map(Self.string).joined())
          })
        expect(
          try TextKernels.joinPresent(
            [a, b], separator: Vector(constant: .text("-"), type: .varchar, count: count),
            count: count), .varchar,
          rows.map { row in
            .text(row.filter { !$0.isNull }.map(Self.string).joined(separator: "-"))
          })
      }
    }
  }

  /// Rows whose other arguments vary, against the same call with constants.
  @Test func argumentsThatVary() throws {
    let texts = Samples.texts(65)[1]
    let starts = Samples.integers(65)[0]
    let lengths = Samples.integers(65)[6]
    let result = try TextKernels.substring(texts, start: starts, length: lengths)
    for row in 0..<65 {
      let single = try TextKernels.substring(
        Vector(constant: texts.value(row), type: .varchar, count: 1),
        start: Vector(constant: starts.value(row), type: .bigint, count: 1),
        length: Vector(constant: lengths.value(row), type: .bigint, count: 1))
      #expect(result.value(row) == single.value(0))
    }
    #expect(brokenPromise(result) == nil)
  }
}
