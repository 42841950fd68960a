import Glibc

/// Where the program keeps what belongs to its user (XDG Base Directory Specification 0.8).
enum Directories {
  /// Settings; nil without a home.
  static var configuration: String? { base("XDG_CONFIG_HOME", ".config") }

  /// What is remembered between sessions; nil without a home.
  static var state: String? { base("XDG_STATE_HOME", ".local/state") }

  /// Where files go that are gone again soon.
  static var temporary: String {
    let path = Environment["TMPDIR"] ?? ""
    return path.isEmpty ? "/tmp" : path
  }

  private static func base(_ variable: String, _ underHome: String) -> String? {
    if let path = Environment[variable], path.hasPrefix("/") { return path + "/rummage" }
    return Environment["HOME"].map { "\($0)/\(underHome)/rummage" }
  }

  /// Makes a folder and those above it, for its user alone.
  ///
  /// - Throws: ``FileError``.
  static func make(_ path: String, mode: mode_t = 0o700) throws {
    if mkdir(path, mode) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw FileError(path: path, code: errno)
    }
    try make(String(path[..<slash]), mode: mode)
    if mkdir(path, mode) != 0, errno != EEXIST { throw FileError(path: path, code: errno) }
  }
}
