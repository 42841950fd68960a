/// Turns the inside of a JSON string into the text that it stands for (RFC 8259, section 7).
enum JSONEscapes {
  /// The value of a hexadecimal digit.
  static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Writes the text of the `count` bytes from `start`, whose escapes a ``JSONScanner`` has found
  /// right.
  ///
  /// - Parameters:
  ///   - target: room for `count` bytes.
  ///   - quotes: how often each double quote is written: a quote always stands as an escape, so
  ///     that there is room for two.
  /// - Returns: how many bytes were written.
  static func decode(
    _ start: UnsafePointer<UInt8>, count: Int, quotes: Int = 1,
    into target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var written = 0
    var index = 0
    func append(_ byte: UInt8) {
      target[written] = byte
      written += 1
      if byte == UInt8(ascii: "\"") && quotes == 2 {
        target[written] = byte
        written += 1
      }
    }
    while index < count {
      let byte = start[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < count else {
        target[written] = byte
        written += 1
        index += 1
        continue
      }
      index += 2
      switch start[index - 1] {
      case UInt8(ascii: "b"): append(0x08)
      case UInt8(ascii: "f"): append(0x0C)
      case UInt8(ascii: "n"): append(0x0A)
      case UInt8(ascii: "r"): append(0x0D)
      case UInt8(ascii: "t"): append(0x09)
      case UInt8(ascii: "u"):
        let scalar = scalar(start, count, &index)
        for byte in Array(String(scalar).utf8) { append(byte) }
      case let other: append(other)
      }
    }
    return written
  }

  /// The text of the `count` bytes from `start`.
  static func string(_ start: UnsafePointer<UInt8>, count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { buffer in
      buffer.baseAddress.map { decode(start, count: count, into: $0) } ?? 0
    }
  }

  /// The character of the digits at `index`, which lie behind `\u`, and of a second escape where the
  /// first is half of a pair; moves `index` behind them.
  private static func scalar(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ index: inout Int
  ) -> Unicode.Scalar {
    let first = unit(start, count, &index)
    guard 0xD800...0xDBFF ~= first else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    index += 2
    let second = unit(start, count, &index)
    let joined = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
    return Unicode.Scalar(joined) ?? "\u{FFFD}"
  }

  private static func unit(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ index: inout Int
  ) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 where index < count {
      unit = unit << 4 | UInt32(hexadecimal(start[index]) ?? 0)
      index += 1
    }
    return unit
  }
}
