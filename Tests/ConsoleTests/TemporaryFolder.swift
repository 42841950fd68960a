import Glibc

@testable import rummage

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/rummage-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(path: "/tmp", code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove(path) }

  /// Writes a file into the folder and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let file = "\(path)/\(name)"
    try FileOutput(creating: file).write(text)
    return file
  }

  private func remove(_ path: String) {
    for entry in Folder.entries(of: path) { remove("\(path)/\(entry.name)") }
    if rmdir(path) != 0 { unlink(path) }
  }
}
