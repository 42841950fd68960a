extension TextKernels {
  /// The part of each text that begins at code point `start`, of `length` code points, or to the
  /// end where `length` is nil.
  ///
  /// A negative start counts from the end; start 0 stands before the first. A negative length takes
  /// the code points before the start. What lies outside the text is left out.
  package static func substring(_ text: Vector, start: Vector, length: Vector?) throws -> Vector {
    let arguments = [text, start] + (length.map { [$0] } ?? [])
    return try apply(arguments, .varchar, text.count) { arguments, count in
      let starts = NumberSource.integers(arguments[1], as: Int64.self)
      let lengths = arguments.count > 2 ? NumberSource.integers(arguments[2], as: Int64.self) : nil
      return try slices(arguments, count) { row, text in
        let start = clamped(starts.pointer[row])
        let first = start > 0 ? start - 1 : (start < 0 ? CodePoints.count(text) + start : -1)
        guard let lengths else { return (first, farBeyond) }
        let length = clamped(lengths.pointer[row])
        return length < 0 ? (first + length, first) : (first, first + length)
      }
    }
  }

  /// The first `length` code points of each text; all but the last -`length` where that is
  /// negative.
  package static func left(_ text: Vector, _ length: Vector) throws -> Vector {
    try apply([text, length], .varchar, text.count) { arguments, count in
      let lengths = NumberSource.integers(arguments[1], as: Int64.self)
      return try slices(arguments, count) { row, text in
        let length = clamped(lengths.pointer[row])
        return (0, length < 0 ? CodePoints.count(text) + length : length)
      }
    }
  }

  /// The last `length` code points of each text; all but the first -`length` where that is
  /// negative.
  package static func right(_ text: Vector, _ length: Vector) throws -> Vector {
    try apply([text, length], .varchar, text.count) { arguments, count in
      let lengths = NumberSource.integers(arguments[1], as: Int64.self)
      return try slices(arguments, count) { row, text in
        let length = clamped(lengths.pointer[row])
        return (length < 0 ? -length : CodePoints.count(text) - length, farBeyond)
      }
    }
  }

  /// A position behind the end of every text.
  private static let farBeyond = 1 << 61

  /// A position or length no further than that, so that sums of them do not overflow.
  @inline(__always)
  private static func clamped(_ number: Int64) -> Int {
    min(max(Int(number), -farBeyond), farBeyond)
  }

  /// For each row the code points of its text from the first of a pair of positions up to the
  /// second, both counted from 0.
  @inline(__always)
  private static func slices(
    _ arguments: [Vector], _ count: Int, _ range: (Int, TextBytes) -> (Int, Int)
  ) throws -> Vector {
    try TextReader.read(arguments[0]) { texts in
      try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
        let text = texts[row]
        let (first, end) = range(row, text)
        let low = max(0, first)
        if end <= low { return }
        let start = CodePoints.advance(text, from: 0, by: low)
        let stop = CodePoints.advance(text, from: start, by: end &- low)
        writer.append(CodePoints.slice(text, start, stop))
      }
    }
  }

  /// The sides from which ``trim(_:_:_:)`` takes.
  package enum Side: Sendable { case both, start, end }

  /// Each text without the code points of `set` at its ends.
  package static func trim(_ side: Side, _ text: Vector, _ set: Vector) throws -> Vector {
    try apply([text, set], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0], arguments[1]) { texts, sets in
        try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
          let text = texts[row]
          let set = sets[row]
          var start = 0
          var end = text.count
          while side != .end && start < end {
            let next = CodePoints.next(text, start)
            guard isMember(CodePoints.slice(text, start, next), of: set) else { break }
            start = next
          }
          while side != .start && end > start {
            let previous = CodePoints.previous(text, end)
            guard isMember(CodePoints.slice(text, previous, end), of: set) else { break }
            end = previous
          }
          writer.append(CodePoints.slice(text, start, end))
        }
      }
    }
  }

  /// Whether the code point that `bytes` are is one of those of `set`.
  @inline(__always)
  private static func isMember(_ bytes: TextBytes, of set: TextBytes) -> Bool {
    var position = 0
    while position < set.count {
      let next = CodePoints.next(set, position)
      if next &- position == bytes.count && has(set, bytes, at: position) { return true }
      position = next
    }
    return false
  }

  /// Part number `index` of each text as `separator` splits it, counted from 1, or from the end
  /// where negative; empty where there is no such part. An empty separator splits between all code
  /// points.
  package static func splitPart(_ text: Vector, _ separator: Vector, _ index: Vector) throws
    -> Vector
  {
    try apply([text, separator, index], .varchar, text.count) { arguments, count in
      let indexes = NumberSource.integers(arguments[2], as: Int64.self)
      return try TextReader.read(arguments[0], arguments[1]) { texts, separators in
        try Self.texts(arguments, count: count) { row, writer in
          let text = texts[row]
          var index = clamped(indexes.pointer[row])
          if index < 0 { index += countParts(text, separators[row]) + 1 }
          if index > 0, let part = part(text, separators[row], index) { writer.append(part) }
        }
      }
    }
  }

  private static func countParts(_ text: TextBytes, _ separator: TextBytes) -> Int {
    if separator.isEmpty { return CodePoints.count(text) }
    var result = 1
    var rest = text
    while let found = find(separator, in: rest) {
      result += 1
      rest = CodePoints.slice(rest, found + separator.count, rest.count)
    }
    return result
  }

  private static func part(_ text: TextBytes, _ separator: TextBytes, _ index: Int) -> TextBytes? {
    if separator.isEmpty {
      let start = CodePoints.advance(text, from: 0, by: index - 1)
      return start < text.count
        ? CodePoints.slice(text, start, CodePoints.next(text, start)) : nil
    }
    var rest = text
    for _ in 1..<index {
      guard let found = find(separator, in: rest) else { return nil }
      rest = CodePoints.slice(rest, found + separator.count, rest.count)
    }
    return CodePoints.slice(rest, 0, find(separator, in: rest) ?? rest.count)
  }
}
