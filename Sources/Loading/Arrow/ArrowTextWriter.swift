import Columns

/// Lays texts out as Arrow does: offsets from 0 on, then the bytes.
enum ArrowTextWriter {
  /// Bytes of the texts of a plain vector.
  static func byteCount(_ vector: Vector) -> Int {
    guard case .text(let texts) = vector.storage else {
      guard case .text(let text)? = vector.constant else { return 0 }
      return text.utf8.count.multipliedReportingOverflow(by: vector.count).partialValue
    }
    return Int(texts.offsets.pointer[texts.count] &- texts.offsets.pointer[0])
  }

  /// The buffers with offsets and bytes.
  ///
  /// - Parameter isLarge: whether offsets have 64 bits; with 32, the bytes must be less than 2 GiB.
  static func buffers(_ texts: TextStore, isLarge: Bool) -> [Buffer<UInt8>] {
    let source = texts.offsets.pointer
    let first = source[0]
    let length = Int(source[texts.count] &- first)
    let bytes = Buffer<UInt8>(sharing: texts.bytes, from: Int(first), count: length)
    if isLarge {
      let offsets = Buffer<Int64>(count: texts.count + 1)
      for row in 0...texts.count { offsets.pointer[row] = Int64(source[row] &- first) }
      return [Loading.bytes(of: offsets), bytes]
    }
    // Numbers below 2^31 are the same with and without a sign.
    if first == 0 {
      return [
        Buffer(sharing: texts.offsets, from: 0, count: texts.offsets.count * 4), bytes,
      ]
    }
    let offsets = Buffer<UInt32>(count: texts.count + 1)
    for row in 0...texts.count { offsets.pointer[row] = source[row] &- first }
    return [Loading.bytes(of: offsets), bytes]
  }
}
