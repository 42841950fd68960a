import Columns
import Glibc
import Synchronization

/// An Arrow file that is open for reading, and what its load may take of memory.
///
/// The file is read, not mapped. A mapping, private or not, shows what another program writes into the
/// file later, after the checksums said that it was whole; and where the file is cut short, touching a
/// page that is gone kills the process. Read, a value is the one that was verified for as long as the
/// table lives. It costs a copy out of the page cache, at about the speed at which the checksums are
/// made; columns then point into what was read.
final class ArrowInput: @unchecked Sendable {
  // What changes is atomic.

  let path: String
  /// Bytes when it was opened.
  let size: Int
  private let descriptor: CInt
  private let status: stat
  private let memoryLimit: Int
  /// The digest of the file, which is taken when somebody asks for it.
  let digest: FileDigest
  private let bytesRead = Atomic<Int>(0)
  /// Bytes of the vectors made so far.
  private let kept = Atomic<Int>(0)

  /// Opens the file at `path`.
  ///
  /// - Throws: ``LoadError`` where there is no file that can be read.
  init(path: String, memoryLimit: Int?) throws {
    self.path = path
    self.memoryLimit = memoryLimit ?? FileTable.memoryLimit
    var status = stat()
    guard stat(path, &status) == 0 else { throw OpenedFile.failure(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw LoadError(.directory, path: path)
    // Not even opened: to close it again would break the pipe.
    default: throw LoadError(.arrow(.pipe), path: path)
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OpenedFile.failure(path) }
    guard fstat(descriptor, &status) == 0 else {
      let error = OpenedFile.failure(path)
      close(descriptor)
      throw error
    }
    self.status = status
    size = Int(status.st_size)
    digest = .file(path: path, FileIdentity(status))
  }

  deinit { close(descriptor) }

  /// Bytes read so far.
  var bytesTaken: Int { bytesRead.load(ordering: .relaxed) }

  /// The bytes of `extent`, which lies in the file.
  ///
  /// - Throws: ``LoadError``.
  func bytes(_ extent: ArrowExtent) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: extent.length) { buffer, count in
      if let start = buffer.baseAddress { try read(extent, into: start) }
      count = extent.length
    }
  }

  /// The bytes of `extent`, which lies in the file, where a column may point to them.
  ///
  /// - Throws: ``LoadError``.
  func buffer(_ extent: ArrowExtent) throws -> Buffer<UInt8> {
    try expect(extent.length)
    let buffer = Buffer<UInt8>(count: extent.length)
    try read(extent, into: buffer.pointer)
    return buffer
  }

  private func read(_ extent: ArrowExtent, into target: UnsafeMutablePointer<UInt8>) throws {
    var done = 0
    while done < extent.length {
      let got = pread(descriptor, target + done, extent.length - done, off_t(extent.offset + done))
      if got > 0 {
        done += got
      } else if got == 0 {
        throw LoadError(.changed, path: path)
      } else if errno != EINTR {
        throw LoadError(.readFailed(String(cString: strerror(errno))), path: path)
      }
    }
    bytesRead.add(done, ordering: .relaxed)
  }

  /// Refuses to go on where `bytes` more than there are would be too much.
  ///
  /// - Throws: ``LoadError``.
  func expect(_ bytes: Int) throws {
    guard bytes <= memoryLimit - min(memoryLimit, kept.load(ordering: .relaxed)) else {
      throw LoadError(.tooLarge(limit: memoryLimit), path: path)
    }
  }

  /// Counts `bytes` that the table will hold.
  ///
  /// - Throws: ``LoadError``.
  func keep(_ bytes: Int) throws {
    try expect(bytes)
    kept.add(bytes, ordering: .relaxed)
  }

  /// Refuses a file that another program wrote to since it was opened.
  ///
  /// - Throws: ``LoadError``.
  func checkUnchanged() throws {
    var now = stat()
    guard fstat(descriptor, &now) == 0, now.st_size == status.st_size,
      now.st_mtim.tv_sec == status.st_mtim.tv_sec, now.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    else { throw LoadError(.changed, path: path) }
  }
}
