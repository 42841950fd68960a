/// Sorts rows by the bytes of their texts.
///
/// Seven bytes of each text, and how many of them it has, make a number; rows are sorted by that
/// number, and those whose texts agree so far and go on are sorted by the next seven bytes. A few
/// texts are compared instead, and bytes in which all texts agree are passed over.
struct TextSort {
  private let texts: TextStore
  /// The rows, part by part brought into order.
  private let rows: Buffer<UInt32>
  /// Whether the text at a place is another than that at the place before.
  private let isFirst: Buffer<Bool>
  /// What is still to be sorted.
  private var parts: [Part]
  /// Room for the texts of one small part.
  private var few: [(key: UInt64, row: UInt32)] = []

  /// Places whose texts agree in their first `depth` bytes, which all of them have.
  private struct Part {
    let places: Range<Int>
    let depth: Int
    /// Whether they may well agree in more bytes.
    let isUniform: Bool
  }

  /// So many texts are compared with each other.
  private static let fewRows = 256
  /// Bytes of a text that one number holds.
  private static let keyBytes = 7

  private init(_ texts: TextStore, _ rows: Buffer<UInt32>) {
    self.texts = texts
    self.rows = rows
    isFirst = Buffer(repeating: false, count: rows.count)
    if rows.count > 0 { isFirst.pointer[0] = true }
    parts = [Part(places: 0..<rows.count, depth: 0, isUniform: false)]
  }

  /// Puts `rows` in byte order of their texts, and gives them back; and at which places another
  /// text begins.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  /// - Complexity: O(rows) for each 7 bytes that tell texts apart.
  static func sorted(
    _ texts: TextStore, _ rows: Buffer<UInt32>
  ) throws(ValueError) -> (rows: Buffer<UInt32>, isFirst: Buffer<Bool>) {
    var sort = TextSort(texts, rows)
    while let part = sort.parts.popLast() {
      try Cancellation.point()
      if part.places.count < 2 { continue }
      if part.places.count <= fewRows { sort.compare(part) } else { try sort.scatter(part) }
    }
    return (sort.rows, sort.isFirst)
  }

  /// Sorts the rows of a part by their next bytes, and leaves those that agree for later.
  private mutating func scatter(_ part: Part) throws(ValueError) {
    let start = part.places.lowerBound
    let count = part.places.count
    let depth = part.isUniform ? part.depth + (try common(part)) : part.depth
    let keys = Buffer<UInt64>(count: count)
    try Cancellation.forBlocks(of: 0..<count) { block in
      for index in block {
        keys.pointer[index] = Self.key(texts, Int(rows.pointer[start &+ index]), depth)
      }
    }
    let order = RowSelection(range: 0..<count).rows
    let sorted = try RadixSort.sort(order, by: keys, bits: 64)
    // The keys in their old order are not needed any more: the rows come in their place.
    let moved = Buffer<UInt32>(count: count)
    try Cancellation.forBlocks(of: 0..<count) { block in
      for index in block {
        moved.pointer[index] = rows.pointer[start &+ Int(order.pointer[index])]
      }
    }
    (rows.pointer + start).update(from: moved.pointer, count: count)
    var first = 0
    for index in 1...count {
      if index < count, sorted.pointer[index] == sorted.pointer[first] { continue }
      if index < count { isFirst.pointer[start + index] = true }
      if index - first > 1, sorted.pointer[first] & 0xFF > UInt64(Self.keyBytes) {
        parts.append(
          Part(
            places: start + first..<start + index, depth: depth + Self.keyBytes,
            isUniform: index - first == count))
      }
      first = index
    }
  }

  /// Sorts the few rows of a part by comparing their texts.
  private mutating func compare(_ part: Part) {
    few.removeAll(keepingCapacity: true)
    for place in part.places {
      let row = rows.pointer[place]
      few.append((Self.key(texts, Int(row), part.depth), row))
    }
    let depth = part.depth
    let texts = texts
    few.sort { Self.compare(texts, $0, $1, depth) < 0 }
    for (index, entry) in few.enumerated() {
      let place = part.places.lowerBound + index
      rows.pointer[place] = entry.row
      if index > 0, Self.compare(texts, few[index - 1], entry, depth) != 0 {
        isFirst.pointer[place] = true
      }
    }
  }

  /// How many more bytes all texts of a part agree in.
  private func common(_ part: Part) throws(ValueError) -> Int {
    let first = texts[Int(rows.pointer[part.places.lowerBound])]
    var common = first.count - part.depth
    try Cancellation.forBlocks(of: part.places) { block in
      for place in block {
        let text = texts[Int(rows.pointer[place])]
        common = min(common, text.count - part.depth)
        if let a = text.baseAddress, let b = first.baseAddress,
          TextHash.equal(a + part.depth, common, b + part.depth, common)
        {
          continue
        }
        var length = 0
        while length < common, text[part.depth &+ length] == first[part.depth &+ length] {
          length &+= 1
        }
        common = length
      }
    }
    return common
  }

  @inline(__always)
  private static func compare(
    _ texts: TextStore, _ a: (key: UInt64, row: UInt32), _ b: (key: UInt64, row: UInt32),
    _ depth: Int
  ) -> Int {
    if a.key != b.key { return a.key < b.key ? -1 : 1 }
    let x = texts[Int(a.row)]
    let y = texts[Int(b.row)]
    guard let xStart = x.baseAddress, let yStart = y.baseAddress else { return x.count - y.count }
    return TextHash.compare(xStart + depth, x.count - depth, yStart + depth, y.count - depth)
  }

  /// The seven bytes of a text from `depth` on as a big-endian number, zeros behind its end; and in
  /// the last byte how many there are, 8 where others follow. Where it is less, equal numbers mean
  /// equal texts.
  @inline(__always)
  private static func key(_ texts: TextStore, _ row: Int, _ depth: Int) -> UInt64 {
    let start = Int(texts.offsets.pointer[row]) &+ depth
    let length = Int(texts.offsets.pointer[row &+ 1]) &- start
    // Buffers have readable bytes behind their last element.
    let bytes = UnsafeRawPointer(texts.bytes.pointer + start)
      .loadUnaligned(as: UInt64.self).bigEndian
    let kept = min(length, keyBytes)
    return bytes & ~(UInt64.max >> UInt64(kept &* 8)) | UInt64(min(length, keyBytes &+ 1))
  }
}
