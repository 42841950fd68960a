import Glibc

/// What came out of a pipe, kept in memory so that it can be read again.
final class MemorySource: ByteSource {
  private var bytes: UnsafeMutablePointer<UInt8>
  private(set) var size = 0
  private(set) var bytesTaken = 0

  /// Reads `descriptor` to its end and closes it.
  init(descriptor: CInt, path: String, limit: Int) throws {
    defer { close(descriptor) }
    var capacity = 1 << 20
    bytes = .allocate(capacity: capacity)
    while true {
      if size == capacity {
        guard capacity <= limit / 2 else {
          throw LoadError(.tooLarge(limit: limit), path: path)
        }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        larger.update(from: bytes, count: size)
        bytes.deallocate()
        bytes = larger
        capacity *= 2
      }
      let got = Glibc.read(descriptor, bytes + size, capacity - size)
      if got == 0 { return }
      if got < 0 {
        if errno == EINTR { continue }
        throw LoadError(.readFailed(String(cString: strerror(errno))), path: path)
      }
      // A device that never ends gives itself away by its first bytes.
      if size == 0, FileFormat.isBinary(UnsafeBufferPointer(start: bytes, count: got)) {
        throw LoadError(.binary(format: nil), path: path)
      }
      size += got
    }
  }

  deinit { bytes.deallocate() }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    let got = min(count, size - bytesTaken)
    target.update(from: bytes + bytesTaken, count: got)
    bytesTaken += got
    return got
  }

  func rewind() { bytesTaken = 0 }
}
