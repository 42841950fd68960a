import Columns
import Glibc
import Loading
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

  /// Makes the file at `path`, or empties it; a pipe that has a name waits for its reader.
  ///
  /// - Throws: ``FileError``, `Interrupted`.
  init(creating path: String) throws {
    descriptor = try Self.opened(path)
    name = path
    closesAtEnd = true
  }

  private static func opened(_ path: String) throws -> Int32 {
    while true {
      // A pipe that nobody reads is asked again and again: an `open` that waits for its reader would
      // not see a Ctrl-C that came just before it.
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NONBLOCK, 0o666)
      if descriptor >= 0 {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return descriptor
      }
      guard errno == ENXIO || errno == EINTR else { throw FileError(path: path, code: errno) }
      try Interrupts.check()
      usleep(pauseForReader)
    }
  }

  /// Microseconds.
  private static let pauseForReader: UInt32 = 10_000

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

  /// Hands what was written to a file to the disk, so that putting it in place of another is quick.
  ///
  /// - Throws: `Interrupted`.
  func flush() throws {
    try FileFlush.flush(descriptor, waits: false, pause: Interrupts.check)
  }

  /// Whether a person reads along.
  var isTerminal: Bool { isatty(descriptor) != 0 }
}
