import Glibc

/// A file that is open for loading, whatever kind it is.
struct OpenedFile {
  let source: any ByteSource
  /// Bytes as stored; what came out of a pipe otherwise.
  let bytes: Int
  let compression: LoadLedger.Compression

  /// Opens `path`, and looks at its first bytes for compression.
  ///
  /// - Parameter limit: the most bytes that are kept of a pipe.
  /// - Throws: ``LoadError`` where there is nothing to read text from.
  init(path: String, limit: Int) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = Self.failure(path)
      close(descriptor)
      throw error
    }
    let raw: any ByteSource
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      close(descriptor)
      throw LoadError(.directory, path: path)
    case S_IFREG where status.st_size > 0:
      bytes = Int(status.st_size)
      raw = FileSource(descriptor: descriptor, path: path, size: bytes)
    default:
      // Pipes and devices; also files that say they are empty, as those of /proc do.
      let memory = try MemorySource(descriptor: descriptor, path: path, limit: limit)
      bytes = memory.size
      raw = memory
    }
    var head: [UInt8] = [0, 0]
    let got = try head.withUnsafeMutableBufferPointer { head in
      guard let start = head.baseAddress else { return 0 }
      return try raw.readFully(into: start, count: 2)
    }
    try raw.rewind()
    let isGzip = got == 2 && head.withUnsafeBufferPointer { FileFormat.isGzip($0) }
    compression = isGzip ? .gzip : .none
    source = isGzip ? try GzipSource(raw, path: path) : raw
  }

  /// What the system's last error means for `path`.
  private static func failure(_ path: String) -> LoadError {
    switch errno {
    case ENOENT, ENOTDIR:
      LoadError(.missing(suggestion: NearbyFile.suggestion(for: path)), path: path)
    case EACCES, EPERM: LoadError(.notPermitted, path: path)
    default: LoadError(.readFailed(String(cString: strerror(errno))), path: path)
    }
  }
}
