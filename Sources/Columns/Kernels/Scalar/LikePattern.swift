/// A pattern of LIKE, taken apart once: `%` stands for any text, `_` for any one code point.
struct LikePattern {
  /// What stands between two `%`: code points, of which nil is `_`.
  private struct Piece {
    var bytes: [UInt8] = []
    /// The places in `bytes` of the zero bytes that stand for `_`.
    var wildcards: [Int] = []
    /// Code points.
    var width = 0
  }

  /// What kind of test the pattern comes down to.
  enum Form {
    /// No wildcard: the text itself.
    case exact([UInt8])
    /// `abc%`
    case prefix([UInt8])
    /// `%abc`
    case suffix([UInt8])
    /// `%abc%`
    case contains([UInt8])
    case general
  }

  private let pieces: [Piece]
  let form: Form

  /// Takes `pattern` apart.
  ///
  /// - Parameters:
  ///   - escape: behind this code point, given by its bytes, a wildcard stands for itself.
  ///   - ignoresCase: whether the pattern is brought to small letters.
  /// - Throws: ``ValueError/badArgument(_:)`` where the pattern ends with the escape.
  init(_ pattern: TextBytes, escape: [UInt8]?, ignoresCase: Bool) throws(ValueError) {
    var pieces = [Piece()]
    var position = 0
    while position < pattern.count {
      var next = CodePoints.next(pattern, position)
      var code = CodePoints.slice(pattern, position, next)
      var isLiteral = false
      if let escape, code.elementsEqual(escape) {
        guard next < pattern.count else {
          throw .badArgument("the pattern must not end with its escape character")
        }
        position = next
        next = CodePoints.next(pattern, position)
        code = CodePoints.slice(pattern, position, next)
        isLiteral = true
      }
      position = next
      if !isLiteral && code[0] == UInt8(ascii: "%") {
        pieces.append(Piece())
        continue
      }
      let last = pieces.count - 1
      if !isLiteral && code[0] == UInt8(ascii: "_") {
        pieces[last].wildcards.append(pieces[last].bytes.count)
        pieces[last].bytes.append(0)
        pieces[last].width += 1
      } else {
        let bytes = ignoresCase ? TextKernels.lower(Array(code)) : Array(code)
        pieces[last].bytes += bytes
        pieces[last].width += bytes.withUnsafeBufferPointer { CodePoints.count($0) }
      }
    }
    // `%%` is `%`.
    let first = pieces.removeFirst()
    if let last = pieces.popLast() {
      pieces = [first] + pieces.filter { !$0.bytes.isEmpty } + [last]
    } else {
      pieces = [first]
    }
    form = Self.form(pieces)
    self.pieces = pieces
  }

  private static func form(_ pieces: [Piece]) -> Form {
    guard pieces.allSatisfy(\.wildcards.isEmpty) else { return .general }
    switch pieces.map(\.bytes) {
    case let all where all.count == 1: return .exact(all[0])
    case let all where all.count == 2 && all[1].isEmpty: return .prefix(all[0])
    case let all where all.count == 2 && all[0].isEmpty: return .suffix(all[1])
    case let all where all.count == 3 && all[0].isEmpty && all[2].isEmpty:
      return .contains(all[1])
    default: return .general
    }
  }

  /// Whether all of `text` matches.
  ///
  /// - Complexity: O(text × longest piece): a piece once found is never looked for again.
  func matches(_ text: TextBytes) -> Bool {
    guard var position = end(of: pieces[0], at: 0, in: text) else { return false }
    if pieces.count == 1 { return position == text.count }
    for piece in pieces[1..<(pieces.count - 1)] {
      guard let found = find(piece, from: position, in: text) else { return false }
      position = found
    }
    let last = pieces[pieces.count - 1]
    guard let start = CodePoints.retreat(text, from: text.count, by: last.width),
      start >= position
    else { return false }
    return end(of: last, at: start, in: text) == text.count
  }

  /// The byte behind `piece` where it first matches at or behind `start`.
  private func find(_ piece: Piece, from start: Int, in text: TextBytes) -> Int? {
    if piece.wildcards.isEmpty {
      return piece.bytes.withUnsafeBufferPointer { bytes in
        TextKernels.find(bytes, in: CodePoints.slice(text, start, text.count)).map {
          start + $0 + bytes.count
        }
      }
    }
    var position = start
    while position < text.count {
      if let end = end(of: piece, at: position, in: text) { return end }
      position = CodePoints.next(text, position)
    }
    return nil
  }

