extension TextKernels {
  /// Each text in capital letters, by Unicode's full mappings: `straße` becomes `STRASSE`.
  package static func upper(_ text: Vector) throws -> Vector {
    try mapCase(
      text, first: UInt8(ascii: "a"), last: UInt8(ascii: "z"),
      scalar: { $0.properties.uppercaseMapping })
  }

  /// Each text in small letters, by Unicode's full mappings.
  package static func lower(_ text: Vector) throws -> Vector {
    try mapCase(
      text, first: UInt8(ascii: "A"), last: UInt8(ascii: "Z"),
      scalar: { $0.properties.lowercaseMapping })
  }

  /// Exchanges the case of ASCII letters `first` … `last`, and maps other code points by `scalar`.
  private static func mapCase(
    _ text: Vector, first: UInt8, last: UInt8, scalar: (Unicode.Scalar) -> String
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
          let text = texts[row]
          if CodePoints.isASCII(text) {
            for byte in text {
              writer.append(byte >= first && byte <= last ? byte ^ 0x20 : byte)
            }
          } else {
            for code in String(decoding: text, as: UTF8.self).unicodeScalars {
              writer.append(scalar(code))
            }
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
