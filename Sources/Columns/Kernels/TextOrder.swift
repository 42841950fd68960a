/// The byte order of texts.
enum TextOrder {
  /// The place of each text of a dictionary in byte order; text 0, NULL's, has place 0.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: as ``TextSort``.
  static func ranks(of texts: TextStore) throws(ValueError) -> Buffer<UInt32> {
    let ranks = Buffer<UInt32>(count: texts.count)
    ranks.pointer[0] = 0
    let order = try TextSort.sorted(texts, RowSelection(range: 1..<max(1, texts.count)).rows).rows
    try Cancellation.forBlocks(of: 0..<order.count) { places in
      for place in places {
        ranks.pointer[Int(order.pointer[place])] = UInt32(truncatingIfNeeded: place + 1)
      }
    }
    return ranks
  }

  /// The place of each row's text in byte order, from 1 on, equal texts in one place; 0 for NULL.
  /// And the last place.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: as ``TextSort``.
  static func places(
    _ texts: TextStore, _ validity: Bitmap?
  ) throws(ValueError) -> (Buffer<UInt64>, last: UInt64) {
    let places = Buffer<UInt64>(repeating: 0, count: texts.count)
    let rows =
      validity.flatMap { Selecting.rows($0, and: nil) } ?? RowSelection(range: 0..<texts.count)
    let sorted = try TextSort.sorted(
      texts, rows.count == rows.rows.count ? rows.rows : Buffer(rows.rows.elements[..<rows.count]))
    var place: UInt64 = 0
    try Cancellation.forBlocks(of: 0..<rows.count) { block in
      for index in block {
        if sorted.isFirst.pointer[index] { place &+= 1 }
        places.pointer[Int(sorted.rows.pointer[index])] = place
      }
    }
    return (places, place)
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
