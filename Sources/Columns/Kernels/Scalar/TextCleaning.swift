// The forms of Unicode text are the standard library's own, which it gives under this name only.
@_spi(_Unicode) import Swift

/// Functions that bring text written in different ways to one form.
package enum CleaningKernels {
  /// Each text without the accents on its letters: `é` becomes `e`. Letters that are no other
  /// letter with an accent, such as `ø` and `ß`, stay.
  package static func stripAccents(_ text: Vector) throws -> Vector {
    try rewritten(text) { withoutAccents($0) }
  }

  /// Each text with its letters and accents composed, as Unicode's form NFC has them.
  package static func compose(_ text: Vector) throws -> Vector {
    try rewritten(text) { composed($0.unicodeScalars) }
  }

  /// Each text in small letters without accents, with one space for every run of spaces, and none
  /// at the ends.
  package static func normalize(_ text: Vector) throws -> Vector {
    try TextKernels.apply([text], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try TextKernels.texts(
          arguments, count: count, byteCount: TextKernels.byteCount(arguments[0])
        ) { row, writer in
          let plain = withoutAccents(String(decoding: texts[row], as: UTF8.self))
          var isPending = false
          var isEmpty = true
          for scalar in plain.unicodeScalars {
            if scalar.properties.isWhitespace || isInvisible(scalar) {
              isPending = !isEmpty && (isPending || scalar.properties.isWhitespace)
              continue
            }
            if isPending { writer.append(UInt8(ascii: " ")) }
            isPending = false
            isEmpty = false
            // The small form of a capital letter may have accents of its own.
            for code in scalar.properties.lowercaseMapping.unicodeScalars
            where !isAccent(code) {
              writer.append(code)
            }
          }
        }
      }
    }
  }

  /// The American Soundex code of each text: a letter and three digits, which names that sound
  /// alike share; empty for a text without ASCII letters. Accents make no difference.
  package static func soundex(_ text: Vector) throws -> Vector {
    try TextKernels.apply([text], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try TextKernels.texts(arguments, count: count, byteCount: count * 4) { row, writer in
          let text = texts[row]
          if CodePoints.isASCII(text) {
            appendSoundex(text, to: &writer)
          } else {
            var plain = withoutAccents(String(decoding: text, as: UTF8.self))
            plain.withUTF8 { appendSoundex($0, to: &writer) }
          }
        }
      }
    }
  }

  /// The digit of each letter from A to Z; 0 for vowels, which end a run, 7 for H and W, which do
  /// not (United States National Archives, "The Soundex Indexing System").
  private static let soundexCodes = Array("01230127022455012623017202".utf8).map {
    $0 - UInt8(ascii: "0")
  }

  private static func appendSoundex(_ text: TextBytes, to writer: inout TextWriter) {
    var written = 0
    var last: UInt8 = 0
    for byte in text {
      let letter = byte & ~0x20
      guard letter >= UInt8(ascii: "A") && letter <= UInt8(ascii: "Z") else { continue }
      let code = soundexCodes[Int(letter - UInt8(ascii: "A"))]
      if written == 0 {
        writer.append(letter)
        written = 1
        last = code
        continue
      }
      if code == 7 { continue }
      if code != 0 && code != last {
        writer.append(code + UInt8(ascii: "0"))
        written += 1
        if written == 4 { return }
      }
      last = code
    }
    while written > 0 && written < 4 {
      writer.append(UInt8(ascii: "0"))
      written += 1
    }
  }

  /// Texts that are not ASCII as `body` rewrites them; others stay as they are.
  private static func rewritten(_ text: Vector, _ body: (String) -> String) throws -> Vector {
    try TextKernels.apply([text], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try TextKernels.texts(
          arguments, count: count, byteCount: TextKernels.byteCount(arguments[0])
        ) { row, writer in
          let text = texts[row]
          if CodePoints.isASCII(text) {
            writer.append(text)
          } else {
            writer.append(body(String(decoding: text, as: UTF8.self)))
          }
        }
      }
    }
  }

  private static func withoutAccents(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text._nfd where !isAccent(scalar) { kept.append(scalar) }
    return composed(kept)
  }

  private static func composed(_ scalars: String.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: String(scalars)._nfc)
    return String(result)
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether it is a sign without width, such as the one that marks the order of bytes.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control
  }
}
