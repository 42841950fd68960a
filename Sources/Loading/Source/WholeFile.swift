/// All bytes of a file in memory, for formats that are not read from the first byte to the last.
final class WholeFile {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var count = 0

  /// Reads `source` from its first byte to its last.
  ///
  /// - Parameters:
  ///   - size: how many bytes are expected; it may have more or fewer.
  ///   - limit: the most bytes that are kept.
  init(_ source: any ByteSource, size: Int, limit: Int, path: String) throws {
    guard size < limit else { throw LoadError(.tooLarge(limit: limit), path: path) }
    // One byte more, so that the end is seen without growing.
    var capacity = max(size, 0) + 1
    bytes = .allocate(capacity: capacity)
    try source.rewind()
    while true {
      let got = try source.read(into: bytes + count, count: capacity - count)
      if got == 0 { return }
      count += got
      if count < capacity { continue }
      guard capacity <= limit / 2 else { throw LoadError(.tooLarge(limit: limit), path: path) }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: bytes, count: count)
      bytes.deallocate()
      bytes = larger
      capacity *= 2
    }
  }

  deinit { bytes.deallocate() }
}
