import Glibc

/// A file that is open for loading, whatever kind it is.
struct OpenedFile {
  let source: any ByteSource
  /// Bytes as stored; what came out of a pipe otherwise.
  let bytes: Int
  let compression: LoadLedger.Compression
  let digest: FileDigest

  /// Opens `path`, and looks at its first bytes for compression.
  ///
  /// - Parameter limit: the most bytes that are kept of a pipe.
  /// - Throws: ``LoadError`` where there is nothing to read text from; `Interrupted`.
  init(path: String, limit: Int, options: LoadOptions = LoadOptions()) throws {
    let raw: any ByteSource
    (raw, bytes, digest) = try Self.opened(path, limit: limit, options)
    var head: [UInt8] = [0, 0, 0, 0]
    let got = try head.withUnsafeMutableBufferPointer { head in
      guard let start = head.baseAddress else { return 0 }
      return try raw.readFully(into: start, count: head.count)
    }
    try raw.rewind()
    compression = head[..<got].withUnsafeBufferPointer {
      FileSignature.isGzip($0) ? .gzip : FileSignature.isZstd($0) ? .zstd : .none
    }
    source =
      switch compression {
      case .none: raw
      case .gzip: try GzipSource(raw, path: path)
      case .zstd: try ZstdSource(raw, path: path)
      }
  }

  /// The bytes of the file as they are stored, how many there are, and their digest.
  private static func opened(
    _ path: String, limit: Int, _ options: LoadOptions
  ) throws -> (any ByteSource, Int, FileDigest) {
    if path == StandardInput.path, let input = options.standardInput {
      let memory = try input.source(limit: limit, options)
      return (memory, memory.size, .known(memory.digest))
    }
    var descriptor = open(path, O_RDONLY | O_CLOEXEC)
    // A named pipe waits for whoever writes into it.
    while descriptor < 0 && errno == EINTR {
      try options.cancellation?.check()
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw failure(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = failure(path)
      close(descriptor)
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      close(descriptor)
      throw LoadError(.directory, path: path)
    case S_IFREG where status.st_size > 0:
      let size = Int(status.st_size)
      return (
        FileSource(descriptor: descriptor, path: path, size: size), size,
        .file(path: path, FileIdentity(status))
      )
    default:
      // Pipes and devices; also files that say they are empty, as those of /proc do.
      defer { close(descriptor) }
      let content = try MemorySource.Content(
        descriptor: descriptor, path: path, limit: limit, options)
      let memory = MemorySource(content)
      return (memory, memory.size, .known(memory.digest))
    }
  }

  /// What the system's last error means for `path`.
  static func failure(_ path: String) -> LoadError {
    switch errno {
    case ENOENT, ENOTDIR:
      LoadError(.missing(suggestion: NearbyFile.suggestion(for: path)), path: path)
    case EACCES, EPERM: LoadError(.notPermitted, path: path)
    default: LoadError(.readFailed(String(cString: strerror(errno))), path: path)
    }
  }
}
