import Columns
import Glibc
import Loading

/// Files that are whole or as they were before.
enum WholeFile {
  /// Lets `body` write a file under another name, and gives it its own when all went well.
  ///
  /// - Throws: ``FileError`` that names `path`; what `body` throws; `Interrupted`.
  static func write(_ path: String, _ body: (FileOutput) throws -> Void) throws {
    // What is no file, such as a terminal or a pipe with a name, cannot be put in place.
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      return try body(FileOutput(creating: path))
    }
    let temporary = "\(path).\(getpid()).part"
    do {
      let output = try FileOutput(creating: temporary)
      try body(output)
      if isThere { try output.flush() }
      if rename(temporary, path) != 0 { throw FileError(path: path, code: errno) }
    } catch {
      unlink(temporary)
      guard let refused = error as? FileError else { throw error }
      throw FileError(path: path, code: refused.code)
    }
  }
}
