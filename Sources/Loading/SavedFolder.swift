import Columns
import Glibc

/// A table to be saved.
package struct SavedTable: Sendable {
  package let name: String
  package let relation: Relation
  /// The statement that makes the table, where it demands more than its columns' types.
  package let statement: String?

  package init(name: String, relation: Relation, statement: String?) {
    self.name = name
    self.relation = relation
    self.statement = statement
  }
}

/// A folder of saved tables: one Arrow file for each, called after it.
package enum SavedFolder {
  private static let suffix = ".arrow"

  /// Makes a folder of `tables` at `path`: all of them or none.
  ///
  /// A folder that is there already is replaced as a whole if it holds nothing but saved tables.
  ///
  /// - Throws: ``SaveError``; `Interrupted`. What was there is then as it was before.
  package static func write(
    _ tables: [SavedTable], to path: String, threads: Int = 1, cancellation: Cancellation? = nil
  ) throws {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    let temporary = "\(path).\(getpid()).part"
    let isReplacing = try isReplaceable(path)
    remove(temporary)
    if mkdir(temporary, 0o777) != 0 { throw AtomicFile.failure(path) }
    do {
      for table in tables {
        try ArrowFile.write(
          table.relation, to: "\(temporary)/\(fileName(ofTable: table.name))",
          statement: table.statement, threads: threads, cancellation: cancellation)
      }
      try cancellation?.check()
      if isReplacing {
        try exchange(temporary, path)
      } else if rename(temporary, path) != 0 {
        throw AtomicFile.failure(path)
      }
    } catch {
      remove(temporary)
      throw error
    }
    try AtomicFile.syncFolder(of: path)
    // What was there before now stands under the other name.
    if isReplacing { remove(temporary) }
  }

  /// The files of the tables in the folder at `path`, in order of their names; the file itself where
  /// it is one.
  ///
  /// - Throws: ``LoadError`` where there is neither.
  package static func files(at path: String) throws -> [(table: String, path: String)] {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      return [(tableName(ofFile: path), path)]
    }
    guard let names = names(in: path) else { throw OpenedFile.failure(path) }
    let base = path.hasSuffix("/") ? path : path + "/"
    return names.filter { $0.hasSuffix(suffix) }.sorted().map {
      (tableName(ofFile: $0), base + $0)
    }
  }

  // MARK: Names

  /// The name of a table's file: letters that a file name cannot have become `%` and two digits.
  static func fileName(ofTable name: String) -> String {
    var bytes: [UInt8] = []
    for (index, byte) in name.utf8.enumerated() {
      let isHidden = index == 0 && byte == UInt8(ascii: ".")
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "%") || byte < 0x20 || isHidden {
        bytes += Array("%\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self) + suffix
  }

  /// The name of the table that a file is called after.
  static func tableName(ofFile path: String) -> String {
    var name = Array((path.split(separator: "/").last.map(String.init) ?? path).utf8)
    let lowered = String(decoding: name, as: UTF8.self).lowercased()
    if let suffix = ArrowFile.suffixes.first(where: { lowered.hasSuffix($0) }),
      name.count > suffix.utf8.count
    {
      name.removeLast(suffix.utf8.count)
    }
    var result: [UInt8] = []
    var index = 0
    while index < name.count {
      let digits = name[min(index + 1, name.count)..<min(index + 3, name.count)]
      if name[index] == UInt8(ascii: "%"), digits.count == 2,
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(name[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Folders

  /// Whether a folder of saved tables stands at `path`, to be replaced; false where nothing does.
  ///
  /// - Throws: ``SaveError`` where something else does.
  private static func isReplaceable(_ path: String) throws -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return false }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw SaveError(.notFolder, path: path) }
    guard let names = names(in: path) else { throw AtomicFile.failure(path) }
    if let other = names.sorted().first(where: { !$0.hasSuffix(suffix) }) {
      throw SaveError(.foreignFolder(holds: other), path: path)
    }
    return true
  }

  /// Gives each of two folders the name of the other.
  private static func exchange(_ new: String, _ old: String) throws {
    // A machine that stops between the two steps leaves both, whole, under other names.
    let aside = old + ".old"
    guard rename(old, aside) == 0 else { throw AtomicFile.failure(old) }
    guard rename(new, old) == 0 else {
      let error = AtomicFile.failure(old)
      rename(aside, old)
      throw error
    }
    rename(aside, new)
  }

  /// The names in a folder; nil where it cannot be read.
  private static func names(in path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a folder of saved tables.
  private static func remove(_ path: String) {
    for name in names(in: path) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
