extension TextKernels {
  /// Each text in capital letters, by Unicode's full mappings: `straße` becomes `STRASSE`.
  package static func upper(_ text: Vector) throws -> Vector {
    try mapCase(
      text, first: UInt8(ascii: "a"), last: UInt8(ascii: "z"), twoByte: upperTwoByte,
      scalar: { $0.properties.uppercaseMapping })
  }

  /// Each text in small letters, by Unicode's full mappings.
  package static func lower(_ text: Vector) throws -> Vector {
    try mapCase(
      text, first: UInt8(ascii: "A"), last: UInt8(ascii: "Z"), twoByte: lowerTwoByte,
      scalar: { $0.properties.lowercaseMapping })
  }

  /// The mappings of U+0080 … U+07FF, whose UTF-8 forms have two bytes: Latin, Greek and Cyrillic.
  private static let upperTwoByte = twoByte { $0.properties.uppercaseMapping }
  private static let lowerTwoByte = twoByte { $0.properties.lowercaseMapping }

  private static func twoByte(_ scalar: (Unicode.Scalar) -> String) -> [[UInt8]] {
    (UInt32(0x80)..<0x800).map { number in
      Unicode.Scalar(number).map { Array(scalar($0).utf8) } ?? []
    }
  }

  /// Exchanges the case of ASCII letters `first` … `last`, and maps other code points by `scalar`.
  private static func mapCase(
    _ text: Vector, first: UInt8, last: UInt8, twoByte: [[UInt8]],
    scalar: (Unicode.Scalar) -> String
  ) throws -> Vector {
    try apply([text], .varchar, text.count) { arguments, count in
      let text = arguments[0]
      if case .text(let store) = text.storage, CodePoints.isASCII(store.bytes.elements) {
        // All texts in one loop, where they already lie end to end.
        let bytes = Buffer<UInt8>(count: store.bytes.count)
        exchange(store.bytes.elements, first, last, into: bytes.pointer)
        return Vector(
          type: .varchar, count: count,
          storage: .text(TextStore(offsets: store.offsets, bytes: bytes)), validity: text.validity)
      }
      return try TextReader.read(text) { texts in
        try Self.texts(arguments, count: count, byteCount: byteCount(text)) { row, writer in
          var rest = texts[row]
          while rest.count > 0 {
            let plain = CodePoints.asciiPrefix(rest)
            if plain > 0 {
              writer.append(upTo: plain) { target in
                exchange(CodePoints.slice(rest, 0, plain), first, last, into: target)
                return plain
              }
            }
            rest = CodePoints.slice(rest, plain, rest.count)
            if rest.isEmpty { break }
            if let number = CodePoints.twoByteNumber(rest) {
              for byte in twoByte[number &- 0x80] { writer.append(byte) }
              rest = CodePoints.slice(rest, 2, rest.count)
              continue
            }
            var end = CodePoints.next(rest, 0)
            while end < rest.count && rest[end] >= 0x80 { end &+= 1 }
            let others = CodePoints.slice(rest, 0, end)
            for code in String(decoding: others, as: UTF8.self).unicodeScalars {
              writer.append(scalar(code))
            }
            rest = CodePoints.slice(rest, end, rest.count)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func exchange(
    _ source: TextBytes, _ first: UInt8, _ last: UInt8, into target: UnsafeMutablePointer<UInt8>
  ) {
    guard let bytes = source.baseAddress else { return }
    let width = last &- first
    var position = 0
    while position < source.count {
      let byte = bytes[position]
      target[position] = byte &- first <= width ? byte ^ 0x20 : byte
      position &+= 1
    }
  }

  /// Each text with a capital letter at the start of each word and small ones elsewhere. A word is
  /// a run of letters and digits.
  package static func capitalize(_ text: Vector) throws -> Vector {
    try apply([text], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
          var isInWord = false
          for code in String(decoding: texts[row], as: UTF8.self).unicodeScalars {
            let properties = code.properties
            writer.append(isInWord ? properties.lowercaseMapping : properties.titlecaseMapping)
            isInWord = properties.isAlphabetic || properties.numericType != nil
          }
        }
      }
    }
  }

  /// `text` in small letters.
  static func lower(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for code in String(decoding: text, as: UTF8.self).unicodeScalars {
      result += code.properties.lowercaseMapping.utf8
    }
    return result
  }
}
