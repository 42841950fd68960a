/// Texts and numbers in other notations.
package enum CodeKernels {
  /// A notation for the bytes of a text.
  package enum Notation: Sendable {
    /// Two capital hexadecimal digits a byte.
    case hexadecimal
    /// Eight binary digits a byte.
    case binary
    /// RFC 4648
    case base64
    /// RFC 3986: what is no letter, digit or one of `-._~` as `%` and two hexadecimal digits.
    case url
  }

  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
  private static let base64Digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The UTF-8 bytes of each text in `notation`.
  package static func encode(_ text: Vector, as notation: Notation) throws -> Vector {
    try TextKernels.apply([text], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try TextKernels.texts(arguments, count: count) { row, writer in
          let text = texts[row]
          switch notation {
          case .hexadecimal:
            for byte in text { appendHexadecimal(byte, to: &writer) }
          case .binary:
            for byte in text {
              for bit in 0..<8 { writer.append(digits[Int(byte >> UInt8(7 - bit) & 1)]) }
            }
          case .base64: appendBase64(text, to: &writer)
          case .url:
            for byte in text {
              if isUnreserved(byte) {
                writer.append(byte)
              } else {
                writer.append(UInt8(ascii: "%"))
                appendHexadecimal(byte, to: &writer)
              }
            }
          }
        }
      }
    }
  }

  /// The text whose UTF-8 bytes each text is in `notation`. In the one for URLs, a `%` that no two
  /// digits follow stands for itself.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for text that is not in the notation, and for bytes
  ///   that are not UTF-8.
  package static func decode(_ text: Vector, from notation: Notation) throws -> Vector {
    try TextKernels.apply([text], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try TextKernels.texts(arguments, count: count) { row, writer in
          let text = texts[row]
          let bytes: [UInt8]? =
            switch notation {
            case .hexadecimal: hexadecimal(text)
            case .binary: binary(text)
            case .base64: base64(text)
            case .url: url(text)
            }
          guard let bytes else {
            throw ValueError.badArgument(
              "'\(String(decoding: text, as: UTF8.self))' is not \(name(of: notation))")
          }
          guard String(validating: bytes, as: UTF8.self) != nil else {
            throw ValueError.badArgument(
              "the bytes of '\(String(decoding: text, as: UTF8.self))' are not text in UTF-8")
          }
          bytes.withUnsafeBufferPointer { writer.append($0) }
        }
      }
    }
  }

  private static func name(of notation: Notation) -> String {
    switch notation {
    case .hexadecimal: "hexadecimal: two digits 0-9 A-F a byte"
    case .binary: "binary: eight digits 0 or 1 a byte"
    case .base64: "base64"
    case .url: "a URL's text"
    }
  }

  /// Whole numbers to a base from 2 to 36, in capital letters; negative ones as their 64 or 128
  /// bits, without zeros before.
  package static func digits(_ number: Vector, base: Int) throws -> Vector {
    try TextKernels.apply([number], .varchar, number.count) { arguments, count in
      let isWide = arguments[0].type.isWide
      let numbers = NumberSource.integers(arguments[0], as: Int128.self)
      return try TextKernels.texts(arguments, count: count) { row, writer in
        let number = numbers.pointer[row]
        let bits =
          isWide || number >= 0
          ? UInt128(truncatingIfNeeded: number) : UInt128(UInt64(truncatingIfNeeded: number))
        appendDigits(bits, base: UInt128(base), minimum: 1, to: &writer)
      }
    }
  }

  /// Whole numbers that are not negative to a base from 2 to 36, with at least so many digits as
  /// `minimum` says.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for numbers outside of these.
  package static func digits(_ number: Vector, base: Vector, minimum: Vector) throws -> Vector {
    try TextKernels.apply([number, base, minimum], .varchar, number.count) { arguments, count in
      let numbers = NumberSource.integers(arguments[0], as: Int64.self)
      let bases = NumberSource.integers(arguments[1], as: Int64.self)
      let minimums = NumberSource.integers(arguments[2], as: Int64.self)
      return try TextKernels.texts(arguments, count: count) { row, writer in
        let number = numbers.pointer[row]
        let base = bases.pointer[row]
        let minimum = minimums.pointer[row]
        guard number >= 0 else {
          throw ValueError.badArgument("to_base writes numbers from 0 on, and this is \(number)")
        }
        guard (2...36).contains(base) else {
          throw ValueError.badArgument("the base must be 2 to 36, and this is \(base)")
        }
        guard (0...64).contains(minimum) else {
          throw ValueError.badArgument("there are 0 to 64 digits at least, not \(minimum)")
        }
        appendDigits(
          UInt128(number), base: UInt128(base), minimum: max(1, Int(minimum)), to: &writer)
      }
    }
  }

  private static func appendDigits(
    _ number: UInt128, base: UInt128, minimum: Int, to writer: inout TextWriter
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { space in
      var position = 128
      var rest = number
      while rest > 0 {
        position -= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: base)
        space[position] = digits[Int(digit)]
        rest = quotient
      }
      while 128 - position < minimum {
        position -= 1
        space[position] = UInt8(ascii: "0")
      }
      writer.append(TextBytes(rebasing: space[position...]))
    }
  }

  private static func appendHexadecimal(_ byte: UInt8, to writer: inout TextWriter) {
    writer.append(digits[Int(byte >> 4)])
    writer.append(digits[Int(byte & 15)])
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "~"): true
    default: RegexAssertion.isWord(byte)
    }
  }

  private static func appendBase64(_ text: TextBytes, to writer: inout TextWriter) {
    var position = 0
    while position < text.count {
      let count = min(3, text.count - position)
      var bits: UInt32 = 0
      for index in 0..<3 {
        bits = bits << 8 | (index < count ? UInt32(text[position + index]) : 0)
      }
      for index in 0..<4 {
        writer.append(
          index > count ? UInt8(ascii: "=") : base64Digits[Int(bits >> UInt32(18 - index * 6) & 63)]
        )
      }
      position += 3
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private static func hexadecimal(_ text: TextBytes) -> [UInt8]? {
    var result: [UInt8] = []
    // An odd digit at the start is a byte of its own.
    var isLow = text.count % 2 == 1
    var high: UInt8 = 0
    for byte in text {
      guard let digit = digit(byte) else { return nil }
      if isLow { result.append(high << 4 | digit) } else { high = digit }
      if isLow { high = 0 }
      isLow.toggle()
    }
    return result
  }

  private static func binary(_ text: TextBytes) -> [UInt8]? {
    var result: [UInt8] = []
    var value: UInt8 = 0
    for (index, byte) in text.enumerated() {
      guard byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") else { return nil }
      value = value << 1 | (byte & 1)
      if (text.count - index) % 8 == 1 {
        result.append(value)
        value = 0
      }
    }
    return result
  }

  private static func base64(_ text: TextBytes) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var padding = 0
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "=") && index >= text.count - 2 {
        padding += 1
        bits <<= 6
      } else {
        guard padding == 0, let value = base64Digits.firstIndex(of: byte) else { return nil }
        bits = bits << 6 | UInt32(value)
      }
      if index % 4 == 3 {
        for part in 0..<(3 - padding) {
          result.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - part * 8)))
        }
        bits = 0
      }
    }
    return result
  }

  private static func url(_ text: TextBytes) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "%"), position + 2 < text.count, let high = digit(text[position + 1]),
        let low = digit(text[position + 2])
      {
        result.append(high << 4 | low)
        position += 3
      } else {
        result.append(byte)
        position += 1
      }
    }
    return result
  }
}
