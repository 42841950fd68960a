import Columns
import Glibc

@testable import Loading

/// A folder of its own, gone with all that is in it when the value is.
final class ArrowFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/rummage-arrow-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw SetUpFailure(code: errno) }
    path = String(cString: made)
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  /// What lies in it, in order.
  var names: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes `relation` and gives the bytes of the file.
  func bytes(_ relation: Relation, threads: Int = 1) throws -> [UInt8] {
    let path = file("made.arrow")
    try ArrowFile.write(relation, to: path, threads: threads)
    return try contents(path)
  }

  func contents(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw SetUpFailure(code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(descriptor, &part, part.count)
      if got <= 0 { return bytes }
      bytes += part[..<got]
    }
  }

  /// Loads `bytes` as a file.
  func load(_ bytes: [UInt8], _ options: LoadOptions = LoadOptions()) throws -> LoadedTable {
    let path = file("taken.arrow")
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw SetUpFailure(code: errno) }
    defer { close(descriptor) }
    guard bytes.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == bytes.count
    else { throw SetUpFailure(code: errno) }
    return try ArrowFile.load(path: path, options: options)
  }
}

/// The messages of a file that was written here, as a stream: without the footer and its checksums.
func stream(of file: [UInt8]) -> [UInt8] {
  let tail = file.suffix(10)
  let length = tail.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  return Array(file[8..<(file.count - 10 - length)])
}

/// The relation with its rows in chunks of the loader's size, which is how it comes back.
func shown(_ relation: Relation) -> [String] {
  [relation.fields.map { "\($0.name) \($0.type)" }.joined(separator: ", ")]
    + relation.shownRows.map { $0.joined(separator: " | ") }
}
