import Glibc

/// Writes into a pipe from another thread.
final class BackgroundWriter: Sendable {
  private let path: String
  private let bytes: [UInt8]

  private init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Begins to write `bytes` into the pipe at `path`.
  static func write(_ bytes: [UInt8], to path: String) {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<BackgroundWriter>.fromOpaque(context).takeRetainedValue().write()
        return nil
      }, Unmanaged.passRetained(BackgroundWriter(path: path, bytes: bytes)).toOpaque())
    pthread_detach(thread)
  }

  private func write() {
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let done = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if done <= 0 { return }
      rest = rest.dropFirst(done)
    }
  }
}
