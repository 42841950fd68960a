import Columns
import Glibc

/// Finds the files that a path with wildcards names.
///
/// `*` stands for any characters of a name, `?` for one, `[a-c]` for one of several, `**` for any
/// number of folders, none too. Names that begin with a point are found only where the pattern says
/// the point. `**` does not follow symbolic links, so that it comes to an end.
struct FilePattern {
  private let written: String
  private let cancellation: Cancellation?

  /// The most files that a pattern names.
  static let maximumFiles = 100_000

  /// The files that `path` names, in the order of the bytes of their paths: the path itself where
  /// it has no wildcard, or a file is called just so.
  ///
  /// - Throws: ``LoadError`` where a pattern names nothing, or a folder cannot be read;
  ///   `Interrupted`.
  static func files(_ path: String, cancellation: Cancellation? = nil) throws -> [String] {
    guard isPattern(path[...]), !exists(path) else { return [path] }
    return try FilePattern(written: path, cancellation: cancellation).matches()
  }

  private static func isPattern(_ path: Substring) -> Bool {
    path.utf8.contains { [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "[")].contains($0) }
  }

  private func matches() throws -> [String] {
    var parts = written.split(separator: "/")
    // All that lies below, and not the folders themselves.
    if parts.last == "**" { parts.append("*") }
    // What was found so far: a folder with its slash, or nothing for the one that we are in.
    var found: Set<String> = [written.hasPrefix("/") ? "/" : ""]
    for (place, part) in parts.enumerated() {
      let isLast = place == parts.count - 1
      var next: Set<String> = []
      for folder in found.sorted() {
        next.formUnion(try step(from: folder, part, isLast: isLast))
        if next.count > Self.maximumFiles {
          throw problem(.tooManyMatches(limit: Self.maximumFiles))
        }
      }
      if next.isEmpty { throw try failure(in: found.min() ?? "", part) }
      found = next
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What `part` of the pattern finds in a folder: files at its end, folders before.
  private func step(
    from folder: String, _ part: Substring, isLast: Bool
  ) throws -> Set<String> {
    if part == "**" { return try folders(below: folder) }
    if !Self.isPattern(part) {
      let path = folder + part
      if isLast { return Self.exists(path) && !Self.isFolder(path) ? [path] : [] }
      return Self.isFolder(path) ? [path + "/"] : []
    }
    var found: Set<String> = []
    for name in try names(in: folder) where fnmatch(String(part), name, FNM_PERIOD) == 0 {
      let path = folder + name
      if Self.isFolder(path) {
        if !isLast { found.insert(path + "/") }
      } else if isLast {
        found.insert(path)
      }
    }
    return found
  }

  /// The folder, and all below it that are not hidden.
  private func folders(below folder: String) throws -> Set<String> {
    var found: Set<String> = [folder]
    var open = [folder]
    while let next = open.popLast() {
      for name in try names(in: next) where !name.hasPrefix(".") {
        let path = next + name
        if Self.isFolder(path, followingLinks: false), found.insert(path + "/").inserted {
          open.append(path + "/")
        }
      }
      if found.count > Self.maximumFiles {
        throw problem(.tooManyMatches(limit: Self.maximumFiles))
      }
    }
    return found
  }

  /// The names in a folder, `.` and `..` apart, in no order.
  private func names(in folder: String) throws -> [String] {
    try cancellation?.check()
    let path = folder.isEmpty ? "." : folder
    guard let directory = opendir(path) else {
      // A folder that may not be read could hold files that are meant.
      if errno == EACCES { throw LoadError(.notPermitted, path: path) }
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw LoadError(.readFailed(String(cString: strerror(errno))), path: path)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// What to say where `part` found nothing in `folder`.
  private func failure(in folder: String, _ part: Substring) throws -> LoadError {
    let shown = folder.isEmpty ? "." : folder.count > 1 ? String(folder.dropLast()) : folder
    if !Self.isPattern(part), part != written.split(separator: "/").last {
      return problem(.noMatch(folder: folder + part, names: nil))
    }
    let names = try names(in: folder).filter { !$0.hasPrefix(".") }
    return problem(
      .noMatch(
        folder: shown,
        names: names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }))
  }

  private func problem(_ problem: FilesProblem) -> LoadError {
    LoadError(.files(problem), path: written)
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  private static func isFolder(_ path: String, followingLinks: Bool = true) -> Bool {
    var status = stat()
    let failed = followingLinks ? stat(path, &status) : lstat(path, &status)
    return failed == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
