/// Functions of text and a regular expression. They are NULL where an argument is.
package enum RegexKernels {
  /// What a call has found out about its pattern before it sees a row.
  package struct Pattern: Sendable {
    package let options: RegexOptions
    let isWhole: Bool
    let isGlob: Bool
    let refusesWildcards: Bool
    /// The pattern compiled, where it is a constant.
    package let program: RegexProgram?

    /// A pattern that each row gives, or the constant one that `program` is.
    ///
    /// - Parameters:
    ///   - isWhole: whether it must match all of a text.
    ///   - refusesWildcards: whether `%` and `_`, which look like those of LIKE, are wrong in it.
    ///   - isGlob: whether it is a pattern of GLOB instead, of which options say nothing.
    package init(
      _ options: RegexOptions, isWhole: Bool, refusesWildcards: Bool = false,
      isGlob: Bool = false, program: RegexProgram? = nil
    ) {
      self.isGlob = isGlob
      self.options = options
      self.isWhole = isWhole
      self.refusesWildcards = refusesWildcards
      self.program = program
    }

    /// The same with the constant `pattern` compiled.
    package func compiled(_ pattern: String) throws(PatternProblem) -> Pattern {
      Pattern(
        options, isWhole: isWhole, refusesWildcards: refusesWildcards, isGlob: isGlob,
        program: try program(for: pattern))
    }

    private func program(for pattern: String) throws(PatternProblem) -> RegexProgram {
      if isGlob { return try RegexProgram(glob: pattern) }
      return try RegexProgram(
        pattern, options, isWhole: isWhole, refusesWildcards: refusesWildcards)
    }

    /// The program for `pattern`.
    ///
    /// - Throws: ``ValueError/badArgument(_:)`` where it is no regular expression.
    func compile(_ pattern: TextBytes) throws(ValueError) -> RegexProgram {
      if let program { return program }
      let text = String(decoding: pattern, as: UTF8.self)
      do {
        return try program(for: text)
      } catch {
        throw .badArgument("in the regular expression '\(text)' \(error.message)")
      }
    }
  }

  /// Keeps the matcher of the last row's pattern for the next row.
  struct Matchers: ~Copyable {
    let pattern: Pattern
    let groups: Int
    var last: [UInt8]?
    var matcher: RegexMatcher?

    init(_ pattern: Pattern, groups: Int) {
      self.pattern = pattern
      self.groups = groups
      matcher = pattern.program.map { RegexMatcher($0, groups: groups) }
    }

    /// Makes ``matcher`` that of `text`, to look through `subject`; a cancellation point where that
    /// is long.
    @inline(__always)
    mutating func use(_ text: TextBytes, on subject: TextBytes) throws(ValueError) {
      if subject.count >= TextKernels.longText { try Cancellation.point() }
      if pattern.program != nil { return }
      if let last, text.elementsEqual(last) { return }
      matcher = RegexMatcher(try pattern.compile(text), groups: groups)
      last = Array(text)
    }
  }

  /// Whether each text matches the pattern in the same row.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a pattern that is no regular expression.
  package static func matches(
    _ text: Vector, _ patterns: Vector, _ pattern: Pattern
  ) throws -> Vector {
    try TextKernels.apply([text, patterns], .boolean, text.count) { arguments, count in
      let text = arguments[0]
      if let exact = pattern.program?.literals.exact, case .text(let store) = text.storage {
        return exact.withUnsafeBufferPointer { part in
          Nulls.booleans(
            TextKernels.rows(of: store, containing: part), count: count, validity: text.validity)
        }
      }
      let validity = Nulls.validity(arguments)
      if let program = pattern.program, let sets = program.byteSets,
        case .text(let store) = text.storage
      {
        return Nulls.booleans(
          try rows(of: store, matching: program, sets), count: count, validity: validity)
      }
      let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
      try TextReader.read(text, arguments[1]) { texts, patterns in
        var matchers = Matchers(pattern, groups: 0)
        for row in 0..<count where validity.map({ $0[row] }) ?? true {
          try Cancellation.point(at: row, every: TextKernels.rowsAtATime)
          try matchers.use(patterns[row], on: texts[row])
          if matchers.matcher?.matches(texts[row]) == true {
            words.pointer[row >> 6] |= 1 << UInt64(row & 63)
          }
        }
      }
      return Nulls.booleans(words, count: count, validity: validity)
    }
  }

  /// One bit for each text that has a match: all bytes are searched for what a match may begin with,
  /// and only the texts that have it are asked.
  private static func rows(
    of texts: TextStore, matching program: RegexProgram, _ sets: RegexByteSets
  ) throws(ValueError) -> Buffer<UInt64> {
    let count = texts.count
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    let offsets = texts.offsets.pointer
    let end = Int(offsets[count])
    var matcher = RegexMatcher(program)
    var position = Int(offsets[0])
    var row = 0
    var asked = 0
    while position < end {
      try Cancellation.point(at: asked, every: TextKernels.rowsAtATime)
      asked &+= 1
      position = sets.search(texts.bytes.pointer, from: position, to: end)
      if position == end { break }
      while Int(offsets[row &+ 1]) <= position { row &+= 1 }
      let start = Int(offsets[row])
      if texts[row].count >= TextKernels.longText { try Cancellation.point() }
      // What lies before the first place where a match may begin has none.
      if matcher.matches(texts[row], from: position - start) {
        words.pointer[row >> 6] |= 1 << UInt64(row & 63)
      }
      position = Int(offsets[row &+ 1])
    }
    return words
  }

  /// What group number `group` (0 for the whole match) of the first match of each text matched;
  /// empty where there is no match, or no such group.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a pattern that is no regular expression, and a
  ///   group that is not 0 to 9.
  package static func extract(
    _ text: Vector, _ patterns: Vector, group: Vector, _ pattern: Pattern
  ) throws -> Vector {
    try TextKernels.apply([text, patterns, group], .varchar, text.count) { arguments, count in
      let groups = NumberSource.integers(arguments[2], as: Int64.self)
      var matchers = Matchers(pattern, groups: arguments[2].constant == nil ? 9 : largest(groups))
      return try TextReader.read(arguments[0], arguments[1]) { texts, patterns in
        try TextKernels.texts(arguments, count: count) { row, writer in
          let text = texts[row]
          try matchers.use(patterns[row], on: text)
          let group = groups.pointer[row]
          guard (0...9).contains(group) else {
            throw ValueError.badArgument("groups have the numbers 0 to 9, not \(group)")
          }
          guard matchers.matcher?.find(in: text, from: 0) == true,
            let range = matchers.matcher?.range(ofGroup: Int(group))
          else { return }
          writer.append(CodePoints.slice(text, range.lowerBound, range.upperBound))
        }
      }
    }
  }

  private static func largest(_ groups: Buffer<Int64>) -> Int {
    Int(min(max(groups.elements.max() ?? 0, 0), 9))
  }

  /// Each text with its first match, or where the option `g` is set all matches, replaced. Matches
  /// do not overlap, and no empty one follows directly behind another.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a pattern that is no regular expression, and a
  ///   replacement that ``RegexReplacement`` does not take.
  package static func replace(
    _ text: Vector, _ patterns: Vector, _ replacement: Vector, _ pattern: Pattern
  ) throws -> Vector {
    try TextKernels.apply([text, patterns, replacement], .varchar, text.count) { arguments, count in
      var matchers = Matchers(pattern, groups: 9)
      var last: (text: [UInt8], groups: Int, parsed: RegexReplacement)?
      return try TextReader.read(arguments[0], arguments[1], arguments[2]) {
        texts, patterns, replacements in
        try TextKernels.texts(
          arguments, count: count, byteCount: TextKernels.byteCount(arguments[0])
        ) { row, writer in
          try matchers.use(patterns[row], on: texts[row])
          let groupCount = matchers.matcher?.program.groupCount ?? 0
          let written = replacements[row]
          if last?.groups != groupCount || last.map({ written.elementsEqual($0.text) }) != true {
            last = (Array(written), groupCount, try replacementText(written, groupCount))
          }
          guard let parsed = last?.parsed else { return }
          try replace(
            texts[row], with: parsed, isGlobal: pattern.options.isGlobal, &matchers.matcher,
            &writer)
        }
      }
    }
  }

  private static func replacementText(
    _ text: TextBytes, _ groupCount: Int
  ) throws(ValueError) -> RegexReplacement {
    let text = String(decoding: text, as: UTF8.self)
    do {
      return try RegexReplacement(text, groupCount: groupCount)
    } catch {
      throw .badArgument("in the replacement '\(text)' \(error.message)")
    }
  }

  private static func replace(
    _ text: TextBytes, with replacement: RegexReplacement, isGlobal: Bool,
    _ matcher: inout RegexMatcher?, _ writer: inout TextWriter
  ) throws {
    var position = 0
    var copied = 0
    var lastEnd = -1
    while position <= text.count, matcher?.find(in: text, from: position) == true,
      let range = matcher?.range(ofGroup: 0)
    {
      if range.isEmpty && range.lowerBound == lastEnd {
        position = CodePoints.next(text, range.lowerBound)
        continue
      }
      writer.append(CodePoints.slice(text, copied, range.lowerBound))
      if let found = matcher.take() {
        replacement.append(text, found, to: &writer)
        matcher = consume found
      }
      copied = range.upperBound
      lastEnd = range.upperBound
      position = range.isEmpty ? CodePoints.next(text, range.upperBound) : range.upperBound
      if !isGlobal { break }
    }
    if copied < text.count { writer.append(CodePoints.slice(text, copied, text.count)) }
  }

  /// Each text with a backslash before every ASCII sign that is no letter, digit or `_`, so that
  /// the regular expression matches just the text.
  package static func escape(_ text: Vector) throws -> Vector {
    try TextKernels.apply([text], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try TextKernels.texts(
          arguments, count: count, byteCount: TextKernels.byteCount(arguments[0])
        ) { row, writer in
          for byte in texts[row] {
            if byte < 0x80 && !RegexAssertion.isWord(byte) { writer.append(UInt8(ascii: "\\")) }
            writer.append(byte)
          }
        }
      }
    }
  }
}
