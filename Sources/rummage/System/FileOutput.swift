import Glibc
import Rendering

/// Nobody reads the other end of the pipe any more.
struct ClosedPipe: Error {}

/// The system refused to do something with a file.
struct FileError: Error {
  let path: String
  /// `errno`.
  let code: Int32

  /// What was refused and why, in one line.
  var message: String { "\(path): \(String(cString: strerror(code)))" }
}

/// A file descriptor that takes bytes: standard output, standard error, a file.
final class FileOutput: ByteSink {
  private let descriptor: Int32
  private let name: String
  private let closesAtEnd: Bool

  nonisolated(unsafe) static let standardOutput = FileOutput(1, name: "standard output")
  nonisolated(unsafe) static let standardError = FileOutput(2, name: "standard error")

  /// A descriptor that is somebody else's to close.
  init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    closesAtEnd = false
  }

  /// Makes the file at `path`, or empties it.
  ///
  /// - Throws: ``FileError``.
  init(creating path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw FileError(path: path, code: errno) }
    name = path
    closesAtEnd = true
  }

  deinit {
    if closesAtEnd { close(descriptor) }
  }

  /// Writes all of `bytes` at once: nothing is held back.
  ///
  /// - Throws: ``ClosedPipe``, ``FileError``.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        throw ClosedPipe()
      } else if errno != EINTR {
        throw FileError(path: name, code: errno)
      }
    }
  }

  /// Writes all of `text`.
  func write(_ text: String) throws {
    var copy = text
    try copy.withUTF8 { try write($0) }
  }

  /// Whether a person reads along.
  var isTerminal: Bool { isatty(descriptor) != 0 }
}