  /// The byte behind `piece` where it matches at `start`; nil where it does not.
  @inline(__always)
  private func end(of piece: Piece, at start: Int, in text: TextBytes) -> Int? {
    var position = start
    var taken = 0
    for wildcard in piece.wildcards {
      guard let reached = literal(piece, taken, wildcard, at: position, in: text),
        reached < text.count
      else { return nil }
      position = CodePoints.next(text, reached)
      taken = wildcard + 1
    }
    return literal(piece, taken, piece.bytes.count, at: position, in: text)
  }

  /// The byte behind the bytes `from` ..< `to` of `piece` where they stand at `position`.
  @inline(__always)
  private func literal(
    _ piece: Piece, _ from: Int, _ to: Int, at position: Int, in text: TextBytes
  ) -> Int? {
    piece.bytes.withUnsafeBufferPointer { bytes in
      let part = TextBytes(rebasing: bytes[from..<to])
      return TextKernels.has(text, part, at: position) ? position &+ part.count : nil
    }
  }
}

extension TextKernels {
  /// Whether each text matches the pattern of LIKE in the same row, in full.
  ///
  /// - Parameters:
  ///   - escape: one code point behind which a wildcard stands for itself, or an empty text for
  ///     none; nil stands for none too.
  ///   - ignoresCase: whether it is ILIKE.
  /// - Throws: ``ValueError/badArgument(_:)`` for an escape of more than one code point, and for
  ///   a pattern that ends with its escape.
  package static func like(_ text: Vector, _ pattern: Vector, escape: Vector?, ignoresCase: Bool)
    throws -> Vector
  {
    let arguments = [text, pattern] + (escape.map { [$0] } ?? [])
    return try apply(arguments, .boolean, text.count) { arguments, count in
      let text = ignoresCase ? try lower(arguments[0]) : arguments[0]
      let escapes =
        arguments.count > 2
        ? arguments[2] : Vector(constant: .text(""), type: .varchar, count: count)
      let all = [text] + arguments.dropFirst()
      return try TextReader.read(text, arguments[1], escapes) { texts, patterns, escapes in
        if patterns.isConstant && escapes.isConstant {
          let pattern = try LikePattern(
            patterns[0], escape: try escapeCode(escapes[0]), ignoresCase: ignoresCase)
          return matches(pattern, text, texts, all, count)
        }
        let validity = Nulls.validity(all)
        let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
        for row in 0..<count where validity.map({ $0[row] }) ?? true {
          let pattern = try LikePattern(
            patterns[row], escape: try escapeCode(escapes[row]), ignoresCase: ignoresCase)
          if pattern.matches(texts[row]) { words.pointer[row >> 6] |= 1 << UInt64(row & 63) }
        }
        return Nulls.booleans(words, count: count, validity: validity)
      }
    }
  }

  private static func escapeCode(_ text: TextBytes) throws(ValueError) -> [UInt8]? {
    if text.isEmpty { return nil }
    guard CodePoints.count(text) == 1 else {
      throw .badArgument("ESCAPE takes one character, or none")
    }
    return Array(text)
  }

  private static func matches(
    _ pattern: LikePattern, _ text: Vector, _ texts: TextReader, _ arguments: [Vector], _ count: Int
  ) -> Vector {
    switch pattern.form {
    case .exact(let bytes):
      return bytes.withUnsafeBufferPointer { part in
        truths(arguments, count: count) {
          texts[$0].count == part.count && has(texts[$0], part, at: 0)
        }
      }
    case .prefix(let bytes):
      return bytes.withUnsafeBufferPointer { part in
        truths(arguments, count: count) { has(texts[$0], part, at: 0) }
      }
    case .suffix(let bytes):
      return bytes.withUnsafeBufferPointer { part in
        truths(arguments, count: count) { has(texts[$0], part, at: texts[$0].count &- part.count) }
      }
    case .contains(let bytes):
      return bytes.withUnsafeBufferPointer { part in
        if case .text(let store) = text.storage {
          return Nulls.booleans(
            rows(of: store, containing: part), count: count, validity: Nulls.validity(arguments))
        }
        return truths(arguments, count: count) { find(part, in: texts[$0]) != nil }
      }
    case .general:
      return truths(arguments, count: count) { pattern.matches(texts[$0]) }
    }
  }
}
