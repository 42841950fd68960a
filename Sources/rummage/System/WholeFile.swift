import Glibc

/// Files that are whole or as they were before.
enum WholeFile {
  /// Lets `body` write a file under another name, and gives it its own when all went well.
  ///
  /// - Throws: ``FileError`` that names `path`; what `body` throws.
  static func write(_ path: String, _ body: (FileOutput) throws -> Void) throws {
    // What is no file, such as a terminal or a pipe with a name, cannot be put in place.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      return try body(FileOutput(creating: path))
    }
    let temporary = "\(path).\(getpid()).part"
    do {
      try body(FileOutput(creating: temporary))
      if rename(temporary, path) != 0 { throw FileError(path: path, code: errno) }
    } catch {
      unlink(temporary)
      guard let refused = error as? FileError else { throw error }
      throw FileError(path: path, code: refused.code)
    }
  }
}
