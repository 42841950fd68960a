import Columns
import Dispatch
import Glibc

/// A file that is there whole or not at all.
///
/// It is written under another name in the same folder; ``commit(_:)`` brings it to the disk and only
/// then gives it its name, in place of a file that has it. Where that does not happen, nothing of it
/// is left.
final class AtomicFile {
  private let path: String
  private let temporary: String
  private let descriptor: CInt
  private var isCommitted = false
  /// Bytes written so far.
  private(set) var count = 0

  /// - Throws: ``SaveError`` where a file of that name cannot be made.
  init(path: String) throws {
    self.path = path
    temporary = "\(path).\(getpid()).part"
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw SaveError(.directory, path: path)
    }
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw Self.failure(path) }
  }

  deinit {
    guard !isCommitted else {
      close(descriptor)
      return
    }
    unlink(temporary)
    // With its last name gone, closing a large file frees its blocks, which nobody needs to wait for.
    let descriptor = descriptor
    DispatchQueue.global().async { close(descriptor) }
  }

  /// Appends `bytes`.
  ///
  /// - Throws: ``SaveError``.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written > 0 {
        done += written
      } else if written < 0 && errno != EINTR {
        throw Self.failure(path)
      }
    }
    count += done
  }

  func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

  func write(_ bytes: Buffer<UInt8>) throws { try write(UnsafeRawBufferPointer(bytes.elements)) }

  /// Appends zeros until ``count`` is a multiple of `alignment`.
  func pad(to alignment: Int) throws {
    try write([UInt8](repeating: 0, count: roundedUp(count, to: alignment) - count))
  }

  /// Brings what was written to the disk and gives it its name.
  ///
  /// - Throws: ``SaveError``; `Interrupted` where the work was asked to stop. A file of that name is
  ///   as it was before.
  func commit(_ cancellation: Cancellation?) throws {
    try FileFlush.flush(descriptor, waits: true) { try cancellation?.check() }
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw Self.failure(path) }
    isCommitted = true
    try Self.syncFolder(of: path)
  }

  /// Brings the names in the folder of `path` to the disk.
  ///
  /// - Throws: ``SaveError``.
  static func syncFolder(of path: String) throws {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw failure(path) }
    defer { close(descriptor) }
    // Some file systems know no such thing; they need none.
    if fsync(descriptor) != 0 && errno != EINVAL && errno != ENOTSUP { throw failure(path) }
  }

  /// What the system's last error means for `path`.
  static func failure(_ path: String) -> SaveError {
    switch errno {
    case ENOENT, ENOTDIR: SaveError(.missingFolder, path: path)
    case EACCES, EPERM, EROFS: SaveError(.notPermitted, path: path)
    case EISDIR: SaveError(.directory, path: path)
    case ENOSPC, EDQUOT: SaveError(.noSpace, path: path)
    default: SaveError(.failed(String(cString: strerror(errno))), path: path)
    }
  }
}
