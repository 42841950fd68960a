import Glibc

/// What lies in a folder.
enum Folder {
  struct Entry {
    let name: String
    let isFolder: Bool
  }

  /// The entries in order of their names, hidden ones too, without `.` and `..`; none where the
  /// folder cannot be read.
  static func entries(of path: String) -> [Entry] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." {
        entries.append(Entry(name: name, isFolder: isFolder("\(path)/\(name)")))
      }
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// Whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
