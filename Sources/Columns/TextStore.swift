/// Texts laid end to end in one block of UTF-8 bytes.
///
/// Text `i` is `bytes[offsets[i] ..< offsets[i + 1]]`. One store holds less than 4 GiB; a column
/// of longer text starts a new chunk before that.
package struct TextStore: Sendable {
  /// Where each text starts, and at the end where the last one stops: `count + 1` positions that
  /// never decrease.
  package let offsets: Buffer<UInt32>
  package let bytes: Buffer<UInt8>
  /// What comparisons found out about the texts.
  let zones = TextZones()

  /// Wraps blocks that already have the shape described above.
  package init(offsets: Buffer<UInt32>, bytes: Buffer<UInt8>) {
    self.offsets = offsets
    self.bytes = bytes
  }

  /// Copies `texts`.
  package init(_ texts: some Collection<String>) {
    offsets = Buffer<UInt32>(count: texts.count + 1)
    var length = 0
    for text in texts { length += text.utf8.count }
    bytes = Buffer<UInt8>(count: length)
    var position = 0
    var index = 0
    for text in texts {
      offsets.pointer[index] = UInt32(position)
      for byte in text.utf8 {
        bytes.pointer[position] = byte
        position += 1
      }
      index += 1
    }
    offsets.pointer[index] = UInt32(position)
  }

  /// How many texts there are.
  package var count: Int { offsets.count - 1 }

  /// The bytes of text `index`, valid while the store lives.
  package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(offsets.pointer[index])
    let end = Int(offsets.pointer[index + 1])
    return UnsafeBufferPointer(start: bytes.pointer + start, count: end - start)
  }

  /// Text `index` as a string; bytes that are not UTF-8 become U+FFFD.
  package func string(_ index: Int) -> String {
    String(decoding: self[index], as: UTF8.self)
  }
}
