/// The byte order of texts.
enum TextOrder {
  /// The place of each text of a dictionary in byte order; text 0, NULL's, has place 0.
  ///
  /// Sorts by the first 8 bytes as a number, and looks at the texts themselves only on ties.
  ///
  /// - Complexity: O(*n* log *n*).
  static func ranks(of texts: TextStore) -> Buffer<UInt32> {
    let count = texts.count
    var keys: [(prefix: UInt64, code: UInt32)] = []
    keys.reserveCapacity(count)
    for code in 1..<max(1, count) {
      keys.append((prefix(texts[code]), UInt32(code)))
    }
    keys.sort { a, b in
      if a.prefix != b.prefix { return a.prefix < b.prefix }
      let x = texts[Int(a.code)]
      let y = texts[Int(b.code)]
      guard let xStart = x.baseAddress, let yStart = y.baseAddress else { return x.count < y.count }
      return TextHash.compare(xStart, x.count, yStart, y.count) < 0
    }
    let ranks = Buffer<UInt32>(count: count)
    ranks.pointer[0] = 0
    for (place, key) in keys.enumerated() {
      ranks.pointer[Int(key.code)] = UInt32(place + 1)
    }
    return ranks
  }

  /// The first 8 bytes as a big-endian number, shorter texts padded with zeros.
  @inline(__always)
  static func prefix(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var result: UInt64 = 0
    var index = 0
    while index < 8 {
      result <<= 8
      if index < text.count { result |= UInt64(text[index]) }
      index &+= 1
    }
    return result
  }
}
