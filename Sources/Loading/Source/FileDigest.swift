import CKernels
import Glibc

/// What a file was when it was loaded, so that it can be told whether it still is.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let node: UInt64
  private let size: Int64
  /// Seconds and nanoseconds of the last change.
  private let changed: [Int64]

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    node = UInt64(status.st_ino)
    size = Int64(status.st_size)
    changed = [Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec)]
  }
}

/// The SHA-256 of what was loaded.
///
/// That of a pipe is taken while it is read, for its bytes are gone then. That of a file is taken
/// when it is first asked for, by reading the file once more: at load it would take as long as
/// loading itself. A file that has changed in the meantime has none.
package enum FileDigest: Hashable, Sendable {
  case known(String)
  case file(path: String, FileIdentity)

  /// In hexadecimal; nil where the file is not the one any more that was loaded.
  ///
  /// - Complexity: linear in the bytes of a file, which are read.
  package func sha256() -> String? {
    switch self {
    case .known(let digest): return digest
    case .file(let path, let identity):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      guard Self.identity(descriptor) == identity else { return nil }
      var state = sha256_start()
      let size = 1 << 20
      let block = Block(count: size)
      while true {
        let got = Glibc.read(descriptor, block.base, size)
        if got == 0 { break }
        if got < 0 {
          if errno == EINTR { continue }
          return nil
        }
        sha256_add(&state, block.base, Int64(got))
      }
      return Self.identity(descriptor) == identity ? Self.hexadecimal(state) : nil
    }
  }

  private static func identity(_ descriptor: CInt) -> FileIdentity? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? FileIdentity(status) : nil
  }

  /// The SHA-256 of `count` bytes.
  static func sha256(_ bytes: UnsafePointer<UInt8>, count: Int) -> String {
    var state = sha256_start()
    sha256_add(&state, bytes, Int64(count))
    return hexadecimal(state)
  }

  private static func hexadecimal(_ state: sha256_state) -> String {
    var state = state
    let digits = Array("0123456789abcdef".utf8)
    var digest = [UInt8](repeating: 0, count: 32)
    sha256_finish(&state, &digest)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
