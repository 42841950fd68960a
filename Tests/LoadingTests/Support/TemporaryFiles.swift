import Glibc

/// Files in a folder of their own, all gone when the value is.
final class TemporaryFiles {
  let folder: String

  /// - Parameter files: what they hold, by their paths in the folder; folders are made.
  init(_ files: [String: String]) throws {
    var template = Array("/tmp/rummage-files-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw SetUpFailure(code: errno) }
    folder = String(cString: made)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { Self.remove(folder) }

  /// The whole path of a file in the folder.
  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file, in place of one of the same name.
  func write(_ text: String, to name: String) throws {
    try write(bytes: Array(text.utf8), to: name)
  }

  func write(bytes: [UInt8], to name: String) throws {
    var made = folder
    for part in name.split(separator: "/").dropLast() {
      made += "/" + part
      guard mkdir(made, 0o700) == 0 || errno == EEXIST else { throw SetUpFailure(code: errno) }
    }
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw SetUpFailure(code: errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw SetUpFailure(code: errno)
    }
  }

  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { remove(path + "/" + name) }
      }
      closedir(directory)
    }
    rmdir(path)
  }
}
