extension TextKernels {
  /// Each text with the code points of `from` exchanged for those at the same place of `to`; those
  /// without a counterpart are left out. Of a code point that stands twice in `from` the first
  /// place counts.
  package static func translate(_ text: Vector, _ from: Vector, _ to: Vector) throws -> Vector {
    try apply([text, from, to], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0], arguments[1], arguments[2]) { texts, froms, tos in
        try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
          let text = texts[row]
          let from = froms[row]
          let to = tos[row]
          var position = 0
          while position < text.count {
            let next = CodePoints.next(text, position)
            let code = CodePoints.slice(text, position, next)
            position = next
            guard let place = place(of: code, in: from) else {
              writer.append(code)
              continue
            }
            let start = CodePoints.advance(to, from: 0, by: place)
            if start < to.count {
              writer.append(CodePoints.slice(to, start, CodePoints.next(to, start)))
            }
          }
        }
      }
    }
  }

  /// How many code points of `set` stand before `code`; nil where it is none of them.
  private static func place(of code: TextBytes, in set: TextBytes) -> Int? {
    var position = 0
    var place = 0
    while position < set.count {
      let next = CodePoints.next(set, position)
      if next &- position == code.count && has(set, code, at: position) { return place }
      position = next
      place += 1
    }
    return nil
  }

  /// Each text with `length` code points from number `start` on, counted from 1, exchanged for
  /// `replacement`; as many as the replacement has where `length` is nil or negative.
  package static func overlay(
    _ text: Vector, _ replacement: Vector, start: Vector, length: Vector?
  ) throws -> Vector {
    let arguments = [text, replacement, start] + (length.map { [$0] } ?? [])
    return try apply(arguments, .varchar, text.count) { arguments, count in
      let starts = NumberSource.integers(arguments[2], as: Int64.self)
      let lengths = arguments.count > 3 ? NumberSource.integers(arguments[3], as: Int64.self) : nil
      return try TextReader.read(arguments[0], arguments[1]) { texts, replacements in
        try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
          let text = texts[row]
          let replacement = replacements[row]
          let most = Int64(text.count) + 1
          let first = min(max(starts.pointer[row], -Int64(UInt32.max)), most) - 1
          var length = lengths?.pointer[row] ?? -1
          if length < 0 { length = Int64(CodePoints.count(replacement)) }
          let end = first + min(length, Int64(UInt32.max))
          let from = CodePoints.advance(text, from: 0, by: Int(max(0, first)))
          let to = CodePoints.advance(text, from: 0, by: Int(max(0, end)))
          writer.append(CodePoints.slice(text, 0, from))
          writer.append(replacement)
          writer.append(CodePoints.slice(text, max(from, to), text.count))
        }
      }
    }
  }

  /// The code points of each text from number `first` to number `last`, both counted from 1, or
  /// where negative from the end; what lies outside the text is left out.
  package static func slice(_ text: Vector, from first: Vector, to last: Vector) throws -> Vector {
    try apply([text, first, last], .varchar, text.count) { arguments, count in
      let firsts = NumberSource.integers(arguments[1], as: Int64.self)
      let lasts = NumberSource.integers(arguments[2], as: Int64.self)
      return try TextReader.read(arguments[0]) { texts in
        try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
          let text = texts[row]
          let length = CodePoints.count(text)
          let low = max(1, fromStart(firsts.pointer[row], length))
          let high = min(length, fromStart(lasts.pointer[row], length))
          if low > high { return }
          let start = CodePoints.advance(text, from: 0, by: low - 1)
          writer.append(
            CodePoints.slice(
              text, start, CodePoints.advance(text, from: start, by: high - low + 1)))
        }
      }
    }
  }

  /// Position `place`, where negative counted from the end of `length` code points, from the start.
  private static func fromStart(_ place: Int64, _ length: Int) -> Int {
    let most = Int64(Int32.max) * 4
    let place = Int(min(max(place, -most), most))
    return place < 0 ? length + place + 1 : place
  }

  // MARK: Characters as a reader sees them

  /// Characters of each text as a reader sees them: a letter with its accents is one.
  package static func graphemeLength(_ text: Vector) throws -> Vector {
    try apply([text], .bigint, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try numbers(arguments, count: count) { String(decoding: texts[$0], as: UTF8.self).count }
      }
    }
  }

  /// As ``substring(_:start:length:)``, in characters as a reader sees them.
  package static func graphemes(_ text: Vector, start: Vector, length: Vector) throws -> Vector {
    try graphemes([text, start, length]) { numbers, count in
      let (start, length) = (numbers[0], numbers[1])
      let first = start > 0 ? start - 1 : (start < 0 ? count + start : -1)
      return length < 0 ? (first + length, first) : (first, first + length)
    }
  }

  /// As ``left(_:_:)``, in characters as a reader sees them.
  package static func graphemes(_ text: Vector, left length: Vector) throws -> Vector {
    try graphemes([text, length]) { numbers, count in
      (0, numbers[0] < 0 ? count + numbers[0] : numbers[0])
    }
  }

  /// As ``right(_:_:)``, in characters as a reader sees them.
  package static func graphemes(_ text: Vector, right length: Vector) throws -> Vector {
    try graphemes([text, length]) { numbers, count in
      (numbers[0] < 0 ? -numbers[0] : count - numbers[0], count)
    }
  }

  /// The characters of each text from the first of a pair of positions up to the second, both
  /// counted from 0, which `range` finds from the numbers behind the text and its length.
  private static func graphemes(
    _ arguments: [Vector], _ range: ([Int], Int) -> (Int, Int)
  ) throws -> Vector {
    try apply(arguments, .varchar, arguments[0].count) { arguments, count in
      let sources = arguments.dropFirst().map { NumberSource.integers($0, as: Int64.self) }
      let most = Int64(UInt32.max)
      return try TextReader.read(arguments[0]) { texts in
        try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
          let characters = Array(String(decoding: texts[row], as: UTF8.self))
          let numbers = sources.map { Int(min(max($0.pointer[row], -most), most)) }
          let (first, end) = range(numbers, characters.count)
          let low = max(0, first)
          let high = min(characters.count, end)
          if low < high { writer.append(String(characters[low..<high])) }
        }
      }
    }
  }

  // MARK: Pictures

  /// A bar of blocks whose length in characters is `width` where `number` is `high` or above, 0
  /// where it is `low` or below, and in proportion between them; filled up with spaces to `width`.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a width that is not 1 to 1000.
  package static func bar(_ number: Vector, low: Vector, high: Vector, width: Vector) throws
    -> Vector
  {
    try apply([number, low, high, width], .varchar, number.count) { arguments, count in
      let sources = arguments.map { NumberSource.doubles($0) }
      return try texts(arguments, count: count) { row, writer in
        let width = sources[3].pointer[row]
        guard width >= 1 && width <= 1000 else {
          throw ValueError.badArgument(
            "a bar is 1 to 1000 characters wide, not \(ValueText.string(.double(width)))")
        }
        let (x, low, high) = (
          sources[0].pointer[row], sources[1].pointer[row], sources[2].pointer[row]
        )
        var share = 0.0
        if x >= high && x > low { share = 1 } else if x > low { share = (x - low) / (high - low) }
        // In eighths of a character; a share that is no number draws nothing.
        let eighths = share >= 0 && share <= 1 ? Int(share * width * 8) : 0
        for _ in 0..<(eighths / 8) { writer.append(blocks[7]) }
        if eighths % 8 > 0 { writer.append(blocks[eighths % 8 - 1]) }
        for _ in (eighths + 7) / 8..<max(Int(width), (eighths + 7) / 8) {
          writer.append(UInt8(ascii: " "))
        }
      }
    }
  }

  /// Blocks of one to eight eighths of a character's width.
  private static let blocks: [Unicode.Scalar] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  /// Each number of bytes with one decimal in the largest unit of which it has one: by 1024 (`KiB`)
  /// where `isBinary`, else by 1000 (`kB`).
  package static func byteSize(_ number: Vector, isBinary: Bool) throws -> Vector {
    try apply([number], .varchar, number.count) { arguments, count in
      let numbers = NumberSource.integers(arguments[0], as: Int64.self)
      return try texts(arguments, count: count) { row, writer in
        let number = numbers.pointer[row]
        let magnitude = number.magnitude
        let step: UInt64 = isBinary ? 1024 : 1000
        if number < 0 { writer.append(UInt8(ascii: "-")) }
        if magnitude < step {
          writer.append(magnitude == 1 ? "1 byte" : "\(magnitude) bytes")
          return
        }
        var unit: UInt64 = step
        var letter = 0
        while letter < 4, magnitude / unit >= step {
          unit *= step
          letter += 1
        }
        // Cut off, not rounded: 1023.99 KiB is not yet 1024.
        let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: unit)
        let tenth = UInt64(UInt128(rest) * 10 / UInt128(unit))
        let letters = isBinary ? "KMGTP" : "kMGTP"
        let sign = letters[letters.index(letters.startIndex, offsetBy: letter)]
        writer.append("\(whole).\(tenth) \(sign)\(isBinary ? "iB" : "B")")
      }
    }
  }
}
