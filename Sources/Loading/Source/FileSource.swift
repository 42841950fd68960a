import Glibc

/// A regular file, read in order through the page cache.
///
/// It is read, not mapped: a file that another program cuts short while it is loaded then gives an
/// error, where touching a page that is gone would kill the process.
final class FileSource: ByteSource {
  private let descriptor: CInt
  private let path: String
  /// Bytes when it was opened.
  let size: Int
  private(set) var bytesTaken = 0

  /// Takes over `descriptor`, which is open for reading.
  init(descriptor: CInt, path: String, size: Int) {
    self.descriptor = descriptor
    self.path = path
    self.size = size
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    while true {
      let got = Glibc.pread(descriptor, target, min(count, size - bytesTaken), off_t(bytesTaken))
      if got > 0 {
        bytesTaken += got
        return got
      }
      if got == 0 {
        if bytesTaken < size || grown() { throw LoadError(.changed, path: path) }
        return 0
      }
      if errno != EINTR {
        throw LoadError(.readFailed(String(cString: strerror(errno))), path: path)
      }
    }
  }

  func rewind() { bytesTaken = 0 }

  private func grown() -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && Int(status.st_size) != size
  }
}
