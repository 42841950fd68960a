import Glibc

/// What came out of a pipe, kept in memory so that it can be read again.
final class MemorySource: ByteSource {
  /// Bytes in memory, which several sources can read.
  final class Content: @unchecked Sendable {
    // Nothing changes after it is made.
    fileprivate let bytes: UnsafeMutablePointer<UInt8>
    let count: Int

    /// Reads `descriptor` to its end.
    ///
    /// - Parameter limit: the most bytes that are kept.
    /// - Throws: ``LoadError``; `Interrupted` where the work was asked to stop.
    init(descriptor: CInt, path: String, limit: Int, _ options: LoadOptions) throws {
      var capacity = 1 << 20
      var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      var count = 0
      do {
        while true {
          if count == capacity {
            guard capacity <= limit / 2 else {
              throw LoadError(.tooLarge(limit: limit), path: path)
            }
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: bytes, count: count)
            bytes.deallocate()
            bytes = larger
            capacity *= 2
          }
          try options.cancellation?.check()
          let got = Glibc.read(descriptor, bytes + count, capacity - count)
          if got == 0 { break }
          if got < 0 {
            // Ctrl-C interrupts a read that waits.
            if errno == EINTR { continue }
            throw LoadError(.readFailed(String(cString: strerror(errno))), path: path)
          }
          // A device that never ends gives itself away by its first bytes.
          let head = UnsafeBufferPointer(start: bytes, count: got)
          if count == 0, FileSignature.isBinary(head) {
            if ArrowFile.isArrow(head) { throw LoadError(.arrow(.pipe), path: path) }
            throw LoadError(.binary(format: FileSignature.binaryName(head)), path: path)
          }
          count += got
          options.progress?(LoadProgress(bytesRead: count, bytesTotal: nil, rows: 0))
        }
      } catch {
        bytes.deallocate()
        throw error
      }
      self.bytes = bytes
      self.count = count
    }

    deinit { bytes.deallocate() }
  }

  private let content: Content
  private(set) var bytesTaken = 0

  var size: Int { content.count }

  init(_ content: Content) { self.content = content }

  /// The SHA-256 of all bytes.
  var digest: String { FileDigest.sha256(content.bytes, count: size) }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    let got = min(count, size - bytesTaken)
    target.update(from: content.bytes + bytesTaken, count: got)
    bytesTaken += got
    return got
  }

  func rewind() { bytesTaken = 0 }
}
