import CKernels

extension TextKernels {
  /// Whether each text contains `part`.
  package static func contains(_ text: Vector, _ part: Vector) throws -> Vector {
    try apply([text, part], .boolean, text.count) { arguments, count in
      let (text, part) = (arguments[0], arguments[1])
      if case .text(let texts) = text.storage, part.constant != nil {
        return TextReader.read(part) { part in
          Nulls.booleans(
            rows(of: texts, containing: part[0]), count: count, validity: text.validity)
        }
      }
      return TextReader.read(text, part) { texts, parts in
        truths(arguments, count: count) { find(parts[$0], in: texts[$0]) != nil }
      }
    }
  }

  /// One bit for each text that contains `part`: one search through all bytes, not one a row.
  static func rows(of texts: TextStore, containing part: TextBytes) -> Buffer<UInt64> {
    let count = texts.count
    guard let needle = part.baseAddress, part.count > 0 else {
      return Bitmap(repeating: true, count: count).words
    }
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    let target = words.pointer
    let offsets = texts.offsets.pointer
    let bytes = texts.bytes.pointer
    let end = Int(offsets[count])
    var position = Int(offsets[0])
    var row = 0
    while position < end {
      let found = position &+ search_bytes(bytes + position, end &- position, needle, part.count)
      if found == end { break }
      while Int(offsets[row &+ 1]) <= found { row &+= 1 }
      let rowEnd = Int(offsets[row &+ 1])
      if found &+ part.count <= rowEnd {
        target[row >> 6] |= 1 << UInt64(row & 63)
        position = rowEnd
      } else {
        // It reaches into the next text; one that begins later may still fit.
        position = found &+ 1
      }
    }
    return words
  }

  /// Whether each text begins with `part`.
  package static func startsWith(_ text: Vector, _ part: Vector) throws -> Vector {
    try apply([text, part], .boolean, text.count) { arguments, count in
      TextReader.read(arguments[0], arguments[1]) { texts, parts in
        truths(arguments, count: count) { has(texts[$0], parts[$0], at: 0) }
      }
    }
  }

  /// Whether each text ends with `part`.
  package static func endsWith(_ text: Vector, _ part: Vector) throws -> Vector {
    try apply([text, part], .boolean, text.count) { arguments, count in
      TextReader.read(arguments[0], arguments[1]) { texts, parts in
        truths(arguments, count: count) { row in
          let text = texts[row]
          let part = parts[row]
          return has(text, part, at: text.count &- part.count)
        }
      }
    }
  }

  /// Where `part` first occurs in each text, counted from 1; 0 where it does not, 1 for an empty
  /// part.
  package static func position(_ text: Vector, _ part: Vector) throws -> Vector {
    try apply([text, part], .bigint, text.count) { arguments, count in
      try TextReader.read(arguments[0], arguments[1]) { texts, parts in
        try numbers(arguments, count: count) { row in
          let text = texts[row]
          guard let found = find(parts[row], in: text) else { return 0 }
          return CodePoints.count(CodePoints.slice(text, 0, found)) &+ 1
        }
      }
    }
  }

  /// Code points of each text.
  package static func length(_ text: Vector) throws -> Vector {
    try apply([text], .bigint, text.count) { arguments, count in
      if case .text(let texts) = arguments[0].storage {
        // The texts of NULL rows are empty.
        let lengths = Buffer<Int64>(count: count)
        count_code_points(texts.bytes.pointer, texts.offsets.pointer, count, lengths.pointer)
        return IntegerNarrowing.vector(
          lengths, count: count, type: .bigint, validity: arguments[0].validity)
      }
      return try TextReader.read(arguments[0]) { texts in
        try numbers(arguments, count: count) { CodePoints.count(texts[$0]) }
      }
    }
  }

  /// Bytes of each text.
  package static func byteLength(_ text: Vector) throws -> Vector {
    try apply([text], .bigint, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try numbers(arguments, count: count) { texts[$0].count }
      }
    }
  }

  /// The number of the first code point of each text; `empty` for a text without any.
  package static func codePoint(_ text: Vector, empty: Int) throws -> Vector {
    try apply([text], .bigint, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try numbers(arguments, count: count) { row in
          let text = texts[row]
          guard text.count > 0 else { return empty }
          let first = CodePoints.slice(text, 0, CodePoints.next(text, 0))
          return String(decoding: first, as: UTF8.self).unicodeScalars.first.map { Int($0.value) }
            ?? empty
        }
      }
    }
  }
}
