/// The byte order of texts.
enum TextOrder {
  /// The place of each text of a dictionary in byte order; text 0, NULL's, has place 0.
  ///
  /// - Complexity: O(*n* log *n*).
  static func ranks(of texts: TextStore) -> Buffer<UInt32> {
    let ranks = Buffer<UInt32>(count: texts.count)
    ranks.pointer[0] = 0
    for (place, key) in sorted(texts, rows: 1..<max(1, texts.count)).enumerated() {
      ranks.pointer[Int(key.row)] = UInt32(place + 1)
    }
    return ranks
  }

  /// The place of each row's text in byte order, from 1 on, equal texts in one place; 0 for NULL.
  /// And the last place.
  ///
  /// - Complexity: O(*n* log *n*).
  static func places(
    _ texts: TextStore, _ validity: Bitmap?
  ) -> (Buffer<UInt64>, last: UInt64) {
    let places = Buffer<UInt64>(repeating: 0, count: texts.count)
    let order = sorted(texts, rows: (0..<texts.count).lazy.filter { validity?[$0] ?? true })
    var place: UInt64 = 0
    for (index, key) in order.enumerated() {
      if index == 0 || compare(texts, order[index - 1], key) != 0 { place += 1 }
      places.pointer[Int(key.row)] = place
    }
    return (places, place)
  }

  private typealias Key = (prefix: UInt64, row: UInt32)

  /// The rows `rows` in byte order of their texts: by the first 8 bytes as a number, and by the
  /// texts themselves only where these tie.
  private static func sorted(_ texts: TextStore, rows: some Sequence<Int>) -> [Key] {
    var keys = rows.map { (prefix(texts, $0), UInt32(truncatingIfNeeded: $0)) as Key }
    keys.sort { compare(texts, $0, $1) < 0 }
    return keys
  }

  @inline(__always)
  private static func compare(_ texts: TextStore, _ a: Key, _ b: Key) -> Int {
    if a.prefix != b.prefix { return a.prefix < b.prefix ? -1 : 1 }
    let x = texts[Int(a.row)]
    let y = texts[Int(b.row)]
    guard let xStart = x.baseAddress, let yStart = y.baseAddress else { return x.count - y.count }
    return TextHash.compare(xStart, x.count, yStart, y.count)
  }

  /// The first 8 bytes of text `row` as a big-endian number, shorter texts padded with zeros.
  @inline(__always)
  static func prefix(_ texts: TextStore, _ row: Int) -> UInt64 {
    let start = Int(texts.offsets.pointer[row])
    let length = Int(texts.offsets.pointer[row &+ 1]) &- start
    // Buffers have readable bytes behind their last element.
    let bytes = UnsafeRawPointer(texts.bytes.pointer + start)
      .loadUnaligned(as: UInt64.self).bigEndian
    if length >= 8 { return bytes }
    return length == 0 ? 0 : bytes & ~(UInt64.max >> UInt64(length &* 8))
  }
}
