import Glibc
import Loading

/// A file in a folder of its own, both gone when the value is.
final class TemporaryFile {
  let folder: String
  let path: String

  init(_ bytes: some Collection<UInt8>, name: String = "table.csv") throws {
    var template = Array("/tmp/rummage-loading-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw SetUpFailure(code: errno) }
    folder = String(cString: made)
    path = folder + "/" + name
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw SetUpFailure(code: errno) }
    defer { close(descriptor) }
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let done = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard done > 0 else { throw SetUpFailure(code: errno) }
      rest = rest.dropFirst(done)
    }
  }

  convenience init(_ text: String, name: String = "table.csv") throws {
    try self.init(Array(text.utf8), name: name)
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }
}

struct SetUpFailure: Error {
  let code: CInt
}

/// Loads `text` as a file.
func load(_ text: String, _ options: LoadOptions = LoadOptions()) throws -> LoadedTable {
  let file = try TemporaryFile(text)
  return try TableLoader.load(path: file.path, options: options)
}

/// Loads `bytes` as a file.
func load(bytes: [UInt8], _ options: LoadOptions = LoadOptions()) throws -> LoadedTable {
  let file = try TemporaryFile(bytes)
  return try TableLoader.load(path: file.path, options: options)
}
